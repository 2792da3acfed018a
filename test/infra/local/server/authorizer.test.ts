import { base64url, createLocalJWKSet, exportSPKI, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aLocalServer, as, json, type TestServer, tokenFor } from '../support/a-local-server.ts';

let house: TestServer;
let keys: Parameters<typeof createLocalJWKSet>[0];
beforeAll(async () => {
  house = await aLocalServer();
  keys = await (await fetch(`${house.base}/oidc/jwks`)).json();
});
afterAll(() => house.end());

const status = async (token: string) => (await fetch(`${house.base}/tasks`, as(token))).status;
const partsOf = async (): Promise<[string, string, string]> => {
  const [header = '', payload = '', signature = ''] = (await tokenFor(house, 'O1')).split('.');
  return [header, payload, signature];
};
const told = (part: string): Record<string, unknown> => JSON.parse(new TextDecoder().decode(base64url.decode(part)));
const written = (value: unknown) => base64url.encode(JSON.stringify(value));

/** A token that this machine would have made, but for what is said here: signed with the machine's own key. */
async function signedHere(claims: Record<string, unknown>, header: Record<string, unknown> = {}): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const key = JSON.parse(await readFile(`${house.folder}/keys/sign-in.json`, 'utf8'));
  const [, payload] = await partsOf();
  return new SignJWT({ ...told(payload), ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid, ...header })
    .sign(await importJWK(key, 'ES256'));
}

describe('a token is only as good as its signature', () => {
  it('its own are taken', async () => {
    expect(await status(await tokenFor(house, 'O1'))).toBe(200);
    expect(await status(await signedHere({}))).toBe(200);
  });

  const now = Math.floor(Date.now() / 1000);
  const forged: readonly [string, () => Promise<string>][] = [
    ['without an algorithm', async () => `${written({ alg: 'none', typ: 'at+jwt' })}.${(await partsOf())[1]}.`],
    [
      'without an algorithm, with the old signature',
      async () => {
        const [, payload, signature] = await partsOf();
        return `${written({ alg: 'none', typ: 'at+jwt' })}.${payload}.${signature}`;
      },
    ],
    [
      'with the public key as a shared secret',
      async () => {
        const [header, payload] = await partsOf();
        const key = await importJWK({ ...keys.keys[0], alg: 'ES256' }, 'ES256', { extractable: true });
        if (key instanceof Uint8Array) throw new Error('not a public key');
        return new SignJWT(told(payload))
          .setProtectedHeader({ ...told(header), alg: 'HS256' })
          .sign(new TextEncoder().encode(await exportSPKI(key)));
      },
    ],
    [
      'signed by another key that names itself in the header',
      async () => {
        const pair = await generateKeyPair('ES256', { extractable: true });
        const [header, payload] = await partsOf();
        return new SignJWT(told(payload)).setProtectedHeader({ ...told(header), alg: 'ES256' }).sign(pair.privateKey);
      },
    ],
    ['for someone else', () => signedHere({ aud: 'utfort-portal' })],
    ['for nobody', () => signedHere({ aud: undefined })],
    ['from someone else', () => signedHere({ iss: 'http://127.0.0.1:1/oidc' })],
    ['that has expired', () => signedHere({ exp: now - 1 })],
    ['that never expires', () => signedHere({ exp: undefined })],
    ['about nobody', () => signedHere({ sub: undefined })],
    ['not yet to be used', () => signedHere({ nbf: now + 60 })],
    ['of another kind', () => signedHere({}, { typ: 'JWT' })],
  ];
  it.each(forged)('%s: not signed in', async (_how, make) => {
    expect(await status(await make())).toBe(401);
  });

  it('any changed byte: not signed in', async () => {
    const token = await tokenFor(house, 'O1');
    // The last character of a part also holds bits that mean nothing; the ones before it all count.
    const places = Array.from({ length: 24 }, (_, index) => Math.floor((index * (token.length - 3)) / 24)).filter(
      (at) => token[at] !== '.' && token[at + 1] !== '.',
    );
    for (const at of places) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect([at, await status(token.slice(0, at) + other + token.slice(at + 1))]).toEqual([at, 401]);
    }
  });

  it.each([
    ['nothing', ''],
    ['no token', 'Bearer '],
    ['a password', 'Basic TzE6'],
    ['two parts', 'Bearer a.b'],
    ['three parts of nothing', 'Bearer a.b.c'],
    ['a very long word', `Bearer ${'x'.repeat(9000)}`],
  ])('a header with %s: not signed in', async (_what, authorization) => {
    expect((await fetch(`${house.base}/tasks`, { headers: { authorization } })).status).toBe(401);
  });
});

