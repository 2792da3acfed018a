/** In octets, without its end. The standard says 998; mail with longer lines is common and does no harm. */
const longestLine = 100_000;

export type WireFault = 'bare-line-end' | 'nul' | 'long-line';

const [CR, LF] = [0x0d, 0x0a];

/**
 * What makes a message another one to the next reader than to this one: a line that ends in CR or LF alone may hide a
 * second message behind the first (SMTP smuggling), and a NUL ends the text for some. Undefined when there is nothing.
 */
export function wireFault(raw: Uint8Array): WireFault | undefined {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (bytes.includes(0)) return 'nul';
  let begins = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, begins)) {
    if (bytes[at - 1] !== CR) return 'bare-line-end';
    if (at - 1 - begins > longestLine) return 'long-line';
    begins = at + 1;
  }
  if (bytes.byteLength - begins > longestLine) return 'long-line';
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1))
    if (bytes[at + 1] !== LF) return 'bare-line-end';
  return undefined;
}
