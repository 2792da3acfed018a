import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { aFolder, start } from '../stories/support/a-start.ts';

/**
 * What `npm run test:clients` runs: clients made from `/openapi.json` by the generator that most people use, in Python
 * and in Java. The one is installed, imported and lists the orders of a running machine; the other is compiled. Without
 * Java, Maven or Python a bare machine is told so; in CI that is red.
 */
const root = join(import.meta.dirname, '../..');
const out = join(root, 'out/clients');
const isCi = (process.env.CI ?? '') !== '';
const generator = 'openapi-generator-cli==7.17.0';

const has = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

function missing(): readonly string[] {
  return [
    ...(has('java', '-version') ? [] : ['Java 17']),
    ...(has('mvn', '--version') ? [] : ['Maven']),
    ...(has('python3', '-c', 'import ensurepip') ? [] : ['python3-venv']),
  ];
}

const run = (command: string, args: readonly string[], cwd = out) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });

/** A Python of its own, with the generator in it; kept from one time to the next. */
function python(): string {
  const own = join(out, 'venv/bin/python');
  if (!existsSync(own)) run('python3', ['-m', 'venv', join(out, 'venv')]);
  run(own, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', generator]);
  return own;
}

async function tokenOf(base: string, user: string): Promise<string> {
  const answer = await fetch(`${base}/_local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
}

async function makeAndUse(): Promise<void> {
  mkdirSync(out, { recursive: true });
  const own = python();
  const find = 'import openapi_generator_cli, pathlib; print(pathlib.Path(openapi_generator_cli.__file__).parent)';
  const jar = join(run(own, ['-c', find]).trim(), 'openapi-generator.jar');
  const { folder, remove } = await aFolder();
  const machine = await start(folder);
  try {
    writeFileSync(join(out, 'openapi.json'), await (await fetch(`${machine.base}/openapi.json`)).text());
    const make = (language: string, more: readonly string[]) => {
      rmSync(join(out, language), { recursive: true, force: true });
      run('java', ['-jar', jar, 'generate', '-i', 'openapi.json', '-g', language, '-o', language, ...more]);
    };
    make('python', ['--package-name', 'utfort_client']);
    run(own, ['-m', 'pip', 'install', '--quiet', '-r', join(out, 'python/requirements.txt')]);
    const token = await tokenOf(machine.base, 'O1');
    const used = run(own, [join(import.meta.dirname, 'use_python.py'), join(out, 'python'), machine.base, token]);
    process.stdout.write(`python: ${used}`);

    make('java', ['--library', 'native']);
    run('mvn', ['--quiet', '--batch-mode', '-Dmaven.test.skip=true', 'compile'], join(out, 'java'));
    process.stdout.write('java: compiled\n');
  } finally {
    await machine.stop();
    await remove();
  }
}

const wanting = missing();
if (wanting.length > 0) {
  process.stderr.write(`the made clients cannot be tried without ${wanting.join(', ')}\n`);
  process.exitCode = isCi ? 1 : 0;
} else await makeAndUse();
