import { ofOnePerson } from '../domain/same-person.ts';
import type { Change, Table } from '../ports/table.ts';
import { mostCases, type Person, personStore } from './person-store.ts';
import { putSealed, type SealedCase, sealedCases } from './sealed-identity.ts';

/** A customer who is written in: the number's keyed hash and each word of the name in its forms, hashed. */
type WrittenIn = {
  readonly caseNo: string;
  readonly id: string | undefined;
  readonly names: readonly (readonly string[])[];
  /** Whether protection was spoken of, and how. */
  readonly said: boolean | undefined;
  readonly before: SealedCase | undefined;
};

/** Whose the case becomes, and which cases are then that person's, or somebody else's with the same number. */
export type WhoseCase = {
  readonly person?: Person;
  /** The person's other cases. */
  readonly others: readonly string[];
  /** Cases whose customers have the same number and other names: not taken to be the same person. */
  readonly strangers: readonly string[];
  readonly changes: readonly Change[];
};

const caseNosOf = (cases: readonly SealedCase[]) => cases.map(({ caseNo }) => caseNo);

/** The other cases with the number: those of the person whose it is, else of whoever was written in before persons were kept. */
async function holdersOf(id: string, caseNo: string, table: Table) {
  const person = await personStore(table).find(id);
  const leads = person ? [] : (await table.query({ pk: `TRAIT#${id}`, limit: mostCases + 1 })).items;
  const caseNos = person?.entity.cases ?? leads.map(({ sk }) => sk);
  return {
    known: person,
    cases: await sealedCases(
      table,
      caseNos.filter((one) => one !== caseNo),
    ),
  };
}

/** A case whose number is no longer what it was is no longer that person's. */
async function leaving(
  { caseNo, before }: WrittenIn,
  next: string | undefined,
  table: Table,
): Promise<readonly Change[]> {
  const id = before?.sealed.person;
  if (id === undefined || id === next) return [];
  const left = await personStore(table).find(id);
  if (!left) return [];
  return [personStore(table).save({ ...left.entity, cases: left.entity.cases.filter((one) => one !== caseNo) }, left)];
}

/**
 * Whose a case becomes by its number (A73), with what that changes. Opens no identity: whether the names agree is seen by
 * their hashes.
 */
export async function whoseCase(written: WrittenIn, isSaid: boolean, table: Table): Promise<WhoseCase> {
  const { caseNo, id, names, said, before } = written;
  const none = {
    others: [],
    strangers: [],
    changes: [
      ...(await leaving(written, undefined, table)),
      ...(await personStore(table).pointing([caseNo], undefined)),
    ],
  };
  if (id === undefined) return none;
  const { known, cases } = await holdersOf(id, caseNo, table);
  const isIn = before?.sealed.person === id;
  const held = cases.map((one) => ({ one, found: new Set(one.sealed.found.filter((hash) => hash !== id)) }));
  const decided = ofOnePerson(held, {
    ...{ names, isSaid: isSaid || isIn, isKnown: known !== undefined },
    isFull: !isIn && cases.length >= mostCases,
  });
  if ('strangers' in decided) return { ...none, strangers: caseNosOf(decided.strangers.map(({ one }) => one)) };

  const others = decided.others.map(({ one }) => one);
  const wasHidden = known?.entity.protected ?? others.some(({ sealed }) => sealed.protected);
  const person = {
    id,
    cases: [caseNo, ...caseNosOf(others)],
    // Lifted in a case that is the person's; one that is new to them cannot take it away.
    protected: isIn ? (said ?? wasHidden) : wasHidden || (said ?? before?.sealed.protected ?? false),
  };
  const adopted = known ? [] : others;
  return {
    person,
    others: caseNosOf(others),
    strangers: [],
    changes: [
      personStore(table).save(person, known),
      ...adopted.map((one) => putSealed(one.caseNo, { ...one.sealed, person: id }, one)),
      ...(await leaving(written, id, table)),
      ...(await personStore(table).pointing([caseNo, ...caseNosOf(adopted)], id)),
    ],
  };
}
