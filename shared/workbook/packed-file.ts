import { inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { NotTaken } from './sheet.ts';

/** What a packed file may come to, unpacked, before anything of it is. */
const mostEntries = 200;
const mostUnpacked = 64 * 1024 * 1024;
/** How many times larger a piece may become; a small one may be anything. */
const mostRatio = 150;
const smallPiece = 1024 * 1024;

const isEncrypted = ({ generalPurposeBitFlag }: Entry) => (generalPurposeBitFlag & 1) !== 0;
const isOutside = (name: string) => name.startsWith('/') || name.includes('\\') || name.split('/').includes('..');
const isBomb = ({ compressedSize, uncompressedSize }: Entry) =>
  uncompressedSize > smallPiece && uncompressedSize > compressedSize * mostRatio;

/** The directory of a packed file, held against every bound before a byte is unpacked. */
async function directoryOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > mostEntries) throw new NotTaken('TOO_LARGE');
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (isEncrypted(entry)) throw new NotTaken('ENCRYPTED');
    if (isOutside(entry.fileName) || entries.has(entry.fileName)) throw new NotTaken('DAMAGED');
    unpacked += entry.uncompressedSize;
    if (isBomb(entry) || unpacked > mostUnpacked) throw new NotTaken('TOO_LARGE');
    entries.set(entry.fileName, entry);
  }
  return entries;
}

/** A packed file, of which each piece is unpacked when it is asked for, never further than it says of itself. */
export type PackedFile = {
  readonly names: readonly string[];
  /** Undefined where there is no such piece. */
  piece(name: string): Promise<Buffer | undefined>;
};

const [stored, deflated] = [0, 8];

export async function openPacked(bytes: Uint8Array): Promise<PackedFile> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(whole, { autoClose: false }).catch(() => {
    throw new NotTaken('DAMAGED');
  });
  const entries = await directoryOf(zip).catch((failure: unknown) => {
    throw failure instanceof NotTaken ? failure : new NotTaken('DAMAGED');
  });
  return {
    names: [...entries.keys()],
    async piece(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      try {
        const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
        const packed = whole.subarray(fileDataStart, fileDataStart + entry.compressedSize);
        if (entry.compressionMethod === stored) return packed;
        if (entry.compressionMethod !== deflated) throw new NotTaken('DAMAGED');
        return inflateRawSync(packed, { maxOutputLength: Math.max(entry.uncompressedSize, 1) });
      } catch {
        throw new NotTaken('DAMAGED');
      }
    },
  };
}
