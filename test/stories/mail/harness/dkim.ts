import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export type DkimKey = { readonly privateKey: KeyObject; readonly record: string; readonly kind: 'rsa' | 'ed25519' };

/** A key for signing, with what a domain says of it in its DNS. */
export function dkimKey(bits = 2048): DkimKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const shown = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return { privateKey, record: `v=DKIM1; k=rsa; p=${shown}`, kind: 'rsa' };
}

export const dkimRecord = (domain: string, key: DkimKey, selector = 's1', more = '') => ({
  name: `${selector}._domainkey.${domain}`,
  type: 'TXT',
  values: [`${key.record}${more}`],
});

export type Signing = {
  readonly domain: string;
  readonly key: DkimKey;
  readonly selector?: string;
  /** Names in the order that they are signed; of those, the ones that the mail has. */
  readonly headers?: readonly string[];
  readonly algorithm?: 'rsa-sha256' | 'rsa-sha1';
  /** `t=` and `x=`, in seconds. */
  readonly signedAt?: number;
  readonly expiresAt?: number;
  /** `l=`: how much of the body is signed. */
  readonly length?: number;
  /** Tags that are written as they are given. */
  readonly more?: string;
};

const usual = ['From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Content-Type'];

const relaxedHeader = (line: string): string => {
  const colon = line.indexOf(':');
  const value = line
    .slice(colon + 1)
    .replaceAll(/\r\n/g, '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
  return `${line.slice(0, colon).trim().toLowerCase()}:${value}`;
};

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replaceAll(/[ \t]+/g, ' ').replace(/ $/, ''));
  while (lines.at(-1) === '') lines.pop();
  return lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`;
}

/** A signed mail: RFC 6376, relaxed in both, written here and not by what verifies it. */
export function signed(raw: Buffer, signing: Signing): Buffer {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const fields = text.slice(0, end).split(/\r\n(?![ \t])/);
  const { domain, key, selector = 's1', headers = usual, algorithm = 'rsa-sha256', more = '' } = signing;
  const left = [...fields];
  const covered = headers.flatMap((name) => {
    const at = left.findLastIndex((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    return at < 0 ? [] : left.splice(at, 1);
  });
  const hash = algorithm.split('-')[1] ?? 'sha256';
  const whole = relaxedBody(text.slice(end + 4));
  const body = signing.length === undefined ? whole : whole.slice(0, signing.length);
  const bodyHash = createHash(hash).update(Buffer.from(body, 'latin1')).digest('base64');
  const tags = [
    `v=1; a=${algorithm}; c=relaxed/relaxed; d=${domain}; s=${selector}`,
    ...(signing.signedAt === undefined ? [] : [`t=${signing.signedAt}`]),
    ...(signing.expiresAt === undefined ? [] : [`x=${signing.expiresAt}`]),
    ...(signing.length === undefined ? [] : [`l=${signing.length}`]),
    ...(more === '' ? [] : [more]),
    `h=${headers.join(':')}; bh=${bodyHash}; b=`,
  ];
  const unsigned = `DKIM-Signature: ${tags.join('; ')}`;
  const data = [...covered.map(relaxedHeader), relaxedHeader(unsigned)].join('\r\n');
  const signature = sign(hash, Buffer.from(data, 'latin1'), key.privateKey).toString('base64');
  return Buffer.concat([Buffer.from(`${unsigned}${signature}\r\n`, 'latin1'), raw]);
}
