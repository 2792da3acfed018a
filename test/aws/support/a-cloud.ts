import { ScanCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type EntryKey, registry } from '../../../functions/registry.ts';
import type { WayIn } from '../../../functions/way-in.ts';
import { type LoadedWay, loadWays } from '../../../infra/local/load-ways.ts';
import { lambdaFor } from '../../../shared/aws/lambda.ts';
import { type Runtime, runtimeIn } from '../../../shared/aws/runtime.ts';
import type { Setting } from '../../../shared/aws/setting.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Mailer } from '../../../shared/ports/mailer.ts';
import { clients } from './clients.ts';
import { type Asked, httpEvent, queueRecord, sesEvent, streamRecord } from './events.ts';

type Letter = Parameters<Mailer['send']>[0];
const Answer = z.object({ statusCode: z.int(), headers: z.record(z.string(), z.string()), body: z.string() });
const entries: Readonly<Record<string, WayIn>> = registry;

const groupOf = ({ entry }: Pick<WayIn, 'entry'>, { profile }: Pick<WayIn, 'profile'>) =>
  `${entry.split('/')[1]}-${profile}`;

/** The functions as they are deployed, one a capability and profile, on the adapters and at the time that a test says. */
export async function aCloud(cell: Readonly<Partial<Record<Setting, string>>>) {
  let now: Instant = '2026-11-02T07:00:00.000Z';
  const clock = { now: () => now };
  const letters: Letter[] = [];
  const failures: unknown[] = [];
  const counted: Record<string, number> = {};

  const real = runtimeIn({
    clock,
    emulated: () => true,
    setting(name) {
      const value = cell[name];
      if (!value) throw new Error(`the environment lacks ${name}`);
      return value;
    },
  });
  const watched = (keys: readonly string[]): Deps => {
    const deps = real.depsOf(keys);
    const send: Mailer['send'] = async (letter) => {
      const posted = await deps.mailer.send(letter);
      if (posted === 'TAKEN') letters.push(letter);
      return posted;
    };
    // Laid over it, so that what is never asked for is still never made.
    return Object.create(deps, {
      mailer: { value: { send } },
      log: { value: { error: (_: string, { failure }: { failure: unknown }) => failures.push(failure) } },
    });
  };
  const runtime: Runtime = {
    depsOf: watched,
    count(entry, { Done: done = 0 }) {
      counted[entry] = (counted[entry] ?? 0) + done;
    },
  };

  const groups = Map.groupBy(await loadWays(), ({ wayIn }: LoadedWay) => groupOf(wayIn, wayIn));
  const handlers = new Map(
    [...groups].map(([id, ways]) => [
      id,
      lambdaFor(Object.fromEntries(ways.map(({ key, entry }) => [key, entry])), runtime),
    ]),
  );
  const known = new Set<string>();

  /** Gives an event to the function that an entry lives in. */
  async function invoke(key: EntryKey, event: unknown): Promise<unknown> {
    const handler = handlers.get(groupOf(registry[key], registry[key]));
    if (!handler) throw new Error(`no function holds ${key}`);
    return handler(event, {});
  }

  /** Every new letter of the table, as the stream would tell of it. */
  async function newLetters(): Promise<readonly string[]> {
    const { Items = [] } = await clients.dynamo().send(
      new ScanCommand({
        TableName: cell.TABLE_NAME,
        ProjectionExpression: 'pk',
        FilterExpression: 'begins_with(pk, :letter)',
        ExpressionAttributeValues: { ':letter': { S: 'LETTER#' } },
      }),
    );
    const fresh = Items.flatMap(({ pk }) => (pk?.S && !known.has(pk.S) ? [pk.S] : []));
    for (const pk of fresh) known.add(pk);
    return fresh;
  }

  return {
    letters,
    failures,
    counted,
    invoke,
    deps: real.depsOf([]),
    at: (instant: Instant) => {
      now = instant;
    },

    /** A request of somebody signed in at the time it is; the authorizer has checked the token. */
    async ask(key: EntryKey, userId: string | undefined, asked: Asked & { json?: unknown } = {}) {
      const { on } = entries[key] ?? {};
      if (!on || !('http' in on)) throw new Error(`${key} is not a way in over HTTP`);
      const signedIn = Math.floor(Date.parse(now) / 1000);
      const claims =
        userId === undefined ? undefined : { sub: userId, iat: signedIn, auth_time: signedIn, acr: 'high' };
      const body = asked.json === undefined ? asked.body : JSON.stringify(asked.json);
      const event = httpEvent(on.http, {
        ...asked,
        ...(body === undefined ? {} : { body }),
        ...(claims ? { claims: { ...claims, ...asked.claims } } : {}),
      });
      const answer = Answer.parse(await invoke(key, event));
      return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) };
    },

    schedule: (key: EntryKey) => invoke(key, { job: key }),

    /** The bell for what is new in the table. */
    async ring(): Promise<unknown> {
      const fresh = await newLetters();
      if (fresh.length === 0) return undefined;
      return invoke('sendLetter', { Records: fresh.map((pk, n) => streamRecord(pk, n)) });
    },

    /** The mail service tells, through the queue, what became of some letters. */
    tell: (eventType: string, letterIds: readonly string[]) =>
      invoke('takeDeliveryEvent', {
        Records: letterIds.map((id, n) => queueRecord(JSON.stringify(sesEvent(eventType, { letterId: [id] })), n)),
      }),
  };
}

export type Cloud = Awaited<ReturnType<typeof aCloud>>;
