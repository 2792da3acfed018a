import type { AnswerOf } from '../../api/contract.ts';
import { shortDate, tight } from '../../app/format.ts';
import { useOwnWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { DataTable } from '../../parts/table.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { en, sv } from './beside-words.ts';
import { differenceIn } from './difference.ts';
import { en as lineEn, sv as lineSv } from './line-words.ts';

type Path = { readonly month: string; readonly providerId: string; readonly caseNo: string };
type Answer = AnswerOf<'GET /months/{month}/providers/{providerId}/lines/{caseNo}/rows'>;
type Row = Answer['rows'][number];

const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));

/** Where the rows come from: which hand-in and which way, with the way to the paper for who keys papers. */
function Source({ of: { month, providerId }, source }: { readonly of: Path; readonly source: Answer['source'] }) {
  const own = useOwnWords(sv, en);
  const { way, isPrint, paperId, version } = source;
  return (
    <p>
      {own.source[way]} {version === undefined ? undefined : own.version(version)} {isPrint ? own.print : undefined}{' '}
      {paperId !== undefined && activeRole() === 'administrator' ? (
        <a class="ds-link" href={hrefOf('/papper/:month/:providerId/:paperId', { month, providerId, paperId })}>
          {own.paper}
        </a>
      ) : undefined}
    </p>
  );
}

/** Each row of the file beside the visit that was ordered; what only one of them knows stands alone. */
function Rows({ answer: { rows, hasTimes } }: { readonly answer: Answer }) {
  const own = useOwnWords(sv, en);
  const words = useOwnWords(lineSv, lineEn);
  const said = ({ said: one }: Row) => {
    if (!one) return own.notSaid;
    const minutes = one.performed === undefined ? own.unread : tight(one.performed);
    return `${one.start}–${one.end} ${one.status} ${minutes}`;
  };
  const ordered = ({ ordered: one, said: row }: Row) => {
    if (one) return `${one.start}–${one.end} ${tight(one.minutes)}`;
    return hasTimes ? own.notOrdered : row?.ordered === undefined ? own.unread : tight(row.ordered);
  };
  const difference = (row: Row) => {
    const granted = row.ordered?.minutes ?? (hasTimes ? 0 : row.said?.ordered);
    const performed = row.said ? row.said.performed : 0;
    return granted === undefined || performed === undefined ? '' : differenceIn({ granted, performed }, words);
  };
  return (
    <DataTable
      caption={own.rows}
      rows={rows}
      keyOf={({ date, code, said: one, ordered: visit }) => `${date} ${code} ${one?.row} ${visit?.start}`}
      columns={[
        {
          id: 'date',
          name: own.date,
          cell: ({ date, code, said: one }) => (
            <>
              {isDay(date) ? shortDate(date) : date} {code}{' '}
              {one ? <small class="soft">{own.row(one.row)}</small> : undefined}
            </>
          ),
        },
        { id: 'said', name: own.said, cell: said },
        { id: 'ordered', name: own.ordered, cell: ordered },
        { id: 'difference', name: own.difference, cell: difference },
      ]}
    />
  );
}

/** What the file said of a case beside what the order knows: by visit where it says when, and by service. */
export function RowsBeside({ path }: { readonly path: Path }) {
  const own = useOwnWords(sv, en);
  const words = useOwnWords(lineSv, lineEn);
  const asking = useAsk('GET /months/{month}/providers/{providerId}/lines/{caseNo}/rows', { path });
  return (
    <Loaded of={asking}>
      {(answer) => (
        <>
          <Source of={path} source={answer.source} />
          {answer.hasTimes ? undefined : <p class="soft">{own.noTimes}</p>}
          <DataTable
            caption={own.services}
            rows={answer.services}
            keyOf={({ code }) => code}
            columns={[
              { id: 'name', name: own.service, cell: ({ name }) => name },
              { id: 'granted', name: own.granted, figure: true, cell: ({ granted }) => tight(granted) },
              { id: 'performed', name: own.performed, figure: true, cell: ({ performed }) => tight(performed) },
              { id: 'difference', name: own.difference, figure: true, cell: (one) => differenceIn(one, words) },
            ]}
          />
          {answer.rows.length > 0 ? <Rows answer={answer} /> : undefined}
          {answer.moreRows > 0 ? <p>{own.more(answer.moreRows)}</p> : undefined}
        </>
      )}
    </Loaded>
  );
}
