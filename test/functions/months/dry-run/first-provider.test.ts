import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../functions/months/dry-run/byte-source.ts';
import { firstProvider } from '../../../../functions/months/dry-run/first-provider.ts';
import { reportHeader } from '../../../support/a-month.ts';

describe('the provider of a file that nobody named', () => {
  it.each([
    ['is its first row’s', `${reportHeader}\n\n2026-10; P7 ;A-1\n2026-10;P8;A-1`, { ok: true, value: 'P7' }],
    ['is unknown when that row names none', `${reportHeader}\n2026-10;;A-1`, { code: 'NO_PROVIDER' }],
    ['is unknown when the header stands alone', reportHeader, { code: 'NO_PROVIDER' }],
    ['is not looked for behind a wrong header', 'x\n2026-10;P7', { code: 'WRONG_HEADER' }],
    ['is not looked for in an empty file', '', { code: 'EMPTY_FILE' }],
  ])('%s', async (_what, text, expected) => {
    expect(await firstProvider(bytesSource(Buffer.from(text)))).toMatchObject(expected);
  });
});
