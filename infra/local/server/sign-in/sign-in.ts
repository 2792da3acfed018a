import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors } from 'oidc-provider';
import type { Deps } from '../../../../shared/ports/deps.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { htmlPage } from '../pages/page.ts';
import { signInOverPage, signInPage } from '../pages/sign-in-pages.ts';
import { readBody } from '../read-body.ts';
import { demoUsers } from './demo-users.ts';
import { identityProvider } from './identity-provider.ts';
import { type SignInKey, signInLevel } from './sign-in-key.ts';

const interaction = /^\/oidc\/interaction\/[\w-]+$/;

function show(response: ServerResponse, html: string, status = 200): void {
  const { headers, body } = htmlPage(html);
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

/** The identity provider speaks to the socket itself. */
export type LocalSignIn = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The sign-in: the provider's own paths, and between them the page on which a person says who they are. */
export function signIn(base: string, key: SignInKey, deps: Deps): LocalSignIn {
  const provider = identityProvider(base, key, deps.table);
  const asProvider = provider.callback();
  // The framework below the provider would write whole errors to standard error.
  provider.silent = true;
  provider.on('server_error', (_ctx, failure) => deps.log.error('the sign-in failed', { entry: 'oidc', failure }));

  async function choose(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, 10_000);
    const user = body === 'too-large' ? null : new URLSearchParams(Buffer.from(body).toString()).get('user');
    if (!user || (await membershipStore(deps.table).of(user)).length === 0)
      return show(response, signInPage(request.url ?? '', await demoUsers(deps.table), true), 422);
    const login = { accountId: user, acr: signInLevel, amr: [signInLevel], remember: false };
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  }

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      // Answers only the browser that the interaction began in.
      await provider.interactionDetails(request, response);
      if (request.method === 'POST') await choose(request, response);
      else show(response, signInPage(request.url ?? '', await demoUsers(deps.table), false));
    } catch (failure) {
      if (!(failure instanceof errors.SessionNotFound)) throw failure;
      show(response, signInOverPage(), 400);
    }
  }

  return async (request, response) => {
    const url = request.url ?? '';
    if (interaction.test(url)) return interact(request, response);
    // Mounted under a path: the provider reads the rest, and builds its links from the whole.
    Object.assign(request, { originalUrl: url, url: url.slice('/oidc'.length) || '/' });
    await asProvider(request, response);
  };
}
