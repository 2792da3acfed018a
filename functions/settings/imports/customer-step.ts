import { findableBy, type Identity } from '../../../shared/domain/identity.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { personIdOf } from '../../../shared/domain/person-id.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { together } from '../../../shared/steps/effects.ts';
import { type IdentityField, identityStore } from '../../../shared/stores/identity-store.ts';
import { mostCases } from '../../../shared/stores/person-store.ts';
import { accessLogged, isAnyDead } from '../../people/door.ts';
import { type Decided, type Importing, unchanged } from './decision-step.ts';
import type { UnitOf } from './file-units.ts';
import { knownPerson, rows, strangersNumber } from './import-row.ts';

/** Without what a file does not say; an empty cell says nothing. */
const saidOf = (customer: Partial<Identity>): Partial<Identity> =>
  Object.fromEntries(Object.entries(customer).filter(([, value]) => value !== undefined && value !== ''));

const words: Readonly<Record<IdentityField, string>> = {
  name: 'Namnet',
  personnummer: 'Personnumret',
  address: 'Adressen',
  phone: 'Telefonnumret',
  relativePhone: 'Den närståendes telefonnummer',
  protected: 'Uppgiften om skydd',
};

const strangersText = (stranger: string): string =>
  `Personnumret står i ärende ${stranger} med ett annat namn. Rätta det som är fel.`;

/** A person who has a case already may have one more, and it is said (A73). */
async function knownBy(
  customer: Partial<Identity>,
  { at }: Importing,
  { table, identityKeys }: Deps,
): Promise<string[]> {
  const number = customer.personnummer && personIdOf(customer.personnummer, dateOf(at));
  if (!number) return [];
  const [word = number] = findableBy({ name: '', personnummer: number }).filter((one) => one === number);
  const { leads } = await identityStore(table, identityKeys).find([word], 20);
  return leads.map(({ caseNo }) => caseNo);
}

/** Whose number it is already, in the files or in the system, under a name that cannot be the same person's (A73). */
async function strangerTo(
  caseNo: string,
  customer: Partial<Identity>,
  { at, knows }: Importing,
  { table, identityKeys }: Deps,
): Promise<string | undefined> {
  const { name, personnummer } = customer;
  if (!name || !personnummer) return undefined;
  const inFiles = knows.stranger(caseNo);
  if (inFiles !== undefined) return inFiles;
  const { strangers } = await identityStore(table, identityKeys).sealing(caseNo, { ...customer, name }, at);
  // A person with as many cases as are kept together is nobody else for that.
  return strangers.length < mostCases ? strangers[0] : undefined;
}

/**
 * The customer of a case, as far as it may be told: which of the details differ, never what they were or are. A detail
 * that the file does not name stays; who they are is read only when it is carried out, with a row in the access log.
 */
export async function customerDecided(
  { caseNo, customer, places }: UnitOf<'case'>,
  isNew: boolean,
  by: Importing,
  deps: Deps,
): Promise<Decided> {
  if (!customer) return unchanged;
  const [{ place }] = places;
  const { at } = by;
  const identities = identityStore(deps.table, deps.identityKeys);
  const given = saidOf(customer);
  const stranger = await strangerTo(caseNo, given, by, deps);
  const differs = isNew ? undefined : await identities.differs(caseNo, given, at);
  if (differs === undefined) {
    const { name } = given;
    if (!name) return unchanged;
    const others = (await knownBy(given, by, deps)).filter((other) => other !== caseNo);
    // No help is read in for somebody who has died, unless the file knows it of this case too (A73, L-49).
    const isDead = places.some(({ known = [] }) => known.some(({ kind }) => kind === 'DEATH'));
    if (isNew && stranger === undefined && !isDead && (await isAnyDead(others, deps))) {
      const text = `Personen har avlidit, enligt ärende ${others.join(', ')}. Rätta personnumret, eller dödsfallet.`;
      return { rows: [rows.fault(place, 'customer.personnummer', 'customer-dead', text)] };
    }
    // With another's name it is nobody that is known already: one of the two is said, never both.
    const said =
      others.length > 0 && stranger === undefined
        ? [rows.added(place, `Personen har redan ärende ${others.join(', ')}.`, { code: knownPerson })]
        : [];
    // Nobody is taken for somebody else by a number alone: it is said, and mended when it has been asked about.
    if (stranger !== undefined) said.push(rows.added(place, strangersText(stranger), { code: strangersNumber }));
    const told = isNew ? said : [rows.changed(place, 'customer', 'Kundens uppgifter är nya.'), ...said];
    return { rows: told, effects: async () => ({ saves: await identities.seal(caseNo, { ...given, name }, at) }) };
  }
  if (differs.length === 0) return unchanged;
  return {
    rows: [
      ...differs.map((field) => rows.changed(place, `customer.${field}`, `${words[field]} ändras.`)),
      ...(stranger === undefined || !differs.includes('personnummer')
        ? []
        : [rows.changed(place, 'customer', strangersText(stranger), { code: strangersNumber })]),
    ],
    effects: async () => {
      const before = await identities.open(caseNo);
      const name = given.name ?? before?.name;
      if (!name) return {};
      const access = { at, by: by.acting, entry: 'runImports', caseNos: [caseNo], reason: 'inläsning' };
      return together(
        { saves: await identities.seal(caseNo, { ...before, ...given, name }, at) },
        accessLogged(access, deps),
        { rows: [{ event: 'customer-saved', caseNo }] },
      );
    },
  };
}