describe('the sign-in that a signature is made with', () => {
  const sign = async (token: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${house.base}/months/2026-10/providers/P1/report`, {
      ...json({}),
      headers: { ...json({}).headers, ...as(token).headers, ...headers },
    });
    return { status: answer.status, body: await answer.json() };
  };
  const forIntent = (user = 'O1', more: object = {}) => tokenFor(house, user, { nonce: 'avsikt-1', ...more });
  const madeFor = { madeFor: 'avsikt-1', level: 'demo' };

  it('is shown by an id token, as the bearer or beside it; a token for the API shows none', async () => {
    const access = await tokenFor(house, 'O1');
    expect((await sign(access)).body).not.toHaveProperty('signIn');
    expect(await sign(await forIntent())).toMatchObject({ status: 200, body: { signIn: madeFor } });
    expect(await sign(access, { 'x-sign-in': await forIntent() })).toMatchObject({
      status: 200,
      body: { userId: 'O1', signIn: madeFor },
    });
  });

  it('is what stands beside the bearer, when both show one', async () => {
    const other = await tokenFor(house, 'O1', { nonce: 'avsikt-2' });
    expect((await sign(other, { 'x-sign-in': await forIntent() })).body.signIn).toMatchObject(madeFor);
  });

  it('is never claimed by a token for the API, whatever it says', async () => {
    const now = Math.floor(Date.now() / 1000);
    const boast = { nonce: 'avsikt-1', auth_time: now, token_use: 'id' };
    expect((await sign(await signedHere(boast))).body).not.toHaveProperty('signIn');
  });

  it.each<[string, () => Promise<string>]>([
    ['somebody else’s', () => forIntent('H1')],
    ['a token for the API', () => tokenFor(house, 'O1')],
    ['nothing', async () => ''],
    ['no token', async () => 'avsikt-1'],
    ['one with a changed signature', async () => `${(await forIntent()).slice(0, -3)}AAA`],
  ])('is refused when it is %s, however good the bearer is', async (_what, shown) => {
    for (const bearer of [await tokenFor(house, 'O1'), await forIntent()])
      expect(await sign(bearer, { 'x-sign-in': await shown() })).toMatchObject({
        status: 403,
        body: { code: 'sign-in-not-valid' },
      });
  });

  it('is read nowhere but where something is signed', async () => {
    const answer = await fetch(`${house.base}/tasks`, {
      headers: { ...as(await tokenFor(house, 'O1')).headers, 'x-sign-in': 'nonsense' },
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).not.toHaveProperty('signIn');
  });
});

describe('a token for testing', () => {
  it('says what a sign-in would say', async () => {
    const answer = await fetch(`${house.base}/_local/token`, json({ user: 'M1', nonce: 'intent-7' }));
    const said = await answer.json();
    expect(said).toMatchObject({ token_type: 'Bearer', expires_in: 900, token: said.access_token });
    const issuer = `${house.base}/oidc`;
    const { payload, protectedHeader } = await jwtVerify(said.token, createLocalJWKSet(keys), { issuer });
    expect(payload).toMatchObject({ sub: 'M1', nonce: 'intent-7', acr: 'demo', aud: 'utfort-portal' });
    expect(protectedHeader.typ).toBe('JWT');
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900);
    const access = await jwtVerify(await tokenFor(house, 'M1'), createLocalJWKSet(keys), {
      issuer,
      audience: 'utfort',
    });
    expect(access.payload).toMatchObject({ sub: 'M1', client_id: 'utfort-portal' });
    expect(access.payload).not.toHaveProperty('nonce');
  });

  it('can be of an older sign-in', async () => {
    const token = await tokenFor(house, 'O1', { authAgeSeconds: 3600, nonce: 'intent-7' });
    const { signIn, at } = await (await fetch(`${house.base}/tasks`, as(token))).json();
    expect(Math.abs(Date.parse(at) - Date.parse(signIn.at) - 3_600_000)).toBeLessThan(3000);
  });

  it('is as old in the machine’s time as in the world’s, however far the clock is moved', async () => {
    const token = await tokenFor(house, 'O1', { authAgeSeconds: 30, nonce: 'intent-7' });
    house.machine.clock.set('2031-05-05T06:00:00.000Z');
    const { signIn, at } = await (await fetch(`${house.base}/tasks`, as(token))).json();
    expect(at).toMatch(/^2031-05-05T06:00/);
    expect(Math.abs(Date.parse(at) - Date.parse(signIn.at) - 30_000)).toBeLessThan(3000);
  });

  it.each([
    ['someone who is not there', { user: 'X9' }, 404, 'unknown-user'],
    ['nobody', {}, 422, 'bad-request'],
    ['an age that is not one', { user: 'O1', authAgeSeconds: -1 }, 422, 'bad-request'],
    ['a field that is not known', { user: 'O1', role: 'head' }, 422, 'bad-request'],
  ])('is refused to %s', async (_who, body, refused, code) => {
    const answer = await fetch(`${house.base}/_local/token`, json(body));
    expect([answer.status, await answer.json()]).toMatchObject([refused, { code }]);
  });
});

it('lists who can sign in, with role and provider', async () => {
  expect(await (await fetch(`${house.base}/_local/users`)).json()).toEqual([
    { user: 'O1', name: 'Olle Ek', role: 'officer' },
    { user: 'H1', name: 'Hedda <b>Holm</b>', role: 'head' },
    { user: 'M1', name: 'Maja Ask', role: 'provider-manager', unit: 'Omsorg Ett AB', providerId: 'P1' },
  ]);
});
