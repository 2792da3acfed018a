import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { type Caller, isProvidersRole } from '../../../shared/domain/roles.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { afterTouching, assignmentStore, touchedBy } from '../../../shared/stores/assignment-store.ts';
import { statedMonths } from '../../../shared/stores/stated-months.ts';
import { adjustingTasks } from './adjusting-task-step.ts';
import { type MonthChange, monthChanges, spanOf } from './month-change.ts';
import type { StatedChange } from './stated-change.ts';

/** `caller`: whoever is to say yes. A provider is asked and told of its own months; what others are granted is not its matter. */
type Step = { readonly pack: Pack; readonly at: Instant; readonly caller?: Caller };

/** The months whose statement stands, among those that some changes mean something for. */
async function statedAmong(
  changes: readonly MonthChange[],
  { table }: Deps,
): Promise<readonly (StatedChange & MonthChange)[]> {
  const found: (StatedChange & MonthChange)[] = [];
  for (const [providerId, some] of Map.groupBy(changes, (one) => one.providerId)) {
    const stated = new Set((await statedMonths(table, providerId, spanOf(some))).map(({ month }) => month));
    found.push(
      ...some.filter(({ month }) => stated.has(month)).map((one) => ({ ...one, becomes: 'ADJUSTMENT' as const })),
    );
  }
  return found;
}

/** What it means for one of them, in the words that whoever says yes to it reads. */
export const statedWords = ({ month, providerId, grantedBefore, grantedAfter }: StatedChange): string =>
  grantedBefore === grantedAfter
    ? `${month}, ${providerId}: dagarna som betalas ändras. Det blir en justering.`
    : `${month}, ${providerId}: beviljat ${grantedBefore} → ${grantedAfter} minuter. Det blir en justering.`;

/**
 * An act that reaches back into a month whose statement has been sent is taken only by somebody who has said yes to it,
 * and says what it means: month, provider, minutes before and after (contract-month, After the close). It is kept in
 * the case's journal, and is its officer's task to adjust (D50); nothing that was stated changes by it.
 */
export async function unlessStated(
  effects: Effects,
  body: { readonly acceptsStated?: boolean | undefined },
  { pack, at, caller }: Step,
  deps: Deps,
): Promise<Result<{ readonly effects: Effects; readonly says: { stated?: StatedChange[] } }, 'month-stated'>> {
  // In a routine without a month nothing is stated.
  if (!pack.month) return accept({ effects, says: {} });
  const stated: (StatedChange & MonthChange & { readonly caseNo: string; readonly officerId: string })[] = [];
  for (const [caseNo, touched] of Map.groupBy(touchedBy(effects.saves ?? []), (one) => one.caseNo)) {
    const before = await assignmentStore(deps.table).ofCase(caseNo);
    const proRata = pack.params['granted.proRata'];
    const after = afterTouching(before, touched);
    const changes = monthChanges(before, after, { today: dateOf(at), proRata });
    const officerId = [...after, ...before][0]?.officerId ?? '';
    stated.push(...(await statedAmong(changes, deps)).map((one) => ({ ...one, caseNo, officerId })));
  }
  if (stated.length === 0) return accept({ effects, says: {} });
  const shown = stated.filter(
    (one) => !caller || !isProvidersRole(caller.role) || caller.providerId === one.providerId,
  );
  const faults = shown.map((one) => ({
    at: `months.${one.month}.${one.providerId}`,
    code: 'month-stated',
    message: statedWords(one),
  }));
  if (shown.length > 0 && body.acceptsStated !== true) return refuse('conflict', 'month-stated', faults);
  const rows = stated.map(({ caseNo, officerId: _, becomes: __, known: ___, ...refs }) => ({
    ...{ event: 'stated-month-changed', caseNo },
    refs,
  }));
  const deadlines = await adjustingTasks(stated, { pack, at }, deps.table);
  return accept({
    effects: together(effects, { rows, deadlines }),
    says: shown.length === 0 ? {} : { stated: shown.map(({ caseNo: _, officerId: __, known: ___, ...one }) => one) },
  });
}
