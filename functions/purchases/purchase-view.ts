import { dateOf, type LocalDate } from '../../shared/domain/local-time.ts';
import type { Missing } from '../../shared/domain/result.ts';
import { acuteDays } from './acute/acute-days.ts';
import { type AgreementState, agreementOf, agreementState } from './agreements/agreement.ts';
import { agreementAsked } from './agreements/draft.ts';
import type { BuyingPack } from './buying-pack.ts';
import type { Facts } from './conditions/conditions.ts';
import { missingBefore } from './conditions/missing.ts';
import type { Purchase } from './purchase.ts';
import { isBeforeHelp, isUndecided, stateOn } from './purchase-state.ts';

/** A purchase as both sides see it: how far it has come, and what is still missing with its rule in words. */
export type PurchaseView = Pick<Purchase, 'id' | 'pack' | 'mode' | 'state' | 'caseNo'> & {
  readonly caseCode?: string;
  readonly missing: readonly Missing[];
  readonly agreement: {
    readonly state: AgreementState;
    readonly sha256?: string;
    readonly signatures: readonly { readonly by: string; readonly role: string; readonly at: string }[];
  };
  readonly acute?: {
    readonly firstVisit: LocalDate;
    readonly day: number;
    readonly followUpDue: LocalDate;
    readonly decisions: Purchase['followUp'];
  };
  readonly notice?: Purchase['notices'][number];
  readonly linkedOrderId?: string;
};

/** What is missing before the next step: of a request its decision and then its start. Help that goes on misses nothing. */
function stillMissing(purchase: Purchase, facts: Facts, pack: BuyingPack): readonly Missing[] {
  if (!isBeforeHelp(purchase)) return [];
  const before =
    isUndecided(purchase) && purchase.mode === 'PLANNED' ? missingBefore('decision', purchase, facts, pack) : [];
  return [...before, ...missingBefore('start', purchase, facts, pack)];
}

/** The purchase as it is at a moment, as the contract answers it. */
export function purchaseView(purchase: Purchase, facts: Facts, pack: BuyingPack): PurchaseView {
  const { id, mode, caseNo, caseCode, linkedOrderId } = purchase;
  const agreement = agreementOf(purchase.agreements, agreementAsked(purchase));
  const days = acuteDays(purchase, dateOf(facts.at), pack);
  const notice = purchase.notices.at(-1);
  return {
    ...{ id, pack: purchase.pack, mode, state: stateOn(purchase, facts.at, pack), caseNo },
    ...(caseCode === undefined ? {} : { caseCode }),
    missing: stillMissing(purchase, facts, pack),
    agreement: {
      state: agreementState(agreement),
      ...(agreement ? { sha256: agreement.sha256 } : {}),
      signatures: (agreement?.signatures ?? []).map(({ by, role, at }) => ({ by, role, at })),
    },
    ...(days
      ? {
          acute: {
            firstVisit: days.firstVisit,
            day: days.day,
            followUpDue: days.followUpDue,
            decisions: purchase.followUp,
          },
        }
      : {}),
    ...(notice ? { notice } : {}),
    ...(linkedOrderId === undefined ? {} : { linkedOrderId }),
  };
}
