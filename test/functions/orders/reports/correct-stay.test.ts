import { beforeEach, expect, it } from 'vitest';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { coordinator, officer, type World } from '../../../support/a-world.ts';
import { anOrderUnderWay, path, postSince } from '../../../support/an-order-under-way.ts';

const reason = 'Fel dag antecknad vid inskrivningen';
let world: World;
beforeEach(async () => {
  world = await anOrderUnderWay('2026-09-14');
  await world.call('reportHospital', coordinator, { path, body: { from: '2026-09-10' } });
});
const correct = (body: object, who = officer) => world.call('correctStay', who, { path, body: { reason, ...body } });
const known = async () => (await assignmentStore(world.table).ofCase('A-1'))[0]?.known;

it('the day of admission is put right in the order and for the month, and the provider hears of it (L-58)', async () => {
  await world.tick();
  const sent = (await world.letters()).length;
  const answer = await correct({ admittedOn: '2026-09-10', from: '2026-09-12' });
  expect(answer).toMatchObject({
    status: 200,
    body: { pause: { from: '2026-09-12' }, corrections: [{ what: 'STAY', was: '2026-09-10/', is: '2026-09-12/' }] },
  });
  expect(await known()).toEqual([{ kind: 'HOSPITAL', from: '2026-09-12', to: null }]);
  expect(await postSince(world, sent)).toEqual(['p1@utforare.example En uppgift i ett ärende har rättats']);
  expect(await world.journal('A-1')).toContain('stay-corrected L-58 O1');
});

it('so is the day home again, by the provider too', async () => {
  await world.call('resumeOrder', coordinator, { path, body: { on: '2026-09-13' } });
  await world.tick();
  const sent = (await world.letters()).length;
  const body = { admittedOn: '2026-09-10', to: '2026-09-12' };
  expect((await correct(body, coordinator)).body.state).toBe('started');
  expect(await known()).toEqual([{ kind: 'HOSPITAL', from: '2026-09-10', to: '2026-09-12' }]);
  expect(await postSince(world, sent)).toEqual(['o1@kommun.example En uppgift i ett ärende har rättats']);
});

it('what is said again changes nothing', async () => {
  const { headers } = await world.call('getOrder', officer, { path });
  const rows = await world.journal('A-1');
  const again = await correct({ admittedOn: '2026-09-10', from: '2026-09-10' });
  expect([again.status, again.headers.etag]).toEqual([200, headers.etag]);
  expect(await world.journal('A-1')).toEqual(rows);
});

it.each([
  [{ admittedOn: '2026-09-09', from: '2026-09-12' }, 422, 'stay-not-found'],
  [{ admittedOn: '2026-09-10', from: '2026-09-15' }, 422, 'date-ahead'],
  [{ admittedOn: '2026-09-10', to: '2026-09-13' }, 409, 'order-paused'],
])('not %o', async (body, status, code) => {
  const answer = await correct(body);
  expect([answer.status, answer.body.faults?.[0]?.code ?? answer.body.code]).toEqual([status, code]);
  expect(await known()).toEqual([{ kind: 'HOSPITAL', from: '2026-09-10', to: null }]);
});
