import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** A port that nobody listens on: one that was free a moment ago. */
const nobodyAt = () =>
  new Promise<string>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`));
    });
  });

it.each([
  [{ CI: '1' }, 1],
  [{ CI: 'true', AWS_TESTS: 'optional' }, 1],
  [{}, 1],
  [{ AWS_TESTS: 'optional' }, 0],
])('without an emulator, and with %j, ends with %i and one line that says so', async (given, code) => {
  const { CI: _, ...env } = process.env;
  const AWS_ENDPOINT_URL = await nobodyAt();
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts')], {
    env: { ...env, ...given, AWS_ENDPOINT_URL },
  });
  expect(run.stderr.toString()).toBe(`the AWS emulator does not answer at ${AWS_ENDPOINT_URL}\n`);
  expect(run.status).toBe(code);
});
