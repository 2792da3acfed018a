import { createHash } from 'node:crypto';
import type { MailFile } from '../../../shared/mail/read-mail.ts';
import { bytesSource, fileKind } from '../../months/door.ts';
import { type Attached, sorted } from './attached.ts';

export type MailedFile = { readonly bytes: Uint8Array; readonly sha256: string };

/** The files of a mail as what they are by their bytes and their headers, whatever they are called. */
export async function attachedIn(files: readonly MailFile[]): Promise<Attached<MailedFile>> {
  const told = await Promise.all(
    files.map(async ({ bytes }) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { ...(await fileKind(bytesSource(bytes))), file: { bytes, sha256 } };
    }),
  );
  return sorted(told);
}
