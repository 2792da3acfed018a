import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { fileUploads } from '../../../shared/steps/file-uploads.ts';
import { uploadStore } from '../../../shared/stores/upload-store.ts';

/** What an upload's id begins with. */
const ofUpload = /^fil-/;

type Named = { readonly at: string; readonly documentId: string };

/**
 * Papers that somebody names: a file that was sent in here moves to the documents; anything else is the reference of a
 * document in another system, where the journal is kept (B-12, B-19), and is kept as it was said. Given are those that
 * stand elsewhere. An upload that is not there, or is another's, is refused.
 */
export async function takenPapers(
  named: readonly Named[],
  caller: Caller,
  deps: Deps,
): Promise<Result<readonly string[], 'file-not-found'>> {
  const found = await Promise.all(
    named.map(async (one) => ({ one, upload: await uploadStore(deps.table).find(one.documentId) })),
  );
  const here = found.filter(({ one, upload }) => upload !== undefined || ofUpload.test(one.documentId));
  const filed = await fileUploads(
    here.map(({ one }) => one),
    caller,
    deps,
  );
  if (!filed.ok) return filed;
  const isHere = (documentId: string) => filed.value.has(documentId);
  return accept(named.map(({ documentId }) => documentId).filter((documentId) => !isHere(documentId)));
}
