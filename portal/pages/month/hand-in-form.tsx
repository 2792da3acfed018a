import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { useSend } from '../../app/use-send.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { session } from '../../sign-in/session.ts';
import { twoOf, useChecked } from './checked.ts';
import { DryRunResult } from './dry-run.tsx';
import { en, sv } from './name-words.ts';
import { type Chosen, holdsBoth, namedWrong, useCheck } from './use-check.ts';

/** `onDrafted`: the files wait for the manager now. */
type Props = { readonly month: string; readonly onDrafted: () => void };

/** What may be handed in: a file of text, or a workbook that holds both forms. */
const accepted = '.csv,.xlsx,.ods,text/csv';

/** A coordinator's checked files, laid for the manager (A59). */
function ToManager({ month, onDrafted }: { readonly month: string; readonly onDrafted: () => void }) {
  const { handIn } = useWords();
  const [checked, , forget] = useChecked(month);
  const sending = useSend((key: string) =>
    ask('PUT /months/{month}/draft', { path: { month }, body: twoOf(checked) }, { key }),
  );
  async function send(): Promise<void> {
    const outcome = await sending.run();
    if (!outcome?.ok) return;
    forget();
    scrollTo(0, 0);
    onDrafted();
  }
  return (
    <>
      <p>{handIn.coordinator}</p>
      <Button look="primary" busy={sending.busy} onClick={send}>
        {handIn.toManager}
      </Button>
      {sending.failure ? <FailureNotice failure={sending.failure} again={send} /> : undefined}
    </>
  );
}

/** Choosing the files and having them judged, as often as one likes; then the manager's signature. */
export function HandInForm({ month, onDrafted }: Props) {
  const { handIn } = useWords();
  const words = useOwnWords(sv, en);
  const { me } = useStore(session);
  const [chosen, setChosen] = useState<Chosen>({ none: false });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { check, state, shares, failure, run } = useCheck(month);

  function wrong(): readonly FieldError[] {
    const mayBeRead = (file: File | undefined) => file === undefined || holdsBoth(file) || /\.csv$/i.test(file.name);
    const { report, form, none } = chosen;
    return [
      ...(report ? [] : [{ field: 'report', text: handIn.reportMissing }]),
      ...(mayBeRead(report) ? [] : [{ field: 'report', text: handIn.badType }]),
      // A workbook holds the deviation form, too.
      ...(form || none || (report && holdsBoth(report)) ? [] : [{ field: 'form', text: handIn.formMissing }]),
      ...(none || mayBeRead(form) ? [] : [{ field: 'form', text: handIn.badType }]),
    ];
  }
  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const named: FieldError[] = [];
    for (const field of ['report', 'form'] as const) {
      const fault = field === 'form' && chosen.none ? undefined : await namedWrong(chosen[field]);
      if (fault) named.push({ field, text: words[fault] });
    }
    // A workbook that is named as a text is asked for no form of its own.
    const found = named.length > 0 ? named : wrong();
    setErrors(found);
    if (found.length === 0) check(chosen);
  }

  return (
    <>
      <form class="card hand-in" noValidate onSubmit={send}>
        <ErrorSummary errors={errors} />
        <div class="two">
          <FileField
            id="report"
            label={handIn.report}
            accept={accepted}
            error={errorOf(errors, 'report')}
            file={chosen.report}
            share={shares.report}
            onFile={(report) => setChosen((now) => ({ ...now, report }))}
          />
          <div>
            <FileField
              id="form"
              label={handIn.form}
              accept={accepted}
              error={errorOf(errors, 'form')}
              file={chosen.form}
              share={shares.form}
              onFile={(form) => setChosen((now) => ({ ...now, form }))}
            />
            <label class="tick">
              <input
                class="ds-input"
                type="checkbox"
                checked={chosen.none}
                onChange={({ currentTarget }) => setChosen((now) => ({ ...now, none: currentTarget.checked }))}
              />
              <span>{handIn.noDeviations}</span>
            </label>
          </div>
        </div>
        <Button type="submit" look={run ? 'secondary' : 'primary'} busy={state !== 'idle'}>
          {state === 'idle' ? handIn.try : `${handIn.trying} …`}
        </Button>
        <p class="soft" role="status">
          {state === 'large' ? handIn.large : ''}
        </p>
        {failure ? <FailureNotice failure={failure} again={() => check(chosen)} /> : undefined}
      </form>
      {run ? (
        <>
          <DryRunResult run={run} />
          <section class="card report-box" aria-label={handIn.sign} hidden={run.otherMonth !== undefined}>
            {run.file.status === 'INCOMPLETE' ? <p>{handIn.faultyAnyway}</p> : undefined}
            {me?.role === 'provider-manager' ? (
              <>
                <p>{handIn.signText}</p>
                <ButtonLink
                  look={run.file.status === 'COMPLETE' ? 'primary' : 'secondary'}
                  href={hrefOf('/manad/:month/inlamning', { month })}
                >
                  {handIn.sign}
                </ButtonLink>
              </>
            ) : (
              <ToManager month={month} onDrafted={onDrafted} />
            )}
          </section>
        </>
      ) : undefined}
    </>
  );
}
