import { createHash } from 'node:crypto';
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aLocalServer, as, type TestServer } from '../../support/a-local-server.ts';

let house: TestServer;
let provider: oauth.AuthorizationServer;
const client: oauth.Client = { client_id: 'utfort-portal' };
const insecure = { [oauth.allowInsecureRequests]: true };

beforeAll(async () => {
  house = await aLocalServer();
  const issuer = new URL(`${house.base}/oidc`);
  provider = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
});
afterAll(() => house.end());

/** A browser as far as signing in needs one: it keeps cookies and does not follow by itself. */
function aBrowser() {
  const cookies = new Map<string, string>();
  return async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(url, house.base), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return answer;
  };
}
type Browser = ReturnType<typeof aBrowser>;

const leadsTo = (answer: Response): string => answer.headers.get('location') ?? '';

async function begin(browser: Browser, more: Record<string, string> = {}) {
  const verifier = oauth.generateRandomCodeVerifier();
  const url = new URL(provider.authorization_endpoint ?? '');
  const redirect = `${house.base}/callback`;
  const asked = {
    client_id: client.client_id,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: redirect,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: 'my-state',
    nonce: 'intent-7',
    ...more,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return { answer: await browser(url), verifier, redirect };
}

/** Chooses a person on the page and follows the way back to the portal. */
async function choose(browser: Browser, page: string, user: string): Promise<URL> {
  const chosen = await browser(page, { method: 'POST', body: new URLSearchParams({ user }) });
  return new URL(leadsTo(await browser(leadsTo(chosen))));
}

async function exchange(back: URL, verifier: string, redirect: string, nonce: string, maxAge?: number) {
  const params = oauth.validateAuthResponse(provider, client, back, 'my-state');
  const answer = await oauth.authorizationCodeGrantRequest(
    provider,
    client,
    oauth.None(),
    params,
    redirect,
    verifier,
    insecure,
  );
  const expected = { expectedNonce: nonce, requireIdToken: true, ...(maxAge === undefined ? {} : { maxAge }) };
  return oauth.processAuthorizationCodeResponse(provider, client, answer, expected);
}

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

describe('signing in', () => {
  it('leads from the page of people to a token made for one intent, which the API takes', async () => {
    const browser = aBrowser();
    const { answer, verifier, redirect } = await begin(browser, { prompt: 'login', max_age: '0' });
    const page = leadsTo(answer);
    expect(page).toMatch(/^\/oidc\/interaction\/[\w-]+$/);
    const text = await (await browser(page)).text();
    expect(text).toContain('Hedda &lt;b&gt;Holm&lt;/b&gt;');
    expect(text).toMatch(/Biståndshandläggare[\s\S]*Myndighetschef[\s\S]*Utförarens chef[\s\S]*Omsorg Ett AB/);

    const back = await choose(browser, page, 'H1');
    expect(back.pathname).toBe('/callback');
    const tokens = await exchange(back, verifier, redirect, 'intent-7', 0);
    const claims = claimsOf(tokens.access_token);
    const now = Date.now() / 1000;
    expect(claims).toMatchObject({ sub: 'H1', aud: 'utfort', iss: `${house.base}/oidc` });
    expect(claims).not.toHaveProperty('nonce');
    expect(Number(claims.exp) - Number(claims.iat)).toBe(900);
    const proof = oauth.getValidatedIdTokenClaims(tokens);
    expect(proof).toMatchObject({ sub: 'H1', nonce: 'intent-7', acr: 'demo', aud: 'utfort-portal' });
    expect(now - Number(proof?.auth_time)).toBeLessThan(5);

    const caller = await (await fetch(`${house.base}/tasks`, as(tokens.access_token))).json();
    expect(caller).toMatchObject({ userId: 'H1', role: 'head' });
    expect(caller).not.toHaveProperty('signIn');
    // Only the token about the person proves the sign-in: as the bearer, or beside it.
    const byItself = await (await fetch(`${house.base}/tasks`, as(tokens.id_token ?? ''))).json();
    expect(byItself).toMatchObject({ userId: 'H1', signIn: { madeFor: 'intent-7', level: 'demo' } });
  });

  it('asks again when a fresh sign-in is wanted, and not when an earlier one will do', async () => {
    const browser = aBrowser();
    const first = await begin(browser);
    await choose(browser, leadsTo(first.answer), 'O1');

    const silent = await begin(browser, { nonce: 'intent-8' });
    const tokens = await exchange(new URL(leadsTo(silent.answer)), silent.verifier, silent.redirect, 'intent-8');
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: 'O1', nonce: 'intent-8' });

    const fresh: Record<string, string>[] = [{ prompt: 'login' }, { max_age: '0' }];
    for (const more of fresh) expect(leadsTo((await begin(browser, more)).answer)).toMatch(/^\/oidc\/interaction\//);
  });

  it('lets another person sign in than the one who was signed in, by a form that sends itself and nothing else does', async () => {
    const browser = aBrowser();
    await choose(browser, leadsTo((await begin(browser)).answer), 'O1');
    const { answer, verifier, redirect } = await begin(browser, { prompt: 'login', max_age: '0' });
    const chosen = await browser(leadsTo(answer), { method: 'POST', body: new URLSearchParams({ user: 'H1' }) });
    const between = await browser(leadsTo(chosen));
    const text = await between.text();
    const script = /<script>([\s\S]*)<\/script>/.exec(text)?.[1] ?? '';
    const policy = between.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(policy).toContain("form-action 'self'");
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
    const action = /action="([^"]+)"/.exec(text)?.[1] ?? '';
    const form = new URLSearchParams({ xsrf: field('xsrf'), logout: field('logout') });
    const out = await browser(action, { method: 'POST', body: form });
    const back = new URL(leadsTo(await browser(leadsTo(out))));
    const tokens = await exchange(back, verifier, redirect, 'intent-7', 0);
    expect(claimsOf(tokens.id_token ?? '')).toMatchObject({ sub: 'H1', nonce: 'intent-7' });
    // Only there: no other page of the machine's own runs anything.
    for (const path of ['/_local', leadsTo((await begin(aBrowser())).answer)])
      expect((await browser(path)).headers.get('content-security-policy')).not.toMatch(/script-src[^;]*\S'/);
  });

  it('gives a code away once, and only to whoever began', async () => {
    const browser = aBrowser();
    const { answer, verifier, redirect } = await begin(browser);
    const back = await choose(browser, leadsTo(answer), 'O1');
    await expect(exchange(back, oauth.generateRandomCodeVerifier(), redirect, 'intent-7')).rejects.toThrow();
    expect(await exchange(back, verifier, redirect, 'intent-7')).toHaveProperty('access_token');
    await expect(exchange(back, verifier, redirect, 'intent-7')).rejects.toThrow();
  });

  it('shows the page only to the browser that the sign-in began in', async () => {
    const { answer } = await begin(aBrowser());
    const elsewhere = await aBrowser()(leadsTo(answer));
    expect(elsewhere.status).toBe(400);
    expect(await elsewhere.text()).toMatch(/Inloggningen är avslutad(?![\s\S]*session_not_found)/);
  });

  it('does not let anyone in who is not on the list', async () => {
    const browser = aBrowser();
    const { answer } = await begin(browser);
    const refused = await browser(leadsTo(answer), { method: 'POST', body: new URLSearchParams({ user: 'X9' }) });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Den personen finns inte här');
  });

  it.each([
    ['another place to return to', { redirect_uri: 'https://evil.example/' }],
    ['no proof of who began', { code_challenge: '' }],
    ['another client', { client_id: 'someone' }],
  ])('refuses %s', async (_what, more) => {
    const { answer } = await begin(aBrowser(), more);
    const back = leadsTo(answer);
    expect(back === '' || new URL(back, house.base).searchParams.has('error')).toBe(true);
  });

  it('signs out with a page of our own', async () => {
    const browser = aBrowser();
    const { answer } = await begin(browser);
    await choose(browser, leadsTo(answer), 'O1');
    const page = await (await browser('/oidc/session/end')).text();
    expect(page).toContain('Vill du logga ut');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const form = new URLSearchParams({ xsrf, logout: 'yes' });
    const out = await browser('/oidc/session/end/confirm', { method: 'POST', body: form });
    expect(await (await browser(leadsTo(out))).text()).toContain('Du är utloggad');
    expect(leadsTo((await begin(browser)).answer)).toMatch(/^\/oidc\/interaction\//);
  });
});
