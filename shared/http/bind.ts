import { createHash } from 'node:crypto';
import middy from '@middy/core';
import headerNormalizer from '@middy/http-header-normalizer';
import jsonBodyParser from '@middy/http-json-body-parser';
import { canonical, HalfCharacter } from '../domain/canonical.ts';
import type { Instant } from '../domain/local-time.ts';
import { accept, type Refusal } from '../domain/result.ts';
import type { Caller, Role } from '../domain/roles.ts';
import type { Deps } from '../ports/deps.ts';
import { KeysOutOfReach } from '../ports/id-tokens.ts';
import { BadCursor, Busy } from '../ports/table.ts';
import { countCapacity } from '../steps/capacity-count.ts';
import { layBefore } from '../steps/commit.ts';
import { changesOf, isNothing } from '../steps/effects.ts';
import { answerStore, type KeptAnswer } from '../stores/answer-store.ts';
import { Claims, callerOf } from './caller.ts';
import { foundAtTheDoor } from './door.ts';
import { etagOf, unlessKnown, versionsAskedFor } from './etag.ts';
import { inLanguage, languageOf } from './language.ts';
import { type Answer, problem, refusalProblem } from './problem.ts';
import { withSignIn } from './sign-in.ts';
import type { Done, Endpoint, RawInput, TextType } from './spec.ts';

/** What API Gateway's HTTP API gives a function, as far as we read it; the local machine makes the same. */
export type HttpEvent = {
  readonly headers: Record<string, string | undefined>;
  readonly pathParameters?: Record<string, string | undefined>;
  readonly queryStringParameters?: Record<string, string | undefined>;
  body?: unknown;
  readonly isBase64Encoded?: boolean;
  readonly requestContext: { readonly authorizer?: { readonly jwt?: { readonly claims: Record<string, unknown> } } };
};

/** The registry's line, as far as the way in needs it. */
export type Mount = { readonly key: string; readonly route: string; readonly roles: readonly Role[] | 'everyone' };

const attempts = 4;
const nobody: Caller = { userId: '', role: 'administrator', caseload: '' };

/** In bytes: the largest request that is read, and the largest answer that is given. */
const most = { asked: 6_000_000, answered: 1_000_000 } as const;

/** An answer that would be too large: a bug of the way in, which lets a list grow without a page's end. */
class TooLarge extends Error {}

const answered = (status: number, body: unknown, language: string, version?: number): Answer => ({
  statusCode: status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...inLanguage(language),
    ...(version === undefined ? {} : { etag: `"${version}"` }),
  },
  body: JSON.stringify(body),
});

/** Text that is no JSON, whole and as it is. Whoever asked may keep it, and asks each time whether it is still so. */
const told = (type: TextType, text: unknown): Answer => ({
  statusCode: 200,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'private, no-cache',
    etag: etagOf(String(text)),
  },
  body: String(text),
});

const requestHash = ({ path, query, body, caller }: RawInput): string =>
  createHash('sha256')
    .update(JSON.stringify([path, query, body, ...(caller.actingFor ? [caller.actingFor] : [])]))
    .digest('hex');

const replay = (kept: KeptAnswer, request: string, language: string): Answer =>
  kept.request === request
    ? {
        ...answered(kept.status, kept.body, language, kept.version),
        headers: { ...answered(200, null, language, kept.version).headers, 'idempotent-replay': 'true' },
      }
    : problem(422, 'idempotency-key-reused', language);

/** An answer leaves through its schema, so that nothing undeclared leaks. */
const shown = (way: Endpoint, outcome: Done<unknown>): unknown => way.answer.parse(outcome.value);

const fits = (body: unknown): boolean =>
  Buffer.byteLength(typeof body === 'string' ? body : (JSON.stringify(body) ?? '')) <= most.answered;

/** The same page asked for half as long; nothing where the way in has no pages, or the page has one item left. */
function halfOf(way: Endpoint, raw: RawInput): RawInput | undefined {
  const asked = way.query?.safeParse(raw.query).data;
  const limit = typeof asked === 'object' && asked !== null && 'limit' in asked ? asked.limit : undefined;
  if (typeof limit !== 'number' || limit < 2) return undefined;
  return { ...raw, query: { ...Object(raw.query), limit: String(Math.floor(limit / 2)) } };
}

