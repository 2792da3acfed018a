import { beforeEach, describe, expect, it } from 'vitest';
import { aMonthEnd, handIn, lineAt, ofP1, path } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { knownOf } from '../../../support/a-stated-month.ts';
import {
  colleague,
  coordinator,
  head,
  manager,
  neighbour,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';

let world: World;
const rowsOf = (who: Person = officer, caseNo = 'A-1') => world.call('getLineRows', who, { path: lineAt(caseNo) });

/** A-1 is to be helped on Thursdays at eight for 240 minutes, and in the evening; the 1st of October is one. */
beforeEach(async () => {
  world = await aMonthEnd();
  const visits = [
    { weekday: 4, start: '08:00', minutes: 240 },
    { weekday: 4, start: '18:00', minutes: 30 },
  ];
  await knownOf(world, 'A-1', { services: [{ code: 'OMV', minutesPerMonth: 600, visits }] });
});

describe('a case’s month row by row', () => {
  it('is what the file said, with its row, beside what was ordered, and what the file leaves out', async () => {
    await handIn(
      world,
      aReport({
        'A-1': [
          [1, 200],
          [2, 240, 'BOMTID'],
        ],
      }),
    );
    const { status, body } = await rowsOf();
    expect(status).toBe(200);
    expect(body).toMatchObject({ source: { way: 'FILE', version: 1, isPrint: false }, hasTimes: true, moreRows: 0 });
    expect(body.rows.slice(0, 3)).toEqual([
      {
        ...{ date: '2026-10-01', code: 'OMV' },
        said: { row: 2, start: '08:00', end: '11:20', ordered: 200, performed: 200, status: 'UTFÖRD' },
        ordered: { start: '08:00', end: '12:00', minutes: 240 },
      },
      { date: '2026-10-01', code: 'OMV', ordered: { start: '18:00', end: '18:30', minutes: 30 } },
      {
        ...{ date: '2026-10-02', code: 'OMV' },
        said: { row: 3, start: '08:00', end: '12:00', ordered: 240, performed: 0, status: 'BOMTID' },
      },
    ]);
    expect(body.services).toMatchObject([{ code: 'OMV', granted: 600, performed: 200 }]);
  });

  it.each(['FILE', 'PAGE'])('says where the rows come from: %s', async (way) => {
    const files = aReport({ 'A-1': [[1, 200]] });
    const body = way === 'PAGE' ? { ...files, way } : files;
    expect((await world.call('draftMonth', manager, { path, body })).status).toBe(200);
    const signed = await world.sign(manager, ['intendSubmission', 'submitMonth'], { path, body: { draft: true } });
    expect(signed.status).toBe(201);
    expect((await rowsOf()).body.source).toEqual({ way, version: 1, isPrint: false });
  });

  it('says that nothing was handed in of a month that is closed without', async () => {
    world.sleepTo('2026-11-10', '09:00');
    await world.call('closeMonth', officer, { path: ofP1, body: {} });
    const { body } = await rowsOf();
    expect(body.source).toEqual({ way: 'NONE', isPrint: false });
    expect(body.rows.every(({ said }: { said?: object }) => said === undefined)).toBe(true);
  });

  it('is by service where the order says no weekdays and times', async () => {
    await handIn(world);
    const { body } = await rowsOf(officer, 'A-2');
    expect(body).toMatchObject({ hasTimes: false, services: [{ code: 'OMV', granted: 100, performed: 150 }] });
    expect(body.rows).toMatchObject([{ said: { performed: 150 } }]);
    expect(body.rows[0].ordered).toBeUndefined();
  });

  it('is read by whoever may read the line, and nobody else', async () => {
    await handIn(world);
    for (const who of [officer, head, coordinator]) expect((await rowsOf(who)).status).toBe(200);
    for (const who of [colleague, neighbour]) expect((await rowsOf(who)).status).toBe(404);
  });
});
