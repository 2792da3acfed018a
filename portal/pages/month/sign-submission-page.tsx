import type { submissionContent } from '../../../functions/months/submission.ts';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { hours, monthName, number } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { useProviders } from '../../app/use-providers.ts';
import { SummaryList } from '../../parts/summary-list.tsx';
import { session } from '../../sign-in/session.ts';
import { FileErrorTable } from './dry-run.tsx';
import { Signing } from './signing.tsx';
import { twoOf, useChecked } from './use-check.ts';

type Intent = AnswerOf<'POST /months/{month}/submissions/intent'>;
type Content = ReturnType<typeof submissionContent>;

function SubmissionSummary({ intent, content }: { readonly intent: Intent; readonly content: Content }) {
  const { signing, handIn } = useWords().month;
  const { report, deviations, errors, cases, submittedMinutes, performedMinutes, declaration } = content;
  const document = ({ bytes, sha256 }: Content['report']) =>
    signing.document(number(Math.ceil(bytes / 100) / 10), sha256.slice(0, 8));
  return (
    <>
      <SummaryList
        rows={[
          { name: handIn.fileNames.report, value: document(report) },
          { name: handIn.fileNames.deviations, value: document(deviations) },
          { name: signing.cases, value: number(cases) },
          { name: signing.submitted, value: <b>{hours(submittedMinutes)}</b> },
          { name: signing.performed, value: hours(performedMinutes) },
          { name: signing.errors, value: errors === 0 ? signing.noErrors : number(errors) },
          { name: signing.declaration, value: <span lang="sv">{declaration}</span> },
        ]}
      />
      {intent.file.errors.length > 0 ? (
        <FileErrorTable caption={handIn.broken(errors)} errors={intent.file.errors} />
      ) : undefined}
    </>
  );
}

/** The manager's hand-in before and after it is signed (L-22, L-25). */
export function SignSubmissionPage({ params }: PageProps<'/manad/:month/inlamning'>) {
  const { month: words } = useWords();
  const nameOf = useProviders();
  const { me } = useStore(session);
  const providerId = me?.roles.find(({ role }) => role === me.role)?.providerId ?? '';
  const [checked, , forget] = useChecked(params.month);
  return (
    <Signing
      title={words.signing.submission}
      lead={`${nameOf(providerId)}, ${monthName(params.month)}`}
      of={{ month: params.month, providerId }}
      back={hrefOf('/manad/:month', params)}
      intend={(deed) =>
        ask('POST /months/{month}/submissions/intent', { path: params, body: twoOf(checked) }, { deed })
      }
      seal={async (deed, intentId) => {
        const outcome = await ask('POST /months/{month}/submissions', { path: params, body: { intentId } }, { deed });
        return outcome.ok
          ? { ...outcome, value: { ...outcome.value.record, at: outcome.value.record.signedAt } }
          : outcome;
      }}
      // What the intent of a submission holds is what `submissionContent` makes.
      what={(intent) => <SubmissionSummary intent={intent} content={intent.content as Content} />}
      onSealed={forget}
    />
  );
}
