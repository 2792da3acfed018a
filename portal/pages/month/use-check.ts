import { useState } from 'preact/hooks';
import { headOfFile, kindByName, type NameFault, nameFault } from '../../../shared/domain/named-as.ts';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import type { Failure, Outcome } from '../../api/outcome.ts';
import { readFile } from '../../parts/read-file.ts';
import { upload } from '../../parts/upload.ts';
import { twoOf, useChecked } from './checked.ts';

type Answer = AnswerOf<'POST /months/{month}/check'>;
export type FinishedCheck = Extract<Answer, { readonly cases: unknown }>;
export type Chosen = { readonly report?: File; readonly form?: File; readonly none: boolean };

const workbooks: Readonly<Record<string, 'xlsx' | 'ods'>> = { xlsx: 'xlsx', ods: 'ods' };
const kindOf = ({ name }: File) => workbooks[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'csv';
const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const;

/** By its name alone; what it is the check finds out. */
export const holdsBoth = (file: File): boolean => kindOf(file) !== 'csv';

/**
 * Whether a file is another kind than its name says, by its first bytes: then it is refused before it is sent. Of one that
 * cannot be read any more the sending says so.
 */
export async function namedWrong(file: File | undefined): Promise<NameFault | undefined> {
  if (!file) return undefined;
  const head = await readFile(new File([file.slice(0, headOfFile)], file.name));
  return head.ok ? nameFault(kindByName(file.name), head.value) : undefined;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 2000));

/** A large file is judged in the background; asked for until it is done. */
async function whenDone(month: string, checkId: string): Promise<Outcome<FinishedCheck>> {
  for (;;) {
    await pause();
    const outcome = await ask('GET /months/{month}/checks/{checkId}', { path: { month, checkId } });
    if (!outcome.ok) return outcome;
    if ('cases' in outcome.value) return { ...outcome, value: outcome.value };
  }
}

/** Sends the chosen files and has them judged; nothing is handed in. */
export function useCheck(month: string) {
  const [, keep] = useChecked(month);
  const [shares, setShares] = useState<{ readonly report?: number; readonly form?: number }>({});
  const [state, setState] = useState<'idle' | 'busy' | 'large'>('idle');
  const [failure, setFailure] = useState<Failure>();
  const [run, setRun] = useState<FinishedCheck>();

  async function work({ report, form, none }: Chosen): Promise<Outcome<FinishedCheck>> {
    const share = (name: 'report' | 'form') => (part: number) => setShares((all) => ({ ...all, [name]: part }));
    const ids = { report: '', form: '' };
    for (const [name, file] of [
      ['report', report],
      ['form', none ? undefined : form],
    ] as const) {
      if (!file) continue;
      const sent = await upload(file, mediaTypes[kindOf(file)], share(name));
      if (!sent.ok) return sent;
      ids[name] = sent.value;
    }
    setShares({});
    // A workbook alone is both files.
    if (report && holdsBoth(report) && !form && !none) ids.form = ids.report;
    const outcome = await ask('POST /months/{month}/check', { path: { month }, body: twoOf(ids) });
    // What cannot be judged is filed all the same, and the failure says so.
    if (!outcome.ok && outcome.code === 'NO_VISITS') {
      const body = { report: { documentId: ids.report } };
      const filed = await ask('PUT /months/{month}/draft', { path: { month }, body }, { key: crypto.randomUUID() });
      return filed.ok ? outcome : filed;
    }
    if (!outcome.ok) return outcome;
    keep(ids);
    if ('cases' in outcome.value) return { ...outcome, value: outcome.value };
    setState('large');
    return whenDone(month, outcome.value.checkId);
  }

  async function check(chosen: Chosen): Promise<void> {
    if (state !== 'idle') return;
    setState('busy');
    setFailure(undefined);
    setRun(undefined);
    const outcome = await work(chosen);
    setShares({});
    setState('idle');
    if (outcome.ok) setRun(outcome.value);
    else setFailure(outcome);
  }

  return { check, state, shares, failure, run };
}
