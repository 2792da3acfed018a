const begins = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;

/** What a month's file is kept as, by its first bytes: a workbook, or else text. */
export function mediaType(bytes: Uint8Array): string {
  if (!begins(bytes, 'PK\u0003\u0004')) return 'text/csv';
  // An OpenDocument file says what it is in its first piece, which is not packed.
  return begins(bytes, 'mimetypeapplication/vnd.oasis.opendocument', 30)
    ? 'application/vnd.oasis.opendocument.spreadsheet'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}
