import type { Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { rowsOnPage } from '../../../shared/pdf/form-room.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { loadPrintedRows } from '../forms/load-printed-rows.ts';
import { casesInForce } from '../load-basis.ts';
import { monthStore } from '../month-store.ts';
import { Keying, type PrintToKey } from './keying.ts';
import type { MonthPaper, Reading } from './paper.ts';
import { paperStore } from './paper-store.ts';

type Of = { readonly month: Month; readonly providerId: string };

/** A page of a print of which nobody knows what is printed: every row is one to write on. */
const emptyPage = Array.from({ length: rowsOnPage }, (): string[] => []);

async function printToKey(
  { form, letters, pages, rowsId }: MonthPaper['prints'][number],
  deps: Deps,
): Promise<PrintToKey> {
  if (form === 'signature') return { form, letters, rows: Array.from({ length: pages }, () => []) };
  const rows =
    rowsId === undefined ? Array.from({ length: pages }, () => emptyPage) : await loadPrintedRows(rowsId, deps);
  return { form, letters, rows };
}

/** A month's paper with what is printed on its pages. */
export async function loadPaper(
  of: Of & { readonly paperId: string },
  deps: Deps,
): Promise<Result<{ readonly stored: Stored<MonthPaper>; readonly prints: readonly PrintToKey[] }, 'paper-not-found'>> {
  const stored = await paperStore(deps.table).find(of, of.paperId);
  if (!stored) return refuse('missing', 'paper-not-found');
  const prints = await Promise.all(stored.entity.prints.map((print) => printToKey(print, deps)));
  return accept({ stored, prints });
}

/** What somebody has keyed; nothing where nobody has. */
export async function loadKeying(reading: Reading | undefined, { documents }: Deps): Promise<Keying | undefined> {
  if (!reading) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of documents.read('documents', reading.keyingId)) pieces.push(piece);
  return Keying.parse(JSON.parse(Buffer.concat(pieces).toString('utf8')));
}

/** The officers whose cases are in the month, handed in or not: none of them reads its paper as the second person. */
export async function responsibleOfficers({ month, providerId }: Of, deps: Deps): Promise<ReadonlySet<string>> {
  const cases = await casesInForce({ month, providerId }, deps);
  const laid = (await monthStore(deps.table).find(month, providerId))?.entity.officers ?? [];
  return new Set([...laid, ...cases.map(({ officerId }) => officerId)]);
}
