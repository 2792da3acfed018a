import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { StoredDocument } from '../../../shared/ports/documents.ts';
import { uploadStore } from '../../../shared/stores/upload-store.ts';

type Wanted = { readonly at: string; readonly documentId: string };

async function findOne({ documentId }: Wanted, caller: Caller, deps: Deps): Promise<StoredDocument | undefined> {
  // An upload belongs to the provider that opened it; another's does not exist.
  const upload = await uploadStore(deps.table).find(documentId);
  return upload?.providerId === caller.providerId ? deps.documents.find('incoming', documentId) : undefined;
}

/**
 * Files that were uploaded move from what has come in to what belongs to a case, with the bytes and the SHA-256 that
 * they came with. Every one that is missing is named, and then none is moved.
 */
export async function takeUp(
  wanted: readonly Wanted[],
  caller: Caller,
  deps: Deps,
): Promise<Result<ReadonlyMap<string, StoredDocument>, 'file-not-found'>> {
  const found = new Map<string, StoredDocument>();
  const faults: Fault[] = [];
  for (const one of wanted) {
    const document = await findOne(one, caller, deps);
    if (document) found.set(one.documentId, document);
    else faults.push({ at: one.at, code: 'file-not-found' });
  }
  if (faults.length > 0) return refuse('invalid', 'file-not-found', faults);
  for (const { id, contentType } of found.values()) {
    const pieces: Uint8Array[] = [];
    for await (const piece of deps.documents.read('incoming', id)) pieces.push(piece);
    await deps.documents.put('documents', id, Buffer.concat(pieces), contentType);
  }
  return accept(found);
}

/** What is kept of a file beside the paper that it is. */
export const fileOf = (document: StoredDocument | undefined) =>
  document && { sha256: document.sha256, bytes: document.bytes, contentType: document.contentType };
