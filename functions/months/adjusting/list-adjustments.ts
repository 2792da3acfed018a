import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { casesToAdjust } from '../../orders/door.ts';
import { officerNames } from '../lines/load-officers.ts';
import { ownMonth } from '../load-month.ts';
import { adjustmentNumbers } from './adjustment-numbers.ts';
import { AdjustingView, adjustmentView, minutesBy, proposedView } from './adjustment-view.ts';
import { adjustingOf } from './load-adjusting.ts';
import { pricedRowsOf } from './load-stated-with.ts';
import type { ToAdjust } from './to-adjust.ts';

/** The cases that a task says something was told of. */
async function casesToldOf(
  of: { readonly month: Month; readonly providerId: string },
  others: readonly ToAdjust[],
  { table }: Pick<Deps, 'table'>,
): Promise<readonly ToAdjust[]> {
  const caseNos = others.map(({ caseNo }) => caseNo);
  const told = await casesToAdjust(of, caseNos, table);
  return others.filter(({ caseNo }) => told.has(caseNo));
}

/** What has been found out of a month after its statement, in minutes and öre, and what has been decided of it. */
export const listAdjustments = endpoint({
  summary: 'What a stated month comes to with what is known now',
  path: z.object({ month: Month, providerId: SafeId }),
  answer: AdjustingView,
  async run({ path, caller }, deps) {
    const own = await ownMonth(path, caller, deps);
    if (!own.ok) return own;
    const loaded = await adjustingOf(path, deps);
    if (!loaded.ok) return loaded;
    const adjusting = loaded.value;
    const { statement, orePerHour = 0 } = adjusting.month.entity;
    const before = minutesBy(
      statement?.minutes ?? 0,
      adjusting.adjustments.map(({ entity }) => entity),
    );
    const isTheirs = ({ officerId }: { readonly officerId: string }) =>
      caller.role !== 'officer' || officerId === caller.caseload;
    // A provider sees what is decided; what is not is the municipality's own matter.
    const seen = (some: readonly ToAdjust[]) => (isProvidersRole(caller.role) ? [] : some.filter(isTheirs));
    const others = seen(adjusting.others);
    // Told of, and come to nothing: whoever has it as a task says so.
    const told = caller.role === 'officer' ? await casesToldOf(path, others, deps) : [];
    const proposed = [...seen(adjusting.toAdjust), ...told];
    const rulesChanged = [...proposed, ...others].filter(({ because }) => because.includes('RULES_CHANGED'));
    const live = adjusting.adjustments.map(({ entity }) => entity).filter(({ state }) => state !== 'dropped');
    const numbers = adjustmentNumbers(live, live);
    // Of what is not stated, what it comes to on top of what is.
    const unstated = adjusting.adjustments.filter(
      ({ entity: { state } }) => state === 'decided' || state === 'reported',
    );
    const { adjustments: priced } = await pricedRowsOf(unstated, adjusting.adjustments, path.providerId, deps.table);
    const amounts = new Map(live.map((one) => [one, priced.find(({ entity }) => entity.n === one.n)?.amountOre]));
    const adjustments = live.filter(isTheirs);
    const shown = isProvidersRole(caller.role) ? adjustments.filter(({ state }) => state === 'stated') : adjustments;
    return done({
      ...path,
      statedMinutes: statement?.minutes ?? 0,
      orePerHour,
      proposed: proposed.map((one) => {
        // What is decided anew takes the place of what stands.
        const { now = 0, was = 0 } = one.standing ?? {};
        return proposedView(one, { before: before - (now - was), orePerHour });
      }),
      rulesChanged: [...new Set(rulesChanged.map(({ caseNo }) => caseNo))].sort(),
      adjustments: shown.map((one) => ({ amountOre: amounts.get(one), ...adjustmentView(one, numbers.get(one)) })),
      officers: await officerNames(
        [...proposed, ...shown].map(({ officerId }) => officerId),
        deps,
      ),
    });
  },
});
