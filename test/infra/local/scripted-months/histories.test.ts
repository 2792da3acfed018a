import { describe, expect, it } from 'vitest';
import { heldAgainstContract, toldOf } from '../../../support/history-held.ts';
import { expectedOf } from '../../../support/history-oracle.ts';
import { everyOrder, randomHistory } from '../../../support/random-history.ts';

/** `HISTORIES=10000` and `ORDERS=100` for the long run. */
const many = Number(process.env.HISTORIES ?? 40);
const orders = Number(process.env.ORDERS ?? 3);

describe('histories by chance, of months with what is told late, undone and told again', () => {
  it('are to the öre as the contract says, every original verifies, and adjust says the same rows', async () => {
    let adjustments = 0;
    for (let seed = 1; seed <= many; seed += 1) {
      const { wrong, walked } = await heldAgainstContract(await randomHistory(seed));
      expect(wrong, `history ${seed}`).toEqual([]);
      adjustments += walked.adjustments.length;
    }
    expect(adjustments).toBeGreaterThan(many / 2);
  }, 3_600_000);

  it('come to the same sum in whichever order it is told', async () => {
    let told = 0;
    for (let seed = 1; seed <= orders; seed += 1) {
      const sums = new Set<string>();
      for (const history of everyOrder(seed)) {
        const { wrong, walked } = await heldAgainstContract(history);
        expect(wrong, `history ${seed}`).toEqual([]);
        const paid = walked.rows.reduce(
          (sum, row) => sum + row.toInvoiceOre,
          walked.rows.at(-1)?.carriedForwardOre ?? 0,
        );
        sums.add(String(paid));
        told += 1;
      }
      expect([...sums], `history ${seed}`).toHaveLength(1);
    }
    expect(told).toBeGreaterThanOrEqual(orders * 6);
  }, 3_600_000);

  it('and the contract is another for another fact: the oracle can say no', async () => {
    const [first, ...rest] = [...everyOrder(1)];
    expect(rest.length).toBeGreaterThan(0);
    const months = toldOf(first ?? {});
    const silent = months.map((one) => ({ ...one, later: [] }));
    const json = (value: unknown) => JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? Number(one) : one));
    expect(json(expectedOf(months).adjustments)).not.toBe(json(expectedOf(silent).adjustments));
  });
});
