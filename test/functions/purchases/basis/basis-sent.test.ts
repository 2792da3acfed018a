import { describe, expect, it } from 'vitest';
import { allocated, checkedAllocation, type PurchaseCost } from '../../../../functions/purchases/basis/allocation.ts';
import { sentBasis } from '../../../../functions/purchases/basis/basis-sent.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer } from '../../../support/a-purchase.ts';
import { Seeded } from '../../../support/random-month.ts';

describe('a basis goes to all whom the routine names', () => {
  const form = 'TIDREDOVISNING';
  it.each([
    ['botkyrka', ['ordering-administrator', 'economist']],
    ['halmstad', ['finance']],
  ])('%s', (pack, to) => {
    expect(accepted(sentBasis({ form, to }, aBuyer(pack)))).toEqual(to);
  });

  it.each([
    ['B-28: without the economist', ['ordering-administrator']],
    ['B-28: without the administrator', ['economist']],
    ['B-28: to nobody', []],
  ])('%s to none', (_what, to) => {
    expect(sentBasis({ form, to }, aBuyer('botkyrka'))).toMatchObject({
      code: 'condition-missing',
      missing: [{ rule: 'B-28', level: 'BLK' }],
    });
  });

  it('M-18: on the designated form', () => {
    expect(sentBasis({ form: 'EGEN', to: ['finance'] }, aBuyer('halmstad'))).toMatchObject({ code: 'wrong-form' });
    expect(sentBasis({ form: 'EGEN', to: ['ordering-administrator', 'economist'] }, aBuyer('botkyrka')).ok).toBe(true);
  });
});

describe('an allocation (B-29, B-30)', () => {
  const leg = (unitId: string) => ({ unitId, costCentre: `K${unitId}`, account: '4638' });
  const rows = allocated([{ ordering: leg('E1'), receiving: leg('E2'), amountOre: 1_038_667 }]);
  const basis = { accepted: true, minutes: 1640 };

  it('takes from one and gives the other (E46)', () => {
    expect(rows.map(({ unitId, amountOre }) => [unitId, amountOre])).toEqual([
      ['E1', 1_038_667],
      ['E2', -1_038_667],
    ]);
    expect(accepted(checkedAllocation(rows, 1640, basis))).toEqual({ rows, sumOre: 0, minutes: 1640 });
  });

  it.each([
    ['B-30: minutes that differ from the basis', rows, 1641, basis, 'minutes-differ'],
    ['B-29: a basis that is not accepted', rows, 1640, { ...basis, accepted: false }, 'basis-not-accepted'],
    ['rows that leave an öre', [...rows, { ...leg('E3'), amountOre: 1 }], 1640, basis, 'sum-not-zero'],
  ])('not of %s', (_what, given, minutes, of, code) => {
    expect(checkedAllocation(given, minutes, of)).toMatchObject({ ok: false, code });
  });

  it('nets to zero between any departments (10,000 months by chance)', () => {
    const chance = new Seeded(29);
    for (let n = 0; n < 10_000; n++) {
      const departments = chance.whole(3, 8);
      const costs: PurchaseCost[] = Array.from({ length: chance.whole(1, 12) }, () => ({
        ordering: leg(`E${chance.whole(1, departments)}`),
        receiving: leg(`E${chance.whole(1, departments)}`),
        amountOre: chance.whole(0, 90_000_000),
      }));
      expect(accepted(checkedAllocation(allocated(costs), 60, { accepted: true, minutes: 60 })).sumOre).toBe(0);
    }
  });
});
