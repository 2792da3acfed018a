import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { refuse } from '../../../../shared/domain/result.ts';
import { endpoint } from '../../../../shared/http/endpoint.ts';
import { done } from '../../../../shared/http/spec.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { audience, clientId, type SignInKey, signInLevel, tokenLife } from './sign-in-key.ts';

const Body = z.strictObject({
  user: z.string().min(1).max(200),
  authAgeSeconds: z.number().min(0).max(31_536_000).default(0),
  nonce: z.string().min(1).max(500).optional(),
});

const Token = z.object({
  access_token: z.string(),
  token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.number(),
});

/**
 * A token as the sign-in would give it, for those who test without a browser: one for the API, or, with the id of an
 * intent as its nonce, an id token, which is taken as the bearer too and is what a signature is made with.
 */
export const localToken = (key: SignInKey, issuer: string) =>
  endpoint({
    summary: 'A bearer token for a demo user',
    body: Body,
    answer: Token,
    async run({ body }, { table }) {
      if ((await membershipStore(table).of(body.user)).length === 0) return refuse('missing', 'unknown-user');
      const now = Date.now() / 1000;
      const { nonce } = body;
      const token = await key.sign(nonce === undefined ? 'access' : 'id', {
        jti: randomUUID(),
        sub: body.user,
        iat: Math.floor(now),
        exp: Math.floor(now) + tokenLife,
        ...(nonce === undefined ? { aud: audience, scope: 'openid', client_id: clientId } : { aud: clientId, nonce }),
        iss: issuer,
        auth_time: now - body.authAgeSeconds,
        acr: signInLevel,
      });
      return done({ access_token: token, token, token_type: 'Bearer' as const, expires_in: tokenLife });
    },
  });
