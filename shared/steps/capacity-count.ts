import {
  afterChange,
  type Capacity,
  type CapacityState,
  inWholeUnits,
  isFull,
  peakFrom,
  reversed,
  stepsOf,
  withSteps,
} from '../domain/capacity.ts';
import { dateOf, type Instant } from '../domain/local-time.ts';
import type { Deps } from '../ports/deps.ts';
import type { Change, Table } from '../ports/table.ts';
import { tableLimits } from '../ports/table.ts';
import { afterTouching, assignmentStore, type Touched, touchedBy } from '../stores/assignment-store.ts';
import { capacityStore } from '../stores/capacity-store.ts';
import { providerStore } from '../stores/provider-store.ts';
import { settingsStore } from '../stores/settings-store.ts';
import { outbox } from './outbox.ts';

/** How one case's changes change what a provider has, day by day. */
async function stepsIn(table: Table, caseNo: string, providerId: string, touched: readonly Touched[]) {
  const isTheirs = (one: { readonly providerId: string }) => one.providerId === providerId;
  const stood = (await assignmentStore(table).ofCase(caseNo)).filter(isTheirs);
  const next = afterTouching(stood, touched.filter(isTheirs));
  return [...reversed(stepsOf(stood)), ...stepsOf(next)];
}

/**
 * The officers are notified once a crossing, in whole hours or customers (L-74); where they are more than a commit
 * holds, the heads.
 */
export async function capacityLetters(
  state: CapacityState,
  capacity: Capacity,
  deps: Deps,
  at: Instant,
): Promise<readonly Change[]> {
  const { providerId, ceiling } = capacity;
  const used = peakFrom(capacity, dateOf(at));
  const settings = (await settingsStore(deps.table).find())?.entity;
  if (!settings) return [];
  const { name = providerId } = (await providerStore(deps.table).find(providerId))?.entity ?? {};
  const fields = { to: 'settings', provider: name, used: inWholeUnits(used, ceiling), ceiling: ceiling.value } as const;
  const said = { ...fields, ...(isFull(state) ? { variant: state } : {}) };
  const letters = await outbox(deps, settings, at).toOfficers('N32', said);
  return letters.length <= tableLimits.changes / 2 ? letters : outbox(deps, settings, at).toHeads('N32', said);
}

/**
 * What follows for the providers' capacities from changes that are about to be committed: how much each has taken on,
 * and whether the officers must be notified that it is near its ceiling (L-74, A44). Only a provider that has stated a
 * ceiling is counted (L-73). To be committed with the changes, all or nothing.
 */
export async function countCapacity(changes: readonly Change[], deps: Deps, at: Instant): Promise<readonly Change[]> {
  const touched = touchedBy(changes);
  if (touched.length === 0) return [];
  const today = dateOf(at);
  const counted: Change[] = [];
  for (const providerId of new Set(touched.map((one) => one.providerId))) {
    const stored = await capacityStore(deps.table).find(providerId);
    if (!stored) continue;
    const cases = new Set(touched.filter((one) => one.providerId === providerId).map(({ caseNo }) => caseNo));
    const steps = [];
    for (const caseNo of cases) {
      const ofCase = touched.filter((one) => one.caseNo === caseNo);
      steps.push(...(await stepsIn(deps.table, caseNo, providerId, ofCase)));
    }
    const next = withSteps(stored.entity, steps, today);
    const { capacity, tells } = afterChange(stored.entity, next, today);
    counted.push(capacityStore(deps.table).save(capacity, stored));
    if (tells) counted.push(...(await capacityLetters(tells, capacity, deps, at)));
  }
  return counted;
}
