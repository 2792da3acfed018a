import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../../infra/local/cli/verify.ts';

const folder = join(import.meta.dirname, '../../../fixtures/records');
const variants = readdirSync(folder).filter((name) => /^\d/.test(name));

/** Valid for everybody; what others take and we refuse is refused with its own reason. */
const verdicts: Readonly<Record<string, string>> = {
  ...{ '00': 'valid', '04': 'valid', '17': 'valid', '20': 'valid', '24': 'valid', '25': 'valid', '26': 'valid' },
  ...{ '09': 'content-changed', '12': 'payload-changed', '13': 'header-mismatch', '14': 'header-mismatch' },
  ...{ '18': 'header-mismatch', '21': 'key-not-in-force', '23': 'broken-chain' },
  ...{ '01': 'not-canonical', '03': 'not-a-record', '05': 'not-canonical', '06': 'bad-signature' },
  ...{ '07': 'not-canonical', '08': 'not-canonical', '10': 'not-canonical', '15': 'bad-signature' },
};

describe('records that others have made variants of', () => {
  it('have a verdict each', () => {
    expect(variants.map((name) => name.slice(0, 2)).sort()).toEqual(Object.keys(verdicts).sort());
  });

  it.each(variants)('%s', async (name) => {
    const said: string[] = [];
    const stdout = { write: (text: string) => said.push(text) };
    const code = await run([join(folder, name), '--keys', join(folder, 'keys2.json')], {
      stdout,
      stderr: { write() {} },
    });
    const { valid, trusted, reason } = JSON.parse(said.join(''));
    const verdict = verdicts[name.slice(0, 2)];
    expect(reason ?? (valid && trusted ? 'valid' : 'untrusted')).toBe(verdict);
    expect(code).toBe(verdict === 'valid' ? 0 : 1);
  });
});
