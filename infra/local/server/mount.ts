import { type EntryKey, registry } from '../../../functions/registry.ts';
import { bind, type HttpEvent, type Mount } from '../../../shared/http/bind.ts';
import { languageOf } from '../../../shared/http/language.ts';
import { type Answer, problem } from '../../../shared/http/problem.ts';
import type { Endpoint } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { LoadedWay } from '../load-ways.ts';
import type { Machine } from '../machine.ts';
import type { Authorizer } from './authorizer.ts';
import type { LocalRequest, LocalRoute } from './route.ts';

/** Body text exactly as it was sent; undefined when it is not UTF-8. */
function textOf(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** A name that comes twice is one value with commas between, as in the cloud. */
const joined = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));

async function answered(
  asked: LocalRequest,
  authorize: Authorizer,
  run: (event: HttpEvent) => Promise<Answer>,
): Promise<Answer> {
  const hasBody = asked.method !== 'GET' && asked.method !== 'HEAD' && asked.body.byteLength > 0;
  const text = hasBody ? textOf(asked.body) : '';
  if (text === undefined) return problem(422, 'not-json', languageOf(asked.headers));
  const claims = await authorize(asked.headers.authorization);
  return run({
    headers: { ...asked.headers },
    pathParameters: { ...asked.params },
    queryStringParameters: joined(asked.query),
    body: hasBody ? text : undefined,
    requestContext: claims ? { authorizer: { jwt: { claims } } } : {},
  });
}

const isEntryKey = (key: string): key is EntryKey => key in registry;

/** The registry's ways in over HTTP, behind the same chain as in the cloud. */
export const registryRoutes = (machine: Machine, authorize: Authorizer): readonly LocalRoute[] =>
  machine.ways.flatMap(({ key, wayIn, entry }: LoadedWay): LocalRoute[] =>
    entry.kind === 'endpoint' && 'http' in wayIn.on && isEntryKey(key)
      ? [{ on: wayIn.on.http, answer: (asked) => answered(asked, authorize, (event) => machine.call(key, event)) }]
      : [],
  );

/** A way in that only this machine has: the same chain, open to whoever sits at it. */
export function localRoute(on: LocalRoute['on'], way: Endpoint, deps: Deps): LocalRoute {
  const mount: Mount = { key: on, route: on, roles: 'everyone' };
  const chain = bind(mount, way, deps);
  // Middy wants Lambda's context; no entry reads it.
  return {
    on,
    answer: (asked) =>
      answered(
        asked,
        async () => undefined,
        (event) => chain(event, {} as never),
      ),
  };
}
