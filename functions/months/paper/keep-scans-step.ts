import type { Fault } from '../../../shared/domain/result.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import { readScan, type ScanFault, type ScanKind, scanKinds } from '../../../shared/domain/scan-file.ts';
import { mostScanBytes, mostScanBytesTogether, mostScans } from '../../../shared/domain/scan-limits.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { uploadStore } from '../../../shared/stores/upload-store.ts';
import type { MonthPaper } from './paper.ts';

const codes: Readonly<Record<ScanFault, string>> = {
  NOT_A_SCAN: 'not-a-scan',
  ENCRYPTED: 'file-encrypted',
  TOO_MANY_POINTS: 'picture-too-large',
};
const isKind = (read: ScanKind | ScanFault): read is ScanKind => (scanKinds as readonly string[]).includes(read);

/** The bytes of a file that the caller has sent in; nobody takes up what another has. */
async function sentIn(documentId: string, caller: Caller, deps: Deps) {
  const upload = await uploadStore(deps.table).find(documentId);
  const document = upload?.userId === caller.userId ? await deps.documents.find('incoming', documentId) : undefined;
  if (!document) return 'file-not-found';
  if (document.bytes > mostScanBytes) return 'file-too-large';
  const pieces: Uint8Array[] = [];
  for await (const piece of deps.documents.read('incoming', documentId)) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), sha256: document.sha256 };
}

/**
 * The scans that the caller has sent in, moved to the documents as they came, each as what its first bytes say that it is.
 * One that is missing, is no picture or PDF, is locked, or would be a huge picture when it is opened is named; then none is
 * of any use, and what has been moved is led to by nothing.
 */
export async function keepScans(
  documentIds: readonly string[],
  caller: Caller,
  deps: Deps,
): Promise<Result<MonthPaper['scans'], 'bad-scans'>> {
  if (documentIds.length > mostScans)
    return refuse('invalid', 'bad-scans', [{ at: 'body.scans', code: 'too-many-scans' }]);
  const scans: MonthPaper['scans'] = [];
  const faults: Fault[] = [];
  let together = 0;
  // One after the other: each may be as large as an upload.
  for (const [n, documentId] of documentIds.entries()) {
    const at = `body.scans.${n}`;
    const file = await sentIn(documentId, caller, deps);
    together += typeof file === 'string' ? 0 : file.bytes.length;
    if (together > mostScanBytesTogether) {
      faults.push({ at: 'body.scans', code: 'scans-too-large' });
      break;
    }
    const kind = typeof file === 'string' ? undefined : readScan(file.bytes);
    if (documentIds.indexOf(documentId) !== n) faults.push({ at, code: 'file-twice' });
    else if (typeof file === 'string') faults.push({ at, code: file });
    else if (kind && isKind(kind)) {
      await deps.documents.put('documents', documentId, file.bytes, kind);
      scans.push({ documentId, sha256: file.sha256, bytes: file.bytes.length, contentType: kind });
    } else if (kind) faults.push({ at, code: codes[kind] });
  }
  return faults.length > 0 ? refuse('invalid', 'bad-scans', faults) : accept(scans);
}
