import { readRecord } from '../../../shared/domain/verify-record-file.ts';
import { installedFonts } from '../../../shared/pdf/load-fonts.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { type FilesForPeople, sealedStore, type WaitingRecord } from '../../../shared/stores/sealed-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { SettlementContent } from '../settling/settlement.ts';
import { invoiceBasis } from '../statement/invoice-basis.ts';
import { StatementContent } from '../statement/statement.ts';
import { statementPdf } from '../statement/statement-pdf.ts';

/** The same statement for people: a tagged PDF, and the basis of the one invoice (L-40), without any case number. */
async function makeForPeople(bytes: Uint8Array, { pdfId, basisId }: FilesForPeople, deps: Deps): Promise<void> {
  const record = readRecord(bytes);
  if (typeof record === 'string') throw new Error(`a record that was committed does not hold: ${record}`);
  const { kind, content } = record.payload;
  const shape = kind === 'settlement' ? SettlementContent : StatementContent;
  const statement = { ...shape.parse(content), sha256: record.sha256 };
  await deps.documents.put('documents', basisId, Buffer.from(invoiceBasis(statement)), 'text/csv');
  await deps.documents.put('documents', pdfId, await statementPdf(statement, installedFonts()), 'application/pdf');
}

/** What a file of each type that is signed ends in; by it nobody takes it for a record. */
const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tiff',
};

/** A document that was signed is kept as its records are: where nobody can take it away, or lay another in its place. */
async function keepSigned(documentId: string, { documents }: Deps): Promise<void> {
  const stored = await documents.find('documents', documentId);
  if (!stored) throw new Error('a document that was signed is gone');
  const pieces: Uint8Array[] = [];
  for await (const piece of documents.read('documents', documentId)) pieces.push(piece);
  const name = `${documentId}.${endings[stored.contentType] ?? 'fil'}`;
  await documents.put('records', name, Buffer.concat(pieces), stored.contentType);
}

/**
 * Lays a committed record among the records, and makes what people read of it. What is done twice, by two at once or
 * after a crash, has one result: the same bytes under the same ids, and only one clears what waited.
 */
export async function publish(waiting: Stored<WaitingRecord>, deps: Deps): Promise<Effects> {
  const sealed = sealedStore(deps);
  const { recordId, files, keeps } = waiting.entity;
  const bytes = await sealed.fileOf(waiting.entity);
  await deps.documents.put('records', recordId, bytes, 'application/json');
  for (const documentId of keeps === undefined ? [] : [keeps].flat()) await keepSigned(documentId, deps);
  if (files) await makeForPeople(bytes, files, deps);
  return { saves: [sealed.clear(waiting)] };
}
