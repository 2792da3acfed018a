import * as z from 'zod';
import { registry } from '../../functions/registry.ts';
import type { WayIn } from '../../functions/way-in.ts';
import { type Bound, bind, type HttpEvent } from '../http/bind.ts';
import type { Job } from '../http/job.ts';
import { languageOf } from '../http/language.ts';
import { type Answer, problem } from '../http/problem.ts';
import { router } from '../http/router.ts';
import type { Endpoint } from '../http/spec.ts';
import type { Deps } from '../ports/deps.ts';
import type { Key } from '../ports/table.ts';
import { letterIdOf } from '../stores/letter-store.ts';
import { sealedIdOf } from '../stores/sealed-store.ts';
import { isBatch, type PartialAnswer, takeBatch } from './batches.ts';
import { once } from './lazy-ports.ts';
import { type MailNewsInCloud, mailNewsOf } from './mail-events.ts';
import { awsRuntime, type Runtime } from './runtime.ts';
import { deliveryOf, isSesEvent } from './ses-events.ts';

/** A function's entries by their registry keys. */
type Group = Readonly<Record<string, Endpoint | Job>>;

const RoutedEvent = z.looseObject({
  rawPath: z.string(),
  headers: z.record(z.string(), z.string().optional()).default({}),
  requestContext: z.looseObject({ http: z.looseObject({ method: z.string() }) }),
});
const Scheduled = z.object({ job: z.string() });

type Done = { readonly done: number };
type Member = { readonly key: string; readonly on: WayIn['on']; readonly entry: Endpoint | Job };

function membersOf(group: Group): readonly Member[] {
  const lines: Readonly<Record<string, WayIn>> = registry;
  return Object.entries(group).map(([key, entry]) => {
    const line = lines[key];
    if (!line) throw new Error(`the registry has no ${key}`);
    return { key, on: line.on, entry };
  });
}

/** The function with everything that it needs, made at its first event. */
function opened(group: Group, runtime: Runtime) {
  const members = membersOf(group);
  const deps: Deps = runtime.depsOf(members.map(({ key }) => key));
  const routes: { readonly on: string; readonly chain: Bound }[] = [];
  for (const { key, on, entry } of members)
    if (entry.kind === 'endpoint' && 'http' in on)
      routes.push({ on: on.http, chain: bind({ key, route: on.http, roles: on.roles }, entry, deps) });
  const find = router(routes);

  async function run(key: string, job: Job, news?: unknown): Promise<Done> {
    try {
      const { done, counts } = await job.run(deps.clock.now(), deps, news);
      runtime.count(key, { Done: done, ...counts });
      return { done };
    } catch (failure) {
      deps.log.error('a job failed', { entry: key, failure });
      throw failure;
    }
  }

  /** Everyone in the function who waits for it; an event that nobody waits for has been led to the wrong function. */
  async function tell(waitsForIt: (on: WayIn['on']) => boolean, news: unknown): Promise<Done> {
    let did = 0;
    const waiting = members.flatMap(({ key, on, entry }) =>
      entry.kind === 'job' && waitsForIt(on) ? [{ key, job: entry }] : [],
    );
    if (waiting.length === 0) throw new Error('nothing in this function waits for such an event');
    for (const { key, job } of waiting) did += (await run(key, job, news)).done;
    return { done: did };
  }

  return {
    /** By the path: a route of the API may lead to all that begin alike (`infra/cdk/routes.ts`). */
    async route(event: z.infer<typeof RoutedEvent>, context: unknown): Promise<Answer> {
      const found = find(event.requestContext.http.method, event.rawPath);
      if (!found || 'allow' in found) return problem(404, 'no-such-page', languageOf(event.headers));
      // The shape says what a request has; what else there is in it, the chain reads for itself.
      const asked = { ...event, pathParameters: { ...found.params } } as HttpEvent;
      // Middy wants Lambda's context; no entry reads it.
      return found.line.chain(asked, context as never);
    },

    async schedule(key: string): Promise<Done> {
      const member = members.find((one) => one.key === key);
      if (member?.entry.kind !== 'job') throw new Error(`${key} is no job of this function`);
      return run(key, member.entry);
    },

    /** The table has something new: a letter to send, or a sealed record to publish. */
    async onStored(key: Key): Promise<void> {
      const [letterId, recordId] = [letterIdOf(key), sealedIdOf(key)];
      if (letterId !== undefined) await tell((on) => 'stream' in on && on.stream === 'letters', { letterId });
      if (recordId !== undefined) await tell((on) => 'stream' in on && on.stream === 'records', { recordId });
    },

    /** The mail service reports what became of a letter. */
    async onDelivery(event: unknown): Promise<Done> {
      const news = deliveryOf(event);
      return news ? tell((on) => 'event' in on && on.event === 'ses-delivery', news) : { done: 0 };
    },

    /** A mail has been laid, or scanned. */
    onMail: (news: MailNewsInCloud): Promise<Done> => tell((on) => 'event' in on && on.event === 'mail-in', news),
  };
}

/**
 * One function for a group of entries, whatever its event is: a request by its route, a schedule by its job, what the
 * table has stored, what the mail service reports, and queues of such events. Importing has no effect.
 */
export function lambdaFor(group: Group, runtime: Runtime = awsRuntime) {
  const functions = once(() => opened(group, runtime));

  async function takeOne(event: unknown): Promise<Done> {
    const scheduled = Scheduled.safeParse(event);
    if (scheduled.success) return functions().schedule(scheduled.data.job);
    if (isSesEvent(event)) return functions().onDelivery(event);
    const mail = mailNewsOf(event);
    if (mail !== undefined) return mail === 'nothing' ? { done: 0 } : functions().onMail(mail);
    throw new Error('an event of no known shape');
  }

  return async (event: unknown, context: unknown): Promise<Answer | Done | PartialAnswer> => {
    const routed = RoutedEvent.safeParse(event);
    if (routed.success) return functions().route(routed.data, context);
    if (!isBatch(event)) return takeOne(event);
    return takeBatch(event, {
      change: (key) => functions().onStored(key),
      message: async (content) => void (await takeOne(content)),
    });
  };
}
