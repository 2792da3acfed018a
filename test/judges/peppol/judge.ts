import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const pom = join(here, 'pom.xml');
const pinned = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
/** Beside the packages, where nothing is committed, linted or searched. */
const folder = join(here, `../../../node_modules/.cache/phive-${pinned}`);
const ready = join(folder, 'ready');

/** What phive says of a file: the ids of what it refuses it for, `XSD` where the schema does. */
export type PeppolVerdict = { readonly file: string; readonly isValid: boolean; readonly refusals: readonly string[] };

/** Fetches the judge once. Without Java and Maven it throws in words: what cannot be judged is never passed. */
function fetched(): string {
  for (const command of ['javac', 'mvn'])
    if (spawnSync(command, ['-version']).status !== 0)
      throw new Error(`phive needs ${command}, which is not here: apt-get install default-jdk-headless maven`);
  if (!existsSync(ready)) {
    rmSync(folder, { recursive: true, force: true });
    const wanted = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
    execFileSync('mvn', wanted, { stdio: ['ignore', 'inherit', 'inherit'] });
    writeFileSync(ready, '');
  }
  return join(folder, '*');
}

/** Holds UBL files against Peppol BIS Billing 3 by phive, all in one start of Java. A credit note says so in its name. */
export function judgePeppol(files: readonly string[]): readonly PeppolVerdict[] {
  const program = ['-Xmx512m', '-cp', fetched(), join(here, 'Judge.java'), ...files];
  const out = execFileSync('java', program, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const verdicts = out
    .split('FILE\t')
    .slice(1)
    .map((part): PeppolVerdict => {
      const [head = '', ...findings] = part.trimEnd().split('\n');
      const [file = '', validity] = head.split('\t');
      return { file, isValid: validity === 'valid', refusals: findings.map((one) => one.split('\t')[1] ?? '') };
    });
  if (verdicts.length !== files.length) throw new Error(`${files.length} files, ${verdicts.length} verdicts`);
  return verdicts;
}
