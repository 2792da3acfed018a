import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { FileVerdict, fileView } from '../checks/dry-run-view.ts';
import { HandedIn, openFiles, TwoFiles } from '../checks/open-files-step.ts';
import { openDraft } from '../drafting/open-draft-step.ts';
import { draftSubmission } from './load-submission.ts';
import { IntentView, intend } from './signing-step.ts';

/** What waits as a draft; the other file beside it, where one alone has come. */
const OfDraft = z.strictObject({
  draft: z.literal(true),
  report: HandedIn.optional(),
  deviations: HandedIn.optional(),
});

/** The manager sees what will be signed: the files by SHA-256, the sums, every error (L-24, L-25). Nothing is handed in yet. */
export const intendSubmission = endpoint({
  summary: 'See what will be signed when the month is handed in',
  path: z.object({ month: Month }),
  body: z.union([TwoFiles, OfDraft]),
  answer: IntentView.extend({ file: FileVerdict }),
  async run({ path, body, caller, at }, deps) {
    const opened =
      'draft' in body ? await openDraft(path.month, body, caller, deps) : await openFiles(body, caller, deps);
    if (!opened.ok) return opened;
    const draft = await draftSubmission(path.month, opened.value, { caller, at }, deps);
    if (!draft.ok) return draft;
    const { files, content, run } = draft.value;
    const subject = `${path.month}/${caller.providerId ?? ''}`;
    const given = { report: files.report.document.id, deviations: files.deviations.document.id };
    const { view, effects } = await intend({ kind: 'submission', subject, caller, at, content }, given, deps);
    return done({ ...view, file: fileView(run.file) }, { ...effects, status: 201 });
  },
});
