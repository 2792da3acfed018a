import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { history, placed } from '../support/a-history.ts';

const path = join(mkdtempSync(join(tmpdir(), 'replay-')), 'history.json');

/** Plays a history as a person would, and gives what came out. */
const replay = (file: object | string, ...more: string[]): Promise<{ code: unknown; out: string; err: string }> => {
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
  return new Promise((resolve) => {
    execFile(process.execPath, ['infra/local/utfort.ts', 'replay', path, ...more], (error, out, err) =>
      resolve({ code: error ? error.code : 0, out, err }),
    );
  });
};

describe('utfort replay', () => {
  it('is 0 when all is as expected: a line of JSON a step, and what is left at the end', async () => {
    const { code, out, err } = await replay({ ...history, steps: [placed], expect: {} });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [step, end, ...more] = out.split('\n');
    expect(Object.keys(JSON.parse(step ?? ''))).toEqual(['step', 'at', 'status', 'body']);
    expect(Object.keys(JSON.parse(end ?? ''))).toEqual(['letters', 'tasks']);
    expect(more).toEqual(['']);
  });

  it('is 1 when something is not as expected, with words; a setting of the call goes over the file', async () => {
    const steps = [{ ...placed, do: 'getSettings', body: undefined, expect: { body: { pack: { name: 'mora' } } } }];
    const { code, out, err } = await replay({ ...history, steps, expect: {} }, '--set', 'cutoff.time=13:00');
    expect({ code, err }).toEqual({ code: 1, err: 'steg 1: body.pack.name: väntat "mora", blev "leksand"\n' });
    expect(out).toContain('13:00');
  });

  it.each([
    ['not JSON', '{', [], 'inte giltig JSON'],
    ['an unknown pack', { ...history, pack: 'mora' }, [], 'okänt paket mora'],
    ['an unknown setting', history, ['--set', 'cutoff.x=1'], 'okänd parameter cutoff.x'],
    ['a step that cannot be done', { ...history, steps: [{ ...placed, do: 'fly' }] }, [], 'steg 1: okänt do fly'],
    ['two files', history, ['more.json'], 'Användning: utfort replay FIL'],
  ])('is 2, and plays nothing, for %s', async (_, file, more, words) => {
    const { code, out, err } = await replay(file, ...more);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});
