import * as z from 'zod';
import { readMunicipalityFile } from '../../../functions/settings/reading-in/municipality-file.ts';
import type { Machine } from '../../../infra/local/machine.ts';
import { type Actors, actorsOf } from '../../../infra/local/scripted-month/actors.ts';
import { readIn } from '../../../infra/local/scripted-month/set-up.ts';
import { instantAt } from '../../../shared/domain/local-time.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { aReport } from '../../support/a-report.ts';

export const month = '2026-10';
export const manager = { userId: 'M1', role: 'provider-manager' } as const;
export const officer = { userId: 'O1', role: 'officer' } as const;

type Ordered = { readonly caseNo: string; readonly officerId: string; readonly minutes: number };

/** match, A-2 is performed above what is granted; A-3 is the colleague's. */
export const fewCases: readonly Ordered[] = [
  { caseNo: 'A-1', officerId: 'O1', minutes: 600 },
  { caseNo: 'A-2', officerId: 'O1', minutes: 100 },
  { caseNo: 'A-3', officerId: 'O2', minutes: 300 },
  { caseNo: 'A-4', officerId: 'O1', minutes: 200 },
];
export const fewVisits = {
  'A-1': [
    [1, 240],
    [2, 240],
  ],
  'A-2': [[1, 150]],
  'A-3': [[5, 60]],
  'A-4': [[6, 90]],
} as const;

/** So many cases of one officer, each with one visit that matches. */
export const manyCases = (count: number): readonly Ordered[] =>
  Array.from({ length: count }, (_, index) => ({ caseNo: `A-${1000 + index}`, officerId: 'O1', minutes: 600 }));
export const manyVisits = (count: number) =>
  Object.fromEntries(manyCases(count).map(({ caseNo }, index) => [caseNo, [[1 + (index % 28), 60] as const]]));

const fileOf = (cases: readonly Ordered[]) => ({
  municipality: 'Exempelkommun',
  month,
  rates: [{ validFrom: '2026-01-01', orePerHour: 40_000 }],
  providers: [{ id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@utforare1.example' }],
  officers: [
    { id: 'O1', name: 'Handläggare 1', email: 'o1@kommun.example' },
    { id: 'O2', name: 'Handläggare 2', email: 'o2@kommun.example' },
  ],
  people: [
    { id: 'H1', role: 'head', name: 'Myndighetschef Prov', email: 'h1@kommun.example' },
    { id: 'D1', role: 'administrator', name: 'Administratör Prov' },
    { id: 'M1', role: 'provider-manager', providerId: 'P1', name: 'Enhetschef 1' },
  ],
  cases: cases.map(({ minutes, ...one }) => ({
    ...one,
    providerId: 'P1',
    services: [{ code: 'OMV', minutesPerMonth: minutes }],
    from: '2026-01-01',
    to: null,
  })),
});

/** The manager hands in and signs without a browser. */
export const handIn = (people: Actors, visits: Parameters<typeof aReport>[0]) =>
  people.sign(manager, ['intendSubmission', 'submitMonth'], { path: { month }, body: aReport(visits) }, z.unknown());

/** A small municipality on the morning of the first working day of November, its cases decided; `visits` are handed in. */
export const aMonthEnd =
  (cases: readonly Ordered[], visits?: Parameters<typeof aReport>[0]) =>
  async (machine: Machine): Promise<void> => {
    const read = readMunicipalityFile(fileOf(cases));
    if (!read.ok) throw new Error('the municipality of the test cannot be read');
    const people = actorsOf(machine);
    const { table } = machine.deps;
    machine.clock.set(instantAt('2026-10-01', '08:00'));
    await readIn(machine, people, read.value, [], 'leksand');
    const coordinator = { userId: 'K1', role: 'provider', providerId: 'P1', name: 'Samordnare 1' } as const;
    await table.commit([membershipStore(table).save(coordinator, undefined)]);
    for (const { customer: _, ...one } of read.value.cases)
      await table.commit([caseStore(table).save(one, undefined), assignmentStore(table).add(one)]);
    await machine.moveTo(instantAt('2026-11-02', '07:00'));
    if (visits) await handIn(people, visits);
  };
