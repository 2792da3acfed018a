import { type ProviderFiles, providersOf } from './providers.ts';

const [folder = '', count = '1', rowCount = '1'] = process.argv.slice(2);
const providers = await providersOf(folder, Number(count));
const rounds = 15;

/** The plain count: every byte looked at, compared with 10. */
async function countBytes({ report }: ProviderFiles): Promise<number> {
  let lines = 0;
  for await (const bytes of report.chunks())
    for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 10) lines += 1;
  return lines;
}

/** The floor: from line end to line end. */
async function countLines({ report }: ProviderFiles): Promise<number> {
  let lines = 0;
  for await (const bytes of report.chunks()) {
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  }
  return lines;
}

/** Processor milliseconds of a pass over every provider, all threads counted. */
async function cost(pass: (provider: ProviderFiles) => Promise<number>): Promise<number> {
  const before = process.cpuUsage();
  for (const provider of providers) await pass(provider);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

const first = await cost((provider) => provider.judge());
await cost(countBytes);
await cost(countLines);
const judged: number[] = [];
const counted: number[] = [];
const floors: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  counted.push(await cost(countBytes));
  judged.push(await cost((provider) => provider.judge()));
  floors.push(await cost(countLines));
}
const ratios = (of: readonly number[]) => judged.map((milliseconds, round) => milliseconds / (of[round] ?? 1));
const perSecond = Math.round((Number(rowCount) / median(judged)) * 1000);
console.log(
  `  check ${median(judged).toFixed(0)} ms processor time (first pass ${first.toFixed(0)}), ${perSecond.toLocaleString('sv-SE')} rows per second`,
);
console.log(
  `  plain count ${median(counted).toFixed(1)} ms: check costs ${median(ratios(counted)).toFixed(2)} times that`,
);
console.log(`  floor, indexOf ${median(floors).toFixed(1)} ms: ${median(ratios(floors)).toFixed(2)} times that`);
