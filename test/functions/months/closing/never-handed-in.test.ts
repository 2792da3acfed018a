import { describe, expect, it } from 'vitest';
import { trailUnreported, unreportedLines } from '../../../../functions/months/closing/never-handed-in.ts';
import { aCase } from '../../../support/a-month.ts';

const terms = { month: '2026-10', grantedProRata: true, notHandedIn: 'GRANTED' } as const;
const lineOf = (over: object, more: object = {}) => {
  const [line] = unreportedLines([{ ...aCase(over), officerId: 'O1' }], { ...terms, ...more });
  return line ?? expect.fail('no line');
};
const services = [{ code: 'OMV', minutesPerMonth: 620 }];

describe('a case that nothing was handed in of (A81)', () => {
  it('is charged as granted, as a fault with its own code', () => {
    expect(lineOf({ services })).toMatchObject({
      officerId: 'O1',
      granted: 620,
      performed: 0,
      submitted: 0,
      proposal: { charged: 620, topUp: 620, status: 'FAULTY', unpaid: {}, faults: ['NOT_HANDED_IN'] },
    });
  });

  it('for the days that may be paid alone: a stay that is known is not (A67)', () => {
    const stay = lineOf({ services, known: [{ kind: 'HOSPITAL', from: '2026-10-11', to: '2026-10-20' }] });
    expect(stay).toMatchObject({ granted: 620, proposal: { charged: 460 } });
    expect(stay.absenceDays).toBeGreaterThan(0);
  });

  it('or nothing, where the pack says so', () => {
    expect(lineOf({ services }, { notHandedIn: 'NOTHING' })).toMatchObject({ proposal: { charged: 0, topUp: 0 } });
  });

  it('tells why in words', () => {
    expect(trailUnreported(lineOf({ services }))).toEqual([
      { minutes: 620, outcome: 'PAID', rule: 'L-44', text: 'Inget är inlämnat – beviljad tid debiteras' },
    ]);
    expect(trailUnreported(lineOf({ services }, { notHandedIn: 'NOTHING' }))).toMatchObject([
      { minutes: 0, rule: 'L-43' },
    ]);
  });
});
