import { describe, expect, it } from 'vitest';
import {
  basisAmount,
  basisDue,
  basisLine,
  type PerformedVisit,
} from '../../../../functions/purchases/basis/basis-line.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, anAcuteHelp, aRunning } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';

const botkyrka = aBuyer('botkyrka');
const visitAt = at('2026-09-01 08:00');
const whole = aRunning({ from: '2026-09-01', begun: { at: visitAt, by: 'hcm', visitAt } });
const visit = (minutes: number, over: Partial<PerformedVisit> = {}): PerformedVisit => ({
  ...{ code: 'OMV', on: '2026-09-10', minutes, status: 'PERFORMED', ...over },
});
const line = (visits: PerformedVisit[], comment?: string, purchase = whole, pack = botkyrka) =>
  basisLine(purchase, '2026-09', visits, pack, comment);

describe('E46: 28 h a month agreed, 27 h 20 performed at 380 kr', () => {
  it('needs no comment, is due on 7 October and comes to 10 386,67 kr', () => {
    const one = accepted(line([visit(1000), visit(640)]));
    expect(one).toEqual({ purchaseId: 'kop-1', agreed: 1680, performed: 1640, accepted: 1640, rejected: {} });
    expect(basisAmount(one, 38_000)).toBe(1_038_667);
    expect(basisDue('2026-09', botkyrka)).toBe('2026-10-07');
  });

  it('B-27: a minute above the agreed asks for a comment, and is paid', () => {
    const above = [visit(1681)];
    expect(line(above)).toMatchObject({ code: 'condition-missing', missing: [{ rule: 'B-27', level: 'WRN' }] });
    expect(accepted(line(above, 'sjuk en dag mer')).accepted).toBe(1681);
    expect(line([visit(1680)]).ok).toBe(true);
  });
});

describe('what is not accepted', () => {
  it('M-15: what was not ordered, each with its reason', () => {
    const visits = [
      visit(60),
      visit(30, { code: 'STD' }),
      visit(20, { status: 'NOT_PERFORMED' }),
      visit(15, { on: '2026-10-01' }),
      visit(10, { code: 'STD' }),
    ];
    expect(accepted(line(visits, undefined, whole, aBuyer('halmstad')))).toMatchObject({
      ...{ performed: 115, accepted: 60, rejected: { NOT_ORDERED: 40, NOT_PERFORMED: 20, OTHER_MONTH: 15 } },
    });
  });

  it('A80: what lies outside the days, and nothing is topped up', () => {
    const ended = aRunning({
      ended: { at: at('2026-09-13 09:00'), by: 'hcm', on: '2026-09-12', reason: 'avliden', cause: 'DEATH' },
      state: 'closed',
    });
    const visits = [
      visit(45, { on: '2026-09-06' }),
      visit(45),
      visit(45, { on: '2026-09-12' }),
      visit(45, { on: '2026-09-13' }),
    ];
    expect(accepted(line(visits, undefined, ended))).toMatchObject({ accepted: 90, rejected: { OUTSIDE_PERIOD: 90 } });
  });

  it('H-30: the basis of acute help waits for the agreement afterwards', () => {
    expect(basisLine(anAcuteHelp(), '2026-06', [], aBuyer('helsingborg'))).toMatchObject({
      code: 'basis-held',
      missing: [{ rule: 'H-30', level: 'BLK' }],
    });
  });
});
