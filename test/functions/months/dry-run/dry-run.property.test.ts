import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../../functions/months/dry-run/byte-source.ts';
import { type DryRun, dryRun } from '../../../../functions/months/dry-run/dry-run.ts';
import { inputFor, plainly } from '../../../support/held-together.ts';
import { plainCheck } from '../../../support/plain-check.ts';
import { damaged, randomMonth, Seeded } from '../../../support/random-month.ts';

type Month = ReturnType<typeof randomMonth>;

/** A file in pieces: of one size, or of sizes by chance. */
const inPieces = (bytes: Uint8Array, size: () => number): ByteSource => ({
  *chunks() {
    for (let at = 0; at < bytes.length; ) {
      const piece = bytes.slice(at, at + size());
      yield piece;
      at += piece.length;
    }
  },
});

async function judge(month: Month, size: () => number, careful = false): Promise<DryRun | 'refused'> {
  const [report, deviations] = [inPieces(month.report, size), inPieces(month.deviations, size)];
  const answer = await dryRun({ ...inputFor(month, { report, deviations }), careful });
  return answer.ok ? answer.value : 'refused';
}

const seeds = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
const whole = () => 1 << 20;

describe('months by chance', () => {
  it('come to what the plain check says, row by row', async () => {
    for (const seed of seeds(1, 600)) {
      const month = randomMonth(seed);
      const answer = await judge(month, whole);
      expect(answer === 'refused' ? answer : plainly(answer), `month ${seed}`).toEqual(plainCheck(month));
    }
  });

  it('come to it with odd bytes in the files too, wherever they are cut', async () => {
    for (const seed of seeds(300_000, 300)) {
      const chance = new Seeded(seed);
      const month = randomMonth(seed);
      const files = { report: damaged(month.report, chance), deviations: damaged(month.deviations, chance) };
      const odd = { ...month, ...files };
      const answer = await judge(odd, () => chance.whole(1, 90));
      expect(answer === 'refused' ? answer : plainly(answer), `month ${seed}`).toEqual(plainCheck(odd));
    }
  });

  it('come to the same however each row is read and wherever the file is cut', async () => {
    for (const seed of seeds(50_000, 150)) {
      const month = randomMonth(seed);
      const chance = new Seeded(seed);
      const answer = await judge(month, whole);
      expect(await judge(month, whole, true), `month ${seed}, with care`).toEqual(answer);
      expect(await judge(month, () => 1), `month ${seed}, byte by byte`).toEqual(answer);
      expect(await judge(month, () => chance.whole(1, 90)), `month ${seed}, in pieces`).toEqual(answer);
    }
  });

  it('always: submitted + topUp = charged + Σ unpaid, and the trail explains each of them', async () => {
    for (const seed of seeds(100_000, 600)) {
      const answer = await judge(randomMonth(seed), whole);
      if (answer === 'refused') continue;
      for (const { trail, submitted, topUp, charged, unpaid, performed, absence, status } of answer.cases) {
        const sums = Object.groupBy(trail, ({ outcome }) => outcome);
        const explained = Object.fromEntries(
          Object.entries(sums).map(([outcome, entries]) => [
            outcome,
            entries.reduce((sum, entry) => sum + entry.minutes, 0),
          ]),
        );
        const { PAID: paid = 0, ...reasons } = explained;
        const notPaid = Object.values(unpaid).reduce((sum, minutes) => sum + minutes, 0);
        expect(submitted + topUp, `month ${seed}`).toBe(charged + notPaid);
        expect(reasons, `month ${seed}`).toEqual(unpaid);
        expect(paid, `month ${seed}`).toBe(performed + absence + topUp);
        expect(charged).toBe(paid - (unpaid.OVER_GRANTED ?? 0) - (unpaid.WRONG_BASIS ?? 0));
        expect(Object.values(unpaid).every((minutes) => minutes > 0)).toBe(true);
        if (status === 'MATCH') expect([notPaid, topUp]).toEqual([0, 0]);
      }
    }
  });

  it('never repeat what stands in the files', async () => {
    for (const seed of seeds(200_000, 150)) {
      const answer = await judge(randomMonth(seed), whole);
      expect(JSON.stringify(answer)).not.toMatch(/ringde|ej hemma|tv 5|öppet|extra/);
    }
  });
});
