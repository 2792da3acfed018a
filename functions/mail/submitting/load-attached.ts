import { createHash } from 'node:crypto';
import type { MailFile } from '../../../shared/mail/read-mail.ts';
import type { ReportFormat } from '../../../shared/packs/report-format.ts';
import { bytesSource, fileKind, printKind } from '../../months/door.ts';
import { type Attached, sorted, type Told } from './attached.ts';

export type MailedFile = { readonly bytes: Uint8Array; readonly sha256: string };

/** What a mail program adds of itself: a card with an address, a signature of the mail itself. */
const ofProgram = /^(?:text\/(?:x-)?vcard|application\/(?:x-)?(?:pkcs7|pgp)-signature)$/i;

/** Packed files that are no workbooks: gzip, 7z, rar. */
const packed = [Buffer.of(0x1f, 0x8b), Buffer.of(0x37, 0x7a, 0xbc, 0xaf), Buffer.from('Rar!')];
const zip = Buffer.from('PK');
const beginsWith = (bytes: Uint8Array, some: Buffer): boolean => some.equals(bytes.subarray(0, some.length));

/** What a file is, by its bytes; a workbook with a password is no zip file, and a zip file with one is no workbook. */
async function kindOf(bytes: Uint8Array, own: ReportFormat | undefined): Promise<Omit<Told<unknown>, 'file'>> {
  if (bytes.every((byte) => byte <= 0x20)) return { kind: 'EMPTY' };
  if (packed.some((some) => beginsWith(bytes, some))) return { kind: 'PACKED' };
  const print = own && (await printKind(bytesSource(bytes), own));
  if (print) return print;
  const kind = await fileKind(bytesSource(bytes));
  return kind.kind === 'ENCRYPTED' && beginsWith(bytes, zip) ? { kind: 'PACKED' } : kind;
}

/**
 * The files of a mail as what they are by their bytes and their headers, whatever they are called; the sender's own print
 * by the map of it, where there is one.
 */
export async function attachedIn(files: readonly MailFile[], own?: ReportFormat): Promise<Attached<MailedFile>> {
  const told = await Promise.all(
    files
      .filter(({ type }) => !ofProgram.test(type))
      .map(async ({ bytes }) => {
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return { ...(await kindOf(bytes, own)), file: { bytes, sha256 } };
      }),
  );
  return sorted(told);
}
