const begins = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, index) => bytes[index] === byte);

/**
 * What an invoice's file is, by its first bytes: text (UBL or figures), a PDF, or a picture of paper; undefined for
 * anything else.
 */
export function fileTypeOf(
  bytes: Uint8Array,
): 'text' | 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/tiff' | undefined {
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return 'application/pdf';
  if (begins(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (begins(bytes, 0x49, 0x49, 0x2a, 0) || begins(bytes, 0x4d, 0x4d, 0, 0x2a)) return 'image/tiff';
  // UTF-16 has its byte order mark first; a file packed as a zip is no text.
  const isMarked = begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff);
  return isMarked || !bytes.subarray(0, 1000).includes(0) ? 'text' : undefined;
}
