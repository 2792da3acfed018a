import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  calculatePKCECodeChallenge,
  clockTolerance,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import { ask } from '../api/client.ts';
import { goTo } from '../app/router.ts';
import { takeBackDrafts } from '../app/use-draft.ts';
import type { Config } from './config.ts';
import { rememberTrip, takeTrip } from './round-trip.ts';
import { forgetSession, roleBefore, session, startSession } from './session.ts';

/** Where the identity provider sends one back to: this page, without its hash. */
const returnsTo = (): string => `${location.origin}${location.pathname}`;

const serverOf = ({ signIn }: Config): AuthorizationServer => ({
  issuer: signIn.issuer,
  authorization_endpoint: signIn.authorize,
  token_endpoint: signIn.token,
  // Cognito's, and the one machine's.
  id_token_signing_alg_values_supported: ['RS256', 'ES256'],
});
/** Clocks of other machines; how fresh a sign-in is, the API judges by its own. */
const clientOf = ({ signIn }: Config): Client => ({ client_id: signIn.clientId, [clockTolerance]: 300 });

export type SignInCalls = {
  begin(wish?: { readonly intentId?: string; readonly back?: string; readonly by?: string }): Promise<void>;
  leave(): void;
};

/** Signing in and out by OpenID Connect: code and PKCE, by a full page there and back. */
export const signInWith = (config: Config): SignInCalls => ({
  /** Leaves for the sign-in. For a signing, it is asked for anew and bound to what will be signed. */
  async begin({ intentId, back = location.hash, by = session.get().me?.userId } = {}) {
    const verifier = generateRandomCodeVerifier();
    const trip = {
      state: generateRandomState(),
      verifier,
      nonce: intentId ?? generateRandomNonce(),
      back,
      intentId,
      by,
    };
    rememberTrip(trip);
    const wish = new URLSearchParams({
      response_type: 'code',
      client_id: config.signIn.clientId,
      redirect_uri: returnsTo(),
      scope: 'openid',
      state: trip.state,
      nonce: trip.nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(intentId === undefined ? {} : { prompt: 'login', max_age: '0' }),
    });
    location.assign(`${config.signIn.authorize}?${wish}`);
  },

  leave() {
    forgetSession();
    const way = new URLSearchParams({
      client_id: config.signIn.clientId,
      post_logout_redirect_uri: returnsTo(),
      // The same wish in Cognito's own words.
      logout_uri: returnsTo(),
    });
    location.assign(`${config.signIn.logout}?${way}`);
  },
});

/** Trades the code for a token, and for a signing its proof; throws when the answer is not the one to what was asked. */
async function tokenFor(config: Config, asked: URL, trip: NonNullable<ReturnType<typeof takeTrip>>) {
  const [server, client] = [serverOf(config), clientOf(config)];
  const params = validateAuthResponse(server, client, asked, trip.state);
  const isLocal = new URL(config.signIn.token).protocol === 'http:';
  const response = await authorizationCodeGrantRequest(server, client, None(), params, returnsTo(), trip.verifier, {
    [allowInsecureRequests]: isLocal,
  });
  const demands = { expectedNonce: trip.nonce, requireIdToken: true };
  const answer = await processAuthorizationCodeResponse(server, client, response, demands);
  const { access_token: token, id_token: idToken, expires_in: seconds = 900 } = answer;
  const { intentId } = trip;
  return {
    token,
    endsAt: Date.now() + seconds * 1000,
    ...(intentId === undefined || idToken === undefined ? {} : { signature: { intentId, idToken } }),
  };
}

/** Who one is here, and in the role of before when it is still held. */
async function greet(): Promise<void> {
  const answer = await ask('GET /people/me');
  const now = session.get();
  if (!answer.ok) return session.set({ state: answer.code === 'no-role' ? 'no-role' : 'failed' });
  const before = answer.value.roles.find(({ role }) => role === roleBefore());
  startSession({ ...now, me: { ...answer.value, role: before?.role ?? answer.value.role } });
}

/** What another than who left for the sign-in may not have: their signing, and what they were writing. */
function keepApart({ by, intentId, back }: NonNullable<ReturnType<typeof takeTrip>>): void {
  const now = session.get();
  if (by === undefined || now.me === undefined || now.me.userId === by) return;
  if (intentId === undefined) takeBackDrafts({});
  else {
    session.set({ ...now, meantFor: { by, intentId, back } });
    goTo('#/nagon-annan', 'replace');
  }
}

/** Ends a sign-in that came back in the address; false when there was none. */
export async function endRoundTrip(config: Config): Promise<boolean> {
  const asked = new URL(location.href);
  if (!asked.searchParams.has('state')) return false;
  const trip = takeTrip();
  history.replaceState(null, '', location.pathname);
  goTo(trip?.back || '#/', 'replace');
  if (!trip) {
    session.set({ state: 'failed' });
    return true;
  }
  try {
    session.set({ state: 'in', ...(await tokenFor(config, asked, trip)) });
    await greet();
    keepApart(trip);
  } catch {
    // Which of the many ways it failed in helps nobody here: the page says what is kept, and offers to start again.
    session.set({ state: 'failed' });
  }
  return true;
}
