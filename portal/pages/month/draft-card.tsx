import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import type { Failure } from '../../api/outcome.ts';
import { dateTime, hours, money } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { upload } from '../../parts/upload.ts';
import { activeRole } from '../../sign-in/session.ts';
import { en, sv } from './draft-words.ts';
import { DryRunResult, FileErrorTable } from './dry-run.tsx';
import { SignOnPaper } from './sign-on-paper.tsx';

export type Waiting = NonNullable<AnswerOf<'GET /months/{month}/draft'>['waiting']>;
type Name = NonNullable<Waiting['missing']>;

/** The one of the two files that has not come: chosen here, or said not to be needed. */
function AddFile({
  month,
  name,
  onAdded,
}: {
  readonly month: string;
  readonly name: Name;
  readonly onAdded: () => void;
}) {
  const { handIn } = useWords();
  const own = useOwnWords(sv, en);
  const [file, setFile] = useState<File>();
  const [share, setShare] = useState<number>();
  const [isMissing, setMissing] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const label = name === 'report' ? own.addReport : own.addForm;
  async function add(): Promise<void> {
    setMissing(!file);
    setFailure(undefined);
    if (!file) return;
    const sent = await upload(file, 'text/csv', setShare);
    setShare(undefined);
    const body = sent.ok ? { [name]: { documentId: sent.value } } : {};
    const outcome = sent.ok
      ? await ask('PUT /months/{month}/draft', { path: { month }, body }, { key: crypto.randomUUID() })
      : sent;
    if (outcome.ok) onAdded();
    else setFailure(outcome);
  }
  return (
    <>
      <FileField
        id="draft-file"
        label={label}
        accept=".csv,text/csv"
        error={isMissing ? (name === 'report' ? handIn.reportMissing : handIn.formMissing) : undefined}
        file={file}
        share={share}
        onFile={setFile}
      />
      <div class="buttons">
        <Button busy={share !== undefined} onClick={add}>
          {own.add}
        </Button>
      </div>
      {failure ? <FailureNotice failure={failure} again={add} /> : undefined}
    </>
  );
}

/** The way to the signature; of a month without deviations the manager says so first, where that is asked for (A60). */
function Sign({
  month,
  missing,
  time,
  noFormNeeded = false,
  isFaulty,
}: {
  readonly month: string;
  /** Which time it has come: what is signed is compared with what was shown here. */
  readonly time: number;
  readonly missing?: Name;
  readonly noFormNeeded?: boolean;
  readonly isFaulty: boolean;
}) {
  const { handIn } = useWords();
  const own = useOwnWords(sv, en);
  const [isNone, setNone] = useState(false);
  const isReady = missing === undefined || (missing === 'deviations' && (isNone || noFormNeeded));
  return (
    <>
      {missing !== 'deviations' ? undefined : noFormNeeded ? (
        <p>{own.noFormNeeded}</p>
      ) : (
        <label class="tick">
          <input
            class="ds-input"
            type="checkbox"
            checked={isNone}
            onChange={({ currentTarget }) => setNone(currentTarget.checked)}
          />
          <span>{handIn.noDeviations}</span>
        </label>
      )}
      {isReady ? (
        <>
          <p>{isFaulty ? own.signFaulty : own.signText}</p>
          <div class="buttons">
            <ButtonLink
              look={isFaulty ? 'secondary' : 'primary'}
              href={hrefOf(
                '/manad/:month/inlamning',
                { month },
                { utkast: isNone ? 'inga-avvikelser' : 'hela', gang: `${time}` },
              )}
            >
              {own.sign}
            </ButtonLink>
          </div>
        </>
      ) : undefined}
    </>
  );
}

type Props = { readonly month: string; readonly waiting: Waiting; readonly onChange: () => void };

/** What waits for the manager's signature: the files, what is wrong with them, and the way to sign (A59). */
export function DraftCard({ month, waiting, onChange }: Props) {
  const { handIn, signing } = useWords();
  const own = useOwnWords(sv, en);
  const [isAll, setAll] = useState(false);
  const { draft, file, figures, missing, noFormNeeded, run } = waiting;
  const told = (one: Waiting['draft'][Name]) =>
    one ? `${own.came[one.way]} ${dateTime(one.at, true)}, ${own.rows(one.rows)}` : own.missing;
  return (
    <>
      <section class="card receipt draft">
        <h2>{own.title}</h2>
        <Notice tone={draft.errorCount > 0 || missing ? 'warning' : 'info'}>
          <p>{own.text}</p>
        </Notice>
        <SummaryList
          rows={[
            { name: handIn.fileNames.report, value: told(draft.report) },
            { name: handIn.fileNames.deviations, value: told(draft.deviations) },
            { name: signing.errors, value: draft.errorCount || signing.noErrors },
            ...(figures
              ? [
                  { name: signing.submitted, value: hours(figures.submitted) },
                  { name: signing.performed, value: hours(figures.performed) },
                  { name: handIn.amount, value: <b>{money(figures.amountOre)}</b> },
                ]
              : []),
          ]}
        />
        {missing ? <AddFile month={month} name={missing} onAdded={onChange} /> : undefined}
        {activeRole() === 'provider-manager' ? (
          <Sign
            month={month}
            missing={missing}
            noFormNeeded={noFormNeeded}
            time={draft.time}
            isFaulty={draft.fileStatus === 'INCOMPLETE'}
          />
        ) : (
          <p>{own.waiting}</p>
        )}
        {draft.report ? <SignOnPaper of={{ month, providerId: draft.providerId }} /> : undefined}
        {run && !isAll ? (
          <div class="buttons">
            <Button onClick={() => setAll(true)}>{own.perCase}</Button>
          </div>
        ) : undefined}
      </section>
      {isAll && run ? (
        <DryRunResult run={run} />
      ) : file.errors.length > 0 ? (
        <FileErrorTable caption={handIn.broken(draft.errorCount)} errors={file.errors} />
      ) : undefined}
    </>
  );
}
