import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { cognitoIdTokens } from '../../../shared/aws/cognito-id-tokens.ts';
import { KeysOutOfReach } from '../../../shared/ports/id-tokens.ts';
import { idTokensContract } from '../../contract/id-tokens.ts';

const clock = { now: () => new Date().toISOString() };
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

const aKey = async (kid: string): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid };
};

/** A pool that publishes keys where Cognito does, and counts who asks. */
async function aPool(keys: readonly JWK[], status = 200) {
  const asked: string[] = [];
  const published = [...keys];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const open = published.map(({ kty, n, e, kid }) => ({ kty, n, e, kid, alg: 'RS256', use: 'sig' }));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: open }));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/eu-north-1_Pool`;
  return { issuer, asked, published, idTokens: cognitoIdTokens({ issuer, clientId: 'portal', clock }) };
}

const tokenOf = async (key: JWK, issuer: string, claims: object) => {
  const iat = Math.floor(Date.now() / 1000);
  return new SignJWT({ iss: issuer, aud: 'portal', sub: 'f00d', iat, exp: iat + 900, token_use: 'id', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid })
    .sign(await importJWK(key, 'RS256'));
};

idTokensContract('a user pool', async () => {
  const key = await aKey('first');
  const { issuer, idTokens } = await aPool([key]);
  return { idTokens, key, alg: 'RS256', issuer, clientId: 'portal', more: { token_use: 'id' } };
});

describe('a pool’s tokens', () => {
  it('are about the name that memberships are written under, which an access token is too, and is no proof', async () => {
    const key = await aKey('first');
    const { issuer, asked, idTokens } = await aPool([key]);
    const named = { 'cognito:username': 'M1' };
    expect(await idTokens.read(await tokenOf(key, issuer, named))).toMatchObject({ sub: 'M1' });
    for (const over of [{ token_use: 'access' }, { token_use: undefined }])
      expect(await idTokens.read(await tokenOf(key, issuer, { ...named, ...over }))).toBeUndefined();
    const access = { aud: undefined, client_id: 'portal', token_use: 'access', username: 'M1' };
    expect(await idTokens.read(await tokenOf(key, issuer, access))).toBeUndefined();
    // Fetched once, and kept.
    expect(asked).toEqual(['/eu-north-1_Pool/.well-known/jwks.json']);
  });

  it('with a strange key’s name ask for the keys once more, and not again at once', async () => {
    const [key, other] = [await aKey('first'), await aKey('second')];
    const { issuer, asked, idTokens } = await aPool([key]);
    for (let n = 0; n < 5; n++) expect(await idTokens.read(await tokenOf(other, issuer, {}))).toBeUndefined();
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(await idTokens.read(await tokenOf(key, issuer, {}))).toMatchObject({ sub: 'f00d' });
  });

  it('cannot be told while the pool does not answer: nothing is proven, and nobody is told that it is false', async () => {
    const key = await aKey('first');
    const { issuer, idTokens } = await aPool([key], 500);
    await expect(idTokens.read(await tokenOf(key, issuer, {}))).rejects.toBeInstanceOf(KeysOutOfReach);
    const nowhere = cognitoIdTokens({ issuer: 'http://127.0.0.1:1/pool', clientId: 'portal', clock });
    await expect(nowhere.read(await tokenOf(key, 'http://127.0.0.1:1/pool', {}))).rejects.toBeInstanceOf(
      KeysOutOfReach,
    );
  });
});
