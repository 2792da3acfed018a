import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** The machine as a user starts it, on free ports and a folder of its own; it may be killed and started again. */
export type Started = {
  readonly base: string;
  readonly smtpPort: number;
  readonly stderr: () => string;
  readonly readyAfter: number;
  /** The worst that can happen: no signal handler runs, nothing is closed. */
  kill(): Promise<void>;
  stop(): Promise<number | null>;
};

export async function start(folder: string, port = 0, smtpPort = 0, flags: readonly string[] = []): Promise<Started> {
  const began = performance.now();
  const env = { ...process.env, PORT: String(port), SMTP_PORT: String(smtpPort), DATA_DIR: folder };
  const child: ChildProcess = spawn(process.execPath, ['infra/local/start.ts', ...flags], { cwd: root, env });
  let out = '';
  let err = '';
  child.stderr?.on('data', (piece) => {
    err += piece;
  });
  const base = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (piece) => {
      out += piece;
      const ready = /^ready (\S+)$/m.exec(out)?.[1];
      if (ready && /SMTP .+\n/.test(out)) resolve(ready);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready: ${err}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
    return child.exitCode;
  };
  return {
    base,
    smtpPort: Number(/SMTP +127\.0\.0\.1:(\d+)/.exec(out)?.[1]),
    stderr: () => err,
    readyAfter: performance.now() - began,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGINT'),
  };
}

/** A folder for a machine's state, and its removal. */
export async function aFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'utfort-story-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
