import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const pom = join(here, 'pom.xml');
const pinned = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
/** Beside the packages, where nothing is committed, linted or searched. */
const folder = join(here, `../../../node_modules/.cache/verapdf-${pinned}`);
const ready = join(folder, 'ready');

export type Verdict = {
  readonly file: string;
  /** How many checks were made; a file that is not read has none. */
  readonly checks: number;
  /** `7.21.4.2-2 If the FontDescriptor …`; the same one once. */
  readonly findings: readonly string[];
};

/** Fetches the judge once. Without Java and Maven it throws in words: what cannot be judged is never passed. */
function fetched(): string {
  for (const command of ['javac', 'mvn'])
    if (spawnSync(command, ['-version']).status !== 0)
      throw new Error(`veraPDF needs ${command}, which is not here: apt-get install default-jdk-headless maven`);
  if (!existsSync(ready)) {
    rmSync(folder, { recursive: true, force: true });
    const wanted = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
    execFileSync('mvn', wanted, { stdio: ['ignore', 'inherit', 'inherit'] });
    writeFileSync(ready, '');
  }
  return join(folder, '*');
}

/** Holds PDF files against PDF/UA-1 by veraPDF, all in one start of Java. */
export function judgePdfUa(files: readonly string[]): readonly Verdict[] {
  const program = ['-cp', fetched(), join(here, 'Judge.java'), ...files];
  const out = execFileSync('java', program, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const verdicts = out
    .split('FILE\t')
    .slice(1)
    .map((part): Verdict => {
      const [head = '', ...lines] = part.trimEnd().split('\n');
      const [file = '', checks = ''] = head.split('\t');
      const findings = new Set(lines.map((line) => line.split('\t').slice(1).join(' ')));
      return { file, checks: Number(checks), findings: [...findings] };
    });
  if (verdicts.length !== files.length) throw new Error(`${files.length} files, ${verdicts.length} verdicts`);
  return verdicts;
}
