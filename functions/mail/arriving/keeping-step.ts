import type { Deps } from '../../../shared/ports/deps.ts';
import type { Mail } from '../mail.ts';

/**
 * A mail that waits for a person is laid among the documents too, before it is said to wait: what has come in is
 * emptied after thirty days, and whoever decides has no such limit. What is infected stays where it is, and is read by
 * nobody; what has not been scanned cannot be read yet.
 */
export async function kept({ file, scan }: Mail, { documents }: Deps): Promise<Pick<Mail, 'file'>> {
  if (file?.bucket !== 'incoming' || scan !== 'CLEAN') return file ? { file } : {};
  const pieces: Uint8Array[] = [];
  for await (const piece of documents.read('incoming', file.id)) pieces.push(piece);
  await documents.put('documents', file.id, Buffer.concat(pieces), 'message/rfc822');
  return { file: { ...file, bucket: 'documents' } };
}
