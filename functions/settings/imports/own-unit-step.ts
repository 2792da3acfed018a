import type { Deps } from '../../../shared/ports/deps.ts';
import { unitStore } from '../../../shared/stores/unit-store.ts';
import { type Decided, unchanged } from './decision-step.ts';
import type { UnitOf } from './file-units.ts';
import { rows } from './import-row.ts';

const fields = ['name', 'board', 'area', 'costCentre', 'pack'] as const;

/** A unit of the municipality's own as a file has it, whole: what differs from what stands is told by its field. */
export async function ownUnitDecided({ place, said }: UnitOf<'own-unit'>, { table }: Deps): Promise<Decided> {
  const over = await unitStore(table).find(said.id);
  const effects = async () => ({ saves: [unitStore(table).save(said, over)] });
  if (!over) return { rows: [rows.added(place, `Enheten ${said.name} är ny.`, { is: said.id })], effects };
  const changed = fields.filter((field) => said[field] !== over.entity[field]);
  if (changed.length === 0) return unchanged;
  return {
    rows: changed.map((field) =>
      rows.changed(place, field, `Enheten ${over.entity.name} ändras.`, { was: over.entity[field], is: said[field] }),
    ),
    effects,
  };
}
