import { ask } from '../../api/client.ts';
import { monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { useProviders } from '../../app/use-providers.ts';
import { session } from '../../sign-in/session.ts';
import { type SignedSubmission, SubmissionSummary } from '../records/submission-summary.tsx';
import { filesThatWait, twoOf, useChecked } from './checked.ts';
import { SigningSteps } from './signing.tsx';

/** Of files with rows that are wrong. */
const FileErrorTable = lazily(async () => (await import('./dry-run.tsx')).FileErrorTable);
/** Of what comes too late to be taken in. */
const FiledNotice = lazily(async () => (await import('./filed-notice.tsx')).FiledNotice);

/** The manager's hand-in before and after it is signed (L-22, L-25). */
export function SignSubmissionPage({ params, query }: PageProps<'/manad/:month/inlamning'>) {
  const { signing, handIn } = useWords();
  const nameOf = useProviders();
  const { me } = useStore(session);
  const providerId = me?.roles.find(({ role }) => role === me.role)?.providerId ?? '';
  const [checked, , forget] = useChecked(params.month);
  // What waits as a draft, or the files that were chosen here.
  const draft = query.get('utkast');
  const shown = query.get('gang');
  const body = draft === null ? twoOf(checked) : filesThatWait(draft === 'inga-avvikelser');
  return (
    <SigningSteps
      kind="submission"
      isReady={draft !== null || checked.report !== ''}
      title={signing.submission}
      lead={`${nameOf(providerId)}, ${monthName(params.month)}`}
      of={{ month: params.month, providerId }}
      back={hrefOf('/manad/:month', params)}
      intend={(key) => ask('POST /months/{month}/submissions/intent', { path: params, body }, { key })}
      seal={async (key, { intentId, idToken: signIn }) => {
        const outcome = await ask(
          'POST /months/{month}/submissions',
          { path: params, body: { intentId } },
          { key, signIn },
        );
        return outcome.ok
          ? {
              ...outcome,
              value: { ...outcome.value.record, at: outcome.value.record.signedAt, filed: outcome.value.filed },
            }
          : outcome;
      }}
      // What the intent of a submission holds is what `submissionContent` makes.
      what={({ content, file, filed }) => (
        <>
          {filed ? <FiledNotice because={filed} /> : undefined}
          <SubmissionSummary submission={content as SignedSubmission} />
          {file.errors.length > 0 ? (
            <FileErrorTable caption={handIn.broken(file.errors.length)} errors={file.errors} />
          ) : undefined}
        </>
      )}
      isReplaced={({ draftTime }) => shown !== null && draftTime !== undefined && `${draftTime}` !== shown}
      after={({ filed }) => (filed ? <FiledNotice because={filed} isDone /> : undefined)}
      onSealed={forget}
    />
  );
}
