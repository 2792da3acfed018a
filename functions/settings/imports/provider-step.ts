import { countedFrom, peakFrom, stateOf } from '../../../shared/domain/capacity.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { capacityStore } from '../../../shared/stores/capacity-store.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { drawUpTurns } from '../../choices/door.ts';
import { changedAccount } from '../../providers/door.ts';
import { type Decided, type Importing, unchanged } from './decision-step.ts';
import type { ProviderSaid, UnitOf } from './file-units.ts';
import { rows } from './import-row.ts';

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' && value !== null ? Object.values(value).join(':') : String(value);
};
const isSame = (one: unknown, other: unknown): boolean =>
  one !== undefined && other !== undefined && textOf(one) === textOf(other);

/** The ceiling that a file states (L-73), with all that the provider has counted from the beginning. */
async function ceilingChange(
  { id: providerId, ceiling }: ProviderSaid,
  { at }: Importing,
  { table }: Deps,
): Promise<readonly Change[]> {
  const over = await capacityStore(table).find(providerId);
  if (!ceiling || (over && textOf(Object.values(over.entity.ceiling)) === textOf([ceiling.value, ceiling.unit])))
    return [];
  const today = dateOf(at);
  const counted = countedFrom(
    await assignmentStore(table).ofProvider(providerId, today),
    { providerId, ceiling },
    today,
  );
  // Whoever reads it in knows of it: nobody is written to.
  return [capacityStore(table).save({ ...counted, told: stateOf(peakFrom(counted, today), counted.ceiling) }, over)];
}

/** A provider as a file has it: what it does not name stays, its pause and its approval too. */
export async function providerDecided(
  { place, said, ratesJudged }: UnitOf<'provider'>,
  by: Importing,
  deps: Deps,
): Promise<Decided> {
  const { table } = deps;
  const over = await providerStore(table).find(said.id);
  const { ceiling, ...details } = said;
  const kind = details.kind ?? over?.entity.kind;
  if (!kind) return { rows: [rows.fault(place, 'kind', 'missing-field', 'Slaget saknas.')] };
  if (over && over.entity.kind !== kind)
    return { rows: [rows.fault(place, 'kind', 'provider-kind-fixed', 'En utförares slag ändras inte.')] };
  // A `cases.json` with rates is judged by them, in its own month, where it is read.
  if (!ratesJudged && !by.knows.rate(kind))
    return { rows: [rows.fault(place, 'kind', 'no-rate', 'Ingen timersättning gäller för utföraren (L-36).')] };
  const others = (await providerStore(table).all()).filter(({ id }) => id !== said.id);
  const number = details.number ?? over?.entity.number ?? Math.max(0, ...others.map((one) => one.number)) + 1;
  if (details.number !== undefined && others.some((one) => one.number === number))
    return { rows: [rows.fault(place, 'number', 'number-taken', 'En annan utförare har numret.')] };
  const ceilings = await ceilingChange(said, by, deps);
  const known: Provider | undefined = over?.entity;
  const next: Provider = {
    ...known,
    ...details,
    kind,
    number,
    name: details.name || known?.name || said.id,
    email: details.email ?? known?.email ?? '',
  };
  const account = known && changedAccount(known, next);
  const effects = async () => ({
    saves: [
      providerStore(table).save(next, over),
      ...(known ? [] : await drawUpTurns([{ id: said.id, number }], by.pack, by, deps)),
      ...ceilings,
    ],
    ...(account ? { rows: [{ event: 'provider-account-changed', providerId: said.id, refs: account }] } : {}),
  });
  if (!known) return { rows: [rows.added(place, `Utföraren ${next.name} är ny.`, { is: said.id })], effects };
  if (details.number !== undefined && details.number !== known.number)
    return { rows: [rows.fault(place, 'number', 'number-on-list', 'Numret i turordningen ändras inte av en fil.')] };
  const changed = Object.entries(details).filter(
    ([field, value]) =>
      value !== undefined && !isSame(value, known[field as keyof Provider]) && !(field === 'name' && value === ''),
  );
  if (changed.length === 0 && ceilings.length === 0) return unchanged;
  return {
    rows: [
      ...changed.map(([field, value]) => {
        const was = known[field as keyof Provider];
        return rows.changed(place, field, `Utföraren ${known.name} ändras.`, {
          ...(was === undefined ? {} : { was: textOf(was) }),
          is: textOf(value),
        });
      }),
      ...(ceilings.length > 0
        ? [rows.changed(place, 'ceiling', `Taket för ${known.name} ändras.`, { is: `${ceiling?.value}` })]
        : []),
    ],
    effects,
  };
}
