import type { Result } from '../../shared/domain/result.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import { packNamed } from '../../shared/packs/packs.ts';
import { withSettings } from '../../shared/packs/settings.ts';

/** The value of a result that the case is sure of; a refusal fails the test by name. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.faults ?? [])}`);
  return result.value;
}

/** A rule pack by name, with the settings that the test is about. */
export function aPack(name: string, ...settings: string[]): Pack {
  const pack = packNamed(name);
  if (!pack) throw new Error(`no pack ${name}`);
  return accepted(withSettings(pack, settings));
}
