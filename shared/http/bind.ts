import { createHash } from 'node:crypto';
import middy from '@middy/core';
import headerNormalizer from '@middy/http-header-normalizer';
import jsonBodyParser from '@middy/http-json-body-parser';
import type { Instant } from '../domain/local-time.ts';
import type { Caller, Role } from '../domain/roles.ts';
import type { Deps } from '../ports/deps.ts';
import { BadCursor, Busy } from '../ports/table.ts';
import { answerStore, type KeptAnswer } from '../stores/answer-store.ts';
import { countCapacity } from '../stores/capacity-count.ts';
import { Claims, callerOf } from './caller.ts';
import { etagOf, unlessKnown } from './etag.ts';
import { type Answer, problem, refusalProblem } from './problem.ts';
import type { Done, Endpoint, Language, RawInput, TextType } from './spec.ts';

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
const nobody: Caller = { userId: '', role: 'administrator', caseload: '', signedInAt: '', signInLevel: 'none' };

const answered = (status: number, body: unknown, version?: number): Answer => ({
  statusCode: status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
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
        ...answered(kept.status, kept.body, kept.version),
        headers: { ...answered(200, null, kept.version).headers, 'idempotent-replay': 'true' },
      }
    : problem(422, 'idempotency-key-reused', language);

/** An answer leaves through its schema, so that nothing undeclared leaks. */
const shown = (way: Endpoint, outcome: Done<unknown>): unknown => way.answer.parse(outcome.value);

/**
 * One attempt: decide on what stands now, and commit the decision with what it means for the providers' capacities and
 * with the first answer beside it. `lost` says that somebody else changed what it rested on; the caller decides anew.
 */
async function attempt(
  mount: Mount,
  way: Endpoint,
  raw: RawInput,
  deps: Deps,
  replayKey: string | undefined,
  language: string,
) {
  const answers = answerStore(deps);
  const request = requestHash(raw);
  const { userId } = raw.caller;
  const found = replayKey === undefined ? undefined : await answers.find(userId, mount.route, replayKey, raw.at);
  if (found?.answer) return replay(found.answer, request, language);
  const outcome = await way.run(raw, deps);
  if (!outcome.ok) return refusalProblem(outcome, language);
  const body = shown(way, outcome);
  const answer: KeptAnswer = { request, status: outcome.status, body, version: outcome.version };
  const keeping =
    replayKey === undefined || !found
      ? []
      : [await answers.keep(userId, mount.route, replayKey, { answer, over: found.version, at: raw.at })];
  const changes = [...outcome.changes, ...(await countCapacity(outcome.changes, deps, raw.at)), ...keeping];
  if (changes.length > 0 && (await deps.table.commit(changes)) === 'stale') return 'lost';
  return way.answersAs ? told(way.answersAs, body) : answered(outcome.status, body, outcome.version);
}

/** `If-Match: "3"`; anything else that is said there is a mistake, not a wish to be ignored. */
function versionAskedFor(header: string | undefined): number | undefined | 'unreadable' {
  if (header === undefined || header === '*') return undefined;
  const digits = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  return digits === undefined ? 'unreadable' : Number(digits);
}

async function serve(mount: Mount, way: Endpoint, deps: Deps, event: HttpEvent): Promise<Answer> {
  const at: Instant = deps.clock.now();
  const language = languageOf(event);
  const isWrite = !mount.route.startsWith('GET ');

  const claims = Claims.safeParse(event.requestContext.authorizer?.jwt?.claims ?? {});
  if (mount.roles !== 'everyone' && !claims.success) return problem(401, 'not-signed-in', language);
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

  const ifMatch = versionAskedFor(event.headers['if-match']);
  if (ifMatch === 'unreadable')
    return problem(422, 'bad-request', language, [{ at: 'headers.if-match', code: 'bad-value' }]);
  const replayKey =
    isWrite && way.keepsAnswer && mount.roles !== 'everyone' ? event.headers['idempotency-key'] : undefined;
  if (replayKey !== undefined && !/^[\x21-\x7e]{1,200}$/.test(replayKey))
    return problem(422, 'bad-request', language, [{ at: 'headers.idempotency-key', code: 'bad-value' }]);

  const raw: RawInput = {
    path: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    body: event.body ?? {},
    caller: who.value,
    at,
    ifMatch,
    entry: mount.key,
    language,
  };
  for (let round = 0; round < attempts; round++) {
    const answer = await attempt(mount, way, raw, deps, replayKey, language);
    if (answer !== 'lost') return way.answersAs ? unlessKnown(answer, event.headers['if-none-match']) : answer;
  }
  return problem(409, 'changed-meanwhile', language);
}

const languageOf = ({ headers }: HttpEvent): Language => (headers['accept-language']?.startsWith('en') ? 'en' : 'sv');

/** What is no bug of ours: a body that is no JSON, a cursor that is none of ours, a table that has too much to do. */
function faultOf(failure: unknown, language: string): Answer | undefined {
  if (failure instanceof BadCursor)
    return problem(422, 'bad-request', language, [{ at: 'query.cursor', code: 'bad-value' }]);
  if (failure instanceof Busy) {
    const told = problem(503, 'busy', language);
    return { ...told, headers: { ...told.headers, 'retry-after': '1' } };
  }
  const status = failure instanceof Error && 'statusCode' in failure ? failure.statusCode : undefined;
  return status === 422 || status === 415 ? problem(422, 'not-json', language) : undefined;
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
    // The parser's own types ask for a whole API Gateway event; it reads only what we have.
    else await parser.before?.(request as never);
  });
  chain.onError((request) => {
    const failure: unknown = request.error;
    const language = languageOf(request.event);
    const fault = faultOf(failure, language);
    if (!fault) deps.log.error('an entry failed', { entry: mount.key, failure });
    else if (failure instanceof Busy) deps.log.error('an entry was turned away', { entry: mount.key, failure });
    request.response = fault ?? problem(500, 'machine-failed', language);
  });
  return chain;
}

export type Bound = ReturnType<typeof bind>;
