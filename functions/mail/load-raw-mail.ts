import { mostBytes } from '../../shared/mail/read-mail.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Mail } from './mail.ts';

/** A mail as it came, as far as one may be long. */
export async function rawMail({ file }: Mail, { documents }: Pick<Deps, 'documents'>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  if (file) {
    for await (const piece of documents.read(file.bucket, file.id)) {
      size += piece.byteLength;
      if (size > mostBytes) break;
      pieces.push(piece);
    }
  }
  return Buffer.concat(pieces);
}
