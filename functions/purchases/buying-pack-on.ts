import type { LocalDate } from '../../shared/domain/local-time.ts';
import type { Result } from '../../shared/domain/result.ts';
import { unitPack } from '../../shared/packs/settings.ts';
import { type BuyingPack, buying } from './buying-pack.ts';

/** The routine that a unit names, in force on a day and as the municipality has set it, where it buys hours. */
export function buyingPackOn(
  unit: { readonly pack: string },
  day: LocalDate,
  { overrides }: { readonly overrides: readonly string[] },
): Result<BuyingPack, 'no-routine-in-force' | 'not-in-routine'> {
  const pack = unitPack(unit, overrides, day);
  return pack.ok ? buying(pack.value) : pack;
}
