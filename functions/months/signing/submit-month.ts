import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { FileVerdict, fileView } from '../checks/dry-run-view.ts';
import { correctionDates } from '../correcting/correction-dates.ts';
import { takingDraft } from '../drafting/taking-draft-step.ts';
import { filedMonth } from '../filing/filed.ts';
import { filingEffects } from '../filing/filing-step.ts';
import { ProviderMonth, Submission } from '../month.ts';
import { monthHandedIn, submissionOf } from './handed-in.ts';
import { keepSubmission } from './keep-submission-step.ts';
import { intendedSubmission, planSubmission } from './load-submission.ts';
import { Signing, seal } from './signing-step.ts';
import { RecordRef } from './signing-store.ts';
import { submissionEffects } from './submission-step.ts';

/** Why files are not taken in, where they are not: they wait for a report to be taken back, or become adjustments (A30). */
const Filed = z.enum(['report-signed', 'statement-sent']).optional();

/** A provider's manager hands in the month and signs for it (L-22–L-25): kept, judged, split between the officers (L-30). */
export const submitMonth = endpoint({
  summary: 'Hand in and sign the month',
  path: z.object({ month: Month }),
  body: Signing,
  signs: true,
  answer: z.object({
    record: RecordRef,
    month: ProviderMonth,
    submission: Submission,
    file: FileVerdict,
    filed: Filed,
  }),
  async run({ path, body, caller, at }, deps) {
    const by = { caller, at };
    const loaded = await intendedSubmission(body.intentId, path.month, by, deps);
    if (!loaded.ok) return loaded;
    const draft = loaded.value;
    const planned = planSubmission(draft);
    if (!planned.ok) return planned;
    const plan = planned.value;

    const { provider, settings, orePerHour } = draft.basis;
    const act = { kind: 'submission', subject: `${path.month}/${provider.id}`, ...by, content: draft.content } as const;
    const place = { stream: `${provider.id}/${path.month}`, municipality: settings.municipality };
    const sealed = await seal(body.intentId, { ...act, ...place }, deps);
    if (!sealed.ok) return sealed;
    const { ref: record, effects: sealing } = sealed.value;
    const taken = await takingDraft(plan.of, { shownAt: draft.shownAt, time: draft.draftTime }, deps);
    if (!taken.ok) return taken;

    const files = await keepSubmission(draft, deps);
    const kept = { ...files, id: deps.newId('inlamning'), recordId: record.recordId };
    const { run, over, filed } = draft;
    const due = plan.deadlines.find(({ code }) => code === 'D10')?.dueAt ?? at;
    const correctBy = correctionDates(path.month, draft.basis.pack).dueAt;
    const earlier = over?.entity.filed ?? over?.entity.submission;
    const given = { run, earlier, due, correctBy, kept, by: caller.userId, at };
    const version = (over?.version ?? 0) + 1;
    if (over && filed) {
      const submission = submissionOf(given);
      const month = filedMonth(over.entity, submission);
      const filing = await filingEffects({ ...draft, filed }, month, by, deps);
      if (!filing.ok) return filing;
      const effects = together(sealing, filing.value, taken.value);
      const answer = { record, month, submission, file: fileView(run.file), filed: filed.because };
      return done(answer, { ...effects, status: 201, version });
    }
    const month = monthHandedIn({ ...plan.of, orePerHour, lines: plan.lines, ...given });
    const effects = together(sealing, await submissionEffects(draft, plan, month, by, deps), taken.value);
    return done(
      { record, month, submission: month.submission, file: fileView(run.file) },
      { ...effects, status: 201, version },
    );
  },
});
