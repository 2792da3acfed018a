import { beforeAll, describe, expect, it } from 'vitest';
import type { EntryKey } from '../../../functions/registry.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import {
  aHandedInMonth,
  asked,
  decideLine,
  lineAt,
  month,
  ofP1,
  reporting,
  stating,
} from '../../support/a-handed-in-month.ts';
import {
  administrator,
  colleague,
  coordinator,
  feeOfficer,
  head,
  manager,
  neighbour,
  neighbourManager,
  nightPatrol,
  nurse,
  officer,
  type Person,
  type World,
} from '../../support/a-world.ts';

/** An officer without a case at the provider: for themselves, and while they stand in for the one who has two. */
const stranger: Person = { userId: 'O3', role: 'officer' };
type Who = { readonly who: Person; readonly actingFor?: string };
const people = {
  officer: { who: officer },
  colleague: { who: colleague },
  stranger: { who: stranger },
  'stranger for the officer': { who: stranger, actingFor: 'O1' },
  head: { who: head },
  'fee officer': { who: feeOfficer },
  administrator: { who: administrator },
  manager: { who: manager },
  coordinator: { who: coordinator },
  neighbour: { who: neighbour },
  'neighbour’s manager': { who: neighbourManager },
  'night patrol': { who: nightPatrol },
  nurse: { who: nurse },
} as const satisfies Record<string, Who>;
type Name = keyof typeof people;

let world: World;
const ids: Record<string, string> = {};
const call = (key: EntryKey, { who, actingFor }: Who, path: Record<string, string>) =>
  world.call(key, who, { path, headers: actingFor ? { 'x-acting-for': actingFor } : {} });

beforeAll(async () => {
  world = await aHandedInMonth();
  await world.put(membershipStore(world.table).save({ ...stranger }, undefined));
  const body = { forUserId: 'O1', deputyUserId: 'O3', role: 'officer', from: '2026-11-02', to: '2026-11-20' };
  expect((await world.call('appointDeputy', officer, { body })).status).toBe(201);
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked });
  await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
  for (const who of [officer, colleague]) await world.sign(who, reporting, { path: ofP1, body: {} });
  await world.sign(head, stating, { path: ofP1, body: {} });
  // The PDF and the basis are made a moment after the signature.
  await world.tick();
  const { records } = (await world.call('getMonth', head, { path: ofP1 })).body;
  const names = ['submission', 'O1’s report', 'O2’s report', 'statement'];
  for (const [n, { recordId }] of records.entries()) ids[names[n] ?? ''] = recordId;
});

/** Who reads a thing; to everybody else it is as one that is not there. */
const readers: readonly (readonly [what: string, who: readonly Name[]])[] = [
  ['submission', ['officer', 'colleague', 'stranger for the officer', 'head', 'manager', 'coordinator']],
  ['O1’s report', ['officer', 'stranger for the officer', 'head']],
  ['O2’s report', ['colleague', 'head']],
  ['statement', ['officer', 'colleague', 'stranger for the officer', 'head', 'manager', 'coordinator']],
];
const everyName = Object.keys(people) as Name[];
const table = readers.flatMap(([what, who]) => everyName.map((name) => [what, name, who.includes(name)] as const));

describe('a signed record opens as its month does', () => {
  it.each(table)('%s to the %s: %s', async (what, name, opens) => {
    const read = (recordId = '') => call('getRecord', people[name], { ...ofP1, recordId });
    const answer = await read(ids[what]);
    if (opens) expect(answer).toMatchObject({ status: 200, body: { payload: { kind: expect.any(String) } } });
    else {
      expect(answer).toEqual(await read('bevis-404'));
      expect([403, 404]).toContain(answer.status);
    }
  });
});

describe('what says the same in another way opens to the same people', () => {
  const pdf = everyName.map((name) => [name, readers[3]?.[1].includes(name) ?? false] as const);
  it.each(pdf)('the statement’s PDF to the %s: %s', async (name, opens) => {
    const answer = await call('getStatementFile', people[name], { ...ofP1, file: 'pdf' });
    expect(answer.status === 200).toBe(opens);
    if (!opens) expect([403, 404]).toContain(answer.status);
  });

  it('the basis of the invoice, which names no case, to whoever sees the totals', async () => {
    const open = [];
    for (const name of everyName)
      if ((await call('getStatementFile', people[name], { ...ofP1, file: 'basis' })).status === 200) open.push(name);
    expect(open).toEqual([
      ...(['officer', 'colleague', 'stranger', 'stranger for the officer', 'head', 'fee officer'] as const),
      ...(['manager', 'coordinator'] as const),
    ]);
  });

  it.each(everyName)('the month and its lines to the %s: no case that is not theirs', async (name) => {
    const own: Partial<Record<Name, readonly string[]>> = {
      officer: ['A-1', 'A-2'],
      colleague: ['A-3'],
      'stranger for the officer': ['A-1', 'A-2'],
      head: ['A-1', 'A-2', 'A-3'],
      'fee officer': ['A-1', 'A-2', 'A-3'],
      manager: ['A-1', 'A-2', 'A-3'],
      coordinator: ['A-1', 'A-2', 'A-3'],
    };
    const theirs = own[name] ?? [];
    const answer = await world.call('getMonth', people[name].who, {
      path: ofP1,
      query: { lines: 'all' },
      headers: 'actingFor' in people[name] ? { 'x-acting-for': 'O1' } : {},
    });
    const lines = answer.body.lines ?? [];
    expect(lines.map(({ caseNo }: { caseNo: string }) => caseNo)).toEqual(theirs);
    expect([...new Set(answer.text.match(/A-\d/g))].sort()).toEqual(theirs);
    for (const caseNo of ['A-1', 'A-2', 'A-3'])
      expect((await call('getLine', people[name], lineAt(caseNo))).status === 200).toBe(
        // The reason for a minute is not among the figures that a fee is decided on (L-26).
        name !== 'fee officer' && theirs.includes(caseNo),
      );
    expect((await call('listMonths', people[name], { month })).text).not.toMatch(/A-\d/);
    const journal = (await call('getJournal', people[name], { caseNo: 'A-1' })).status === 200;
    expect(journal).toBe(['officer', 'stranger for the officer', 'head'].includes(name));
  });
});
