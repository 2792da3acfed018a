import { providersOf } from './providers.ts';

const [folder = '', count = '1'] = process.argv.slice(2);

/** One pass in a process of its own: every provider once, then the most memory that the process ever held. */
let minutes = 0;
for (const provider of providersOf(folder, Number(count))) minutes += await provider.judge();
const most = process.resourceUsage().maxRSS / 1024;
console.log(
  `  most memory ${most.toFixed(0)} MB, cases.json included (${minutes.toLocaleString('sv-SE')} minutes to charge)`,
);
