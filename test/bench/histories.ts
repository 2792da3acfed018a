import { heldAgainstContract } from '../support/history-held.ts';
import { randomHistory } from '../support/random-history.ts';

/**
 * `npm run histories [-- COUNT FROM]`: random histories of up to four months, with facts told late, undone and told
 * again, walked through the entries of months and held against the contract to the öre. Exit 1 where one is not.
 */
const [count = 10_000, from = 1] = process.argv.slice(2).map(Number);
let [wrong, records, adjustments, below] = [0, 0, 0, 0];
const before = process.cpuUsage();
for (let seed = from; seed < from + count; seed += 1) {
  const held = await heldAgainstContract(await randomHistory(seed));
  for (const line of held.wrong) console.log(`history ${seed}: ${line}`);
  if (held.wrong.length > 0) wrong += 1;
  records += held.walked.records.length;
  adjustments += held.walked.adjustments.length;
  if ((seed - from) % 500 === 499) console.log(`  ${seed - from + 1} walked, ${wrong} wrong`);
  below += held.walked.rows.filter(({ carriedForwardOre }) => carriedForwardOre < 0).length;
}
const { user, system } = process.cpuUsage(before);
console.log(
  `${count} histories from ${from}: ${wrong} not as the contract says; ${records} records verified, ${adjustments} adjustments, ` +
    `${below} statements carried below zero; ${((user + system) / 1e6).toFixed(0)} s of processor time`,
);
process.exitCode = wrong > 0 ? 1 : 0;
