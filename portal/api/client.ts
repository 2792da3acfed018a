import { language } from '../app/language.ts';
import { activeRole, session, sessionEnded } from '../sign-in/session.ts';
import type { AnswerOf, Asked, Route } from './contract.ts';
import { type Failure, failed, failureOf, type Outcome } from './outcome.ts';
import { joined, restOf } from './whole.ts';

export type Sending = {
  /** The idempotency key: a request sent again under the same key is done once. */
  readonly key?: string;
  /** The version last seen; what somebody else has changed since is then not written over. */
  readonly version?: number;
  /** The id token of the sign-in that was made for a signing; sent with that signature and with nothing else. */
  readonly signIn?: string;
  readonly signal?: AbortSignal;
};

/** The parts of any request, whatever its route; what the typed one is read as. */
export type Parts = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
};

const attempts = 3;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function urlOf(pattern: string, { path = {}, query = {} }: Parts): string {
  const place = pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const said = Object.entries(query).filter(([, value]) => value !== undefined);
  return said.length === 0 ? place : `${place}?${new URLSearchParams(said.map(([name, v]) => [name, String(v)]))}`;
}

const headersOf = (isWrite: boolean, { key, version, signIn }: Sending): Record<string, string> => {
  const { token } = session.get();
  const role = activeRole();
  return {
    'accept-language': language.get(),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(token && role ? { 'x-role': role } : {}),
    ...(isWrite ? { 'content-type': 'application/json' } : {}),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    ...(signIn === undefined ? {} : { 'x-sign-in': signIn }),
  };
};

/** The version in `ETag: "3"`. */
const versionOf = (response: Response): number | undefined => {
  const digits = /^"(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
};

async function once<A>(url: string, init: RequestInit): Promise<Outcome<A>> {
  try {
    const response = await fetch(url, { ...init, cache: 'no-store', credentials: 'omit' });
    if (!response.ok) return failureOf(response.status, await response.json().catch(() => undefined));
    // An answer that is cut off on its way, or no longer wanted, is no answer.
    const isFile = response.headers.get('content-type')?.startsWith('text/');
    const body: unknown = await (isFile ? response.text() : response.json());
    // The API's answers leave through their schemas; the types come from the same ones.
    return { ok: true, value: body as A, version: versionOf(response) };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    return failed('offline');
  }
}

const isPassing = ({ kind }: Failure): boolean => kind === 'offline' || kind === 'busy';

/**
 * Asks the API. A failure is a value. What passes by itself (a lost connection, a busy moment) is tried again a few
 * times: a reading freely, a change under its idempotency key, so that it is never done twice.
 */
export const ask = <R extends Route>(
  route: R,
  ...[asked, sending]: Partial<Asked<R>> extends Asked<R> ? [Asked<R>?, Sending?] : [Asked<R>, Sending?]
): Promise<Outcome<AnswerOf<R>>> => send(route, asked ?? {}, sending ?? {});

/** As `ask`, for those whose caller has checked the parts. */
export async function send<R extends Route>(route: R, parts: Parts, sending: Sending): Promise<Outcome<AnswerOf<R>>> {
  let whole = await sendOnce(route, parts, sending);
  for (let cursor = whole.ok ? restOf(route, whole.value) : undefined; cursor !== undefined && whole.ok; ) {
    const after = await sendOnce(route, { ...parts, query: { ...parts.query, cursor } }, sending);
    if (!after.ok) return after;
    whole = { ...whole, value: joined(route, whole.value, after.value) };
    cursor = restOf(route, whole.value);
  }
  return whole;
}

async function sendOnce<R extends Route>(route: R, parts: Parts, sending: Sending): Promise<Outcome<AnswerOf<R>>> {
  const [method = 'GET', pattern = '/'] = route.split(' ');
  const isWrite = method !== 'GET';
  const named: Sending = isWrite ? { ...sending, key: sending.key ?? crypto.randomUUID() } : sending;
  const init: RequestInit = {
    method,
    headers: headersOf(isWrite, named),
    signal: named.signal,
    ...(isWrite ? { body: JSON.stringify(parts.body ?? {}) } : {}),
  };
  let outcome: Outcome<AnswerOf<R>> = failed('offline');
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await pause(300 * 2 ** attempt);
    outcome = await once(urlOf(pattern, parts), init);
    if (outcome.ok || !isPassing(outcome)) break;
  }
  if (!outcome.ok && outcome.kind === 'expired') sessionEnded();
  return outcome;
}
