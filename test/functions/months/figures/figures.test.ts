import { beforeEach, describe, expect, it } from 'vitest';
import { type MonthFigures, monthFigures, perMille } from '../../../../functions/months/figures/figures.ts';
import { figuresCsv } from '../../../../functions/months/figures/figures-csv.ts';
import { aMonthEnd, asked, decideLine, handIn, month } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import {
  administrator,
  coordinator,
  everyone,
  head,
  manager,
  neighbour,
  neighbourManager,
  officer,
  type Person,
  unitPeople,
  type World,
} from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aMonthEnd();
});

const form = ['A-1;2026-10-05;2026-10-09;;SJUKHUS;;;', 'A-1;2026-10-14;;;BOMTID;;;', 'A-1;2026-10-15;;;BOMTID;;;'];
const visits = {
  'A-1': [
    [1, 120],
    [6, 30],
    [14, 45, 'BOMTID'],
  ],
  'A-2': [[1, 150]],
} as const;

/** The same report, whose visits say how they came to be written down, one after the other. */
function registered(report: string, words: readonly string[]): string {
  const said = [...words];
  return report
    .split('\n')
    .map((line, index) => {
      if (index === 0) return `${line};Personal;Registrering`;
      return line.includes(';OMV;') ? `${line};;${said.shift() ?? ''}` : line;
    })
    .join('\n');
}
const files = () => {
  const { report, deviations } = aReport(visits, { form });
  return { report: { text: registered(report.text, ['AUTO', 'MANUELL', 'ÄNDRAD', '']) }, deviations };
};
const figures = async (who: Person = head, of = month): Promise<readonly MonthFigures[]> =>
  (await world.call('getFigures', who, { path: { month: of } })).body.items;

describe('a month in figures (L-76)', () => {
  it('granted, ordered, performed and charged at each provider, what is not paid and why, and what the files hold', async () => {
    await handIn(world, files());
    expect(await figures()).toEqual([
      {
        ...{ month, providerId: 'P1', state: 'received', cases: 3 },
        ...{ granted: 1000, ordered: 345, performed: 270, charged: 265, executedPerMille: 270 },
        unpaid: { HOSPITAL: 30, OVER_GRANTED: 50 },
        deviations: { BOMTID: 2, SJUKHUS: 1 },
        registrations: { unsaid: 1, automatic: 1, manual: 1, changed: 1 },
        byHandPerMille: 667,
        confirmations: { asked: 0, late: 0 },
      },
    ]);
  });

  it('by what has been decided so far: what an officer takes away is not paid', async () => {
    await handIn(world, files());
    const adjusted = { decision: 'ADJUST', minutes: 100, contacts: asked, comment: 'Enligt samtal' };
    expect((await decideLine(world, 'A-1', adjusted)).status).toBe(200);
    const [p1] = await figures();
    expect([p1?.charged, p1?.unpaid]).toEqual([200, { DECIDED: 65, HOSPITAL: 30, OVER_GRANTED: 50 }]);
  });

  it('late receipts: confirmed late, or still not; in time, and the month before, are none (L-12)', async () => {
    const order = async (caseNo: string) => {
      const body = { caseNo, providerId: 'P1', services: [{ code: 'LED', minutesPerMonth: 60 }], from: '2026-11-09' };
      const choice = { mode: 'WRITTEN', informedOfChoice: true, informationHandedOver: true };
      const placed = await world.call('placeOrder', officer, { body: { ...body, choice } });
      expect(placed.status, placed.text).toBe(201);
      return { path: { orderId: placed.body.id }, body: {} };
    };
    const inTime = await order('A-4');
    expect((await world.call('confirmOrder', coordinator, inTime)).status).toBe(200);
    const late = await order('A-5');
    await world.passTo('2026-11-04', '09:00');
    expect((await world.call('confirmOrder', coordinator, late)).status).toBe(200);
    await world.takeIn('A-6');
    await order('A-6');
    await world.passTo('2026-12-01', '08:00');
    const [p1] = await figures(head, '2026-11');
    expect([p1?.state, p1?.cases, p1?.executedPerMille]).toEqual(['open', 0, null]);
    expect(p1?.confirmations).toEqual({ asked: 3, late: 2 });
    expect((await figures(head, '2026-12')).map(({ confirmations }) => confirmations)).toEqual([]);
  });

  it('as a file: a column for each reason and kind, nothing where nothing is known', async () => {
    await handIn(world, files());
    const { text, headers } = await world.call('getFiguresFile', head, { path: { month } });
    expect(headers['content-type']).toContain('text/csv');
    const [header = '', row = '', rest] = text.split('\r\n');
    expect(rest).toBe('');
    expect(header).toMatch(/^\ufeffMånad;Utförare;Läge;Ärenden;Beviljade minuter;/);
    const cells = new Map(header.split(';').map((name, at) => [name, row.split(';')[at]]));
    expect(cells.size).toBe(header.split(';').length);
    expect(
      ['Läge', 'Utfört av beviljat %', 'Obetalt: sjukhus', 'Obetalt: dubblett', 'Avvikelser: BOMTID'].map((name) =>
        cells.get(name),
      ),
    ).toEqual(['INLÄMNAD', '27,0', '30', '0', '2']);
    expect([cells.get('Rader MANUELL'), cells.get('Manuella och ändrade %')]).toEqual(['1', '66,7']);
    const unknown = { ...(await figures())[0], deviations: undefined, registrations: undefined, byHandPerMille: null };
    const old = figuresCsv([{ ...(unknown as MonthFigures), providerId: '=P' }]).split('\r\n')[1];
    expect(old).toContain(";'=P;");
    expect(old).toMatch(/;;;;;;;;;;;;0;0$/);
  });

  it('of what was handed in before rows were counted nothing is guessed', () => {
    const of = { month, providerId: 'P1', state: 'stated' } as const;
    const old = monthFigures(of, [], { asked: 0, late: 0 });
    expect([old.deviations, old.registrations, old.byHandPerMille]).toEqual([undefined, undefined, null]);
  });

  it('a share is rounded half up, and of nothing there is none', () => {
    expect([perMille(1, 3), perMille(2, 3), perMille(1, 2000), perMille(1, 2001), perMille(5, 0)]).toEqual([
      ...[333, 667, 1, 0],
      null,
    ]);
  });

  it('to the head, the administrator and the economist; to a provider its own alone', async () => {
    await handIn(world, files());
    expect(await figures(manager)).toEqual(await figures());
    expect(await figures(neighbour)).toEqual([]);
    const sees = [head, administrator, coordinator, manager, neighbour, neighbourManager];
    for (const who of everyone) {
      const answers = await Promise.all(
        (['getFigures', 'getFiguresFile'] as const).map((key) => world.call(key, who, { path: { month } })),
      );
      expect(answers.map(({ status }) => status === 200)).toEqual([sees.includes(who), sees.includes(who)]);
    }
    const units = await aMonthEnd({ hasUnits: true });
    for (const who of unitPeople)
      expect((await units.call('getFigures', who, { path: { month } })).status === 200).toBe(who.role === 'economist');
  });
});
