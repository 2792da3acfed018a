import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Identity } from '../../../shared/domain/identity.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { byOf } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { accessLogged, ReadingReason } from '../../people/door.ts';
import { mayReadCustomer } from '../disclosure.ts';
import { boardsOf, loadPurchase } from '../load-purchase.ts';
import { purchaseSide } from '../party.ts';

/**
 * Whom a purchase is for: to the manager and case worker who ordered it, until they take it back, and to who performs it, once they may know and
 * until it is over. Each reading is in the access log, in the commit that the answer waits for; the answer is never kept.
 */
export const readPurchaseCustomer = endpoint({
  summary: 'Whom a purchase is for',
  path: z.object({ purchaseId: SafeId }),
  body: z.strictObject({ reason: ReadingReason.optional() }),
  answer: z.object({ purchaseId: z.string(), caseNo: z.string(), customer: Identity }),
  keepsAnswer: false,
  async run(input, deps) {
    const { path, body, caller, at, entry } = input;
    const own = await loadPurchase(path.purchaseId, input, deps);
    if (!own.ok) return own;
    const { stored, facts, pack, actor } = own.value;
    const { id: purchaseId, caseNo } = stored.entity;
    const side = purchaseSide(stored.entity, actor);
    if (side === undefined) return refuse('missing', 'purchase-not-found');
    if (side === 'ORDERING' && stored.entity.withdrawn) return refuse('conflict', 'purchase-over');
    // Nobody reads who somebody is on their own word alone: another person has taken the assignment on.
    const isTaken = stored.entity.decision?.accept === true || stored.entity.begun !== undefined;
    if (side === 'ORDERING' && !isTaken) return refuse('conflict', 'purchase-not-accepted');
    const may = side === 'ORDERING' || mayReadCustomer(stored.entity, boardsOf(own.value), facts, pack);
    if (!may) return refuse('forbidden', 'consent-missing');
    const customer = await identityStore(deps.table, deps.identityKeys).open(caseNo);
    if (!customer) return refuse('missing', 'customer-not-written-in');
    const row = { at, by: byOf(caller), entry, caseNos: [caseNo], reason: body.reason ?? `köp ${purchaseId}` };
    return done({ purchaseId, caseNo, customer }, accessLogged(row, deps));
  },
});
