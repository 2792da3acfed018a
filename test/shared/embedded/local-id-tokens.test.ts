import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { localIdTokens, noIdTokens } from '../../../shared/embedded/local-id-tokens.ts';
import { idTokensContract } from '../../contract/id-tokens.ts';

const [issuer, clientId] = ['http://127.0.0.1:8080/oidc', 'utfort-portal'];
const aPair = async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const [key, open] = [await exportJWK(privateKey), await exportJWK(publicKey)];
  const kid = await calculateJwkThumbprint(key);
  return { privateKey, key: { ...key, kid }, open: { ...open, kid } };
};

idTokensContract('one machine', async () => {
  const { key, open } = await aPair();
  const idTokens = localIdTokens({ key: open, issuer, clientId, aheadBy: () => 0 });
  return { idTokens, key, alg: 'ES256', issuer, clientId };
});

it('a sign-in is as old in the machine’s time as in the world’s', async () => {
  const { privateKey, open } = await aPair();
  const idTokens = localIdTokens({ key: open, issuer, clientId, aheadBy: () => 3_600_000 });
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: clientId, sub: 'O1', iat: now, exp: now + 60, auth_time: now - 30 };
  const token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: open.kid }).sign(privateKey);
  expect(await idTokens.read(token)).toMatchObject({ auth_time: now - 30 + 3600 });
  expect(await noIdTokens.read(token)).toBeUndefined();
});
