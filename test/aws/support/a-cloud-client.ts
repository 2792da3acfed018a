import { type EntryKey, registry } from '../../../functions/registry.ts';
import type { WayIn } from '../../../functions/way-in.ts';
import type { Client } from '../../stories/support/a-client.ts';
import type { Cloud } from './a-cloud.ts';

const ways: readonly (readonly [string, WayIn])[] = Object.entries(registry);
const keys = Object.keys(registry);
const isKey = (key: string): key is EntryKey => keys.includes(key);

/** The way in that a path leads to, with what stands in its places, as the HTTP API chooses it: the plainest first. */
function wayOf(method: string, path: string): { key: EntryKey; path: Record<string, string> } {
  const found = ways.flatMap(([key, { on }]) => {
    if (!('http' in on) || !isKey(key)) return [];
    const [asked, route = ''] = on.http.split(' ');
    const places = new RegExp(`^${route.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path);
    return asked === method && places ? [{ key, path: { ...places.groups } }] : [];
  });
  const [first] = found.toSorted((a, b) => Object.keys(a.path).length - Object.keys(b.path).length);
  if (!first) throw new Error(`no way in is ${method} ${path}`);
  return first;
}

/** Asks the functions by method and path, as somebody does who knows only the API. A sign-in is what its intent is. */
export function aCloudClient(cloud: Cloud): Client {
  const http: Client['http'] = (method, path, body, headers) => ask(undefined, method, path, body, headers);

  async function ask(
    user: string | undefined,
    method: string,
    path: string,
    body?: unknown,
    { 'x-sign-in': nonce, ...headers }: Record<string, string> = {},
  ) {
    const { key, path: places } = wayOf(method, path);
    const answer = await cloud.ask(key, user, {
      ...{ path: places, headers },
      ...(body === undefined ? {} : { json: body }),
      ...(nonce === undefined ? {} : { claims: { token_use: 'id', nonce } }),
    });
    return { status: answer.status, body: answer.body, headers: new Headers(answer.headers) };
  }

  return { http, as: ask, signIn: async (_user, _age, nonce = '') => nonce };
}
