import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { accept, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { FileVerdict, fileView } from '../checks/dry-run-view.ts';
import { HandedIn, openFiles, openHandedIn } from '../checks/open-files-step.ts';
import { openDraft } from '../drafting/open-draft-step.ts';
import { draftSubmission } from './load-submission.ts';
import { openUnneededForm } from './no-form-step.ts';
import { IntentView, intend } from './signing-step.ts';

const Wanted = z.strictObject({
  draft: z.literal(true).optional().meta({ description: 'What waits; the other file beside it, where one has come' }),
  report: HandedIn.optional(),
  deviations: HandedIn.optional(),
});

/** Both files of the request, or those that wait as a draft; the time report alone, where nothing more is asked for (A60). */
async function openWanted(month: Month, wanted: z.infer<typeof Wanted>, caller: Caller, deps: Deps) {
  const { draft, report, deviations } = wanted;
  if (draft) return openDraft(month, { report, deviations }, caller, deps);
  if (report && deviations) {
    const opened = await openFiles({ report, deviations }, caller, deps);
    return opened.ok ? accept({ ...opened.value, draftTime: undefined }) : opened;
  }
  const opened = report && (await openHandedIn(report, caller, deps));
  if (report && !opened) return refuse('invalid', 'file-not-found', [{ at: 'body.report', code: 'file-not-found' }]);
  const form = opened && (await openUnneededForm({ month, providerId: caller.providerId ?? '' }, opened, deps));
  if (opened && form) return accept({ report: opened, deviations: form, draftTime: undefined });
  const missing = (['report', 'deviations'] as const).filter((name) => wanted[name] === undefined);
  const faults = missing.map((name) => ({ at: `body.${name}`, code: 'missing-field' }));
  return refuse('invalid', 'bad-request', faults);
}

/** The manager sees what will be signed: the files by SHA-256, the sums, every error (L-24, L-25). Nothing is handed in yet. */
export const intendSubmission = endpoint({
  summary: 'See what will be signed when the month is handed in',
  path: z.object({ month: Month }),
  body: Wanted,
  answer: IntentView.extend({
    file: FileVerdict,
    filed: z.enum(['report-signed', 'statement-sent']).optional().meta({
      description: 'What it comes too late to be taken in for: it is filed, and waits or becomes adjustments (A30)',
    }),
    draftTime: z.int().optional().meta({
      description: 'Of what waits: which time it has come. One that comes after it makes the signature refused',
    }),
  }),
  async run({ path, body, caller, at }, deps) {
    const opened = await openWanted(path.month, body, caller, deps);
    if (!opened.ok) return opened;
    const of = { month: path.month, providerId: caller.providerId ?? '' };
    const draft = await draftSubmission(of, opened.value, at, deps);
    if (!draft.ok) return draft;
    const { files, content, run, filed } = draft.value;
    const subject = `${of.month}/${of.providerId}`;
    const [{ id: report, bucket: reportIn }, { id: deviations, bucket: deviationsIn }] = [
      files.report.document,
      files.deviations.document,
    ];
    const { draftTime } = opened.value;
    const ofDraft: Record<string, string> = draftTime === undefined ? {} : { draftTime: String(draftTime) };
    const given = { report, deviations, reportIn, deviationsIn, ...ofDraft };
    const { view, effects } = await intend({ kind: 'submission', subject, caller, at, content }, given, deps);
    return done(
      {
        ...view,
        file: fileView(run.file),
        ...(draftTime === undefined ? {} : { draftTime }),
        ...(filed ? { filed: filed.because } : {}),
      },
      { ...effects, status: 201 },
    );
  },
});
