import type { LocalDate } from '../domain/local-time.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import type { Pack } from '../packs/pack.ts';
import { packInForce } from '../packs/packs.ts';
import { withSettings } from '../packs/settings.ts';
import type { Table } from '../ports/table.ts';
import { type Settings, settingsStore } from './settings-store.ts';

/** The municipality's choices with the routine in force on the day of the event (S-62). */
export type Routine = { readonly settings: Settings; readonly pack: Pack };

export async function routineOn(
  table: Table,
  date: LocalDate,
): Promise<Result<Routine, 'not-set-up' | 'no-routine-in-force'>> {
  const settings = await settingsStore(table).find();
  if (!settings) return refuse('conflict', 'not-set-up');
  const pack = packInForce(settings.entity.pack, date);
  if (!pack) return refuse('conflict', 'no-routine-in-force');
  const set = withSettings(pack, settings.entity.overrides);
  return set.ok ? accept({ settings: settings.entity, pack: set.value }) : refuse('conflict', 'no-routine-in-force');
}
