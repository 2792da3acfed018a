import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVitest, type TestCase } from 'vitest/node';
import type { Breaker } from './breakers/breaker.ts';
import { breakers } from './breakers.ts';

/**
 * `npm run break-rules [-- L-48 …]`: takes each rule away with its planted change and demands that the test named for it
 * goes red, and is green without. The change is made where the file is read for the test: the tree is never touched.
 */
const root = join(import.meta.dirname, '../..');
const asked = process.argv.slice(2);
const unknown = asked.filter((rule) => !breakers.some((one) => one.rule === rule));
if (unknown.length > 0) throw new Error(`nothing breaks ${unknown.join(', ')}`);
const wanted = breakers.filter(({ rule }) => asked.length === 0 || asked.includes(rule));

let planted: Breaker | undefined;

/** The deciding file with the change that is planted now. */
const planting = {
  name: 'planted-change',
  enforce: 'pre' as const,
  load(id: string) {
    if (!planted || id !== join(root, planted.path)) return undefined;
    const [before, after, ...more] = readFileSync(id, 'utf8').split(planted.from);
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error(`${planted.path} does not have “${planted.from}” once`);
    return before + planted.to + after;
  },
};

const vitest = await createVitest(
  // What has been planted is never kept for another run, and a slow machine breaks no rule.
  { root, watch: false, reporters: [{}], fsModuleCache: false, testTimeout: 600_000, hookTimeout: 600_000 },
  { plugins: [planting] },
);

const asPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The tests of those names as they went; none of a file that cannot be loaded. */
async function run(some: readonly Pick<Breaker, 'test' | 'name'>[]): Promise<readonly TestCase[]> {
  const files = new Set(some.map(({ test }) => join(root, test)));
  vitest.setGlobalTestNamePattern(new RegExp(some.map(({ name }) => asPattern(name)).join('|')));
  const specifications = (await vitest.globTestSpecifications()).filter(({ moduleId }) => files.has(moduleId));
  const { testModules } = await vitest.runTestSpecifications(specifications);
  return testModules
    .filter(({ moduleId }) => files.has(moduleId))
    .flatMap(({ children }) => [...children.allTests()])
    .filter((one) => one.result().state !== 'skipped');
}

const isOf = (one: TestCase, { test, name }: Breaker): boolean =>
  one.module.moduleId === join(root, test) && one.fullName.includes(name);

async function breaks(breaker: Breaker): Promise<{ readonly standing: string; readonly why: string }> {
  planted = breaker;
  vitest.invalidateFile(join(root, breaker.path));
  const tests = await run([breaker]);
  vitest.invalidateFile(join(root, breaker.path));
  planted = undefined;
  if (tests.length === 0) return { standing: 'CANNOT BE RUN', why: 'the change leaves nothing to run' };
  const [error] = tests.flatMap((one) => one.result().errors ?? []);
  if (!error) return { standing: 'STAYS GREEN', why: '' };
  const why = error.message.split('\n')[0]?.slice(0, 100) ?? '';
  // A test with a time of its own, on a slow machine: nothing is proven by it.
  return { standing: why.includes('timed out') ? 'TIMED OUT' : 'red', why };
}

let failed = 0;
try {
  const before = await run(wanted);
  for (const breaker of wanted) {
    const its = before.filter((one) => isOf(one, breaker));
    const isGreen = its.length > 0 && its.every((one) => one.result().state === 'passed');
    const { standing, why } = isGreen ? await breaks(breaker) : { standing: 'NOT GREEN BEFORE', why: '' };
    if (standing !== 'red') failed += 1;
    console.log([breaker.rule, standing.padEnd(16), breaker.path, why].join('  '));
  }
} finally {
  await vitest.close();
}
console.log(`${wanted.length - failed} of ${wanted.length} rules are broken by their test`);
process.exitCode = failed > 0 ? 1 : 0;
