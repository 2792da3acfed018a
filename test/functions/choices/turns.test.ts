import { describe, expect, it } from 'vitest';
import { replay } from '../../../functions/choices/ledger/replay.ts';
import { readTurnFile } from '../../../functions/choices/ledger/turn-reader.ts';
import { nextTurn } from '../../../functions/choices/turn-step.ts';
import { instant } from '../../../shared/domain/local-time.ts';
import type { TurnKind } from '../../../shared/domain/turn-list.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { accepted } from '../../support/a-pack.ts';
import {
  aWorld,
  colleague,
  coordinator,
  everyone,
  head,
  officer,
  providers,
  type World,
} from '../../support/a-world.ts';

const both = [
  { providerId: 'P1', number: 1 },
  { providerId: 'P2', number: 2 },
];

async function aList(world: World, body: object = { providers: both }) {
  return world.call('arrangeTurns', officer, { body });
}

/** A turn as an order takes it. */
async function take(world: World, orderId: string, over: { area?: string; kind?: TurnKind; from?: string } = {}) {
  const wanted = { orderId, caseNo: `A-${orderId}`, kind: 'NONCHOICE', minutesPerMonth: 600, by: 'O1' } as const;
  const turn = await nextTurn(world.deps, { ...wanted, ...over, at: world.clock.now() });
  if (turn.ok) await world.put(...turn.value.changes);
  return turn.ok ? turn.value.providerId : turn.code;
}

const change = async (world: World, id: 'P1' | 'P2', over: object) => {
  const store = providerStore(world.table);
  await world.put(store.save({ ...providers[id], ...over }, await store.find(id)));
};

describe('the officers draw up the list in advance (L-06, S-04)', () => {
  it('with every approved provider once and every number once (L-07), and hear all that is wrong', async () => {
    const world = await aWorld();
    const wrong = [
      { providerId: 'P1', number: 1 },
      { providerId: 'P1', number: 1 },
      { providerId: 'P9', number: 3 },
    ];
    const answer = await aList(world, { providers: wrong, first: 'P2' });
    expect(answer.status).toBe(422);
    expect(answer.body.faults.map((one: { at: string; code: string }) => `${one.at} ${one.code}`)).toEqual([
      'body.providers.1.providerId provider-twice',
      'body.providers.1.number number-taken',
      'body.providers.2.providerId unknown-provider',
      'body.providers provider-not-listed',
      'body.first unknown-provider',
    ]);
    expect((await world.call('listTurns', officer)).body).toMatchObject({ drawnUp: false, next: null, providers: [] });
    expect(await world.call('exportTurns', officer)).toMatchObject({
      status: 409,
      body: { code: 'turn-list-missing' },
    });
  });

  it('once one of two who draw it up at the same time has been first', async () => {
    const world = await aWorld();
    const first = await world.call('arrangeTurns', officer, {
      body: { providers: both },
      headers: { 'if-match': '"0"' },
    });
    const second = await world.call('arrangeTurns', colleague, {
      body: { providers: both },
      headers: { 'if-match': '"0"' },
    });
    expect([first.status, second.status, second.body.code]).toEqual([200, 409, 'stale-version']);
  });

  it('by the officers and nobody else (S-04)', async () => {
    const world = await aWorld({ settings: { pack: 'sn2016-840' } });
    const others = everyone.filter(({ role }) => role !== 'officer');
    expect(others.length).toBeGreaterThan(4);
    for (const person of others) {
      const answer = await world.call('arrangeTurns', person, { body: { providers: both } });
      expect([person.role, answer.status]).toEqual([person.role, 403]);
    }
    expect((await world.call('listTurns', officer)).body).toMatchObject({ drawnUp: false });
    expect((await aList(world)).status).toBe(200);
  });

  it('where the routine has a choice of provider', async () => {
    const world = await aWorld({ settings: { pack: 'halmstad' } });
    expect(await aList(world)).toMatchObject({ status: 409, body: { code: 'not-in-routine' } });
  });

  it('and a provider that has ended may be left out, or stand there and be passed over (A14)', async () => {
    const world = await aWorld();
    await change(world, 'P1', { approvedTo: '2026-10-31' });
    expect((await aList(world, { providers: both.slice(1) })).status).toBe(200);
    expect((await aList(world)).status).toBe(200);
    expect(await take(world, 'B-1')).toBe('P2');
    const { body } = await world.call('listTurns', head);
    expect(body.providers).toMatchObject([
      { providerId: 'P1', notNow: 'ENDED', place: 1 },
      { providerId: 'P2', place: 2 },
    ]);
    expect(body.next.why.map(({ rule, text }: { rule: string; text: string }) => `${rule} ${text}`)).toEqual([
      'A14 Omsorg Ett AB stod före men har slutat: hoppas över och behåller sin tur.',
      'L-08 Kommunens hemtjänst, nummer 2, står på tur.',
    ]);
  });
});

