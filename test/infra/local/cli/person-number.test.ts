import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const field = join(import.meta.dirname, '../../../fixtures/from-the-field/email-idn-domain/in');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'utfort-person-number-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a provider’s name with a person’s number in it: exit code 2, its place named and the number not', async () => {
  const into = join(folder, 'in');
  cpSync(field, into, { recursive: true });
  const path = join(into, 'cases.json');
  const cases = JSON.parse(readFileSync(path, 'utf8'));
  cases.providers[0].name = 'Omsorg Elsa191212121212';
  writeFileSync(path, JSON.stringify(cases));
  const asked = ['month', '--pack', 'leksand', '--in', into, '--out', join(folder, 'out')];
  const answer = await new Promise((resolve) => {
    execFile(process.execPath, ['infra/local/utfort.ts', ...asked], (error, told, err) =>
      resolve({ code: error ? error.code : 0, out: told, err }),
    );
  });
  expect(answer).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/providers\[0\]\.name: texten innehåller något som ser ut som ett personnummer/),
  });
  expect(JSON.stringify(answer)).not.toContain('1212');
});
