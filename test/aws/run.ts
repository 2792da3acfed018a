import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Emulator, EmulatorMissing, installEmulator, reachEmulator, startEmulator } from './emulator.ts';

/**
 * What `npm run test:aws` runs: the suites on the AWS adapters against an emulator, at `AWS_ENDPOINT_URL` or started
 * here. Without one it is red; on a bare machine `AWS_TESTS=optional` makes it say so and pass, but never in CI. `--install`
 * only installs one.
 */
const root = join(import.meta.dirname, '../..');
const given = process.env.AWS_ENDPOINT_URL;
const mayBeMissing = process.env.AWS_TESTS === 'optional' && (process.env.CI ?? '') === '';

async function runSuites({ url }: Emulator): Promise<number> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--config', 'vitest.aws.config.ts', ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: url,
      AWS_REGION: 'eu-north-1',
      AWS_ACCESS_KEY_ID: 'emulator',
      AWS_SECRET_ACCESS_KEY: 'emulator',
    },
  });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

try {
  if (process.argv.includes('--install')) installEmulator();
  else {
    const emulator = given ? await reachEmulator(given) : await startEmulator();
    process.exitCode = await runSuites(emulator).finally(() => emulator.stop());
  }
} catch (failure) {
  if (!(failure instanceof EmulatorMissing)) throw failure;
  process.stderr.write(`${failure.message}\n`);
  process.exitCode = mayBeMissing ? 0 : 1;
}
