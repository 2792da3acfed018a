import { createHash } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { s3Documents } from '../../shared/aws/s3-documents.ts';
import type { Bucket } from '../../shared/ports/documents.ts';
import { Busy } from '../../shared/ports/table.ts';
import { documentsContract } from '../contract/documents.ts';
import { make, scanned, sendForm } from './support/a-cell.ts';
import { clients } from './support/clients.ts';

const clock = { now: () => '2026-11-02T07:00:00.000Z' };
const expiresAt = '2026-11-02T07:15:00.000Z';

const makeBuckets = async (): Promise<Record<Bucket, string>> => ({
  incoming: await make.bucket('incoming'),
  documents: await make.bucket('documents'),
  records: await make.bucket('records'),
});

documentsContract('S3', async () =>
  s3Documents({ client: clients.s3(), buckets: await makeBuckets(), clock, scanGate: 'open' }),
);

describe('a file that a browser sends', () => {
  let buckets: Record<Bucket, string>;
  beforeAll(async () => {
    buckets = await makeBuckets();
  });
  const gated = () => s3Documents({ client: clients.s3(), buckets, clock, scanGate: 'closed-until-clean' });
  const bytes = Buffer.from('Månad;Utförare\r\n');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const send = async (id: string) => {
    const form = await gated().openUpload({ id, contentType: 'text/csv', maxBytes: 1000, expiresAt });
    expect(await sendForm(form, bytes)).toBeLessThan(300);
  };

  async function read(documents: ReturnType<typeof gated>, id: string) {
    const pieces: Uint8Array[] = [];
    for await (const piece of documents.read('incoming', id)) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  }

  it('is sent by a form that says exactly where, of what type, how large and until when', async () => {
    const { url, fields } = await gated().openUpload({
      id: 'fil-1',
      contentType: 'text/csv',
      maxBytes: 1000,
      expiresAt,
    });
    const policy = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString());
    expect(url).toContain(buckets.incoming);
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 1, 1000],
        { 'Content-Type': 'text/csv' },
        { key: 'fil-1' },
        { bucket: buckets.incoming },
      ]),
    );
    // Every field of the form is in the policy that S3 checks, so none can be changed and none added.
    expect(policy.conditions).toHaveLength(Object.keys(fields).length - 2 + 1);
    const until = Date.parse(policy.expiration) - Date.now();
    expect(until).toBeGreaterThan(14 * 60_000);
    expect(until).toBeLessThanOrEqual(15 * 60_000);
  });

  /*
   * The emulator takes any form: it reads neither the policy nor its signature, nor the type. That S3 holds a form to
   * its policy (403 AccessDenied for another key, type or an expired form; 400 EntityTooLarge or EntityTooSmall for the
   * size) is S3's promise; what is ours is that the policy above names all of it.
   */

  it('is there once it is scanned and clean: not before, and never when it is not', async () => {
    const documents = gated();
    expect(await documents.find('incoming', 'fil-2')).toBeUndefined();
    await send('fil-2');
    await expect(documents.find('incoming', 'fil-2')).rejects.toThrow(Busy);
    await expect(read(documents, 'fil-2')).rejects.toThrow(Busy);
    await scanned(buckets.incoming, 'fil-2');
    expect(await documents.find('incoming', 'fil-2')).toMatchObject({ id: 'fil-2', bytes: bytes.length, sha256 });
    expect(await read(documents, 'fil-2')).toBe(bytes.toString());

    for (const verdict of ['THREATS_FOUND', 'UNSUPPORTED', 'ACCESS_DENIED', 'FAILED']) {
      await send(verdict);
      await scanned(buckets.incoming, verdict, verdict);
      expect(await documents.find('incoming', verdict)).toBeUndefined();
      await expect(read(documents, verdict)).rejects.toThrow('may not be read');
    }
  });

  it('is summed once, and is another file when it has been sent anew', async () => {
    const client = clients.s3();
    const asked: string[] = [];
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          asked.push(commandName ?? '');
          return next(args);
        },
      { step: 'initialize', name: 'watch' },
    );
    const documents = s3Documents({ client, buckets, clock, scanGate: 'closed-until-clean' });
    await send('fil-3');
    await scanned(buckets.incoming, 'fil-3');
    await documents.find('incoming', 'fil-3');
    await documents.find('incoming', 'fil-3');
    expect(asked.filter((name) => name === GetObjectCommand.name)).toHaveLength(1);
    expect(asked.filter((name) => name === HeadObjectCommand.name)).toHaveLength(2);

    const form = await documents.openUpload({ id: 'fil-3', contentType: 'text/csv', maxBytes: 1000, expiresAt });
    await sendForm(form, Buffer.from('another'));
    await expect(read(documents, 'fil-3')).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(documents.find('incoming', 'fil-3')).rejects.toThrow(Busy);
    await scanned(buckets.incoming, 'fil-3');
    expect(await documents.find('incoming', 'fil-3')).toMatchObject({ bytes: 7 });
    expect(await read(documents, 'fil-3')).toBe('another');
  });

  it('that was put by the system carries its own sum, and waits for the scan as well', async () => {
    const documents = gated();
    await documents.put('incoming', 'fil-4', bytes, 'text/csv');
    await expect(documents.find('incoming', 'fil-4')).rejects.toThrow(Busy);
    await scanned(buckets.incoming, 'fil-4');
    expect(await documents.find('incoming', 'fil-4')).toMatchObject({ sha256 });
  });

  it('is shown at a signed address, as the type that it was received as', async () => {
    const documents = gated();
    await documents.put('documents', 'fil-5', bytes, 'application/pdf');
    const { url } = await documents.openView({
      ...{ bucket: 'documents', id: 'fil-5', contentType: 'application/pdf', shown: 'inline', expiresAt },
    });
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      ...[200, 'application/pdf', 'inline'],
    ]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toMatch(/^\d+$/);
  });

  it.each(['../up', 'a/b', '', 'x'.repeat(121), 'å'])('has an id, never a path: %j is a bug', async (id) => {
    await expect(gated().find('documents', id)).rejects.toThrow();
    await expect(gated().put('documents', id, bytes, 'text/csv')).rejects.toThrow();
  });
});
