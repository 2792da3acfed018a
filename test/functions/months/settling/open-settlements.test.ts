import { beforeEach, describe, expect, it } from 'vitest';
import { openSettlements } from '../../../../functions/months/settling/open-settlements.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { ofP1 } from '../../../support/a-handed-in-month.ts';
import { aStatedMonth, endAllIn } from '../../../support/a-stated-month.ts';
import { head, officer, type World } from '../../../support/a-world.ts';

let world: World;
const settling = ['intendSettlement', 'sendSettlement'] as const;
const night = () => openSettlements.run(world.clock.now(), world.deps);
const decide = (minutes: number) =>
  world.call('decideAdjustment', officer, {
    path: { ...ofP1, caseNo: 'A-1' },
    body: { comment: 'Fel rad', contacts: [{ with: 'provider' }], minutes, mistake: true },
  });
/** When the head is to sign a settlement, where that is waited for. */
const due = async (): Promise<string | undefined> =>
  (await world.call('getMonth', head, { path: ofP1 })).body.deadlines.find(
    ({ code, doneAt }: { code: string; doneAt?: string }) => code === 'D55' && doneAt === undefined,
  )?.due;
async function approvedTo(day: string) {
  const { table } = world;
  const standing = await providerStore(table).find('P1');
  if (!standing) throw new Error('no provider');
  await world.put(providerStore(table).save({ ...standing.entity, approvedTo: day }, standing));
}

/** A row is decided on Friday the 13th of November, to go with November’s report. */
beforeEach(async () => {
  world = await aStatedMonth();
  expect((await decide(479)).status).toBe(200);
});

describe('what was decided while a later month was to come', () => {
  it('is nobody’s to settle as long as one is', async () => {
    world.sleepTo('2026-11-17', '00:20');
    expect(await night()).toEqual({ done: 0 });
    expect(await due()).toBeUndefined();
  });

  it.each([
    ['the provider has ended', () => approvedTo('2026-10-31')],
    ['it has no case in force', () => endAllIn(world)],
  ])('is the head’s by the 10th working day after it became clear that %s, once', async (_, end) => {
    world.sleepTo('2026-11-17', '00:20');
    await end();
    expect(await Promise.all([night(), night()])).toContainEqual({ done: 1 });
    // From Tuesday the 17th of November; Saturdays are none of them.
    expect(await due()).toBe('2026-12-02T00:00:00+01:00');
    world.sleepTo('2026-11-18', '00:20');
    expect(await night()).toEqual({ done: 0 });
    expect(await due()).toBe('2026-12-02T00:00:00+01:00');
    expect(await world.sign(head, settling, { path: ofP1, body: {} })).toMatchObject({ status: 201 });
    expect(await due()).toBeUndefined();
    expect(await night()).toEqual({ done: 0 });
  });

  it('is the head’s no more when a case goes on after all', async () => {
    await endAllIn(world);
    await night();
    await endAllIn(world, null);
    expect(await night()).toEqual({ done: 1 });
    expect(await due()).toBeUndefined();
    await endAllIn(world);
    expect(await night()).toEqual({ done: 1 });
    expect(await due()).toBeDefined();
  });

  it('is nothing when the row was dropped before', async () => {
    await decide(480);
    await endAllIn(world);
    expect(await night()).toEqual({ done: 0 });
  });
});
