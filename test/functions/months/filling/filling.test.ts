import { beforeEach, describe, expect, it } from 'vitest';
import { filledFiles } from '../../../../shared/domain/filled-files.ts';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { aMonthEnd, month, path } from '../../../support/a-handed-in-month.ts';
import { colleague, coordinator, manager, neighbour, officer, type World } from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

let world: World;
beforeEach(async () => {
  world = await aMonthEnd();
  const monday = { weekday: 1, start: '08:00', minutes: 30 };
  await world.machine.deps.table.commit([
    assignmentStore(world.machine.deps.table).add({
      ...{ caseNo: 'A-7', providerId: 'P1', officerId: 'O1', from: '2026-10-01', to: null },
      services: [{ code: 'OMV', minutesPerMonth: 300, visits: [monday, { ...monday, start: '18:00' }] }],
    }),
  ]);
});

const filling = (who = coordinator) => world.call('getFilling', who, { path });
const keep = (caseNo: string, body: object, more: { readonly who?: typeof manager; readonly ifMatch?: number } = {}) =>
  world.call('keepFilling', more.who ?? coordinator, {
    path: { ...path, caseNo },
    body,
    ...(more.ifMatch === undefined ? {} : { headers: { 'if-match': `"${more.ifMatch}"` } }),
  });
const caseIn = async (caseNo: string, who = coordinator) =>
  (await filling(who)).body.cases.find((one: { caseNo: string }) => one.caseNo === caseNo);
type Visit = { date: string; start: string; planned: string; status: string; performed: number | null };

describe('a month that is filled in on a page', () => {
  it('begins with the visits of the order, and with nothing of a service whose visits nobody has said', async () => {
    const { visits, version, services } = await caseIn('A-7');
    expect(visits.map(({ date, start }: Visit) => `${date} ${start}`)).toEqual(
      ['05', '12', '19', '26'].flatMap((day) => [`2026-10-${day} 08:00`, `2026-10-${day} 18:00`]),
    );
    expect(visits[0]).toEqual({
      ...{ code: 'OMV', date: '2026-10-05', start: '08:00', end: '08:30', ordered: 30 },
      ...{ performed: null, status: '', planned: '08:00' },
    });
    expect(version).toBe(0);
    expect(services).toEqual([{ code: 'OMV', name: 'Omvårdnad (OMV)', minutesPerMonth: 300 }]);
    expect((await caseIn('A-1')).visits).toEqual([]);
  });

  it('is there again as it was left, half filled in, for a colleague too', async () => {
    const { visits } = await caseIn('A-7');
    const half = visits.map((visit: Visit, index: number) =>
      index === 0 ? { ...visit, performed: 25, status: 'UTFÖRD', start: '08:05' } : visit,
    );
    const deviations = [
      { date: '2026-10-12', to: '', start: '', type: '', minutes: null, notice: '', comment: 'Ring först' },
    ];
    expect(await keep('A-7', { visits: half, deviations })).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await caseIn('A-7', manager)).toMatchObject({ visits: half, deviations, version: 1 });
  });

  it('does not let one write over what a colleague has kept meanwhile', async () => {
    await keep('A-7', { visits: [], deviations: [] }, { ifMatch: 0 });
    const late = await keep('A-7', { visits: [], deviations: [] }, { who: manager, ifMatch: 0 });
    expect(late).toMatchObject({ status: 409, body: { code: 'stale-version' } });
    expect(await keep('A-7', { visits: [], deviations: [] }, { who: manager, ifMatch: 1 })).toMatchObject({
      status: 200,
    });
  });

  it('keeps nothing of another provider’s case, of a stated month, or beyond its bounds', async () => {
    const nothing = { visits: [], deviations: [] };
    expect(await keep('A-7', nothing, { who: neighbour })).toMatchObject({
      status: 404,
      body: { code: 'case-not-found' },
    });
    expect(await keep('A-99', nothing)).toMatchObject({ status: 404 });
    expect(await world.call('getFilling', officer, { path })).toMatchObject({ status: 403 });
    const [visit] = (await caseIn('A-7')).visits;
    expect(await keep('A-7', { ...nothing, visits: Array(751).fill(visit) })).toMatchObject({ status: 422 });
    expect(await keep('A-7', { ...nothing, visits: [{ ...visit, start: '25:00', status: 'KANSKE' }] })).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.visits.0.start' }, { at: 'body.visits.0.status' }] },
    });
  });

  it('may be filled in before the month is over', async () => {
    world.clock.set(at('2026-10-14 12:00'));
    expect(await keep('A-7', { visits: [], deviations: [] })).toMatchObject({ status: 200 });
  });

  it('comes to the same submission as any file, signed by the manager', async () => {
    const { cases } = (await filling()).body;
    const done = cases.map((one: { visits: Visit[] }) => ({
      ...one,
      visits: one.visits.map((visit) => ({ ...visit, status: 'UTFÖRD', performed: 30 })),
    }));
    const files = filledFiles({ month, providerId: 'P1' }, done);
    const body = { report: { text: files.report.text }, deviations: { text: files.deviations.text } };
    const drafted = await world.call('draftMonth', coordinator, { path, body });
    expect(drafted.body).toMatchObject({
      draft: { fileStatus: 'COMPLETE', errorCount: 0 },
      figures: { performed: 240 },
    });
    const signed = await world.sign(manager, ['intendSubmission', 'submitMonth'], { path, body: { draft: true } });
    expect(signed.status).toBe(201);
    expect((await world.call('getMonth', colleague, { path: { ...path, providerId: 'P1' } })).status).toBe(200);
  });
});
