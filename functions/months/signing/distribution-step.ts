import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import { type Owner, officerOwner } from '../../../shared/domain/owner.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import type { Provider } from '../../../shared/stores/provider-store.ts';
import type { Settings } from '../../../shared/stores/settings-store.ts';
import type { Line } from '../lines/line.ts';

type About = {
  readonly month: Month;
  readonly provider: Provider;
  readonly settings: Settings;
  readonly at: Instant;
};

/** To one owner, inside the system: the month, whose it is and how many cases (N16). */
function notice(to: Owner, count: number, { month, provider, settings, at }: About, deps: Deps, variant?: 'stated') {
  const fields = { to: 'months', month, provider: provider.name, count, ...(variant ? { variant } : {}) } as const;
  return outbox(deps, settings, at).inside(to, 'N16', fields);
}

/** The fee officer is told that the month is stated, and that its figures are (L-26). */
export const tellStated = (count: number, about: About, deps: Deps): readonly Change[] =>
  notice('fee-officer', count, about, deps, 'stated');

/** A commit holds a hundred changes, and one notice is two. */
const alone = 10;
const aCommit = 40;

/**
 * What has come in is distributed: the fee officer is told, and each officer with a case in it, once a month and
 * provider (L-26, L-30, N16). Many officers are told before the rest; cut off there, some are told of a month that comes
 * in a moment later.
 */
export function tellReceived(
  lines: readonly Line[],
  toldBefore: readonly string[] | undefined,
  about: About,
  deps: Deps,
): Pick<Effects, 'before' | 'letters'> {
  const counts = Map.groupBy(lines, ({ officerId }) => officerId);
  const fresh = [...counts].filter(([officerId]) => officerId !== '' && !toldBefore?.includes(officerId));
  const toOfficers = fresh.map(([officerId, some]) => notice(officerOwner(officerId), some.length, about, deps));
  const toFees = toldBefore === undefined ? notice('fee-officer', lines.length, about, deps) : [];
  if (toOfficers.length <= alone) return { letters: [...toFees, ...toOfficers.flat()] };
  const before = Array.from({ length: Math.ceil(toOfficers.length / aCommit) }, (_, n) => ({
    letters: toOfficers.slice(n * aCommit, (n + 1) * aCommit).flat(),
  }));
  return { before, letters: toFees };
}
