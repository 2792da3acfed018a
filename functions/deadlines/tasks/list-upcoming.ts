import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { type Deadline, DeadlineEvent, isAskedOf, nextEvent } from '../../../shared/domain/deadline.ts';
import { localIso, parseInstant } from '../../../shared/domain/local-time.ts';
import { type Owner, officerOwner, ownerOf, providerOwner } from '../../../shared/domain/owner.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { Cursor, PageSize } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { Task, taskOf } from './task.ts';

const Time = z.string().transform((text, context) => {
  const at = parseInstant(text);
  if (at === undefined) context.addIssue({ code: 'custom', message: 'bad-value' });
  return at;
});

const Query = z.strictObject({
  from: Time.optional().meta({ description: 'Nothing that happens before this', example: '2026-11-02T07:00:00+01:00' }),
  until: Time.optional().meta({ description: 'Nothing that happens after this' }),
  /** For the head, who sees everybody's. */
  officerId: SafeId.optional(),
  providerId: SafeId.optional(),
  limit: PageSize,
  cursor: Cursor,
});

const Upcoming = Task.extend({
  next: z.object({ event: DeadlineEvent, at: z.string(), text: z.string() }).meta({
    description: 'What time alone does to it next: a reminder, the mark that it is late, the word to the heads',
  }),
}).meta({ id: 'Upcoming' });

/** One's own; the head may ask for an officer's or a provider's. */
function whose(caller: Caller, { officerId, providerId }: z.infer<typeof Query>): Owner {
  if (caller.role !== 'head') return ownerOf(caller);
  if (officerId) return officerOwner(officerId);
  return providerId ? providerOwner(providerId) : ownerOf(caller);
}

/**
 * What the clock will do next and when, in that order: who is reminded, what becomes late, what the heads are notified
 * of.
 */
export const listUpcoming = endpoint({
  summary: 'What happens next by the clock alone, in that order',
  query: Query,
  answer: z.object({ now: z.string(), items: z.array(Upcoming), next: z.string().optional() }),
  async run({ caller, query, at, language }, { table }) {
    const { from, until, limit, cursor } = query;
    const owner = whose(caller, query);
    const page = await deadlineStore(table).upcoming(owner, { from, until, limit, after: cursor });
    // The head looks into the lists of others, with all that is in them.
    const isOwn = (deadline: Deadline) => caller.role === 'head' || isAskedOf(deadline, caller);
    const items = page.items.flatMap(({ entity }) => {
      // An index may lag: what time has done since then, or what has been met, happens no more.
      const next = isOwn(entity) ? nextEvent(entity) : undefined;
      const told = next && {
        event: next.event,
        at: localIso(next.at),
        text: sentence(`event-${next.event}`, language),
      };
      return told ? [{ ...taskOf(entity, language), next: told }] : [];
    });
    return done({ now: localIso(at), items, next: page.next });
  },
});
