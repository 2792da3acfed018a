import { namesAgree } from '../domain/same-name.ts';
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
export type Whose = {
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
 * Whose case it becomes by its number (A73). Opens no identity: whether the names agree is seen by their hashes, and when
 * they do not, it takes somebody who says that it is one person all the same.
 */
export async function whoseCase(written: WrittenIn, samePerson: boolean, table: Table): Promise<Whose> {
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
  const agrees = ({ sealed }: SealedCase) => namesAgree(names, new Set(sealed.found.filter((hash) => hash !== id)));
  const same = samePerson || isIn ? cases : cases.filter(agrees);
  const isFull = !isIn && cases.length >= mostCases;
  if (cases.length > 0 && (same.length === 0 || isFull)) return { ...none, strangers: caseNosOf(cases) };

  // Of a person who is known all cases are; from before persons were kept, those whose names agree.
  const others = known ? cases : same;
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
