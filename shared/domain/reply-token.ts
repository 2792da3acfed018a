/** The secret of a reply address: 128 bits in letters that survive a telephone and a mail program. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const replyToken = /^[a-z2-7]{26}$/;

/** A token of sixteen bytes of chance. */
export function tokenOf(chance: Uint8Array): string {
  let bits = 0n;
  for (const byte of chance.slice(0, 16)) bits = (bits << 8n) | BigInt(byte);
  bits <<= 2n;
  return Array.from({ length: 26 }, (_, at) => alphabet[Number((bits >> BigInt(5 * (25 - at))) & 31n)]).join('');
}

/** The address that a reply comes to: `utfort+<token>@kommun.example`. */
export function replyAddress(address: string, token: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${token}${address.slice(at)}`;
}

/** Every token in the addresses, each once; a hint of what a mail is about, never a proof of who wrote it. */
export function tokensIn(addresses: readonly string[]): readonly string[] {
  const found = addresses.map((address) => /\+([^@+]+)@[^@]*$/.exec(address.toLowerCase())?.[1] ?? '');
  return [...new Set(found.filter((token) => replyToken.test(token)))];
}

/** The token in the first of the addresses that has one. */
export const tokenIn = (addresses: readonly string[]): string | undefined => tokensIn(addresses)[0];
