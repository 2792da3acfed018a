import type { Deps } from '../../../shared/ports/deps.ts';
import { PrintedRows } from './printed-rows.ts';

/** What is printed on the rows of a print, by the id that it keeps. */
export async function loadPrintedRows(id: string, { documents }: Pick<Deps, 'documents'>): Promise<PrintedRows> {
  const pieces: Uint8Array[] = [];
  for await (const piece of documents.read('documents', id)) pieces.push(piece);
  return PrintedRows.parse(JSON.parse(Buffer.concat(pieces).toString('utf8')));
}
