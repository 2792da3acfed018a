import { isUnitsRole } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Membership, membershipStore } from '../../../shared/stores/membership-store.ts';
import { widened } from '../../people/door.ts';
import { type Decided, type Importing, unchanged } from './decision-step.ts';
import type { UnitOf } from './file-units.ts';
import { rows } from './import-row.ts';

const fields = [
  ...(['name', 'email', 'providerId', 'unitId', 'attestLimitOre', 'from', 'to'] as const),
] as const satisfies readonly (keyof Membership)[];

const textOf = (value: string | number | undefined) => (value === undefined ? undefined : String(value));

/** Somebody's role as a file has it: what it does not name stays, deputies too. */
export async function personDecided(
  { place, said }: UnitOf<'person'>,
  { knows, by }: Importing,
  { table }: Deps,
): Promise<Decided> {
  if (said.providerId !== undefined && !knows.provider(said.providerId))
    return { rows: [rows.fault(place, 'providerId', 'unknown-provider', 'Utföraren finns inte.')] };
  if (said.unitId !== undefined && !knows.unit(said.unitId))
    return { rows: [rows.fault(place, 'unitId', 'unknown-unit', 'Enheten finns inte.')] };
  if (said.from && said.to && said.to < said.from)
    return { rows: [rows.fault(place, 'to', 'to-before-from', 'Slutar före det börjar.')] };
  const over = await membershipStore(table).find(said.userId, said.role);
  if (isUnitsRole(said.role) && said.unitId === undefined && over?.entity.unitId === undefined)
    return { rows: [rows.fault(place, 'unitId', 'missing-unit', 'Rollen hör till en enhet, och ingen är nämnd.')] };
  // Four eyes (A72): nobody gives themselves a role by a file either.
  const own = said.userId === by ? widened([{ ...over?.entity, ...said }], over ? [over.entity] : []) : [];
  if (own.length > 0)
    return {
      rows: [rows.fault(place, 'role', 'own-role', 'Ingen ger sig själv en roll, eller fler dagar i en roll.')],
    };
  const save = async () => ({ saves: [membershipStore(table).save({ ...over?.entity, ...said }, over)] });
  if (!over) return { rows: [rows.added(place, `${said.userId} får en roll.`, { is: said.role })], effects: save };
  const changed = fields.filter((field) => said[field] !== undefined && said[field] !== over.entity[field]);
  if (changed.length === 0) return unchanged;
  return {
    rows: changed.map((field) =>
      rows.changed(place, field, `${said.userId} ändras.`, {
        was: textOf(over.entity[field]),
        is: textOf(said[field]),
      }),
    ),
    effects: save,
  };
}
