import { base64url, FlattenedSign, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealRecord } from '../../../functions/months/signing/seal-record.ts';
import { canonical, canonicalBytes } from '../../../shared/domain/canonical.ts';
import type { PublicKeys } from '../../../shared/domain/public-keys.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { type Chain, chainAfter, recordBytes, type SignedRecord } from '../../../shared/domain/signed-record.ts';
import { verifyRecordFile } from '../../../shared/domain/verify-record-file.ts';
import { localSigner } from '../../../shared/embedded/local-signer.ts';
import { aPayload } from '../../support/a-record.ts';

const early = () => '2026-01-01T00:00:00.000Z';
const signer = localSigner({ folder: ':memory:', now: early });
const stranger = localSigner({ folder: ':memory:', now: early });

let first: SignedRecord;
let record: SignedRecord;
let bytes: Uint8Array;
let keys: PublicKeys;

beforeAll(async () => {
  first = await sealRecord(await aPayload({ kind: 'submission' }), signer);
  record = await sealRecord(await aPayload({}, first), signer);
  bytes = recordBytes(record);
  keys = await signer.keys();
});

const encoded = (text: string) => new TextEncoder().encode(text);
const text = () => new TextDecoder().decode(bytes);
/** The reason, or `valid` when nobody noticed. */
const reasonFor = async (file: Uint8Array | object, held?: PublicKeys) => {
  const verification = await verifyRecordFile(file instanceof Uint8Array ? file : canonicalBytes(file), held);
  return verification.valid ? 'valid' : verification.reason;
};

async function unnoticed(files: Iterable<Uint8Array>): Promise<string[]> {
  const missed: string[] = [];
  for (const file of files) {
    if ((await reasonFor(file)) === 'valid') missed.push(new TextDecoder().decode(file));
  }
  return missed;
}

describe('a record that nobody has touched', () => {
  it('is valid, and trusted when the municipality has published its key', async () => {
    expect(await verifyRecordFile(bytes, keys)).toEqual({
      valid: true,
      trusted: true,
      signedBy: record.payload.signedBy,
      signedAt: '2026-11-13T09:00:00.000Z',
      kind: 'statement',
      chain: 'ok',
    });
  });

  it('is valid but not trusted without the published keys: it is whole, not known to be anyone’s', async () => {
    expect(await verifyRecordFile(bytes)).toMatchObject({ valid: true, trusted: false });
  });

  it('may have got a single newline from an editor', async () => {
    expect(await reasonFor(encoded(`${text()}\n`))).toBe('valid');
    expect(await reasonFor(encoded(`${text()}\n\n`))).toBe('not-canonical');
  });

  it('verifies the same after a way through any JSON library', async () => {
    expect(await reasonFor(encoded(canonical(JSON.parse(JSON.stringify(record, null, 4)))))).toBe('valid');
  });

  it('is a standard detached JWS that other programs can check', async () => {
    const [header, , signature] = record.jws.split('.');
    expect(JSON.parse(new TextDecoder().decode(base64url.decode(header ?? '')))).toEqual({
      alg: 'ES256',
      kid: keys.keys[0]?.kid,
      typ: 'utfort-record+jws',
    });
    expect(base64url.decode(signature ?? '')).toHaveLength(64);
  });

  it('holds only what JSON can say', async () => {
    const sealed = await sealRecord(await aPayload({ content: { a: 1, b: undefined } }), signer);
    expect(sealed.payload.content).toEqual({ a: 1 });
    await expect(aPayload({ content: { lone: '\ud800' } })).rejects.toThrow();
    await expect(aPayload({ content: Number.NaN })).rejects.toThrow();
    await expect(aPayload({ content: undefined })).rejects.toThrow();
  });
});

describe('every changed byte is found', () => {
  it('each digit changed into each other digit', async () => {
    const changed = function* () {
      for (const [at, byte] of bytes.entries()) {
        for (let digit = 48; byte >= 48 && byte <= 57 && digit <= 57; digit++)
          if (digit !== byte) yield bytes.with(at, digit);
      }
    };
    expect(await unnoticed(changed())).toEqual([]);
  });

  it('each byte with each of its bits turned', async () => {
    const changed = function* () {
      for (const [at, byte] of bytes.entries()) for (let bit = 1; bit < 256; bit *= 2) yield bytes.with(at, byte ^ bit);
    };
    expect(await unnoticed(changed())).toEqual([]);
  });

  it('each byte taken away, and each tail cut off', async () => {
    const changed = function* () {
      for (const at of bytes.keys()) {
        yield Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)]);
        yield bytes.slice(0, at);
      }
    };
    expect(await unnoticed(changed())).toEqual([]);
  });

  it('a space, a digit, a quote or a newline put in anywhere but at the very end', async () => {
    const changed = function* () {
      for (const at of text().slice(0, -1).split('').keys()) {
        for (const added of ' 0"\n') yield encoded(text().slice(0, at) + added + text().slice(at));
      }
    };
    expect(await unnoticed(changed())).toEqual([]);
  });

  it('each letter of the signature changed into every other letter, spare bits and all', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const changed = function* () {
      for (const letter of letters) {
        const jws = record.jws.slice(0, -1) + letter;
        if (jws !== record.jws) yield canonicalBytes({ ...record, jws });
      }
    };
    expect(await unnoticed(changed())).toEqual([]);
  });
});

