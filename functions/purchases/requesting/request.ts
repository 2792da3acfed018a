import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { type BuyingPack, groundsOf } from '../buying-pack.ts';
import { allowed } from '../conditions/missing.ts';
import { notAmong, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import type { Receiver } from '../purchase-parts.ts';

/** What the orderer says of the help that it wants to buy. */
export type WantedHelp = Pick<
  Purchase,
  'mode' | 'orderingUnitId' | 'receiver' | 'caseNo' | 'services' | 'extent' | 'from' | 'to' | 'grounds'
> &
  Partial<Pick<Purchase, 'arisenAt' | 'linkedOrderId' | 'longTermPlan' | 'legalBasis'>>;

type CannotAsk =
  | ('role-not-allowed' | 'not-your-unit' | 'not-in-routine' | 'same-unit' | 'to-before-from' | 'unknown-ground')
  | ('receiver-kind' | 'condition-missing' | 'acute-without-plan');

const atBody = <Code extends string>(code: Code, at: string) => refuse('invalid', code, [{ at: `body.${at}`, code }]);

/**
 * Of whom the routine buys: the kinds that its pack names, an internal contractor only where that is said (B-32, H-01,
 * M-01, A77).
 */
export function isBoughtOf({ kind, intraprenad }: Receiver, { providerKinds, params }: BuyingPack): boolean {
  return providerKinds.includes(kind) && (intraprenad !== true || params['provider.intraprenad']);
}

/** What is wrong with a request whatever the routine asks of it. */
function faultIn(wanted: WantedHelp, actor: PurchaseActor, pack: BuyingPack) {
  const { mode, orderingUnitId, receiver, grounds, from, to } = wanted;
  if (actor.unitId !== orderingUnitId) return refuse('forbidden', 'not-your-unit');
  if (mode === 'ACUTE' && !pack.acute) return refuse('invalid', 'not-in-routine');
  if (receiver.unitId === orderingUnitId) return atBody('same-unit', 'receivingUnitId');
  if (!isBoughtOf(receiver, pack)) return atBody('receiver-kind', 'receivingUnitId');
  if (to !== null && to < from) return atBody('to-before-from', 'to');
  const { list, open } = groundsOf(wanted, pack);
  if (!list.some(({ code }) => code === grounds.code) && !(open && grounds.code === 'OTHER'))
    return atBody('unknown-ground', 'grounds.code');
  return undefined;
}

/**
 * One unit asks another for help (M-02), planned or acute (H-02), after it has found that its own staff cannot (B-13, H-15, H-20,
 * M-26) and on the grounds that the routine asks for (B-01, B-02, H-03, H-04, H-19, H-21). The legal basis is the
 * routine's (H-31, M-25), and the cost stays with the buyer (H-08): neither is a request's to choose.
 */
export function askFor(
  id: string,
  wanted: WantedHelp,
  actor: PurchaseActor,
  pack: BuyingPack,
  reason?: string,
): Result<Purchase, CannotAsk> {
  const refused = notAmong(pack.purchases.request.by, actor) ?? faultIn(wanted, actor, pack);
  if (refused) return refused;
  const act = { at: actor.at, by: actor.userId };
  const asked: Purchase = {
    ...wanted,
    id,
    pack: pack.name,
    state: wanted.mode === 'ACUTE' ? 'acute-requested' : 'requested',
    costBearer: 'ORDERING',
    legalBasis: wanted.legalBasis ?? pack.params.legalBasis,
    requested: act,
    ...{ dialogue: [], declinedBy: [], consentIds: [], handovers: [], preparation: {}, agreements: [] },
    ...{ followUp: [], changes: [], notices: [], remarks: [] },
  };
  const may = allowed('request', asked, { at: actor.at, consents: [], earlierAcute: [] }, pack, { ...act, reason });
  return may.ok ? accept(may.value) : may;
}
