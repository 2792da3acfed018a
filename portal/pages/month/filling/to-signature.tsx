import { useState } from 'preact/hooks';
import { filledFiles } from '../../../../shared/domain/filled-files.ts';
import { ask } from '../../../api/client.ts';
import type { Failure } from '../../../api/outcome.ts';
import { shortDate } from '../../../app/format.ts';
import { speaking, useOwnWords } from '../../../app/language.ts';
import { lazily } from '../../../app/lazily.tsx';
import { Button } from '../../../parts/button.tsx';
import { ErrorSummary, type FieldError } from '../../../parts/error-summary.tsx';
import { FailureNotice } from '../../../parts/notice.tsx';
import type { FinishedCheck } from '../use-check.ts';
import { fieldOfColumn, fillingFaults } from './filling-faults.ts';
import { en, sv } from './filling-words.ts';
import { type CaseToFill, deviationId, visitId } from './visit.ts';

const CheckedMonth = lazily(speaking('handIn', async () => (await import('./checked-month.tsx')).CheckedMonth));

type Props = {
  readonly of: { readonly month: string; readonly providerId: string };
  readonly cases: readonly CaseToFill[];
  /** Shows what is wrong: the ids of the rows that it is about. */
  readonly onWrong: (ids: readonly string[]) => void;
  readonly keepAll: () => Promise<void>;
};

/** What is filled in is judged as the files that it comes to, and laid for the manager's signature (A59). */
export function ToSignature({ of, cases, onWrong, keepAll }: Props) {
  const own = useOwnWords(sv, en);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [checked, setChecked] = useState<{ readonly run: FinishedCheck; readonly of: string }>();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const files = filledFiles(of, cases);
  const body = { report: { text: files.report.text }, deviations: { text: files.deviations.text } };
  const both = `${files.report.text}${files.deviations.text}`;
  const path = { month: of.month };

  function tell(found: readonly FieldError[]): void {
    setErrors(found);
    onWrong(found.map(({ field }) => field));
  }

  /** Which visit it is, as the page names it. */
  const at = (caseNo: string, { date, start }: { readonly date: string; readonly start: string }, nr: number) =>
    own.when(caseNo, date === '' ? own.visitNr(nr) : `${shortDate(date)}${start === '' ? '' : ` ${start}`}`);

  /** What is wrong with the files, at the rows of the page that it came from. */
  const atRows = ({ file: { errors: wrong } }: FinishedCheck): readonly FieldError[] =>
    wrong.flatMap((error) => {
      const place = placeOf(error);
      if (!place) return [];
      const { caseNo, index, of: kind } = place;
      const one = cases.find((other) => other.caseNo === caseNo);
      const row = one?.[kind][index];
      const field =
        kind === 'visits' ? `${visitId(caseNo, index)}${fieldOfColumn(error.column)}` : deviationId(caseNo, index);
      return [{ field, text: `${row ? at(caseNo, row, index + 1) : caseNo}: ${error.message}` }];
    });
  const placeOf = ({ file, row = 0 }: FinishedCheck['file']['errors'][number]) => files[file].places.get(row);

  async function check(): Promise<void> {
    if (isBusy) return;
    setChecked(undefined);
    setFailure(undefined);
    const missing = fillingFaults(of.month, cases, { ...own, at });
    tell(missing);
    if (missing.length > 0) return;
    setBusy(true);
    await keepAll();
    const outcome = await ask('POST /months/{month}/check', { path, body });
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome);
    if (!('cases' in outcome.value)) return;
    tell(atRows(outcome.value));
    setChecked({ run: outcome.value, of: both });
  }

  // What was changed after it was judged has to be judged again.
  const run = checked && checked.of === both ? checked.run : undefined;
  return (
    <>
      <ErrorSummary errors={errors} />
      {failure ? <FailureNotice failure={failure} again={check} /> : undefined}
      <p>
        <Button look={run ? 'secondary' : 'primary'} busy={isBusy} onClick={check}>
          {isBusy ? `${own.checking} …` : own.check}
        </Button>
      </p>
      {run ? (
        <CheckedMonth month={of.month} run={run} body={body} isOnPage={(error) => placeOf(error) !== undefined} />
      ) : undefined}
    </>
  );
}