describe('a file that says the same in other bytes is refused', () => {
  it.each([
    ['with indentation', () => JSON.stringify(record, null, 2)],
    ['with its members in another order', () => JSON.stringify(Object.fromEntries(Object.entries(record).reverse()))],
    ['with a byte order mark', () => `\ufeff${text()}`],
    ['with an escape that is not needed', () => text().replace('"jwk"', '"\\u006awk"')],
    ['with a number written otherwise', () => text().replace('"seq":2', '"seq":2.0')],
    ['with a member twice', () => text().replace('{"jwk"', '{"jwk":1,"jwk"')],
    ['with a windows line end', () => `${text()}\r\n`],
  ])('%s', async (_how, written) => {
    expect(await reasonFor(encoded(written()))).toMatch(/^not-/);
  });

  it.each([
    ['in the file', (copy: SignedRecord) => ({ ...copy, note: 1 })],
    ['in the payload', (copy: SignedRecord) => ({ ...copy, payload: { ...copy.payload, note: 1 } })],
    ['in the key', (copy: SignedRecord) => ({ ...copy, jwk: { ...copy.jwk, note: 1 } })],
    [
      'in the chain',
      ({ payload, ...copy }: SignedRecord) => ({
        ...copy,
        payload: { ...payload, chain: { ...payload.chain, note: 1 } },
      }),
    ],
    [
      'in the person',
      ({ payload, ...copy }: SignedRecord) => ({
        ...copy,
        payload: { ...payload, signedBy: { ...payload.signedBy, note: 1 } },
      }),
    ],
  ])('with a member too many %s', async (_where, change) => {
    expect(await reasonFor(change(record))).toBe('not-a-record');
  });

  it('with a member named __proto__', async () => {
    expect(await reasonFor(encoded(text().replace('{"jwk"', '{"__proto__":{},"jwk"')))).toMatch(/^not-/);
    expect(await reasonFor(encoded(text().replace('"payload":{', '"payload":{"__proto__":1,')))).toMatch(/^not-/);
  });
});

describe('what is not a record is invalid, and never a crash', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['random bytes', Uint8Array.from({ length: 999 }, (_, index) => (index * 7919) % 256)],
    ['a number', encoded('7')],
    ['null', encoded('null')],
    ['an empty object', encoded('{}')],
    ['a list too deep for any stack', encoded('['.repeat(1_000_000))],
    ['a depth of objects', encoded(`${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`)],
  ])('%s', async (_what, file) => {
    expect(await reasonFor(file)).toBe('not-a-record');
  });
});

describe('a forger', () => {
  /** Seals a changed payload anew with the stranger's key: whole in itself. */
  const forged = async () => sealRecord(await aPayload({ content: { totalMinutes: 999_999 } }), stranger);

  it('who seals with a key of their own makes a whole record that nobody trusts', async () => {
    expect(await verifyRecordFile(recordBytes(await forged()))).toMatchObject({ valid: true, trusted: false });
    expect(await reasonFor(recordBytes(await forged()), keys)).toBe('unknown-key');
  });

  it('who changes the content and its hashes fails at the seal', async () => {
    const payload = await aPayload({ content: { totalMinutes: 1 } }, first);
    expect(await reasonFor({ ...record, payload })).toBe('payload-changed');
    expect(await reasonFor({ ...record, payload, sha256: await sha256(canonical(payload)) })).toBe('bad-signature');
  });

  it('who changes the content alone is told apart', async () => {
    const payload = { ...record.payload, content: { totalMinutes: 1 } };
    expect(await reasonFor({ ...record, payload })).toBe('content-changed');
  });

  it('who puts their own key into a record fails at the header', async () => {
    expect(await reasonFor({ ...record, jwk: (await forged()).jwk })).toBe('header-mismatch');
  });

  it('who publishes another point under the true key id is found', async () => {
    const other = (await stranger.keys()).keys[0];
    const mixed = keys.keys.map((key) => ({ ...key, x: other?.x ?? '', y: other?.y ?? '' }));
    expect(await reasonFor(bytes, { keys: mixed })).toBe('key-mismatch');
    expect(await reasonFor(bytes, { keys: [...keys.keys, ...mixed] })).toBe('key-mismatch');
  });

  it('who writes alg none and no signature', async () => {
    const header = base64url.encode(canonical({ alg: 'none', kid: keys.keys[0]?.kid, typ: 'utfort-record+jws' }));
    expect(await reasonFor({ ...record, jws: `${header}..` })).toBe('header-mismatch');
    expect(await reasonFor({ ...record, jws: `${record.jws.split('.')[0]}..` })).toBe('bad-signature');
  });

  it('who signs with HS256 and the public key as the secret', async () => {
    const secret = encoded(canonical(record.jwk));
    const signed = await new FlattenedSign(canonicalBytes(record.payload))
      .setProtectedHeader({ alg: 'HS256', kid: keys.keys[0]?.kid, typ: 'utfort-record+jws' })
      .sign(secret);
    expect(await reasonFor({ ...record, jws: `${signed.protected}..${signed.signature}` })).toBe('header-mismatch');
    expect(await reasonFor({ ...record, jws: `${record.jws.split('.')[0]}..${signed.signature}` })).toBe(
      'bad-signature',
    );
  });

  it('who has a token that the same kind of key signed', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
    expect(await reasonFor({ ...record, jws: token })).toBe('header-mismatch');
    expect(await reasonFor({ ...record, jws: record.jws.replace('..', '.e30.') })).toBe('header-mismatch');
  });

  it('who turns the signature into its twin (r, n − s)', async () => {
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const [header, , signature = ''] = record.jws.split('.');
    const hex = Buffer.from(signature, 'base64url').toString('hex');
    const twin = hex.slice(0, 64) + (order - BigInt(`0x${hex.slice(64)}`)).toString(16).padStart(64, '0');
    const jws = `${header}..${Buffer.from(twin, 'hex').toString('base64url')}`;
    expect(await reasonFor({ ...record, jws })).toBe('bad-signature');
  });

  it('who names a point that is not on the curve', async () => {
    const jwk = { ...record.jwk, y: record.jwk.x };
    expect(await reasonFor({ ...record, jwk })).toBe('header-mismatch');
  });
});

