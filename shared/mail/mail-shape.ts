/**
 * How a mail may be divided into lines. Whoever verifies or reads it works by the line, some of it over and over for lines
 * that have no end or nothing in them: what no mail program writes is not given to them.
 */
const mostInLine = 1_000_000;
const [mostShort, short] = [60_000, 30];

/** Whether the lines of a raw mail are such as mail has; one pass, whatever it holds. */
export function isLaidOutAsMail(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let shorts = 0;
  let from = 0;
  while (from < raw.byteLength) {
    const found = raw.indexOf(0x0a, from);
    const end = found < 0 ? raw.byteLength : found;
    const length = end - from;
    if (length > mostInLine) return false;
    if (length < short && ++shorts > mostShort) return false;
    from = end + 1;
  }
  return true;
}
