import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { adjustmentStore } from '../adjusting/adjustment-store.ts';
import { carriedFrom, pricedRowsOf, type StatedWith } from '../adjusting/load-stated-with.ts';
import { officerNames } from '../lines/load-officers.ts';
import { type Terms, termsOf } from '../load-basis.ts';
import { ownMonth } from '../load-month.ts';
import type { ProviderMonth } from '../month.ts';
import { hasLaterMonth } from './load-later-month.ts';
import { SettlementContent, settledNet } from './settlement.ts';

/** Signed in one commit, which holds a hundred changes; what is more goes with the next one. */
const mostRows = 80;

type Of = { readonly month: Month; readonly providerId: string };

export type SettlementDraft = {
  readonly basis: Terms;
  readonly month: Stored<ProviderMonth>;
  readonly content: SettlementContent;
  readonly adjustments: StatedWith['adjustments'];
  readonly turn: readonly Change[];
};

/** The decided adjustments that no report has taken, and whether there is anything to settle at all. */
export async function toSettle(month: ProviderMonth, { table }: Pick<Deps, 'table'>) {
  const all = await adjustmentStore(table).ofProvider(month.providerId);
  const these = all.filter(({ entity }) => entity.state === 'decided').slice(0, mostRows);
  const broughtForwardOre = carriedFrom(month);
  return { all, these, broughtForwardOre, isAny: these.length > 0 || broughtForwardOre < 0 };
}

/** Whether a month is the last of its provider's, and something of it is left to be settled. */
export async function isToSettle(month: ProviderMonth, at: Instant, deps: Pick<Deps, 'table'>): Promise<boolean> {
  if (!month.statement || !(await toSettle(month, deps)).isAny) return false;
  return !(await hasLaterMonth(month, at, deps.table));
}

/**
 * The settlement as it would be signed now: what officers have decided of stated months, and what the last one left below
 * zero, when no later month comes. By nobody who decided a row of it (A72). `at` is fixed when the head was shown it.
 */
export async function draftSettlement(
  of: Of,
  wish: { readonly comment: string; readonly at: Instant },
  caller: Caller,
  deps: Deps,
): Promise<Result<SettlementDraft>> {
  const { table } = deps;
  const month = await ownMonth(of, caller, deps);
  if (!month.ok) return month;
  const { statement, orePerHour } = month.value.entity;
  if (!statement || orePerHour === undefined) return refuse('conflict', 'statement-not-sent');
  if (await hasLaterMonth(of, wish.at, table)) return refuse('conflict', 'later-month');
  const turn = await adjustmentStore(table).turn(of.providerId);
  const { all, these, broughtForwardOre, isAny } = await toSettle(month.value.entity, deps);
  if (!isAny) return refuse('conflict', 'nothing-to-settle');
  if (these.some(({ entity }) => entity.decidedBy === caller.userId)) return refuse('conflict', 'four-eyes');
  const basis = await termsOf(of.month, of.providerId, deps);
  if (!basis.ok) return basis;
  const { provider, settings } = basis.value;
  const { adjustments, says } = await pricedRowsOf(these, all, of.providerId, table);
  const head = await membershipStore(table).find(caller.userId, 'head');
  const content = SettlementContent.parse({
    municipality: settings.municipality,
    provider: { id: provider.id, name: provider.name },
    month: of.month,
    sentAt: wish.at,
    head: { id: caller.userId, name: head?.entity.name ?? caller.userId },
    officers: await officerNames(
      these.map(({ entity }) => entity.decidedBy),
      deps,
    ),
    ...{ orePerHour, totalMinutes: 0, amountOre: 0, lines: [] },
    invoiceAddress: settings.invoiceAddress,
    comment: wish.comment,
    ...{ ...says, broughtForwardOre },
    ...settledNet({ adjustmentsOre: says.adjustmentsOre, broughtForwardOre }),
  });
  return accept({
    basis: basis.value,
    month: month.value,
    content,
    adjustments,
    turn: adjustments.length > 0 ? [turn] : [],
  });
}
