/** A file that is no text at all, by what it is: a spreadsheet's workbook, a PDF, a picture or a packed file. */
export type NotText = 'WORKBOOK' | 'PDF' | 'NO_TEXT';

/** The first bytes of each kind, whatever the file is called. */
const kinds: readonly (readonly [NotText, readonly number[]])[] = [
  // XLSX and ODS are ZIP files; XLS, and a workbook with a password, are compound files.
  ['WORKBOOK', [0x50, 0x4b, 0x03, 0x04]],
  ['WORKBOOK', [0x50, 0x4b, 0x05, 0x06]],
  ['WORKBOOK', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['NO_TEXT', [0x89, 0x50, 0x4e, 0x47]],
  ['NO_TEXT', [0xff, 0xd8, 0xff]],
  ['NO_TEXT', [0x47, 0x49, 0x46, 0x38]],
  ['NO_TEXT', [0x1f, 0x8b]],
];

/** What a file that begins like this is, when it is no text. */
export const notText = (head: Uint8Array): NotText | undefined =>
  kinds.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0];
