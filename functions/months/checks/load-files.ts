import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { StoredDocument } from '../../../shared/ports/documents.ts';
import type { ByteSource } from '../dry-run/byte-source.ts';

export type OpenedFile = { readonly document: StoredDocument; readonly source: ByteSource };
export type TwoOpened = { readonly report: OpenedFile; readonly deviations: OpenedFile };

/** By what it was sent in as: a browser sends a file as what its name says. */
const nameOf = ({ id, contentType }: StoredDocument): string => {
  if (contentType === 'text/csv') return `${id}.csv`;
  return contentType.includes('opendocument') ? `${id}.ods` : contentType.includes('spreadsheetml') ? `${id}.xlsx` : id;
};

/** A file that has come in; undefined where there is none of that id. */
export async function openIncoming(id: string, { documents }: Deps): Promise<OpenedFile | undefined> {
  const document = await documents.find('incoming', id);
  return document && { document, source: { chunks: () => documents.read('incoming', id), name: nameOf(document) } };
}

/** A file that is among the documents already: what waits for a signature is kept there, however long it waits. */
export async function openDocument(id: string, { documents }: Deps): Promise<OpenedFile | undefined> {
  const document = await documents.find('documents', id);
  return document && { document, source: { chunks: () => documents.read('documents', id) } };
}

/** Files that were opened before, by somebody who was allowed to: among what has come in, unless they had waited as a draft. */
export async function openKept(
  ids: {
    readonly report: string;
    readonly deviations: string;
    readonly reportIn?: string;
    readonly deviationsIn?: string;
  },
  deps: Deps,
): Promise<Result<TwoOpened, 'file-not-found'>> {
  const open = (id: string, bucket: string | undefined) =>
    bucket === 'documents' ? openDocument(id, deps) : openIncoming(id, deps);
  const report = await open(ids.report, ids.reportIn);
  const deviations = await open(ids.deviations, ids.deviationsIn);
  return report && deviations ? accept({ report, deviations }) : refuse('invalid', 'file-not-found');
}
