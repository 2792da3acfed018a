/** What a month's file may be called, and be. */
type Kind = 'csv' | 'xlsx' | 'ods';
export type NameFault = 'WORKBOOK' | 'NOT_A_WORKBOOK' | 'WRONG_BOOK';

/** So many first bytes say what a file is. */
export const headOfFile = 100;

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, headOfFile));

/** What a file is by its first bytes; text is anything that is no package. */
function kindByBytes(head: Uint8Array): Kind {
  const text = latin1(head);
  if (!text.startsWith('PK\u0003\u0004')) return 'csv';
  // An OpenDocument file says what it is in its first piece, which is not packed.
  return text.startsWith('mimetypeapplication/vnd.oasis.opendocument', 30) ? 'ods' : 'xlsx';
}

/** What a file says that it is by its name; undefined of a name that says nothing. */
export function kindByName(name: string): Kind | undefined {
  const [, ending = ''] = /\.([a-z]+)$/i.exec(name) ?? [];
  const kind = ending.toLowerCase();
  return kind === 'csv' || kind === 'xlsx' || kind === 'ods' ? kind : undefined;
}

/** A name that says another kind than the bytes do, as what the file is; undefined where they agree, or it says nothing. */
export function nameFault(said: Kind | undefined, head: Uint8Array): NameFault | undefined {
  const kind = kindByBytes(head);
  if (said === undefined || said === kind) return undefined;
  if (kind === 'csv') return 'NOT_A_WORKBOOK';
  return said === 'csv' ? 'WORKBOOK' : 'WRONG_BOOK';
}
