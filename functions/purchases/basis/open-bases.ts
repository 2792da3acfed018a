import { dateOf, type Month, monthOf, previousMonth } from '../../../shared/domain/local-time.ts';
import { forEachIsolated } from '../../../shared/http/for-each-isolated.ts';
import { job } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { opened } from '../../../shared/steps/deadlines.ts';
import { system } from '../../../shared/steps/effects.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import type { Purchase } from '../purchase.ts';
import { basisDeadline } from './basis-deadlines.ts';
import { basisStore } from './basis-store.ts';
import { performerOwner, purchasesOf, withPacks } from './load-month-basis.ts';
import { type BoughtOf, isInMonth } from './month-lines.ts';
import { noticeMinutes } from './notice-minutes.ts';

const performerIn = ({ receiver }: Purchase) =>
  performerOwner({ id: receiver.unitId ?? receiver.providerId ?? '', isUnit: receiver.unitId !== undefined });

/** One performer's basis to one unit gets its day, once; one that has been handed in already has none. */
async function open(month: Month, some: readonly BoughtOf[], at: string, deps: Deps): Promise<boolean> {
  const latest = some
    .toSorted((one, other) => (one.purchase.requested.at < other.purchase.requested.at ? -1 : 1))
    .at(-1);
  if (!latest) return false;
  const of = { month, performer: performerIn(latest.purchase), orderingUnitId: latest.purchase.orderingUnitId };
  const isThere = (await deadlineStore(deps.table).ofBasis(of)).length > 0;
  if (isThere || (await basisStore(deps.table).isThere(month, of.performer, of.orderingUnitId))) return false;
  return committed({ deadlines: opened([basisDeadline(of, latest.pack)]) }, { by: system, at }, deps);
}

/** On the first of a month: each performer that had bought hours under way in the month before has a day to hand in (D31, D38). */
export const openBases = job(async (at, deps) => {
  const month = previousMonth(monthOf(dateOf(at)));
  const settings = (await settingsStore(deps.table).find())?.entity;
  if (!settings) return { done: 0 };
  const all = await purchasesOf('all', deps);
  const bought = withPacks(all, month, settings).filter(
    ({ purchase, pack }) => isInMonth(purchase, month) || noticeMinutes(purchase, month, pack) > 0,
  );
  const byPair = Map.groupBy(bought, ({ purchase }) => `${performerIn(purchase)} ${purchase.orderingUnitId}`);
  const log = { entry: 'openBases', log: deps.log };
  return { done: await forEachIsolated([...byPair.values()], log, (some) => open(month, some, at, deps)) };
});
