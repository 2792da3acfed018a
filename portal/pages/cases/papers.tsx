import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { shortDate, wallDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Timeline } from '../../parts/timeline.tsx';
import { OpenPaper } from './open-paper.tsx';

type Filed = AnswerOf<'GET /cases/{caseNo}/documents'>;

/** A paper as the list tells it; without a file it was handed over on paper. */
type Paper = {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly more?: string;
  readonly by?: string;
  readonly hasFile: boolean;
};

/** The papers that have been handed in and the forms of the customer's choices, the latest first. */
function usePapers(): (filed: Filed) => readonly Paper[] {
  const { cases } = useWords();
  return ({ items, forms }) =>
    [
      ...items.map(({ documentId: id, kind, dated, signedByCustomerOn, receivedAt: at, by, file }): Paper => {
        const day = signedByCustomerOn ?? dated;
        const more = signedByCustomerOn
          ? cases.signed(shortDate(day, true))
          : cases.dated(shortDate(day, true), kind === 'MESSAGE');
        return { id, at, title: cases.kinds[kind], more, by, hasFile: file !== undefined };
      }),
      ...forms.map(({ documentId: id, placedAt: at }): Paper => ({ id, at, title: cases.kinds.FORM, hasFile: true })),
    ].toSorted((one, other) => (one.at < other.at ? 1 : -1));
}

/** The papers of a case, each to be opened with a reason; the reason is written once, and stands for the next. */
export function Papers({ caseNo, filed }: { readonly caseNo: string; readonly filed: Filed }) {
  const { cases } = useWords();
  const nameOf = useStaff();
  const [reason, setReason] = useState('');
  const papers = usePapers()(filed);
  return (
    <section class="card">
      <h2>{cases.papers}</h2>
      {papers.length === 0 ? <p class="soft">{cases.papersNone}</p> : undefined}
      <Timeline
        happenings={papers.map(({ id, at, title, more, by, hasFile }) => ({
          at,
          by: by && nameOf(by),
          title: more === undefined ? title : `${title}, ${more}`,
          more: hasFile ? (
            <OpenPaper
              caseNo={caseNo}
              documentId={id}
              about={`${title} ${shortDate(wallDate(at), true)}`}
              reason={reason}
              onReason={setReason}
            />
          ) : (
            <p>{cases.onPaper}</p>
          ),
        }))}
      />
    </section>
  );
}
