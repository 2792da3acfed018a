import { describe, expect, it } from 'vitest';
import { nextReview, reviewAfter, reviewedLast } from '../../../../functions/settings/review/review.ts';
import { localIso } from '../../../../shared/domain/local-time.ts';
import { aPack } from '../../../support/a-pack.ts';
import { administrator, aWorld, head, officer } from '../../../support/a-world.ts';

const pack = aPack('sn2016-840');

describe('the routine is reviewed every year (S-60)', () => {
  it.each([
    ['from when it came into force, past the years before the system', undefined, '2026-11-02', '2027-01-02'],
    ['on the day itself still this year', undefined, '2027-01-01', '2027-01-02'],
    ['from the last review', '2026-03-15', '2026-11-02', '2027-03-16'],
    ['29 February comes on 28 February', '2024-02-29', '2026-11-02', '2027-03-01'],
  ])('%s', (_what, reviewedOn, today, midnightOf) => {
    const { dueAt, hard, owner } = nextReview(pack, reviewedLast(pack, reviewedOn), today);
    expect([localIso(dueAt), hard, owner]).toEqual([`${midnightOf}T00:00:00+01:00`, false, 'head']);
  });

  it('and the next year counts from the review, however late it was', () => {
    expect(localIso(reviewAfter(pack, '2026-11-02').dueAt)).toBe('2027-11-03T00:00:00+01:00');
  });
});

const file = {
  municipality: 'Provkommun',
  month: '2026-10',
  rates: [{ validFrom: '2026-01-01', orePerHour: 41_000 }],
  providers: [{ id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'ny@utforare.example' }],
  officers: [{ id: 'O7', name: 'Ola Sju', email: 'o7@kommun.example' }],
  people: [],
  cases: [],
};

describe('the review of a municipality’s routine', () => {
  const readIn = async (named = 'sn2016-840') => {
    const world = await aWorld({ date: '2026-11-02', settings: { pack: 'leksand' } });
    const body = { file, pack: named };
    const answer = await world.call('importMunicipality', administrator, { body });
    expect(answer.status).toBe(200);
    return { world, again: () => world.call('importMunicipality', administrator, { body }) };
  };
  type Task = { code: string; state: string; due: string };
  const tasks = async (world: Awaited<ReturnType<typeof readIn>>['world']) => {
    const { body } = await world.call('listTasks', head);
    return body.items.filter(({ code }: Task) => code === 'D41').map(({ state, due }: Task) => `${state} ${due}`);
  };

  it('is the head’s task from when the routine is read in, and stays one when it is read in again', async () => {
    const { world, again } = await readIn();
    expect(await tasks(world)).toEqual(['due 2027-01-02T00:00:00+01:00']);
    await world.passTo('2026-12-02', '08:00');
    await again();
    expect(await tasks(world)).toEqual(['due 2027-01-02T00:00:00+01:00']);
    expect((await world.letters()).map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      'h1@kommun.example Rutinen ska ses över',
    ]);
  });

  it('is done, and comes again in a year', async () => {
    const { world, again } = await readIn();
    const reviewed = await world.call('recordReview', head, { body: { reviewedOn: '2026-10-30' } });
    expect(reviewed).toMatchObject({
      status: 201,
      body: { reviewedOn: '2026-10-30', next: { code: 'D41', rule: 'S-60', due: '2027-10-31T00:00:00+02:00' } },
    });
    await again();
    expect(await tasks(world)).toEqual(['due 2027-10-31T00:00:00+02:00']);
    expect(await world.monthJournal('NONE', 'NONE')).toContain('routine-reviewed S-60 H1');
  });

  it.each([
    ['ahead in time', '2026-11-03', 'date-ahead'],
    ['before the routine came into force', '2016-12-31', 'review-known'],
  ])('is not done %s', async (_what, reviewedOn, code) => {
    const { world } = await readIn();
    const answer = await world.call('recordReview', head, { body: { reviewedOn } });
    expect(answer).toMatchObject({ status: 422, body: { faults: [{ at: 'body.reviewedOn', code }] } });
  });

  it('nor by others, nor where the routine asks for none', async () => {
    const { world } = await readIn('leksand');
    expect(await tasks(world)).toEqual([]);
    const body = { reviewedOn: '2026-10-30' };
    expect(await world.call('recordReview', officer, { body })).toMatchObject({ status: 403 });
    expect(await world.call('recordReview', head, { body })).toMatchObject({
      status: 409,
      body: { code: 'not-in-routine' },
    });
  });

  it('lapses with a change to a routine that asks for none', async () => {
    const { world } = await readIn();
    await world.call('importMunicipality', administrator, { body: { file, pack: 'leksand' } });
    expect((await tasks(world)).filter((one: string) => one.startsWith('due'))).toEqual([]);
  });
});
