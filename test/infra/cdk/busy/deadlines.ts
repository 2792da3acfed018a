import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Person } from '../../../../infra/local/walk/people.ts';

type Ask = (person: Person, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;

const Feed = z.looseObject({ feedId: z.string() });

/** What the clock does next, asked for; and two calendars: one that is opened and closed, one that goes on reading. */
export async function busyDeadlines(
  ask: Ask,
  /** As a calendar reads: the answer is no JSON, and nobody has signed in. */
  read: (secret: string) => Promise<unknown>,
  people: readonly Person[],
): Promise<void> {
  for (const person of people) await ask(person, 'listUpcoming');
  const [person] = people;
  if (!person) return;
  const { feedId } = Feed.parse(await ask(person, 'openFeed', {}, {}));
  const { address } = z.looseObject({ address: z.string() }).parse(await ask(person, 'openFeed', {}, {}));
  await ask(person, 'listFeeds');
  await ask(person, 'closeFeed', { feedId });
  await read(address.split('/').at(-1) ?? '');
}
