import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'turns-'));

/** Plays a list again as a person would, and gives what came out. */
const turns = (file: object | string, ...more: string[]): Promise<{ code: unknown; out: string; err: string }> => {
  const path = join(folder, 'list.json');
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
  return new Promise((resolve) => {
    execFile(process.execPath, ['infra/local/utfort.ts', 'turns', '--list', path, ...more], (error, out, err) =>
      resolve({ code: error ? error.code : 0, out, err }),
    );
  });
};

const providers = [1, 2, 3, 4].map((number) => ({ id: `P${number}`, number }));
const unavailable = [{ provider: 'P4', reason: 'CAPACITY' }];
const e48 = { providers, last: 'P3', turns: [{ orderId: 'B-1', unavailable }, { orderId: 'B-2' }] };

describe('utfort turns', () => {
  it('E48: tells the picks, who was passed over, and whose turn is next; as the setting says', async () => {
    const kept = await turns(e48);
    expect(kept).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(kept.out)).toEqual({
      picks: [
        { orderId: 'B-1', provider: 'P1', skipped: unavailable },
        { orderId: 'B-2', provider: 'P4', skipped: [] },
      ],
      next: 'P2',
    });
    const lost = await turns({ ...e48, orders: e48.turns, turns: undefined }, '--set', 'rotation.skipKeepsTurn=false');
    expect(JSON.parse(lost.out)).toMatchObject({ picks: [{ provider: 'P1' }, { provider: 'P2' }], next: 'P3' });
  });

  it('is 1 when what is recorded comes out otherwise, answered in full', async () => {
    const { code, out, err } = await turns({ providers, turns: [{ orderId: 'B-1', provider: 'P2', skipped: [] }] });
    expect({ code, err }).toEqual({ code: 1, err: 'B-1: antecknat P2, uppspelat P1\n' });
    expect(JSON.parse(out)).toMatchObject({ picks: [{ provider: 'P1' }], differences: [{ orderId: 'B-1' }] });
  });

  it.each([
    ['not JSON', '{', 'inte giltig JSON'],
    [
      'a number twice',
      { ...e48, providers: [...providers, { id: 'P5', number: 4 }] },
      'list.json: providers[4].number: ',
    ],
    ['an unknown pack', { ...e48, pack: 'mora' }, 'okänt paket mora'],
    ['an unknown setting', { ...e48, set: ['rotation.x=1'] }, 'okänd parameter rotation.x'],
  ])('is 2, with the file and the field, for %s', async (_what, file, words) => {
    const { code, out, err } = await turns(file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});
