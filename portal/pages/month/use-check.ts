import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf, Asked } from '../../api/contract.ts';
import type { Failure, Outcome } from '../../api/outcome.ts';
import { useDraft } from '../../app/use-draft.ts';
import { sendFile } from '../../parts/upload.ts';
import { noDeviations } from './template.ts';

type Answer = AnswerOf<'POST /months/{month}/check'>;
export type DryRun = Extract<Answer, { readonly cases: unknown }>;
export type Chosen = { readonly report?: File; readonly form?: File; readonly none: boolean };
export type Two = Asked<'POST /months/{month}/submissions/intent'>['body'];

/** The files that were checked last, by the ids that they were given; for the signature. */
export const useChecked = (month: string) => useDraft(`files/${month}`, { report: '', form: '' });

export const twoOf = ({ report, form }: { readonly report: string; readonly form: string }): Two => ({
  report: { documentId: report },
  deviations: form === '' ? { text: noDeviations } : { documentId: form },
});

async function upload(file: File, onShare: (share: number) => void): Promise<Outcome<string>> {
  const opened = await ask('POST /documents/uploads', { body: { contentType: 'text/csv', bytes: file.size } });
  if (!opened.ok) return opened;
  const sent = await sendFile(opened.value, file, onShare);
  return sent.ok ? { ok: true, value: opened.value.documentId } : sent;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 2000));

/** A large file is judged in the background; asked for until it is done. */
async function whenDone(month: string, checkId: string): Promise<Outcome<DryRun>> {
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
  const [run, setRun] = useState<DryRun>();

  async function work({ report, form, none }: Chosen): Promise<Outcome<DryRun>> {
    const share = (name: 'report' | 'form') => (part: number) => setShares((all) => ({ ...all, [name]: part }));
    const ids = { report: '', form: '' };
    for (const [name, file] of [
      ['report', report],
      ['form', none ? undefined : form],
    ] as const) {
      if (!file) continue;
      const sent = await upload(file, share(name));
      if (!sent.ok) return sent;
      ids[name] = sent.value;
    }
    setShares({});
    const outcome = await ask('POST /months/{month}/check', { path: { month }, body: twoOf(ids) });
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
