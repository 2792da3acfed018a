import { expect, it } from 'vitest';
import { administrator, aWorld, head } from '../../support/a-world.ts';

const file = {
  municipality: 'Provkommun',
  month: '2026-10',
  rates: [{ validFrom: '2026-01-01', orePerHour: 41_000 }],
  providers: [{ id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@utforare.example' }],
  officers: [{ id: 'O1', name: 'Ola Ett', email: 'o1@kommun.example' }],
  people: [],
  cases: [],
};

it('the routine is revised every year, and the head is reminded of it (S-60, S-61)', async () => {
  const world = await aWorld({ date: '2026-11-02', clock: '08:00' });
  await world.call('importMunicipality', administrator, { body: { file, pack: 'sn2016-840' } });
  await world.passTo('2026-12-02', '08:00');
  expect((await world.letters()).map(({ to, subject }) => `${to} ${subject}`)).toContain(
    'h1@kommun.example Rutinen ska ses över',
  );
  const { status, body } = await world.call('recordReview', head, { body: { reviewedOn: '2026-12-02' } });
  expect([status, body.next.due]).toEqual([201, '2027-12-03T00:00:00+01:00']);
}, 60_000);
