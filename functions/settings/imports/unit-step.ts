import { dateOf, type Instant, type LocalDate, monthOf } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { packInForce } from '../../../shared/packs/packs.ts';
import { inUse, withSettings } from '../../../shared/packs/settings.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Membership, membershipStore } from '../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import type { Routine } from '../../../shared/stores/routine.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import { unitStore } from '../../../shared/stores/unit-store.ts';
import { rateInForce } from '../../months/door.ts';
import { hasService } from '../../orders/door.ts';
import { caseDecided } from './case-step.ts';
import type { Decided, Importing } from './decision-step.ts';
import type { Unit } from './file-units.ts';
import type { Import } from './import-store.ts';
import type { FileUnits } from './load-units.ts';
import { municipalityDecided } from './municipality-step.ts';
import { ownUnitDecided } from './own-unit-step.ts';
import { personDecided } from './people-step.ts';
import { providerDecided } from './provider-step.ts';
import { sharedNumbers } from './shared-numbers.ts';

/** What one thing of a file comes to, held against what stands now. */
export async function unitDecided(unit: Unit, by: Importing, deps: Deps): Promise<Decided> {
  switch (unit.kind) {
    case 'told':
      return { rows: [unit.row] };
    case 'municipality':
      return municipalityDecided(unit, by, deps);
    case 'provider':
      return providerDecided(unit, by, deps);
    case 'own-unit':
      return ownUnitDecided(unit, deps);
    case 'person':
      return personDecided(unit, by, deps);
    case 'case':
      return caseDecided(unit, by, deps);
  }
}

/** The routine that the import is judged by: as it stands, as it asks for, or, the first time, as one begins. */
export async function routineFor(
  { pack: named, set, invoiceAddress }: Pick<Import, 'pack' | 'set' | 'invoiceAddress'>,
  municipality: string | undefined,
  at: Instant,
  { table }: Deps,
): Promise<Result<Routine>> {
  const stored = (await settingsStore(table).find())?.entity;
  if (!stored && municipality === undefined) return refuse('conflict', 'not-set-up');
  const name = named ?? stored?.pack ?? 'leksand';
  const pack = packInForce(name, dateOf(at));
  if (!pack) return refuse('invalid', 'bad-request', [{ at: 'body.pack', code: 'unknown-pack' }]);
  // Another routine's settings are no settings of this one.
  const overrides = set ?? (stored?.pack === name ? stored.overrides : []);
  const chosen = withSettings(pack, overrides);
  if (!chosen.ok) return chosen;
  const usable = inUse(chosen.value);
  if (!usable.ok) return usable;
  const settings = {
    ...(stored ?? { municipality: municipality ?? '', rates: [] }),
    ...{ pack: name, overrides: [...overrides] },
    invoiceAddress: invoiceAddress ?? stored?.invoiceAddress ?? 'Fakturaenheten',
  };
  return accept({ settings, pack: usable.value });
}

const holdsOn = (days: Pick<Membership, 'from' | 'to'> | undefined, day: LocalDate): boolean =>
  (days?.from ?? day) <= day && day <= (days?.to ?? day);

/** Whom the files and the system know of, together. */
export async function knownIn({ units, lists }: FileUnits, at: Instant, { table }: Deps): Promise<Importing['knows']> {
  const providers = new Set(await providerStore(table).ids());
  const ownUnits = new Set([...(await unitStore(table).ids()), ...(lists.units?.names ?? [])]);
  const held = await membershipStore(table).withRole('officer');
  const officers = new Set(held.map(({ userId }) => userId));
  const days = new Map<string, Pick<Membership, 'from' | 'to'>>(held.map((one) => [one.userId, one]));
  for (const unit of units) {
    if (unit.kind === 'provider') providers.add(unit.said.id);
    if (unit.kind !== 'person' || unit.said.role !== 'officer') continue;
    const { userId, from, to } = unit.said;
    officers.add(userId);
    days.set(userId, { ...days.get(userId), ...(from ? { from } : {}), ...(to ? { to } : {}) });
  }
  // Whoever is named in a row at fault is in the file, and that row alone is told of.
  for (const id of lists.providers?.names ?? []) providers.add(id);
  const persons = new Set(units.flatMap((unit) => (unit.kind === 'person' ? [unit.said.userId] : [])));
  for (const id of lists.officers?.names ?? []) if (!persons.has(id)) officers.add(id);
  const settings = (await settingsStore(table).find())?.entity;
  const standing = settings?.rates ?? [];
  const said = units.flatMap((unit) => (unit.kind === 'municipality' ? unit.rates.map(({ rate }) => rate) : []));
  const told = units.flatMap((unit) =>
    unit.kind === 'municipality' ? unit.services.map(({ service }) => service) : [],
  );
  const again = new Set(told.map(({ code }) => code));
  const catalogue = [...(settings?.services ?? []).filter(({ code }) => !again.has(code)), ...told];
  const known = new Set(told.map(({ code }) => code));
  const broken = new Set([...(lists.services?.names ?? [])].filter((code) => !known.has(code)));
  const strangers = sharedNumbers(
    units.filter((unit) => unit.kind === 'case'),
    dateOf(at),
  );
  return {
    stranger: (caseNo) => strangers.get(caseNo),
    provider: (id) => lists.providers?.unsure === true || providers.has(id),
    unit: (id) => lists.units?.unsure === true || ownUnits.has(id),
    officer: (id) => lists.officers?.unsure === true || officers.has(id),
    officerToday: (id) => holdsOn(days.get(id), dateOf(at)),
    service: (code, from, to) =>
      lists.services?.unsure === true || broken.has(code) || hasService(catalogue, code, from, to),
    rate: (kind) =>
      lists.rates?.unsure === true || rateInForce([...standing, ...said], monthOf(dateOf(at)), kind) !== undefined,
  };
}
