import type { Dns } from '../ports/dns.ts';

type Records = readonly { readonly name: string; readonly type: string; readonly values: readonly string[] }[];

const failed = (code: string, name: string) => Object.assign(new Error(`${code}: ${name}`), { code });

/** How many names may lead to another name (CNAME) before an answer is given up. */
const mostHops = 8;
/** How much of a text stands together in DNS, in bytes: a longer one comes in pieces that the reader puts together. */
const longestPiece = 255;

function piecesOf(value: string): string[] {
  const bytes = Buffer.from(value);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.byteLength; at += longestPiece)
    pieces.push(bytes.subarray(at, at + longestPiece).toString('latin1'));
  return pieces;
}

/** DNS that knows what has been told to it, and nothing else. */
export const localDns = (records: () => Records): Dns => ({
  async resolve(name, type) {
    let wanted = name.toLowerCase().replace(/\.$/, '');
    for (let hop = 0; hop <= mostHops; hop++) {
      const here = records().filter((one) => one.name === wanted);
      const found = here.find((one) => one.type === type);
      if (found) return type === 'TXT' ? found.values.map(piecesOf) : [...found.values];
      const [next] = here.find((one) => one.type === 'CNAME')?.values ?? [];
      if (next === undefined) throw failed(here.length > 0 ? 'ENODATA' : 'ENOTFOUND', name);
      wanted = next.toLowerCase().replace(/\.$/, '');
    }
    throw failed('ESERVFAIL', name);
  },
});

export const noDns: Dns = localDns(() => []);
