import { accept, type Fault, type Result, refuse } from '../domain/result.ts';
import type { Caller } from '../domain/roles.ts';
import type { Deps } from '../ports/deps.ts';
import type { StoredDocument } from '../ports/documents.ts';
import { uploadStore } from '../stores/upload-store.ts';

type Wanted = { readonly at: string; readonly documentId: string };

async function findOne({ documentId }: Wanted, caller: Caller, deps: Deps): Promise<StoredDocument | undefined> {
  // An upload belongs to the provider that opened it, or to the municipality; another's does not exist.
  const upload = await uploadStore(deps.table).find(documentId);
  return upload?.providerId === caller.providerId ? deps.documents.find('incoming', documentId) : undefined;
}

/**
 * Files that were uploaded move from what has come in to what belongs to a case, with the bytes and the SHA-256 that
 * they came with. Every one that is missing is named, and then none is moved.
 */
export async function fileUploads(
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

/** The form of a choice, put in the case's file (L-02, S-05, S-41); nothing when there is none to put. */
export async function fileForm(
  documentId: string | undefined,
  at: string,
  caller: Caller,
  deps: Deps,
): Promise<Result<unknown>> {
  return documentId === undefined ? accept(undefined) : fileUploads([{ at, documentId }], caller, deps);
}
