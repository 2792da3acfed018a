import { dateOf, type Instant, monthOf } from '../../../shared/domain/local-time.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { filesToAdjust } from '../adjusting/adjusting-tasks.ts';
import { type AdjustingRefusal, adjustingOf } from '../adjusting/load-adjusting.ts';
import type { ProviderMonth } from '../month.ts';
import { openDeadlines, roomFor } from '../opening/month-deadlines-step.ts';

/**
 * Files that still waited for a report when the month was stated are adjustments from then on (A30): the task (D51) of each
 * officer who has something to adjust by them, as where they come after the statement. `stated` is the month as it will be.
 */
export async function filedStated(
  stated: ProviderMonth,
  { pack, at }: { readonly pack: Pack; readonly at: Instant },
  deps: Deps,
): Promise<Result<Effects, AdjustingRefusal>> {
  if (!stated.filed) return accept({});
  const over = await adjustingOf(stated, deps, stated);
  if (!over.ok) return over;
  const { month, providerId } = stated;
  const officers = [...new Set(over.value.toAdjust.map(({ officerId }) => officerId))].filter((id) => id !== '');
  const during = monthOf(dateOf(at));
  const opens = officers
    .toSorted()
    .map((officerId) => filesToAdjust({ month, providerId, officerId }, { pack, during }));
  const { deadlines = [] } = await openDeadlines({ month, providerId }, { opens }, at, deps.table);
  return accept(roomFor(deadlines));
}
