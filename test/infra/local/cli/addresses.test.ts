import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const field = join(import.meta.dirname, '../../../fixtures/from-the-field');
let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'utfort-addresses-'));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const month = (name: string): Promise<{ code: unknown; out: string; err: string }> =>
  new Promise((resolve) => {
    const asked = ['month', '--pack', 'leksand', '--in', join(field, name, 'in'), '--out', join(out, name)];
    execFile(process.execPath, ['infra/local/utfort.ts', ...asked], (error, told, err) =>
      resolve({ code: error ? error.code : 0, out: told, err }),
    );
  });

describe('an address in cases.json, from the field', () => {
  it.each(['email-with-space', 'email-line-break', 'email-two'])(
    '%s: exit code 2, and its places named',
    async (name) => {
      const answer = await month(name);
      expect(answer).toMatchObject({ code: 2, out: '' });
      for (const place of ['providers[0].email', 'people[1].email']) expect(answer.err).toContain(place);
    },
  );

  it('email-idn-domain: is sent to in ASCII, by letters that ask for no answer', async () => {
    const name = 'email-idn-domain';
    const answer = await month(name);
    expect(answer).toMatchObject({ code: 0, err: '' });
    const folder = join(out, name, 'mail');
    const letters = await Promise.all(
      readdirSync(folder).map((file) => PostalMime.parse(readFileSync(join(folder, file)))),
    );
    const to = new Set(letters.flatMap((letter) => letter.to?.map(({ address }) => address) ?? []));
    expect([...to]).toContain('info@xn--hemtjnst-4za.example');
    for (const address of to) expect(address).toMatch(/^[\x21-\x7e]+$/);
    for (const { headers } of letters)
      expect(headers).toContainEqual(expect.objectContaining({ key: 'x-auto-response-suppress', value: 'All' }));
  }, 180_000);
});
