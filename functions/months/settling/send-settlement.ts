import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { adjustmentStore } from '../adjusting/adjustment-store.ts';
import { ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { openDeadlines } from '../opening/month-deadlines-step.ts';
import { intentOf } from '../signing/load-intent.ts';
import { Signing, seal } from '../signing/signing-step.ts';
import { RecordRef } from '../signing/signing-store.ts';
import { invoicedMinutes } from '../statement/invoiced-minutes.ts';
import { draftSettlement } from './load-settlement.ts';
import { claimDue } from './settling-tasks.ts';

/** The head signs the settlement and sends it to the provider; below zero it is the administrator's to claim (D56). */
export const sendSettlement = endpoint({
  summary: 'Sign the settlement and send it to the provider',
  path: z.object({ month: Month, providerId: SafeId }),
  body: Signing,
  signs: true,
  answer: z.object({ record: RecordRef, month: ProviderMonth }),
  async run({ path, body, caller, at }, deps) {
    const { table } = deps;
    const intent = await intentOf(body.intentId, caller, 'settlement', deps);
    if (!intent.ok) return intent;
    const { comment = '', at: shownAt = at } = intent.value.given;
    const draft = await draftSettlement(path, { comment, at: shownAt }, caller, deps);
    if (!draft.ok) return draft;
    const { basis, month, content, adjustments, turn } = draft.value;
    const { provider, settings, pack } = basis;
    const { toInvoiceOre, claimOre } = content;

    const subject = `${path.month}/${path.providerId}`;
    const files = { pdfId: deps.newId('pdf'), basisId: deps.newId('underlag') };
    const place = { stream: `${path.providerId}/${path.month}`, municipality: settings.municipality, files };
    const sealed = await seal(body.intentId, { kind: 'settlement', subject, caller, at, content, ...place }, deps);
    if (!sealed.ok) return sealed;
    const { ref } = sealed.value;

    const minutes = invoicedMinutes(content);
    const signed = { recordId: ref.recordId, sha256: ref.sha256, at, by: caller.userId };
    const settled = { ...signed, ...files, minutes, toInvoiceOre, claimOre };
    const next: ProviderMonth = { ...month.entity, settlements: [...(month.entity.settlements ?? []), settled] };
    const moves = { meets: ['D55'], opens: claimOre > 0 ? [claimDue(path, { pack, at })] : [] } as const;
    const refs = { recordId: ref.recordId, sha256: ref.sha256, minutes, toInvoiceOre, claimOre };
    return done(
      { record: ref, month: next },
      {
        status: 201,
        ...together(sealed.value.effects, {
          saves: [
            monthStore(table).save(next, month),
            ...turn,
            ...adjustments.map(({ amountOre, ...one }) =>
              adjustmentStore(table).save({ ...one.entity, state: 'stated', inMonth: path.month, amountOre }, one),
            ),
          ],
          ...(await openDeadlines(path, moves, at, table)),
          letters: outbox(deps, settings, at).toProvider(provider, 'N21', {
            to: 'months',
            ...{ month: path.month, variant: claimOre > 0 ? 'claimed' : 'settled' },
          }),
          rows: [{ event: 'settlement-sent', month: path.month, providerId: path.providerId, refs }],
        }),
      },
    );
  },
});
