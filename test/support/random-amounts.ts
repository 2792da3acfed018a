import { netOf, pricedRows } from '../../functions/months/adjusting/adjustment-rows.ts';
import { amountOre } from '../../functions/months/money.ts';
import { Seeded } from './random-month.ts';

/** Whole öre of minutes at an hourly rate, in numbers without an end: sixtieths are dropped, thirty or more round up. */
function exactOre(minutes: bigint, orePerHour: bigint): bigint {
  const sixtieths = minutes * orePerHour;
  const whole = sixtieths / 60n;
  return sixtieths - whole * 60n < 30n ? whole : whole + 1n;
}

/**
 * A provider's month by chance: lines, a rate, and what is adjusted of it in two goes. Names what is not to the öre as
 * numbers without an end say; nothing where all is.
 */
export function wrongAmounts(seed: number): readonly string[] {
  const chance = new Seeded(seed);
  const rate = chance.pick([38_750, 40_000, 41_500, chance.whole(1, 99_999), chance.whole(0, 59)]);
  const lines = Array.from({ length: chance.whole(1, 6) }, (_, n) => ({
    caseNo: `A-${chance.whole(0, 99)}-${n}`,
    minutes: chance.whole(0, 10 ** chance.whole(0, 5)),
  }));
  let before = lines.reduce((sum, { minutes }) => sum + minutes, 0);
  let exact = lines.reduce((sum, { minutes }) => sum + BigInt(minutes), 0n);
  const statedOre = amountOre(before, rate);
  const wrong: string[] = [];
  if (BigInt(statedOre) !== exactOre(exact, BigInt(rate)))
    wrong.push(`month ${seed}: ${before} at ${rate} is ${statedOre}`);

  let adjustmentsOre = 0;
  for (const go of [1, 2]) {
    const changes = lines
      .filter(() => chance.percent(50))
      .map((line) => {
        const now = chance.whole(0, 2 * line.minutes);
        const change = { caseNo: line.caseNo, was: line.minutes, now };
        line.minutes = now;
        return change;
      });
    const rows = pricedRows(changes, before, rate);
    for (const row of rows) {
      const after = exact + BigInt(row.now - row.was);
      const ore = exactOre(after, BigInt(rate)) - exactOre(exact, BigInt(rate));
      if (BigInt(row.amountOre) !== ore)
        wrong.push(`month ${seed}, go ${go}, ${row.caseNo}: ${row.amountOre}, and not ${ore}`);
      exact = after;
      adjustmentsOre += row.amountOre;
    }
    before = lines.reduce((sum, { minutes }) => sum + minutes, 0);
  }
  const truth = lines.reduce((sum, { minutes }) => sum + BigInt(minutes), 0n);
  if (BigInt(statedOre + adjustmentsOre) !== exactOre(truth, BigInt(rate)))
    wrong.push(`month ${seed}: the whole is wrong`);
  const brought = -chance.whole(0, 10 ** chance.whole(0, 7));
  const net = BigInt(statedOre) + BigInt(adjustmentsOre) + BigInt(brought);
  const said = netOf({ amountOre: statedOre, adjustmentsOre, broughtForwardOre: brought });
  const [toInvoice, carried] = net < 0n ? [0n, net] : [net, 0n];
  if (BigInt(said.toInvoiceOre) !== toInvoice || BigInt(said.carriedForwardOre) !== carried)
    wrong.push(`month ${seed}: net ${net}`);
  return wrong;
}
