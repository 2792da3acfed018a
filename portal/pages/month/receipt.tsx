import { dateTime, monthName } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { useStore } from '../../app/store.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { useStaff } from '../../app/use-staff.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { session } from '../../sign-in/session.ts';
import { Checksum } from './checksum.tsx';
import type { MonthView } from './lines.ts';
import { RecordLink } from './report-box.tsx';
import { en, sv } from './signing-words.ts';

type Of = { readonly month: string; readonly providerId: string };
export type SealedShown = { readonly recordId: string; readonly contentSha256?: string; readonly at: string };

/** What a signature led to: of which provider and month, when and by whom, and the record to read (3.3.4). */
export function Receipt({ of, sealed, by }: { readonly of: Of; readonly sealed: SealedShown; readonly by: string }) {
  const { month, signing } = useWords();
  const nameOf = useProviders();
  return (
    <section class="card receipt" role="status">
      <SummaryList
        rows={[
          { name: signing.provider, value: nameOf(of.providerId) },
          { name: signing.month, value: monthName(of.month) },
          { name: signing.time, value: dateTime(sealed.at, true) },
          { name: signing.name, value: by },
          { name: month.checksum, value: <Checksum of={sealed.contentSha256} /> },
        ]}
      />
      <p>
        <RecordLink {...of} recordId={sealed.recordId} />
      </p>
    </section>
  );
}

/** The record that stands signed in a month, of each kind that is signed here. */
export const signedNow = {
  submission: ({ month }) => month.submission?.recordId,
  report: ({ parts, lines }, userId) =>
    parts.find(({ officerId }) => officerId === (lines[0]?.officerId ?? userId))?.report?.recordId,
  statement: ({ month }) => month.statement?.recordId,
} as const satisfies Record<string, (view: MonthView, userId: string | undefined) => string | undefined>;

type Props = {
  readonly kind: keyof typeof signedNow;
  readonly of: Of;
  readonly lead: string;
  readonly back: string;
};

/**
 * Instead of what was to be signed, for who reloads the page or comes back to it when there is nothing left to sign: what
 * stands signed, asked for anew; or that nothing is, and the way on.
 */
export function SignedAlready({ kind, of, lead, back }: Props) {
  const { month } = useWords();
  const signing = useOwnWords(sv, en);
  const { me } = useStore(session);
  const staffOf = useStaff();
  const asking = useAsk('GET /months/{month}/providers/{providerId}', { path: of });
  return (
    <Loaded of={asking}>
      {(view) => {
        const recordId = signedNow[kind](view, me?.userId);
        const record = view.records.find((one) => one.recordId === recordId);
        return (
          <>
            <PageHead title={record ? signing.standing[kind] : signing.nothing} lead={lead} />
            {record ? (
              <Receipt of={of} sealed={{ ...record, at: record.signedAt }} by={staffOf(record.signedBy)} />
            ) : undefined}
            {kind === 'submission' ? (
              <Notice title={signing.filesGone}>
                <p>{signing.filesGoneText}</p>
              </Notice>
            ) : undefined}
            <ButtonLink look={record ? 'secondary' : 'primary'} href={back}>
              {month.backToMonth}
            </ButtonLink>
          </>
        );
      }}
    </Loaded>
  );
}
