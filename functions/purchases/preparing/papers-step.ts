import { idKinds } from '../../../shared/domain/id-kinds.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { StoredDocument } from '../../../shared/ports/documents.ts';
import { fileUploads } from '../../../shared/steps/file-uploads.ts';
import { uploadStore } from '../../../shared/stores/upload-store.ts';

type Named = { readonly at: string; readonly documentId: string };

/** Whether an id is of a kind that is made here: then it is no reference of another system. */
export const isOurs = (documentId: string): boolean => Object.hasOwn(idKinds, documentId.split('-')[0] ?? '');

/**
 * Files that the caller has sent in, moved to the documents. Nobody takes up what another person sent, though it were of
 * the same municipality: a paper that is handed over is read by others from then on. Every one that is not theirs is named.
 */
export async function ownUploads(
  named: readonly Named[],
  caller: Caller,
  deps: Deps,
): Promise<Result<ReadonlyMap<string, StoredDocument>, 'file-not-found'>> {
  const found = await Promise.all(named.map(({ documentId }) => uploadStore(deps.table).find(documentId)));
  const others = named.filter((_, n) => found[n]?.userId !== caller.userId);
  if (others.length > 0)
    return refuse(
      'invalid',
      'file-not-found',
      others.map(({ at }) => ({ at, code: 'file-not-found' })),
    );
  return fileUploads(named, caller, deps);
}

/**
 * Papers that somebody names: a file that they have sent in here moves to the documents; anything else is the reference of
 * a document in another system, where the journal is kept (B-12, B-19), and is kept as it was said. Given are those that
 * stand elsewhere.
 */
export async function takenPapers(
  named: readonly Named[],
  caller: Caller,
  deps: Deps,
): Promise<Result<readonly string[], 'file-not-found'>> {
  const here = named.filter(({ documentId }) => isOurs(documentId));
  const filed = await ownUploads(here, caller, deps);
  if (!filed.ok) return filed;
  return accept(named.map(({ documentId }) => documentId).filter((documentId) => !isOurs(documentId)));
}
