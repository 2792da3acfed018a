import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromiumPath, withoutChromium } from './support/chromium.ts';

/**
 * What `npm run test:portal` runs: the portal in a real browser, on the machine as `npm start` opens it. A bare machine
 * without a Chromium is told so in one line; in CI that is red. `--look` only says whether there is one.
 */
const root = join(import.meta.dirname, '../..');
const isCi = (process.env.CI ?? '') !== '';
const args = process.argv.slice(2);

async function runSuites(): Promise<number> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--config', 'vitest.portal.config.ts', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

if (chromiumPath() === undefined) {
  process.stdout.write(`${withoutChromium}\n`);
  if (isCi) process.exitCode = 1;
} else if (!args.includes('--look')) process.exitCode = await runSuites();
