import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const version = '5.2.5';
const wanted = `moto[server]==${version}`;
/** Beside the packages, where nothing is committed, linted or searched. */
const folder = join(import.meta.dirname, `../../node_modules/.cache/moto-${version}`);
const ready = join(folder, 'ready');
const python = join(folder, 'bin/python');
const packages = join(folder, 'packages');

/** What is missing, in one line for people. */
export class EmulatorMissing extends Error {
  override readonly name = 'EmulatorMissing';
}

function succeeds(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

const installedInVenv = () =>
  spawnSync('python3', ['-m', 'venv', folder]).status === 0 &&
  succeeds(python, '-m', 'pip', 'install', '--quiet', wanted);

function installedBeside(): boolean {
  rmSync(folder, { recursive: true, force: true });
  return succeeds('python3', '-m', 'pip', 'install', '--quiet', '--target', packages, wanted);
}

/** Installs once, which needs the network: into an environment of its own, or, where Python comes without `venv`, into a folder beside it. */
export function installEmulator(): void {
  if (existsSync(ready)) return;
  if (!succeeds('python3', '--version')) throw new EmulatorMissing('the AWS emulator needs python3, which is not here');
  process.stdout.write(`installing ${wanted}, once\n`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (!installedInVenv() && !installedBeside())
    throw new EmulatorMissing(`the AWS emulator could not be installed: pip install '${wanted}' failed`);
  writeFileSync(ready, '');
}

function begin(): ChildProcess {
  const beside = existsSync(packages);
  return spawn(beside ? 'python3' : python, [join(import.meta.dirname, 'serve_moto.py')], {
    // moto asks for no credentials of anybody, and must not find those of whoever runs the tests.
    env: { PATH: process.env.PATH, ...(beside ? { PYTHONPATH: packages } : {}) },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

export type Emulator = { readonly url: string; stop(): void };

/** Starts the emulator on a free port of the loopback; it ends with this process, however that ends. */
export async function startEmulator(): Promise<Emulator> {
  installEmulator();
  const child = begin();
  let errors = '';
  child.stderr?.on('data', (piece) => {
    errors += piece;
  });
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (piece) => {
      out += piece;
      const found = /^ready (\S+)$/m.exec(out)?.[1];
      if (found) resolve(found);
    });
    child.once('error', reject);
    child.once('exit', () =>
      reject(new EmulatorMissing(`the AWS emulator did not start: ${errors.trim().split('\n').at(-1) ?? ''}`)),
    );
  });
  return { url, stop: () => void child.stdin?.end() };
}

/** An emulator that somebody else has started. */
export async function reachEmulator(url: string): Promise<Emulator> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(5000) });
  } catch {
    throw new EmulatorMissing(`the AWS emulator does not answer at ${url}`);
  }
  return { url, stop() {} };
}
