import { execSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sealRecord } from '../../../functions/months/signing/seal-record.ts';
import { contentSumCommand } from '../../../shared/domain/content-sum.ts';
import { recordBytes } from '../../../shared/domain/signed-record.ts';
import { localSigner } from '../../../shared/embedded/local-signer.ts';
import { aPayload } from '../../support/a-record.ts';
import { aLongStatement } from '../../support/a-statement.ts';
import { oddTexts } from '../../support/odd-texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'sum-'));
const signer = localSigner({ folder: ':memory:', now: () => '2026-01-01T00:00:00.000Z' });
afterAll(() => rmSync(folder, { recursive: true }));

const { sha256: _, ...statement } = aLongStatement();
const { surrogate: __, ...whole } = oddTexts; // half a letter is refused where it comes in

/** What somebody reads who saves the record and runs the line that the page shows. */
async function counted(content: object) {
  const record = await sealRecord(await aPayload({ content }), signer);
  writeFileSync(join(folder, 'utfort-R1.json'), recordBytes(record));
  const said = execSync(contentSumCommand('utfort-R1.json'), { cwd: folder, encoding: 'utf8' }).trim();
  return { said, meant: record.payload.contentSha256 };
}

describe('the checksum, counted with ordinary tools on the file as it was saved', () => {
  it.each([
    ['a statement of ninety cases', statement],
    ['letters of every kind', { comment: 'Åäö é \u007f \u001f " \\ / \u2028 😀 עברית', ...whole }],
    ['figures', { none: 0, most: 9_007_199_254_740_991, list: [1, -5, 3_245_313], empty: [], nothing: null, is: true }],
  ])('is the one that people are shown: %s', async (_what, content) => {
    const { said, meant } = await counted(content);
    expect(said).toBe(meant);
  });
});
