import { base64url, exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IdTokens } from '../../shared/ports/id-tokens.ts';

export type Made = {
  readonly idTokens: IdTokens;
  /** The identity provider's key, with both its halves. */
  readonly key: JWK;
  readonly alg: 'ES256' | 'RS256';
  readonly issuer: string;
  readonly clientId: string;
  /** What this identity provider says in an id token beside what all do. */
  readonly more?: Readonly<Record<string, unknown>>;
};

const written = (value: unknown) => base64url.encode(JSON.stringify(value));

/** What every adapter of the port answers: the claims of the identity provider's own id tokens, and nothing else. */
export function idTokensContract(name: string, make: () => Promise<Made>): void {
  describe(`the id tokens of ${name}`, () => {
    let made: Made;
    beforeAll(async () => {
      made = await make();
    });
    const now = () => Math.floor(Date.now() / 1000);
    const claimsOf = (over: object = {}) => ({
      ...{ iss: made.issuer, aud: made.clientId, sub: 'M1', iat: now(), exp: now() + 900 },
      ...{ nonce: 'avsikt-1', auth_time: now(), acr: 'high', ...made.more, ...over },
    });
    const headerOf = (over: object = {}) => ({ alg: made.alg, kid: made.key.kid, typ: 'JWT', ...over });
    const signed = async (claims: object = {}, header: object = {}, by?: Parameters<SignJWT['sign']>[0]) =>
      new SignJWT(claimsOf(claims))
        .setProtectedHeader(headerOf(header))
        .sign(by ?? (await importJWK(made.key, made.alg)), { crit: { x: true } });
    const parts = async () => (await signed()).split('.') as [string, string, string];
    const another = async () => (await generateKeyPair(made.alg, { extractable: true })).privateKey;
    const publicPem = async () => {
      const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...open } = made.key;
      const key = await importJWK(open, made.alg, { extractable: true });
      if (key instanceof Uint8Array) throw new Error('not a public key');
      return { pem: await exportSPKI(key), jwk: open };
    };

    it('are read, with what they say of the sign-in', async () => {
      expect(await made.idTokens.read(await signed())).toMatchObject({ sub: 'M1', nonce: 'avsikt-1', acr: 'high' });
      expect(await made.idTokens.read(await signed({}, { typ: undefined }))).toMatchObject({ sub: 'M1' });
    });

    const forged: readonly [string, () => Promise<string>][] = [
      ['nothing', async () => ''],
      ['no token', async () => 'M1'],
      ['three parts of nothing', async () => 'a.b.c'],
      ['a very long word', async () => 'x'.repeat(9000)],
      ['two tokens', async () => `${await signed()}, ${await signed()}`],
      ['a bearer and all', async () => `Bearer ${await signed()}`],
      ['one without an algorithm', async () => `${written(headerOf({ alg: 'none' }))}.${(await parts())[1]}.`],
      [
        'one without an algorithm, with the old signature',
        async () => `${written(headerOf({ alg: 'none' }))}.${(await parts())[1]}.${(await parts())[2]}`,
      ],
      ['one without a signature', async () => `${(await parts())[0]}.${(await parts())[1]}.`],
      [
        'one with the public key as a shared secret',
        async () => signed({}, { alg: 'HS256' }, new TextEncoder().encode((await publicPem()).pem)),
      ],
      [
        'one with the published key as a shared secret',
        async () => signed({}, { alg: 'HS256' }, new TextEncoder().encode(JSON.stringify((await publicPem()).jwk))),
      ],
      ['one by another key under the known name', async () => signed({}, {}, await another())],
      ['one by another key under its own name', async () => signed({}, { kid: 'mine' }, await another())],
      [
        'one by another key that lies in its header',
        async () => {
          const pair = await generateKeyPair(made.alg, { extractable: true });
          return signed({}, { jwk: await exportJWK(pair.publicKey) }, pair.privateKey);
        },
      ],
      ['one that asks for what nobody knows', () => signed({}, { crit: ['x'], x: 1 })],
      ['one from somebody else', () => signed({ iss: 'https://evil.example' })],
      ['one from nobody', () => signed({ iss: undefined })],
      ['one for another client', () => signed({ aud: 'another' })],
      ['one for this client and another', () => signed({ aud: [made.clientId, 'another'] })],
      ['one for nobody', () => signed({ aud: undefined })],
      ['one for a client by the name alone', () => signed({ aud: undefined, client_id: made.clientId })],
      ['one that has expired', () => signed({ exp: now() - 1 })],
      ['one that never expires', () => signed({ exp: undefined })],
      ['one that was never made', () => signed({ iat: undefined })],
      ['one not yet to be used', () => signed({ nbf: now() + 60 })],
      ['one about nobody', () => signed({ sub: undefined })],
      ['one about a number', () => signed({ sub: 7 as never })],
      ['a token for the API', () => signed({}, { typ: 'at+jwt' })],
    ];
    it.each(forged)('%s: is none', async (_what, token) => {
      expect(await made.idTokens.read(await token())).toBeUndefined();
    });

    it('with any bit changed are none', async () => {
      const token = await signed();
      // The last character of a part also holds bits that mean nothing; the ones before it all count.
      const places = Array.from({ length: token.length - 1 }, (_, place) => place).filter(
        (place) => place % 7 === 0 && token[place] !== '.' && token[place + 1] !== '.',
      );
      for (const place of places) {
        const other = token[place] === 'A' ? 'B' : 'A';
        const changed = token.slice(0, place) + other + token.slice(place + 1);
        expect([place, await made.idTokens.read(changed)]).toEqual([place, undefined]);
      }
    });
  });
}