type Ran = Refusal | (Done<unknown> & { readonly body: unknown });

/**
 * Runs the way in. A page whose items together are too much for an answer is made again half as long: its cursor goes
 * on from where it ended, so that nothing is left out.
 */
async function run(way: Endpoint, raw: RawInput, deps: Deps): Promise<Ran> {
  const outcome = await way.run(raw, deps);
  if (!outcome.ok) return outcome;
  const body = shown(way, outcome);
  if (fits(body)) return { ...outcome, body };
  const half = isNothing(outcome.effects) ? halfOf(way, raw) : undefined;
  if (!half) throw new TooLarge();
  return run(way, half, deps);
}

/** Runs it on each version that the caller would take, until one of them is the latest. */
async function runOnAny(way: Endpoint, raw: RawInput, versions: readonly number[], deps: Deps): Promise<Ran> {
  const [ifMatch, ...others] = versions;
  const outcome = await run(way, { ...raw, ifMatch }, deps);
  const isStale = !outcome.ok && outcome.code === 'stale-version';
  return isStale && others.length > 0 ? runOnAny(way, raw, others, deps) : outcome;
}

/**
 * One attempt: decide on what is stored now, and commit the decision with what it means for the providers' capacities
 * and with the first answer beside it. `lost` says that somebody else changed what it rested on; the caller decides
 * again.
 */
async function attempt(
  mount: Mount,
  way: Endpoint,
  raw: RawInput,
  versions: readonly number[],
  deps: Deps,
  replayKey: string | undefined,
  language: string,
) {
  const answers = answerStore(deps);
  const request = requestHash(raw);
  const { userId } = raw.caller;
  const found = replayKey === undefined ? undefined : await answers.find(userId, mount.route, replayKey, raw.at);
  if (found?.answer) return replay(found.answer, request, language);
  // After the kept answer: who asks for it again has signed, and the sign-in for it may be over.
  const proven = way.signs ? await withSignIn(raw.caller, raw.shownSignIn, deps.idTokens) : accept(raw.caller);
  if (!proven.ok) return refusalProblem(proven, language);
  const outcome = await runOnAny(way, { ...raw, caller: proven.value }, versions, deps);
  if (!outcome.ok) return refusalProblem(outcome, language);
  const { body } = outcome;
  const answer: KeptAnswer = { request, status: outcome.status, body, version: outcome.version };
  const keeping =
    replayKey === undefined || !found
      ? []
      : [await answers.keep(userId, mount.route, replayKey, { answer, over: found.version, at: raw.at })];
  const acting = { by: raw.caller, at: raw.at };
  const { before = [], ...effects } = outcome.effects;
  if (!(await layBefore(before, acting, deps))) return 'lost';
  const made = changesOf(effects, acting, deps);
  const changes = [...made, ...(await countCapacity(made, deps, raw.at)), ...keeping];
  if (changes.length > 0 && (await deps.table.commit(changes)) === 'stale') return 'lost';
  if (way.answersAs) return told(way.answersAs, body);
  const first = answered(outcome.status, body, language, outcome.version);
  return way.isSealed ? { ...first, body: canonical(body) } : first;
}

/** How to sign in (RFC 9110, 11.6.1), and whether there was a token that does not hold (RFC 6750, 3.1). */
function notSignedIn(authorization: string | undefined, language: string): Answer {
  const refused = problem(401, 'not-signed-in', language);
  const error = /^bearer(?: |$)/i.test(authorization ?? '') ? ', error="invalid_token"' : '';
  return { ...refused, headers: { ...refused.headers, 'www-authenticate': `Bearer realm="utfort"${error}` } };
}

