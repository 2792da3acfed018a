import { createPrivateKey, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';
import { readOrLayAside, writeDurably } from '../../../shared/embedded/durable-file.ts';
import type { Deps } from '../../../shared/ports/deps.ts';

export type Certificate = { readonly key: string; readonly cert: string };

/** One value of DER: its tag, its length, and what it holds. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const inside = Buffer.concat(parts);
  const { length } = inside;
  const lengths = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...lengths]), inside]);
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const hex = (text: string) => Buffer.from(text, 'hex');
const utcTime = (at: Date) =>
  der(0x17, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`, 'latin1'));

const ecdsaWithSha256 = sequence(hex('06082a8648ce3d040302'));
const commonName = hex('0603550403');
const [basicConstraints, alternativeNames] = [hex('0603551d13'), hex('0603551d11')];

/** How many days a certificate is good for, and how many before its end a new one is made. */
const [days, renewedBefore] = [3650, 30];
const dayLength = 86_400_000;

/** A certificate that the machine makes for itself (X.509, ECDSA P-256): nobody else vouches for it. */
export function ownCertificate(names: readonly string[], now: Date): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const name = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(names[0] ?? 'localhost')))));
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(15)]);
  const others = sequence(
    ...names.map((one) => der(0x82, Buffer.from(one, 'latin1'))),
    der(0x87, Buffer.from([127, 0, 0, 1])),
  );
  const told = sequence(
    der(0xa0, der(0x02, hex('02'))),
    der(0x02, serial),
    ecdsaWithSha256,
    name,
    sequence(utcTime(new Date(now.getTime() - dayLength)), utcTime(new Date(now.getTime() + days * dayLength))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        sequence(basicConstraints, hex('0101ff'), der(0x04, sequence(hex('0101ff')))),
        sequence(alternativeNames, der(0x04, others)),
      ),
    ),
  );
  const whole = sequence(told, ecdsaWithSha256, der(0x03, hex('00'), sign('sha256', told, privateKey)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}

const privatePem = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----\n/;

function certificateIn(text: string): Certificate {
  const [key = ''] = privatePem.exec(text) ?? [];
  const cert = text.replace(key, '');
  if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))) throw new Error('not the key of it');
  return { key, cert };
}

/** The machine's certificate in a file of its own: made at the first start, and again when it is soon to end. */
export function keptCertificate(
  path: string,
  names: readonly string[],
  now: Date,
  log: Pick<Deps['log'], 'error'>,
): Certificate {
  const kept = readOrLayAside(path, certificateIn, (failure) =>
    log.error('the certificate cannot be read, and is made anew', { entry: 'smtp', failure }),
  );
  if (kept && Date.parse(new X509Certificate(kept.cert).validTo) > now.getTime() + renewedBefore * dayLength)
    return kept;
  const made = ownCertificate(names, now);
  writeDurably(path, Buffer.from(made.key + made.cert));
  return made;
}
