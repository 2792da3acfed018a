import { lapse } from '../../../shared/domain/deadline.ts';
import type { KnownFact } from '../../../shared/domain/known-fact.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { type Routine, routineOn } from '../../../shared/stores/routine.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { takeOver } from '../limits/report-deadlines.ts';
import type { HandedInFacts } from './handed-in-facts-store.ts';
import { latestOrder } from './load-latest-order.ts';
import { isAboutFact } from './settling.ts';
import { factIdOf, isKnownIn, isSameFact, type ToldFact } from './told-fact.ts';
import { toldFactStore } from './told-fact-store.ts';

/** What the facts of a handed-in form rest on. */
export type FactsFromForm = Routine &
  Pick<HandedInFacts, 'month' | 'by'> & { readonly provider: Provider; readonly at: Instant };

/** Undefined while the municipality has no routine in force, or the provider is gone: they wait. */
export async function loadFactsFromForm(
  { providerId, month, by }: HandedInFacts,
  at: Instant,
  { table }: Deps,
): Promise<FactsFromForm | undefined> {
  const routine = await routineOn(table, dateOf(at));
  const provider = (await providerStore(table).find(providerId))?.entity;
  return routine.ok && provider ? { ...routine.value, provider, month, by, at } : undefined;
}

const rowOf = (caseNo: string, { month, provider }: FactsFromForm, refs: Record<string, string | number>) => ({
  event: 'fact-handed-in',
  caseNo,
  refs: { month, providerId: provider.id, ...refs },
});

/** A case without an order has no page to take anything over on: its officer gets the letter alone (N23). */
async function byLetter(caseNo: string, told: FactsFromForm, count: number, deps: Deps): Promise<Effects> {
  const officerId = (await caseStore(deps.table).find(caseNo))?.entity.officerId;
  if (officerId === undefined) return {};
  const fields = { to: 'cases', caseNo, provider: told.provider.name } as const;
  const letters = await outbox(deps, told.settings, told.at).toOfficer(officerId, 'N23', fields);
  return { letters, rows: [rowOf(caseNo, told, { count })] };
}

/** What stands already: told before without a difference, and open, taken over or dismissed. */
const stands = (before: Stored<ToldFact> | undefined, fact: KnownFact): boolean =>
  before !== undefined && before.entity.settled?.as !== 'GONE' && isSameFact(before.entity.fact, fact);

/** Each fact that the case does not know, kept beside the provider's order with a task for its officer. */
export async function factsOfCase(
  caseNo: string,
  facts: readonly KnownFact[],
  told: FactsFromForm,
  deps: Deps,
): Promise<Effects> {
  const { table } = deps;
  const { provider, month, pack, at, by } = told;
  const given = await assignmentStore(table).ofCase(caseNo);
  const unknown = facts.filter((fact) => !isKnownIn(fact, given));
  if (unknown.length === 0) return {};
  const order = (await latestOrder(caseNo, provider.id, deps))?.entity;
  if (!order) return byLetter(caseNo, told, unknown.length, deps);
  const standing = await deadlineStore(table).ofOrder(order.id);
  const facts_ = toldFactStore(table);
  const parts = await Promise.all(
    unknown.map(async (fact): Promise<Effects> => {
      const id = factIdOf(fact);
      const before = await facts_.find(order.id, id);
      if (stands(before, fact)) return {};
      const next: ToldFact = { id, orderId: order.id, caseNo, providerId: provider.id, fact, month, at, by };
      return {
        saves: [facts_.save(next, before)],
        deadlines: deadlinesAfter(standing, { opens: [takeOver(order, next, pack)] }, at).moved,
        rows: [rowOf(caseNo, told, { orderId: order.id, factId: id })],
      };
    }),
  );
  return together(...parts);
}

/** What an earlier form of the month told of and this one does not: nobody is to take it over any more. */
export async function factsGone(
  { providerId, month, first, until, facts }: HandedInFacts,
  { at, by }: Pick<FactsFromForm, 'at' | 'by'>,
  { table }: Deps,
): Promise<readonly Effects[]> {
  const told = new Set(facts.map(({ caseNo, fact }) => `${caseNo} ${factIdOf(fact)}`));
  const open = await toldFactStore(table).unsettled(providerId, month, { first, until });
  const gone = open.filter(
    ({ entity }) => !told.has(`${entity.caseNo} ${entity.id}`) && (until === undefined || entity.caseNo < until),
  );
  return Promise.all(
    gone.map(async (over): Promise<Effects> => {
      const next: ToldFact = { ...over.entity, settled: { as: 'GONE', at, by } };
      const standing = await deadlineStore(table).ofOrder(next.orderId);
      const moves = isAboutFact(next.id, (deadline) => lapse(deadline, at));
      return {
        saves: [toldFactStore(table).save(next, over)],
        deadlines: deadlinesAfter(standing, { moves }, at).moved,
      };
    }),
  );
}