/** What a body may say that it is; one that says nothing is taken for what all the others are. */
const json = /^application\/(?:[\w.!#$&^-]+\+)?json[ \t]*(?:;|$)/i;

async function serve(mount: Mount, way: Endpoint, deps: Deps, event: HttpEvent): Promise<Answer> {
  const at: Instant = deps.clock.now();
  const language = languageOf(event.headers);
  const isWrite = !mount.route.startsWith('GET ');

  const claims = Claims.safeParse(event.requestContext.authorizer?.jwt?.claims ?? {});
  if (mount.roles !== 'everyone' && !claims.success) return notSignedIn(event.headers.authorization, language);
  const who =
    mount.roles === 'everyone' || !claims.success
      ? ({ ok: true, value: nobody } as const)
      : await callerOf(
          claims.data,
          { role: event.headers['x-role'], actingFor: event.headers['x-acting-for'], allowed: mount.roles },
          deps.table,
          at,
        );
  if (!who.ok) return refusalProblem(who, language);

  const { 'x-role': role, 'x-acting-for': actingFor } = event.headers;
  const broken = foundAtTheDoor({
    path: event.pathParameters,
    query: event.queryStringParameters,
    headers: { 'x-role': role, 'x-acting-for': actingFor },
    body: event.body,
  });
  if (broken.faults.length > 0) return problem(422, 'bad-request', language, broken);

  const versions = versionsAskedFor(event.headers['if-match']);
  if (versions === 'unreadable')
    return problem(422, 'bad-request', language, { faults: [{ at: 'headers.if-match', code: 'bad-value' }] });
  const replayKey =
    isWrite && way.keepsAnswer && mount.roles !== 'everyone' ? event.headers['idempotency-key'] : undefined;
  if (replayKey !== undefined && !/^[\x21-\x7e]{1,200}$/.test(replayKey))
    return problem(422, 'bad-request', language, { faults: [{ at: 'headers.idempotency-key', code: 'bad-value' }] });

  const raw: RawInput = {
    path: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    body: event.body ?? {},
    caller: who.value,
    shownSignIn: event.headers['x-sign-in'],
    at,
    entry: mount.key,
    language,
  };
  for (let round = 0; round < attempts; round++) {
    const answer = await attempt(mount, way, raw, versions, deps, replayKey, language);
    if (answer !== 'lost') return way.answersAs ? unlessKnown(answer, event.headers['if-none-match']) : answer;
  }
  return problem(409, 'changed-meanwhile', language);
}

const isPassing = (failure: unknown) => failure instanceof Busy || failure instanceof KeysOutOfReach;

/**
 * What is no bug of ours: a body that is no JSON, a cursor that is none of ours, a table or a sign-in that has too much
 * to do, a text kept before the door looked at texts that can be neither shown nor signed until it is mended.
 */
function faultOf(failure: unknown, language: string): Answer | undefined {
  if (failure instanceof HalfCharacter) {
    const faults = failure.places.map((at) => ({ at, code: 'malformed-text' }));
    return problem(409, 'text-not-signable', language, { faults });
  }
  if (failure instanceof BadCursor)
    return problem(422, 'bad-request', language, { faults: [{ at: 'query.cursor', code: 'bad-value' }] });
  if (isPassing(failure)) {
    const told = problem(503, 'busy', language);
    return { ...told, headers: { ...told.headers, 'retry-after': '1' } };
  }
  const status = failure instanceof Error && 'statusCode' in failure ? failure.statusCode : undefined;
  return status === 422 ? problem(422, 'not-json', language) : undefined;
}

/** The middy chain that every request goes through, on AWS, on one machine and in the tests. */
export function bind(mount: Mount, way: Endpoint, deps: Deps) {
  const chain = middy<HttpEvent, Answer>(async (event: HttpEvent) => serve(mount, way, deps, event)).use(
    headerNormalizer(),
  );
  const parser = jsonBodyParser({ disableContentTypeCheck: true });
  chain.before(async (request) => {
    const { body } = request.event;
    if (body === undefined || body === null || body === '') request.event.body = undefined;
    else if (typeof body === 'string' && Buffer.byteLength(body) > most.asked)
      return problem(413, 'too-large', languageOf(request.event.headers));
    else if (!json.test(request.event.headers['content-type'] ?? 'application/json'))
      return problem(415, 'not-json-type', languageOf(request.event.headers));
    // The parser's own types ask for a whole API Gateway event; it reads only what we have.
    else await parser.before?.(request as never);
  });
  chain.onError((request) => {
    const failure: unknown = request.error;
    const language = languageOf(request.event.headers);
    const fault = faultOf(failure, language);
    if (!fault) deps.log.error('an entry failed', { entry: mount.key, failure });
    else if (isPassing(failure)) deps.log.error('an entry was turned away', { entry: mount.key, failure });
    const code = failure instanceof TooLarge ? 'answer-too-large' : 'machine-failed';
    request.response = fault ?? problem(500, code, language);
  });
  return chain;
}

export type Bound = ReturnType<typeof bind>;
