import type { LocalDate } from '../domain/local-time.ts';
import type { OwnUnit } from '../domain/own-unit.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import type { Pack } from '../packs/pack.ts';
import { packInForce } from '../packs/packs.ts';
import { unitPack, withSettings } from '../packs/settings.ts';
import type { Table } from '../ports/table.ts';
import { type Settings, settingsStore } from './settings-store.ts';
import { unitStore } from './unit-store.ts';

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

/**
 * The same for one of the municipality's own units, whose routine is the one that the unit names: that of the unit that
 * orders is the purchase's.
 */
export async function routineOfUnit(
  table: Table,
  unitId: string,
  date: LocalDate,
): Promise<Result<Routine & { readonly unit: OwnUnit }, 'not-set-up' | 'no-routine-in-force' | 'unit-not-found'>> {
  const unit = (await unitStore(table).find(unitId))?.entity;
  if (!unit) return refuse('missing', 'unit-not-found');
  const settings = (await settingsStore(table).find())?.entity;
  if (!settings) return refuse('conflict', 'not-set-up');
  const pack = unitPack(unit, settings.overrides, date);
  return pack.ok ? accept({ settings, pack: pack.value, unit }) : pack;
}
