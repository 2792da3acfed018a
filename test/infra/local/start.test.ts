import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const start = join(import.meta.dirname, '../../../infra/local/start.ts');

let folder: string;
let running: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'utfort-start-'));
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running = [];
  await rm(folder, { recursive: true, force: true });
});

/** The command as a person runs it, with what it has said so far. */
function run({ args = ['--empty'], env = {} }: { args?: string[]; env?: Record<string, string> } = {}) {
  const child = spawn(process.execPath, [start, ...args], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', SMTP_PORT: '0', ...env },
  });
  running.push(child);
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const ready = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const base = /^ready (\S+)$/m.exec(said.out)?.[1];
      if (base) resolve(base);
    });
    void ended.then(() => resolve(''));
  });
  return { child, said, ended, ready };
}

describe('npm start', () => {
  it('says once that it is ready, says nothing on standard error, and ends well when it is interrupted', async () => {
    const { child, said, ended, ready } = run();
    const base = await ready;
    expect(base).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    for (const path of ['/', '/api', '/openapi.json', '/oidc/.well-known/openid-configuration', '/_local/mailbox'])
      expect([path, (await fetch(base + path)).status]).toEqual([path, 200]);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(said.err).toBe('');
    expect(said.out.match(/^ready /gm)).toHaveLength(1);
    expect(said.out).toMatch(/SMTP +127\.0\.0\.1:\d+/);
    expect(said.out).toContain(`${base}/_local/mailbox`);
    expect(said.out).toContain('admin administrator');
  });

  it('stays alone in its folder and on its port while it lives, and starts again after it was killed', async () => {
    const first = run();
    const port = new URL(await first.ready).port;
    const [sameFolder, samePort] = [run(), run({ env: { PORT: port, DATA_DIR: join(folder, 'other') } })];
    expect([await sameFolder.ended, sameFolder.said.err]).toEqual([
      1,
      `${folder} is in use by another Utfört; stop it, or set DATA_DIR to another folder.\n`,
    ]);
    expect([await samePort.ended, samePort.said.err]).toEqual([
      1,
      `Port ${port} is in use; set PORT to another one, or to 0 for any.\n`,
    ]);

    first.child.kill('SIGKILL');
    await first.ended;
    const again = run();
    expect(await again.ready).not.toBe('');
    again.child.kill('SIGTERM');
    expect([await again.ended, again.said.err]).toEqual([0, '']);
  });

  it('refuses in one line a port that is not one, and a flag that it does not know', async () => {
    const [port, flag] = [run({ env: { PORT: 'http' } }), run({ args: ['--demo'] })];
    expect([await port.ended, port.said]).toEqual([1, { out: '', err: expect.stringMatching(/^PORT is http; .+\n$/) }]);
    expect([await flag.ended, flag.said]).toEqual([
      1,
      { out: '', err: expect.stringMatching(/^npm start takes one flag: .+\n$/) },
    ]);
  });
});
