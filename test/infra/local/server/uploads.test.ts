import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusMinutes } from '../../../../shared/domain/local-time.ts';
import { aLocalServer, json, type TestServer } from '../support/a-local-server.ts';

let house: TestServer;
beforeAll(async () => {
  house = await aLocalServer();
});
afterAll(() => house.end());

let count = 0;
const open = (over: { maxBytes?: number; minutes?: number } = {}) => {
  const { deps, clock } = house.machine;
  const expiresAt = plusMinutes(clock.now(), over.minutes ?? 15);
  count += 1;
  return deps.documents.openUpload({
    id: `dok-${count}`,
    contentType: 'text/csv',
    maxBytes: over.maxBytes ?? 1000,
    expiresAt,
  });
};

async function upload(url: string, fields: Record<string, string>, bytes: string | Uint8Array | undefined) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (bytes !== undefined)
    form.set('file', new File([new Uint8Array(Buffer.from(bytes))], 'okt å.csv', { type: 'text/plain' }));
  const answer = await fetch(url, { method: 'POST', body: form });
  return { status: answer.status, body: await answer.json() };
}

const received = async (id: string) => {
  const pieces: Uint8Array[] = [];
  for await (const piece of house.machine.documents.read('incoming', id)) pieces.push(piece);
  return Buffer.concat(pieces);
};

describe('an upload form', () => {
  it('takes one file, byte for byte, under the type that it was opened for', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
    const { url, fields, documentId } = await open();
    expect(await upload(url, fields, bytes)).toEqual({
      status: 201,
      body: { documentId, bytes: 256, sha256: createHash('sha256').update(bytes).digest('hex') },
    });
    expect(await received(documentId)).toEqual(Buffer.from(bytes));
    expect(await house.machine.documents.find('incoming', documentId)).toMatchObject({ contentType: 'text/csv' });
  });

  it('takes the same file again, and never another one in its place', async () => {
    const { url, fields, documentId } = await open();
    await upload(url, fields, 'Månad;Utförare');
    expect(await upload(url, fields, 'Månad;Utförare')).toMatchObject({ status: 201 });
    expect(await upload(url, fields, 'Månad;Utförare2')).toMatchObject({
      status: 409,
      body: { code: 'already-uploaded' },
    });
    expect((await received(documentId)).toString()).toBe('Månad;Utförare');
  });

  it('lets one of two files for one place be the first, however close they come', async () => {
    const { url, fields } = await open();
    const both = await Promise.all(['ett', 'två', 'tre', 'fyra'].map((text) => upload(url, fields, text)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  const seals: readonly [string, Record<string, string>][] = [
    ['another place', { key: 'dok-99' }],
    ['a way out of the folder', { key: '..' }],
    ['another type', { 'Content-Type': 'text/html' }],
    ['more bytes', { 'x-max-bytes': '999999' }],
    ['longer life', { 'x-expires': '2099-01-01T00:00:00.000Z' }],
    ['no seal', { 'x-signature': '' }],
  ];
  it.each(seals)('refuses fields that were changed to %s', async (_what, change) => {
    const { url, fields } = await open();
    expect(await upload(url, { ...fields, ...change }, 'x')).toMatchObject({
      status: 403,
      body: { code: 'upload-not-allowed' },
    });
  });

  it('takes a file of the largest size, and refuses one byte more', async () => {
    const { url, fields } = await open({ maxBytes: 10 });
    expect(await upload(url, fields, 'x'.repeat(11))).toMatchObject({ status: 413, body: { code: 'too-large' } });
    expect(await upload(url, fields, 'x'.repeat(10))).toMatchObject({ status: 201 });
  });

  it('takes what is larger than other requests may be', async () => {
    const { url, fields } = await open({ maxBytes: 10_000_000 });
    expect(await upload(url, fields, 'x'.repeat(9_000_000))).toMatchObject({ status: 201 });
  });

  it.each([
    ['no file', undefined],
    ['an empty file', ''],
  ])('refuses %s', async (_what, bytes) => {
    const { url, fields } = await open();
    expect(await upload(url, fields, bytes)).toMatchObject({ status: 422, body: { code: 'no-file' } });
  });

  it('refuses what is no form, and a form that is not ours', async () => {
    const { url } = await open();
    expect((await fetch(url, json({}))).status).toBe(422);
    const broken = {
      method: 'POST',
      body: '--x\r\nnonsense',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    };
    expect((await fetch(url, broken)).status).toBe(422);
    expect(await upload(url, { key: 'dok-1' }, 'x')).toMatchObject({
      status: 422,
      body: { code: 'not-an-upload-form' },
    });
  });

  // Last, since it moves the clock.
  it('is of no use when its time is out, by the machine’s clock', async () => {
    const { url, fields } = await open({ minutes: 15 });
    house.machine.clock.set(plusMinutes(house.machine.clock.now(), 15));
    expect(await upload(url, fields, 'x')).toMatchObject({ status: 403, body: { code: 'upload-expired' } });
  });
});
