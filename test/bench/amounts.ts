import { wrongAmounts } from '../support/random-amounts.ts';

/** `npm run bench:amounts [-- COUNT]`: months by chance, to the öre against numbers without an end; 1,000,000 if not said. */
const count = Number(process.argv[2] ?? 1_000_000);
let wrong = 0;
for (let seed = 1; seed <= count; seed += 1)
  for (const line of wrongAmounts(seed)) {
    wrong += 1;
    console.log(line);
  }
console.log(`${count} months: ${wrong} amounts that are not to the öre`);
process.exitCode = wrong > 0 ? 1 : 0;
