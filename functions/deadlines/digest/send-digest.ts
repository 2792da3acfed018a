import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { isWorkingDay } from '../../../shared/domain/working-days.ts';
import { forEachIsolated } from '../../../shared/http/for-each-isolated.ts';
import { job } from '../../../shared/http/job.ts';
import { vardagar } from '../../../shared/packs/calendars.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { asideStore } from '../../../shared/stores/aside-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import type { Settings } from '../../../shared/stores/settings-store.ts';
import { type Digest, digestOf, digestUntil } from './digest.ts';
import { digestStore } from './digest-store.ts';
import { type Recipient, recipientsOn } from './load-recipients.ts';

/** Counted in the index; no list is read for it. */
async function digestFor({ owner, role }: Recipient, at: Instant, { table }: Deps): Promise<Digest | undefined> {
  const aside = owner === 'administrator' ? await asideStore(table).count() : 0;
  const phones = owner === 'administrator' || owner.startsWith('officer:');
  const undated = (phones ? await letterStore(table).countAsked(owner) : 0) + aside;
  return digestOf(await deadlineStore(table).dueTimes(owner, digestUntil(at), role), undated, at);
}

function letterTo({ to, owner }: Recipient, digest: Digest, box: ReturnType<typeof outbox>): readonly Change[] {
  const fields = { to: 'tasks', ...digest } as const;
  if ('member' in to) return box.toMember(to.member, owner, 'M02', fields);
  // Without its name: the letter is numbers alone.
  return box.toProvider(to.provider, 'M02', { ...fields, provider: undefined });
}

async function sendOne(recipient: Recipient, at: Instant, settings: Settings, deps: Deps): Promise<boolean> {
  const digest = await digestFor(recipient, at, deps);
  if (!digest) return false;
  const letters = letterTo(recipient, digest, outbox(deps, settings, at));
  // With the mark of the day: nobody gets the letter twice (the commit is then stale).
  const effects = { saves: [digestStore.mark(dateOf(at), recipient.id)], letters };
  return committed(effects, { by: system, at }, deps);
}

/**
 * On the morning of each vardag: how much there is to do today and how much is late, to everyone who has a list of
 * their own (J03). Numbers alone (E0). A municipality may do without (`digest.enabled`).
 */
export const sendDigest = job(async (at, deps) => {
  const routine = await routineOn(deps.table, dateOf(at));
  if (!routine.ok) return { done: 0 };
  const { pack, settings } = routine.value;
  if (!pack.params['digest.enabled'] || !isWorkingDay(dateOf(at), vardagar(pack))) return { done: 0 };
  const recipients = await recipientsOn(deps, at);
  const log = { entry: 'sendDigest', log: deps.log };
  return { done: await forEachIsolated(recipients, log, (recipient) => sendOne(recipient, at, settings, deps)) };
});
