import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { MunicipalityFile } from '../../../../functions/settings/reading-in/municipality-file.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';
import { readIn } from './imports.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;
type Cast = {
  readonly officer: Actor;
  readonly head: Actor;
  readonly administrator: Actor;
  readonly month: string;
  /** Until what was begun by now has been done. */
  readonly tick: () => Promise<void>;
};

const reason = 'LEAVES';

/** A unit of the municipality's own, as it is read in. */
export const aUnit = {
  ...{ id: 'E1', name: 'Hemtjänst Söder', board: 'Äldrenämnden', area: 'Söder', costCentre: '5220' },
  pack: 'helsingborg',
};

/** The administrator's days: files read in anew, people who come and go with their cases, fees and how it all stands. */
export async function busyHouse(
  ask: Ask,
  { officer, head, administrator, month, tick }: Cast,
  file: MunicipalityFile,
): Promise<void> {
  await ask(administrator, 'getSetup');
  await ask(administrator, 'listUnits');
  const [case1] = file.cases;
  const [person] = file.people;
  const again = {
    ...file,
    officers: [...file.officers, { id: 'O77', name: 'Ny Handläggare', email: 'o77@kommun.example' }],
    people: [
      ...file.people,
      { ...person, id: 'H77', role: 'head' },
      { id: 'E78', role: 'receiving-manager', unitId: 'E77', email: 'e78@kommun.example' },
    ],
    cases: [
      { ...case1, caseNo: 'A-9401', customer: { name: 'Karl Prov', personnummer: '191212121212' } },
      { ...case1, caseNo: 'A-9402', known: [{ kind: 'DEATH', on: '2026-11-10' }] },
    ],
    units: [...file.units, { ...aUnit, id: 'E77', name: 'Hemtjänst Väster' }],
    rates: [...file.rates, { validFrom: '2027-01-01', orePerHour: 50_000, decision: 'SN 2026-11-01 § 9' }],
  };
  await readIn(ask, { administrator, tick }, { file: again });

  const userId = 'O78';
  const roles = [{ role: 'officer' }, { role: 'receiving-manager', unitId: aUnit.id }];
  await ask(administrator, 'saveStaff', { userId }, { name: 'Stina Ny', email: 'o78@kommun.example', roles });
  await ask(administrator, 'getCaseload', { officerId: officer.userId });
  const Move = z.looseObject({ id: z.string() });
  const move = await ask(
    administrator,
    'moveCases',
    { officerId: officer.userId },
    { to: userId, cases: 'ALL', reason },
  );
  const { id: moveId } = Move.parse(move);
  await tick();
  await ask(administrator, 'getMove', { officerId: officer.userId, moveId });
  await ask(administrator, 'moveCases', { officerId: userId }, { to: officer.userId, cases: 'ALL', reason });
  await tick();
  await ask(administrator, 'endStaff', { userId }, {});
  // One of two administrators: the other goes on.
  const other = { name: 'Astrid Ny', email: 'a78@kommun.example', roles: [{ role: 'administrator' }] };
  await ask(administrator, 'saveStaff', { userId: 'A78' }, other);
  await ask(administrator, 'endStaff', { userId: 'A78' }, {});

  const Sampled = z.looseObject({
    items: z.array(z.looseObject({ providerId: z.string(), caseNo: z.string(), officerId: z.string() })),
  });
  const { items } = Sampled.parse(await ask(officer, 'getSample', { month }));
  const [one] = items;
  if (!one) throw new Error('nothing of the officer’s is in the sample');
  const { providerId, caseNo } = one;
  await ask(officer, 'noteSampled', { month, providerId, caseNo }, { customer: 'AGREES', visitNotes: 'NOT_READ' });
  await ask(head, 'getFees', { month });
  await ask(head, 'getFeesFile', { month });
  await ask(head, 'getFigures', { month });
  await ask(head, 'listNotExecuted');
  await ask(administrator, 'getNotExecutedFile');
  await ask(administrator, 'getFiguresFile', { month });
}
