import { describe, expect, it } from 'vitest';
import { differenceTo, summed } from '../../../../functions/purchases/basis/allocation.ts';
import { costOf, minutesOf, type PurchaseBasis } from '../../../../functions/purchases/basis/basis.ts';
import { costLegs } from '../../../../functions/purchases/basis/cost-places.ts';
import { aBuyer } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';
import { Seeded } from '../../../support/random-month.ts';

/** Whole: ten thousand months; in a hurry a tenth of them. */
const months = process.env.STORIES === 'few' ? 1_000 : 10_000;

const routines = ['botkyrka', 'helsingborg', 'halmstad'].map((name) => aBuyer(name));
const finance = { unitId: 'EKONOMI', costCentre: '9000' };

/** A department's basis of a month by chance: some purchases, each with its minutes and its price. */
function aBasis(chance: Seeded, from: number, to: number, isUnit: boolean): PurchaseBasis {
  const lines = Array.from({ length: chance.whole(1, 6) }, (_, n) => ({
    ...{ purchaseId: `kop-${n}`, caseNo: `A-${n}`, agreed: 0, performed: 0, rejected: {} },
    accepted: chance.whole(0, 20_000),
    ...(chance.whole(0, 3) === 0 ? { notice: chance.whole(0, 2_400) } : {}),
    price: { orePerHour: chance.whole(1, 99_999), by: 'RATE' as const },
  }));
  return {
    ...{ id: 'utforda-1', month: '2026-09', pack: 'x', orderingUnitId: `E${from}`, state: 'accepted', time: 1 },
    receiver: { id: isUnit ? `E${to}` : 'P1', isUnit, kind: isUnit ? 'municipal' : 'private' },
    handedIn: { at: at('2026-10-01 09:00'), by: 'crd', documentId: 'fil-1', sha256: '', form: '' },
    ...{ lines, held: [], booked: [], bookedMinutes: 0, invoicedOre: 0 },
  };
}

describe(`the cost of ${months} months of three departments and more, by chance`, () => {
  it('comes to nothing within the municipality, to the öre, whatever is corrected', () => {
    const chance = new Seeded(1304);
    for (let n = 0; n < months; n++) {
      const departments = chance.whole(3, 9);
      const rows = Array.from({ length: departments }, (_, from) => {
        const to = (from + chance.whole(1, departments - 1)) % departments;
        const isUnit = chance.whole(0, 4) > 0;
        const pack = routines[chance.whole(isUnit ? 0 : 1, 2)] ?? aBuyer('botkyrka');
        const basis = aBasis(chance, from, to, isUnit);
        const places = {
          ...{ finance, account: '4642', debt: '2440' },
          ordering: { unitId: basis.orderingUnitId, costCentre: `K${from}` },
          receiving: isUnit ? { unitId: basis.receiver.id, costCentre: `K${to}` } : undefined,
        };
        const { inside, outside } = costLegs(basis, places, pack);
        const cost = costOf(basis) ?? 0;
        // The orderer bears what was performed and no more, and the second leg is the first's amount (M-05).
        expect(summed(inside.filter(({ unitId }) => unitId === `E${from}`))[0]?.amountOre ?? 0).toBe(cost);
        for (const row of [...inside, ...outside]) expect(Math.abs(row.amountOre)).toBe(cost);
        expect(minutesOf(basis)).toBe(
          basis.lines.reduce((sum, { accepted, notice = 0 }) => sum + accepted + notice, 0),
        );
        // Each leg by itself is a voucher that balances, and so is what a correction books.
        const corrected = costLegs(aBasis(chance, from, to, isUnit), places, pack);
        const difference = differenceTo([...inside, ...outside], [...corrected.inside, ...corrected.outside]);
        for (const some of [inside, outside, difference])
          expect(some.reduce((sum, { amountOre }) => sum + amountOre, 0)).toBe(0);
        return inside;
      }).flat();
      expect(rows.reduce((sum, { amountOre }) => sum + amountOre, 0)).toBe(0);
    }
  });
});
