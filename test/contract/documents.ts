import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bucket, Documents } from '../../shared/ports/documents.ts';

const buckets: readonly Bucket[] = ['incoming', 'documents', 'records'];

/** What every document store promises, whatever keeps the files. */
export function documentsContract(name: string, make: () => Promise<Documents>): void {
  describe(`the documents on ${name}`, () => {
    let documents: Documents;
    beforeAll(async () => {
      documents = await make();
    });
    const read = async (bucket: Bucket, id: string) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of documents.read(bucket, id)) pieces.push(piece);
      return Buffer.concat(pieces);
    };

    it.each<[string, Uint8Array]>([
      ['text', Buffer.from('Ärende;Minuter\r\n')],
      ['every byte there is', Uint8Array.from({ length: 256 }, (_, byte) => byte)],
      ['nothing', new Uint8Array()],
      ['a megabyte', Buffer.alloc(1_048_576, 7)],
    ])('keep %s as it was received, with its SHA-256', async (what, bytes) => {
      const id = `file-${what.length}`;
      const about = { id, bucket: 'documents', bytes: bytes.byteLength, contentType: 'text/csv' };
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect(await documents.put('documents', id, bytes, 'text/csv')).toEqual({ ...about, sha256 });
      expect(await documents.find('documents', id)).toEqual({ ...about, sha256 });
      expect(Buffer.compare(await read('documents', id), bytes)).toBe(0);
    });

    it('keep the buckets apart', async () => {
      for (const bucket of buckets) {
        expect(await documents.find(bucket, 'same')).toBeUndefined();
        await documents.put(bucket, 'same', Buffer.from(bucket), 'text/plain');
      }
      for (const bucket of buckets) expect((await read(bucket, 'same')).toString()).toBe(bucket);
    });

    it('a file that is put again is the new one', async () => {
      await documents.put('incoming', 'again', Buffer.from('one'), 'text/csv');
      await documents.put('incoming', 'again', Buffer.from('two!'), 'text/csv');
      expect((await documents.find('incoming', 'again'))?.bytes).toBe(4);
      expect((await read('incoming', 'again')).toString()).toBe('two!');
    });

    it('a record is laid once: the same again is the same, and no other takes its place', async () => {
      const put = (text: string) => documents.put('records', 'once', Buffer.from(text), 'application/json');
      const first = await put('{}');
      expect(await Promise.all([put('{}'), put('{}')])).toEqual([first, first]);
      await expect(put('[]')).rejects.toThrow('another record lies there');
      expect((await read('records', 'once')).toString()).toBe('{}');
    });

    it('a form leads to one place, for one type and size, until a time; nothing is there before it is used', async () => {
      const expiresAt = '2026-11-02T07:15:00.000Z';
      const form = await documents.openUpload({ id: 'fil-9', contentType: 'text/csv', maxBytes: 1000, expiresAt });
      expect(form).toMatchObject({ documentId: 'fil-9', expiresAt, url: expect.stringMatching(/^https?:/) });
      expect(Object.values(form.fields)).toEqual(expect.arrayContaining(['fil-9', 'text/csv']));
      expect(await documents.find('incoming', 'fil-9')).toBeUndefined();
    });

    it('show one file at an address of its own, by ids alone, until a time', async () => {
      await documents.put('documents', 'fil-7', Buffer.from('%PDF-'), 'application/pdf');
      const expiresAt = '2026-11-02T07:05:00.000Z';
      const wanted = { bucket: 'documents', id: 'fil-7', contentType: 'application/pdf', expiresAt } as const;
      const view = await documents.openView({ ...wanted, shown: 'inline' });
      expect(view.expiresAt).toBe(expiresAt);
      expect(new URL(view.url).protocol).toMatch(/^https?:$/);
      expect(view.url).toContain('fil-7');
      expect((await documents.openView({ ...wanted, shown: 'attachment' })).url).not.toBe(view.url);
      await expect(documents.openView({ ...wanted, id: '../other', shown: 'inline' })).rejects.toThrow();
    });
  });
}