describe('a turn', () => {
  it('goes to the next, is marked with its date (L-09), and is seen without its case by providers', async () => {
    const world = await aWorld();
    await aList(world, { providers: both, first: 'P2' });
    expect([await take(world, 'B-1'), await take(world, 'B-2'), await take(world, 'B-3')]).toEqual(['P2', 'P1', 'P2']);

    const seen = (await world.call('listTurns', officer, { query: { limit: '2' } })).body;
    expect(seen).toMatchObject({
      drawnUp: true,
      next: { providerId: 'P1' },
      picks: [
        { on: '2026-11-02', orderId: 'B-3', caseNo: 'A-B-3', providerId: 'P2', by: 'O1' },
        { orderId: 'B-2', providerId: 'P1' },
      ],
    });
    const rest = (await world.call('listTurns', officer, { query: { cursor: seen.cursor } })).body;
    expect(rest.picks.map(({ orderId }: { orderId: string }) => orderId)).toEqual(['B-1']);

    const theirs = await world.call('listTurns', coordinator);
    expect(theirs.body.picks).toHaveLength(3);
    expect(theirs.text).not.toContain('A-B-');
    expect(theirs.text).not.toContain('"by"');
  });

  it('passes over whoever is paused, does not go there or has not begun, with the reason (A13)', async () => {
    const world = await aWorld();
    await aList(world);
    await change(world, 'P1', { areas: ['NORR'] });
    expect(await take(world, 'B-1', { area: 'SYD' })).toBe('P2');
    await change(world, 'P1', { paused: { from: '2026-11-02', to: '2026-11-05', reason: 'semester' } });
    expect(await take(world, 'B-2')).toBe('P2');
    // An order from the day after the pause may go to it.
    expect(await take(world, 'B-3', { from: '2026-11-06' })).toBe('P1');
    await change(world, 'P1', { approvedFrom: '2026-12-01' });
    await change(world, 'P2', { paused: { from: '2026-11-01', reason: 'flytt' } });
    expect(await take(world, 'B-4')).toBe('no-provider-in-turn');

    const { body } = await world.call('listTurns', head);
    expect(body.picks.map(({ skipped }: { skipped: unknown }) => skipped)).toEqual([
      [],
      [{ provider: 'P1', reason: 'PAUSED' }],
      [{ provider: 'P1', reason: 'AREA' }],
    ]);
    expect(body.next).toBeNull();
  });

  it('is missing while no list has been drawn up', async () => {
    expect(await take(await aWorld(), 'B-1')).toBe('turn-list-missing');
  });

  it('of an urgent kind has a queue of its own where the pack says so (A12)', async () => {
    const world = await aWorld({ settings: { pack: 'sn2016-840', overrides: ['rotation.sharedUrgent=false'] } });
    await aList(world);
    const got = [
      await take(world, 'B-1', { kind: 'URGENT' }),
      await take(world, 'B-2'),
      await take(world, 'B-3', { kind: 'URGENT' }),
    ];
    expect(got).toEqual(['P1', 'P1', 'P2']);
    expect((await world.call('listTurns', officer)).body).toMatchObject({
      next: { providerId: 'P2' },
      nextUrgent: { providerId: 'P1' },
    });
  });
});

describe('the exported ledger', () => {
  it('plays again to what it says, for a provider too, and tells no case and no officer', async () => {
    const world = await aWorld();
    await aList(world);
    await take(world, 'B-1');
    await change(world, 'P2', { paused: { from: '2026-11-02', reason: 'semester' } });
    await take(world, 'B-2');
    await aList(world, { providers: both, first: 'P1' });
    await take(world, 'B-3');
    const exported = await world.call('exportTurns', coordinator);
    expect(exported.text).not.toMatch(/A-B|O1/);
    const again = replay(accepted(readTurnFile(exported.body)), { keepsTurn: false, sharedUrgent: false });
    expect(again.differences).toEqual([]);
    expect(again.picks.map(({ orderId, provider }) => `${orderId} ${provider}`)).toEqual([
      'B-1 P1',
      'B-2 P1',
      'B-3 P1',
    ]);
    expect(exported.body.turns[0]).toMatchObject({ event: 'BUILT', at: instant('2026-11-02T08:00:00+01:00') });

    const forged = structuredClone(exported.body);
    forged.turns[1].provider = 'P2';
    expect(replay(accepted(readTurnFile(forged)), { keepsTurn: true, sharedUrgent: true }).differences).toMatchObject([
      { orderId: 'B-1', recorded: { provider: 'P2' }, played: { provider: 'P1' } },
    ]);
  });
});
