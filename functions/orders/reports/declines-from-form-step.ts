import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import type { ReportBasis } from '../steps/load-order-and-routine.ts';
import { type DeclinesNotice, declinesReport } from './count-declines-step.ts';
import type { Decline } from './declines.ts';
import type { HandedInDeclines } from './handed-in-declines-store.ts';
import { latestOrder } from './load-latest-order.ts';

/** What the form's declined visits in one case rest on, and how the officer is notified of them. */
export type DeclinesFromForm = Pick<ReportBasis, 'pack' | 'caller' | 'at'> & {
  readonly caseNo: string;
  readonly order: Order | undefined;
  readonly telling: (which: readonly Decline[]) => Promise<DeclinesNotice | undefined>;
};

/** A case without an order has no page to take note on: its officer gets the letter alone (N23). */
async function tellingByLetter(
  which: readonly Decline[],
  caseNo: string,
  of: Letters,
  deps: Deps,
): Promise<DeclinesNotice> {
  const officerId = (await caseStore(deps.table).find(caseNo))?.entity.officerId;
  const row = { event: 'declines-repeated', caseNo, refs: { count: which.length } };
  const fields = { to: 'cases', caseNo, provider: of.provider.name } as const;
  const letters = officerId ? await outbox(deps, of.settings, of.at).toOfficer(officerId, 'N23', fields) : [];
  // There is no report to name: the letter of that instant notifies of them.
  return { toldIn: `N23 ${of.at}`, effects: { letters, rows: ownRows([row], of.pack) } };
}
type Letters = Pick<ReportBasis, 'pack' | 'provider' | 'settings' | 'caller' | 'at'>;

/** Undefined while the municipality has no routine in force, or the provider is gone: the report waits. */
export async function declinesFromForm(
  caseNo: string,
  { providerId, by }: HandedInDeclines,
  at: Instant,
  deps: Deps,
): Promise<DeclinesFromForm | undefined> {
  const routine = await routineOn(deps.table, dateOf(at));
  const provider = (await providerStore(deps.table).find(providerId))?.entity;
  if (!routine.ok || !provider) return undefined;
  // The one who signed the form has reported it (L-25).
  const caller = { userId: by, role: 'provider-manager' } as const;
  const of = { ...routine.value, provider, caller, at };
  const stored = await latestOrder(caseNo, providerId, deps);
  const order = stored?.entity;
  return {
    pack: of.pack,
    caller,
    at,
    caseNo,
    order,
    async telling(which) {
      if (!stored) return tellingByLetter(which, caseNo, of, deps);
      // What is over has no day left to talk with the customer about.
      return isOver(stored.entity) ? undefined : declinesReport(which, { ...of, stored }, deps);
    },
  };
}
