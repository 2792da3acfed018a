import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import { type Caller, isProvidersRole } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { confirmationsOf } from '../../orders/door.ts';
import { linesIdOf } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { type MonthFigures, monthFigures } from './figures.ts';

/** The figures of a month, by provider: to a provider its own alone. */
export async function figuresIn(
  month: Month,
  { caller, at }: { readonly caller: Caller; readonly at: Instant },
  { table }: Pick<Deps, 'table'>,
): Promise<readonly MonthFigures[]> {
  const months = monthStore(table);
  const own = isProvidersRole(caller.role) ? await months.find(month, caller.providerId ?? '') : undefined;
  const all = isProvidersRole(caller.role) ? (own ? [own.entity] : []) : await months.ofMonth(month);
  const found: MonthFigures[] = [];
  for (const of of all) {
    const laid = linesIdOf(of);
    const lines = laid ? await months.lines(laid) : [];
    found.push(monthFigures(of, lines, await confirmationsOf(of, at, { table })));
  }
  return found.toSorted((one, other) => (one.providerId < other.providerId ? -1 : 1));
}
