import { type PrintedPage, pageCode, readPageCode } from '../../../shared/domain/form-code.ts';
import { readScan, type ScanFault, type ScanKind, scanKinds } from '../../../shared/domain/scan-file.ts';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';

export type NamedPrint = AnswerOf<'GET /months/prints/{letters}'>;

/** One picture of a chosen file: where it is, the code that was read or typed, and what that names. */
export type ScannedPage = {
  readonly scan: number;
  readonly sheet: number;
  readonly isRead: boolean;
  readonly text: string;
  readonly page?: PrintedPage;
  /** `unknown`: the code is whole, and nobody here has printed it. */
  readonly print?: NamedPrint | 'unknown';
};

/** What a chosen file is by its first bytes, or why it is not taken. */
export async function kindOfScan(file: File): Promise<ScanKind | ScanFault> {
  return readScan(new Uint8Array(await file.arrayBuffer()));
}
export const isScan = (kind: ScanKind | ScanFault): kind is ScanKind => (scanKinds as readonly string[]).includes(kind);

const known = new Map<string, Promise<NamedPrint | 'unknown'>>();

/** What the letters of a page name; asked for once for all pages of a print. */
async function printOf(letters: string): Promise<NamedPrint | 'unknown'> {
  const asked = ask('GET /months/prints/{letters}', { path: { letters } }).then((outcome) => {
    if (!outcome.ok) known.delete(letters);
    return outcome.ok ? outcome.value : 'unknown';
  });
  const before = known.get(letters);
  if (before === undefined) known.set(letters, asked);
  return before ?? asked;
}

/** A page with the code that somebody has typed of it; a code that is not whole names nothing. */
export async function withCode(page: ScannedPage, text: string): Promise<ScannedPage> {
  const said = await readPageCode(text);
  const bare = { scan: page.scan, sheet: page.sheet, isRead: page.isRead, text };
  return typeof said === 'string' ? bare : { ...bare, page: said, print: await printOf(said.letters) };
}

/** Every picture of a file with the code that is read from it here, in the browser; what reads is fetched when it is used. */
export async function pagesOfScan(file: File, scan: number): Promise<readonly ScannedPage[]> {
  const { pagesIn } = await import('../../scans/read-codes.ts');
  const pages = await pagesIn(file);
  return Promise.all(
    pages.map(async (said, n): Promise<ScannedPage> => {
      const bare = { scan, sheet: n + 1, text: '' };
      if (typeof said === 'string') return { ...bare, isRead: false };
      return { ...bare, isRead: true, text: await pageCode(said), page: said, print: await printOf(said.letters) };
    }),
  );
}
