import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileDocuments } from '../../../shared/embedded/file-documents.ts';
import { documentsContract } from '../../contract/documents.ts';

const root = mkdtempSync(join(tmpdir(), 'utfort-documents-'));
afterAll(() => rmSync(root, { recursive: true }));
const open = (folder: string) => fileDocuments(join(root, folder), () => 'http://127.0.0.1');

documentsContract('one machine', async () => open('contract'));

describe('the documents in a folder', () => {
  it('are there after a restart, and so is the secret that forms are sealed with', async () => {
    const policy = { id: 'fil-1', contentType: 'text/csv', maxBytes: 10, expiresAt: '2026-11-02T07:15:00.000Z' };
    const before = open('restarted');
    await before.put('records', 'bevis-1', Buffer.from('{}'), 'application/json');
    const { fields } = await before.openUpload(policy);
    const after = open('restarted');
    expect(await after.find('records', 'bevis-1')).toMatchObject({ bytes: 2 });
    expect(after.isSealed(policy, fields['x-signature'] ?? '')).toBe(true);
    for (const changed of [{ id: 'fil-2' }, { contentType: 'image/png' }, { maxBytes: 11 }, { expiresAt: '2027' }])
      expect(after.isSealed({ ...policy, ...changed }, fields['x-signature'] ?? '')).toBe(false);
  });

  it.each(['../escape', 'a/b', '', 'å', 'x'.repeat(121)])('take no file by the name “%s”', async (id) => {
    const documents = open('names');
    await expect(documents.put('documents', id, Buffer.from('x'), 'text/plain')).rejects.toThrow();
    await expect(documents.find('documents', id)).rejects.toThrow();
  });

  it('leave nothing half-written beside', async () => {
    const documents = open('whole');
    await documents.put('documents', 'one', Buffer.from('x'), 'text/plain');
    expect(readdirSync(join(root, 'whole', 'documents')).toSorted()).toEqual(['one', 'one.about.json']);
  });

  it('are rid at start of what a killed process left half-written, and of nothing else', async () => {
    const before = open('killed');
    await before.put('records', 'one.tmp', Buffer.from('x'), 'text/plain');
    const cut = '0b9d1a52-3f0e-4f0a-9f53-1d6f2f9f3c11.tmp';
    for (const room of ['', 'incoming', 'documents', 'records'])
      writeFileSync(join(root, 'killed', room, `two.${cut}`), 'ha');
    open('killed');
    const left = readdirSync(join(root, 'killed'), { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.endsWith(cut))).toEqual([]);
    expect(readdirSync(join(root, 'killed', 'records')).toSorted()).toEqual(['one.tmp', 'one.tmp.about.json']);
  });
});
