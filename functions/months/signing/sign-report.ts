import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { adjustmentStore } from '../adjusting/adjustment-store.ts';
import { monthStore } from '../month-store.ts';
import { meetDeadlines } from '../opening/month-deadlines-step.ts';
import { intentOf } from './load-intent.ts';
import { draftReport } from './load-report.ts';
import { Signing, seal } from './signing-step.ts';
import { RecordRef } from './signing-store.ts';

/** The officer signs the report and hands it over to the head (L-33, L-34); after that no line of it changes. */
export const signReport = endpoint({
  summary: 'Sign the report and hand it over to the head',
  path: z.object({ month: Month, providerId: SafeId }),
  body: Signing,
  signs: true,
  answer: z.object({ record: RecordRef, totals: z.record(z.string(), z.int()) }),
  async run({ path, body, caller, at }, deps) {
    const { table } = deps;
    const intent = await intentOf(body.intentId, caller, 'report', deps);
    if (!intent.ok) return intent;
    const draft = await draftReport(path, intent.value.given.comment ?? '', caller, deps);
    if (!draft.ok) return draft;
    const { basis, part, adjustments, content } = draft.value;
    const { provider, settings } = basis;

    const subject = `${path.month}/${path.providerId}/${caller.caseload}`;
    const place = { stream: `${path.providerId}/${path.month}`, municipality: settings.municipality };
    const sealed = await seal(body.intentId, { kind: 'report', subject, caller, at, content, ...place }, deps);
    if (!sealed.ok) return sealed;
    const { ref } = sealed.value;

    const report = { recordId: ref.recordId, sha256: ref.sha256, at, by: caller.userId };
    const refs = { officerId: caller.caseload, recordId: ref.recordId, sha256: ref.sha256, ...content.totals };
    const row = { event: 'report-signed', month: path.month, providerId: path.providerId, refs };
    const fields = { to: 'months', month: path.month, provider: provider.name } as const;
    return done(
      { record: ref, totals: content.totals },
      {
        status: 201,
        ...together(sealed.value.effects, {
          // The part's version was read before the lines: a decision made meanwhile makes this lose, and sign nothing.
          saves: [
            monthStore(table).savePart(path.month, path.providerId, { ...part.entity, report }, part),
            ...adjustments.map((one) =>
              adjustmentStore(table).save({ ...one.entity, state: 'reported', inMonth: path.month }, one),
            ),
          ],
          deadlines: await meetDeadlines(path, ['D12'], at, table, caller.caseload),
          letters: await outbox(deps, settings, at).toHeads('N19', fields),
          rows: [row],
        }),
      },
    );
  },
});
