import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealRecord } from '../../../../functions/months/signing/seal-record.ts';
import { run } from '../../../../infra/local/cli/verify.ts';
import { recordBytes } from '../../../../shared/domain/signed-record.ts';
import { fileDocuments } from '../../../../shared/embedded/file-documents.ts';
import { localSigner } from '../../../../shared/embedded/local-signer.ts';
import { aPayload } from '../../../support/a-record.ts';

let folder: string;
const at = (name: string) => join(folder, name);

async function verify(...args: string[]) {
  const said = { stdout: '', stderr: '' };
  const writer = (stream: 'stdout' | 'stderr') => ({ write: (text: string) => (said[stream] += text) });
  const code = await run(args, { stdout: writer('stdout'), stderr: writer('stderr') });
  return { code, answer: said.stdout === '' ? undefined : JSON.parse(said.stdout), words: said.stderr };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'utfort-verify-'));
  const signer = localSigner({ folder: ':memory:', now: () => '2026-01-01T00:00:00.000Z' });
  const report = await sealRecord(await aPayload({ kind: 'report' }), signer);
  const statement = await sealRecord(await aPayload({}, report), signer);
  const other = await localSigner({ folder: ':memory:', now: () => '2026-01-01T00:00:00.000Z' }).keys();
  await Promise.all(['out', 'changed', 'empty', 'orphans', 'unclear'].map((name) => mkdir(at(name))));
  await writeFile(at('out/statement-P1.json'), recordBytes(statement));
  await writeFile(at('out/report-O1-P1.json'), recordBytes(report));
  await writeFile(at('out/keys.json'), JSON.stringify(await signer.keys()));
  const orphan = await sealRecord(await aPayload({ kind: 'report', content: 'signed at once by another' }), signer);
  await writeFile(at('orphans/report.json'), recordBytes(report));
  await writeFile(at('orphans/statement.json'), recordBytes(statement));
  for (const name of ['orphans', 'unclear']) await writeFile(at(`${name}/orphan.json`), recordBytes(orphan));
  await writeFile(at('unclear/report.json'), recordBytes(report));
  const kept = fileDocuments(at('data/documents'), () => '');
  await kept.put('records', 'bevis-1', recordBytes(report), 'application/json');
  await kept.put('records', 'bevis-2', recordBytes(statement), 'application/json');
  await writeFile(at('data/documents/records/bevis-3.0b9d1a52-3f0e-4f0a-9f53-1d6f2f9f3c11.tmp'), '{"cut');
  await writeFile(at('data/documents/records/signing-keys.json'), '{}');
  await writeFile(at('other-keys.json'), JSON.stringify(other));
  await writeFile(at('changed/report.json'), recordBytes(report));
  await writeFile(at('changed/statement.json'), Buffer.from(recordBytes(statement)).toString().replace('5025', '5026'));
  await writeFile(
    at('random.json'),
    Uint8Array.from({ length: 200 }, (_, index) => (index * 7919) % 256),
  );
});
afterAll(() => rm(folder, { recursive: true }));

describe('utfort verify', () => {
  it('says whose a record is, with the published keys', async () => {
    const { code, answer } = await verify(at('out/statement-P1.json'), '--keys', at('out/keys.json'));
    expect(code).toBe(0);
    expect(answer).toEqual({
      valid: true,
      trusted: true,
      signedBy: expect.objectContaining({ userId: 'H1', role: 'head', signedInAt: '2026-11-13T09:59:30+01:00' }),
      signedAt: '2026-11-13T10:00:00+01:00',
      kind: 'statement',
      chain: 'ok',
    });
  });

  it('without them only that it is whole', async () => {
    expect(await verify(at('out/statement-P1.json'))).toMatchObject({
      code: 0,
      answer: { valid: true, trusted: false },
    });
  });

  it.each([
    ['a changed digit', 'changed/statement.json', [], 'content-changed'],
    ['random bytes', 'random.json', [], 'not-a-record'],
    ['a file of another kind', 'out/keys.json', [], 'not-a-record'],
    ['someone else’s keys', 'out/statement-P1.json', ['--keys', 'other-keys.json'], 'unknown-key'],
  ])('%s: the answer is no', async (_what, file, options, reason) => {
    const { code, answer } = await verify(
      at(file),
      ...options.map((word) => (word.startsWith('--') ? word : at(word))),
    );
    expect({ code, answer }).toEqual({ code: 1, answer: { valid: false, reason } });
  });

  it.each([
    ['no file is named', []],
    ['two are', ['out/statement-P1.json', 'out/report-O1-P1.json']],
    ['an option is unknown', ['out/statement-P1.json', '--key', 'out/keys.json']],
    ['the file is missing', ['missing.json']],
    ['the keys are missing', ['out/statement-P1.json', '--keys', 'missing.json']],
    ['the keys are a folder', ['out/statement-P1.json', '--keys', 'out']],
    ['the keys are not a JWKS', ['out/statement-P1.json', '--keys', 'random.json']],
    ['the keys are a record', ['out/statement-P1.json', '--keys', 'out/report-O1-P1.json']],
    ['the folder has no records', ['empty']],
  ])('nothing can be judged when %s', async (_why, args) => {
    const { code, answer, words } = await verify(...args.map((word) => (word.startsWith('--') ? word : at(word))));
    expect({ code, answer }).toEqual({ code: 2, answer: undefined });
    expect(words).not.toBe('');
  });

  it('judges a whole folder and the links in it, passing over the keys that lie there', async () => {
    const { code, answer } = await verify(at('out'), '--keys', at('out/keys.json'));
    expect(code).toBe(0);
    expect(answer.files.map(({ file }: { file: string }) => file)).toEqual(['report-O1-P1.json', 'statement-P1.json']);
    expect(answer.links).toEqual([
      {
        ...{ stream: 'Exempelkommun: P1/2026-10', present: [1, 2], missing: [], forks: [], broken: [] },
        ...{ unclear: [], leftovers: [] },
      },
    ]);
  });

  it('judges the records as the house itself keeps them, passing over what lies beside', async () => {
    const records = at('data/documents/records');
    const whole = await verify(records, '--keys', at('out/keys.json'));
    expect(whole.answer.files.map(({ file }: { file: string }) => file)).toEqual(['bevis-1', 'bevis-2']);
    expect(whole).toMatchObject({ code: 0, answer: { valid: true } });
    const path = join(records, 'bevis-2');
    const untouched = await readFile(path, 'utf8');
    await writeFile(path, untouched.replace('5025', '5026'));
    expect(await verify(records)).toMatchObject({ code: 1, answer: { valid: false } });
    await writeFile(path, untouched);
  });

  it('names what does not belong to the chain, and says yes to the rest', async () => {
    const { code, answer, words } = await verify(at('orphans'));
    expect({ code, leftovers: answer.links[0].leftovers }).toEqual({ code: 0, leftovers: ['orphan.json'] });
    expect(words).toMatch(/hör inte till kedjan.*orphan\.json/);
  });

  it('says in words where it cannot tell which record is the chain’s', async () => {
    const { code, words } = await verify(at('unclear'));
    expect(code).toBe(1);
    expect(words).toMatch(/oklart på plats 1:.*nattens kontrollpunkt/);
  });

  it('says no to a folder with one changed file', async () => {
    expect(await verify(at('changed'))).toMatchObject({ code: 1, answer: { valid: false } });
  });
});
