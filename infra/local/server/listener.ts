import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { languageOf } from '../../../shared/http/language.ts';
import { problem } from '../../../shared/http/problem.ts';
import type { router } from '../../../shared/http/router.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { refusalOf } from './guard.ts';
import { readBody } from './read-body.ts';
import type { LocalReply, LocalRequest, LocalRoute } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import type { LocalSignIn } from './sign-in/sign-in.ts';

/** What stands behind the guard; undefined while the machine is being built. */
export type Inside = {
  readonly find: ReturnType<typeof router<LocalRoute>>;
  readonly signIn: LocalSignIn;
};

const bodyLimit = 6_000_000;

const flat = (headers: IncomingMessage['headers']): LocalRequest['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );

async function replyTo(request: IncomingMessage, inside: Inside, path: string, search: string): Promise<LocalReply> {
  const headers = flat(request.headers);
  const language = languageOf(headers);
  const method = request.method ?? 'GET';
  const found = inside.find(method, path);
  if (!found) return problem(404, 'no-such-page', language);
  if ('allow' in found) {
    const refusal = problem(405, 'method-not-allowed', language);
    return {
      ...refusal,
      headers: {
        ...refusal.headers,
        allow: [...(found.allow.includes('GET') ? ['HEAD'] : []), ...found.allow].join(', '),
      },
    };
  }
  const body = await readBody(request, found.line.maxBytes ?? bodyLimit);
  if (body === 'too-large') return problem(413, 'too-large', language);
  return found.line.answer({ method, params: found.params, query: new URLSearchParams(search), headers, body });
}

function write(response: ServerResponse, { statusCode, headers, body }: LocalReply, isHead: boolean): void {
  const bytes = Buffer.from(body);
  // Of what the asker has already nothing is sent, and its length is not nothing.
  const length = statusCode === 304 ? {} : { 'content-length': bytes.byteLength };
  response.writeHead(statusCode, { ...headers, ...length });
  response.end(isHead ? undefined : bytes);
}

/** Guard, route, answer. A failure is one line in the log and says nothing to the outside. */
export function listener(port: () => number, inside: () => Inside | undefined, log: Deps['log']): RequestListener {
  return async (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const isHead = request.method === 'HEAD';
    const language = languageOf(flat(request.headers));
    const say = (status: number, code: string) => write(response, problem(status, code, language), isHead);
    try {
      const refused = refusalOf(request, port());
      if (refused) return say(403, refused);
      const open = inside();
      if (!open) return say(503, 'starting');
      const [path = '/', ...search] = (request.url ?? '/').split('?');
      if (path === '/oidc' || path.startsWith('/oidc/')) return await open.signIn(request, response);
      write(response, await replyTo(request, open, path, search.join('?')), isHead);
    } catch (failure) {
      if (request.destroyed && !request.complete) return;
      log.error('a request failed', { entry: 'server', failure });
      if (response.headersSent) response.destroy();
      else say(500, 'machine-failed');
    }
  };
}
