import { randomBytes } from 'node:crypto';
import { type Configuration, errors, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Table } from '../../../../shared/ports/table.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { signedOutPage, signInFailedPage, signOutPage } from '../pages/sign-in-pages.ts';
import { memoryAdapter } from './memory-adapter.ts';
import { audience, clientId, type SignInKey, tokenLife } from './sign-in-key.ts';

/** The API as the identity provider knows it; tokens for it name it by its audience. */
const api = 'urn:utfort:api';
const hour = 3600;

/** Where a person may be sent back to: this machine, by either of its names. */
const returnsTo = (base: string) =>
  [base, base.replace('127.0.0.1', 'localhost')].flatMap((origin) => [`${origin}/`, `${origin}/callback`]);

const showing = (page: (ctx: KoaContextWithOIDC) => string) => (ctx: KoaContextWithOIDC) => {
  ctx.type = 'html';
  ctx.body = page(ctx);
};

/** Everyone here is asked once who they are and never what they allow: the portal is the municipality's own. */
async function grantOf(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(api, 'openid');
  await grant.save();
  return grant;
}

const configurationOf = (base: string, key: SignInKey, table: Table): Configuration => ({
  adapter: memoryAdapter(),
  jwks: { keys: [{ ...key.private, alg: 'ES256', use: 'sig' }] },
  clients: [
    {
      client_id: clientId,
      client_name: 'Utfört',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: returnsTo(base),
      post_logout_redirect_uris: returnsTo(base),
      id_token_signed_response_alg: 'ES256',
    },
  ],
  responseTypes: ['code'],
  scopes: ['openid'],
  acrValues: ['demo'],
  // The id token says how and when the person signed in: it is what a signature is made with.
  claims: { openid: ['sub', 'acr', 'auth_time'] },
  enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
  cookies: {
    keys: [randomBytes(32).toString('base64url')],
    names: { session: 'utfort_session', interaction: 'utfort_interaction', resume: 'utfort_resume' },
  },
  ttl: {
    AccessToken: tokenLife,
    AuthorizationCode: 60,
    IdToken: tokenLife,
    Interaction: hour,
    Session: 8 * hour,
    Grant: 8 * hour,
  },
  // The portal's own page asks for its token, and a browser names the page when it does.
  clientBasedCORS: (_ctx, origin) => origin === base,
  pkce: { required: () => true },
  async findAccount(_ctx, sub) {
    const held = await membershipStore(table).of(sub);
    return held.length === 0 ? undefined : { accountId: sub, claims: async () => ({ sub, name: held[0]?.name }) };
  },
  interactions: { url: (_ctx, { uid }) => `/oidc/interaction/${uid}` },
  loadExistingGrant: grantOf,
  renderError: (ctx, out) => showing(() => signInFailedPage(out.error))(ctx),
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => api,
      useGrantedResource: () => true,
      getResourceServerInfo(_ctx, indicator) {
        if (indicator !== api) throw new errors.InvalidTarget();
        const jwt = { sign: { alg: 'ES256' as const } };
        return { scope: 'openid', audience, accessTokenFormat: 'jwt', accessTokenTTL: tokenLife, jwt };
      },
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => showing(() => signOutPage(form))(ctx),
      postLogoutSuccessSource: showing(signedOutPage),
    },
  },
});

/** The local stand-in for the municipality's own identity provider. */
export const identityProvider = (base: string, key: SignInKey, table: Table): Provider =>
  new Provider(`${base}/oidc`, configurationOf(base, key, table));