describe('the published key history', () => {
  const during = (from: string, to?: string) => ({
    keys: keys.keys.map((key) => ({ ...key, utfort_from: from, utfort_to: to })),
  });

  it.each([
    ['ended before the record was signed', '2026-01-01T00:00:00.000Z', '2026-11-13T08:59:59.999Z', 'key-not-in-force'],
    ['ended at that instant', '2026-01-01T00:00:00.000Z', '2026-11-13T09:00:00.000Z', 'valid'],
    ['began at that instant', '2026-11-13T09:00:00.000Z', undefined, 'valid'],
    ['began afterwards', '2026-11-13T09:00:00.001Z', undefined, 'key-not-in-force'],
  ])('a key that %s', async (_when, from, to, expected) => {
    expect(await reasonFor(bytes, during(from, to))).toBe(expected);
  });

  it('may be a plain JWKS that says nothing of time, among keys of other kinds', async () => {
    const plain = keys.keys.map(({ kty, crv, x, y, kid }) => ({ kty, crv, x, y, kid }));
    const verification = await verifyRecordFile(bytes, { keys: [{ kty: 'RSA', n: 'AQAB', e: 'AQAB' }, ...plain] });
    expect(verification).toMatchObject({ valid: true, trusted: true });
  });

  it('with a time that cannot be read is not believed', async () => {
    const spoiled = keys.keys.map((key) => ({ ...key, utfort_to: 'igår' }));
    expect(await reasonFor(bytes, { keys: spoiled })).toBe('key-mismatch');
  });

  it('that is empty knows no key', async () => {
    expect(await reasonFor(bytes, { keys: [] })).toBe('unknown-key');
  });
});

describe('the chain in a record agrees with itself', () => {
  const hash = (digit: string) => digit.repeat(64);
  const link = (seq: number, digit: string) => ({ seq, kind: 'report' as const, sha256: hash(digit) });
  const chain = (over: Partial<Chain>): Chain => ({
    stream: 'P1/2026-10',
    seq: 3,
    previous: hash('b'),
    earlier: [link(1, 'a'), link(2, 'b')],
    ...over,
  });

  it('from the first record on', () => {
    expect(first.payload.chain).toEqual({ stream: 'P1/2026-10', seq: 1, previous: null, earlier: [] });
    expect(chainAfter('P1/2026-10', { ...first.payload, sha256: first.sha256 })).toEqual({
      stream: 'P1/2026-10',
      seq: 2,
      previous: first.sha256,
      earlier: [{ seq: 1, kind: 'submission', sha256: first.sha256 }],
    });
  });

  it.each([
    ['cut at its tail', { earlier: [link(1, 'a')] }],
    ['cut at its head', { earlier: [link(2, 'b')] }],
    ['emptied', { earlier: [] }],
    ['that skips a number', { earlier: [link(1, 'a'), link(3, 'b')] }],
    ['that names a record twice', { earlier: [link(1, 'b'), link(2, 'b')] }],
    ['whose last is not the previous', { previous: hash('a') }],
    ['without a previous', { previous: null }],
    ['whose own number is wrong', { seq: 4 }],
  ])('one %s is not sealed', async (_how, over) => {
    await expect(sealRecord(await aPayload({ chain: chain(over) }), signer)).rejects.toThrow('broken-chain');
  });

  it('one that is in order is', async () => {
    await expect(sealRecord(await aPayload({ chain: chain({}) }), signer)).resolves.toBeDefined();
  });
});
