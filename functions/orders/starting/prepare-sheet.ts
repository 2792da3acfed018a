import * as z from 'zod';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { installedFonts } from '../../../shared/pdf/load-fonts.ts';
import { together } from '../../../shared/steps/effects.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { accessLogged } from '../../people/door.ts';
import { whileAlive } from '../ending/order-death.ts';
import { OrderView } from '../order-view.ts';
import { loadOrderStep, orderStepTaken } from '../steps/order-step.ts';
import { customerOnSheet, prepared } from './sheet.ts';

/**
 * The assignment on paper, with the personal data that a private provider needs (S-20, S-21). It is drawn now and kept
 * nowhere; the journal says that it was made, and the access log that the customer was read. It goes by the way that was
 * agreed by phone, also about somebody with protected identity, of whom nothing leaves by mail.
 */
export const prepareSheet = endpoint({
  summary: 'Take out an assignment on paper',
  path: z.object({ orderId: z.string() }),
  answer: z.object({
    fileName: z.string(),
    pdf: z.base64().meta({ description: 'The sheet as a PDF; it is never stored' }),
    order: OrderView,
  }),
  keepsAnswer: false,
  async run(input, deps) {
    const { path, caller, at, entry } = input;
    const step = await loadOrderStep(path.orderId, input, deps);
    if (!step.ok) return step;
    const alive = whileAlive(step.value.stored.entity);
    if (!alive.ok) return alive;
    const { stored, settings, provider, arrangement } = step.value;
    if (!arrangement.paper) return refuse('conflict', 'not-in-routine');
    const decision = prepared(stored.entity, { userId: caller.userId, at });
    if (!decision.ok) return decision;
    const order = decision.value;
    const identities = identityStore(deps.table, deps.identityKeys);
    const customer = customerOnSheet(await identities.open(order.caseNo));
    if (!customer.ok) return customer;

    const { municipality } = settings;
    const officer = await membershipStore(deps.table).find(order.officerId, 'officer');
    // Loaded when somebody prints: every other way in of this function starts without it.
    const { sheetPdf } = await import('./sheet-pdf.ts');
    const sheet = {
      municipality,
      provider: provider.name,
      order,
      services: settings.services,
      customer: customer.value,
      officer: officer?.entity.name ?? order.officerId,
      at,
    };
    const bytes = await sheetPdf(sheet, installedFonts());
    const did = orderStepTaken(order, step.value, { rows: [{ event: 'sheet-prepared' }] }, deps);
    const by = { userId: caller.userId, role: caller.role };
    const row = { at, by, entry, caseNos: [order.caseNo], reason: 'uppdrag på papper' };
    return done(
      { fileName: `uppdrag-${order.caseNo}.pdf`, pdf: Buffer.from(bytes).toString('base64'), order: did.value },
      { ...together(did.effects, accessLogged(row, deps)), version: did.version },
    );
  },
});
