import type { PagedRow } from '../../../shared/pdf/paged-form.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { PrintedRows } from './printed-rows.ts';

/** What is printed, kept beside the print as a document: a month has more rows than an item holds. Answers its id. */
export async function keepPrintedRows(
  pages: readonly (readonly PagedRow[])[],
  { documents, newId }: Pick<Deps, 'documents' | 'newId'>,
): Promise<string> {
  const id = newId('blankett');
  const rows: PrintedRows = pages.map((page) => page.map(({ cells }) => [...cells]));
  await documents.put('documents', id, Buffer.from(JSON.stringify(rows)), 'application/json');
  return id;
}
