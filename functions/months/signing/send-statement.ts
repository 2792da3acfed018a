import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { adjustmentStore } from '../adjusting/adjustment-store.ts';
import { filedStated } from '../filing/filed-stated-step.ts';
import { ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { statedDeadlines } from '../opening/month-deadlines-step.ts';
import { lastSettled } from '../settling/settling-dates-step.ts';
import { invoicedMinutes } from '../statement/invoiced-minutes.ts';
import { tellStated } from './distribution-step.ts';
import { intentOf } from './load-intent.ts';
import { draftStatement } from './load-statement.ts';
import { Signing, seal } from './signing-step.ts';
import { RecordRef } from './signing-store.ts';

/** The head signs the statement and sends it to the provider (L-37); only then may the provider invoice (L-39). */
export const sendStatement = endpoint({
  summary: 'Sign the statement and send it to the provider',
  path: z.object({ month: Month, providerId: SafeId }),
  body: Signing,
  signs: true,
  answer: z.object({ record: RecordRef, month: ProviderMonth }),
  async run({ path, body, caller, at }, deps) {
    const { table } = deps;
    const intent = await intentOf(body.intentId, caller, 'statement', deps);
    if (!intent.ok) return intent;
    const { comment = '', at: shownAt = at } = intent.value.given;
    const draft = await draftStatement(path, { comment, at: shownAt }, caller, deps);
    if (!draft.ok) return draft;
    const { basis, month, content, adjustments, turn, unanswered } = draft.value;
    const { provider, settings } = basis;

    const subject = `${path.month}/${path.providerId}`;
    // Made once the statement is signed and committed (`publishRecords`), not while the head waits.
    const files = { pdfId: deps.newId('pdf'), basisId: deps.newId('underlag') };
    const place = { stream: `${path.providerId}/${path.month}`, municipality: settings.municipality, files };
    const sealed = await seal(body.intentId, { kind: 'statement', subject, caller, at, content, ...place }, deps);
    if (!sealed.ok) return sealed;
    const { ref } = sealed.value;

    const next: ProviderMonth = {
      ...month.entity,
      state: 'stated',
      statement: {
        recordId: ref.recordId,
        sha256: ref.sha256,
        at,
        by: caller.userId,
        ...files,
        minutes: content.totalMinutes,
        invoicedMinutes: invoicedMinutes(content),
        amountOre: content.amountOre,
        toInvoiceOre: content.toInvoiceOre,
        carriedForwardOre: content.carriedForwardOre,
      },
    };
    const filed = await filedStated(next, { pack: basis.pack, at }, deps);
    if (!filed.ok) return filed;
    const refs = {
      recordId: ref.recordId,
      sha256: ref.sha256,
      minutes: content.totalMinutes,
      amountOre: content.amountOre,
      ...(unanswered > 0 ? { remarksUnanswered: unanswered } : {}),
    };
    const row = { event: 'statement-sent', month: path.month, providerId: path.providerId, refs };
    return done(
      { record: ref, month: next },
      {
        status: 201,
        ...together(sealed.value.effects, filed.value, {
          saves: [
            monthStore(table).save(next, month),
            ...turn,
            ...adjustments.map(({ amountOre, ...one }) =>
              adjustmentStore(table).save({ ...one.entity, state: 'stated', amountOre }, one),
            ),
          ],
          deadlines: [
            ...(await statedDeadlines(path, unanswered, at, table)),
            ...(await lastSettled(next, { pack: basis.pack, at }, deps)),
          ],
          letters: [
            ...outbox(deps, settings, at).toProvider(provider, 'N21', { to: 'months', month: path.month }),
            ...tellStated(content.lines.length, { month: path.month, provider, settings, at }, deps),
          ],
          rows: [row],
        }),
      },
    );
  },
});
