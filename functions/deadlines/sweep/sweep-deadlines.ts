import { type Deadline, type DeadlineEvent, passTime } from '../../../shared/domain/deadline.ts';
import { kindOf } from '../../../shared/domain/deadline-kinds.ts';
import { letterKinds } from '../../../shared/domain/letter-kinds.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { providerIn, roleIn, unitIn } from '../../../shared/domain/owner.ts';
import { job } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { JournalEntry } from '../../../shared/stores/journal-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import type { Settings } from '../../../shared/stores/settings-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { partiesOf } from './deadline-parties.ts';

const atOnce = 200;

/** What a letter says of a month whose files wait for the manager's signature: that, and not that nothing has come. */
const variantOf = ({ code, subject }: Deadline, event: DeadlineEvent): string =>
  kindOf(code).letters[event]?.variant ?? (subject.kind === 'month' ? subject.ref : undefined) ?? event;

async function lettersAbout(
  deadline: Deadline,
  event: DeadlineEvent,
  at: Instant,
  settings: Settings,
  deps: Deps,
): Promise<readonly Change[]> {
  const post = kindOf(deadline.code).letters[event];
  if (!post) return [];
  const concerned = partiesOf(deadline);
  const box = outbox(deps, settings, at);
  const { owner, roles } = deadline;
  const [unitId, role] = [unitIn(owner), roleIn(owner)];
  const letters = await Promise.all(
    post.to.map(async (recipient) => {
      const others = recipient === 'unit' ? providerIn(owner) : concerned.providerId;
      const providerId = recipient === 'joining' ? concerned.joiningId : others;
      const provider = providerId ? (await providerStore(deps.table).find(providerId))?.entity : undefined;
      const allowed = letterKinds[post.kind].fields.includes('provider') ? { provider: provider?.name } : {};
      const fields = { ...concerned.fields, ...allowed, due: deadline.dueAt, variant: variantOf(deadline, event) };
      if (recipient === 'unit' && unitId !== undefined) return box.toUnit({ unitId, roles }, post.kind, fields);
      if (recipient === 'unit' && role !== undefined) return box.toMembers(role, post.kind, fields);
      if (recipient === 'area-heads') return box.toMembers('area-head', post.kind, fields);
      if (recipient === 'heads') return box.toHeads(post.kind, fields);
      if (recipient === 'administrators') return box.toAdministrators(post.kind, fields);
      if (recipient === 'officer')
        return (
          await Promise.all(concerned.officerIds.map((officerId) => box.toOfficer(officerId, post.kind, fields)))
        ).flat();
      if (!provider) return [];
      // What only internal addresses may have is said inside the system to who is outside (class E2).
      return letterKinds[post.kind].class === 'E2'
        ? box.inside(owner, post.kind, fields)
        : box.toProvider(provider, post.kind, fields);
    }),
  );
  return letters.flat();
}

const rowAbout = (deadline: Deadline, event: DeadlineEvent): JournalEntry => {
  const { code, rule, subject } = deadline;
  return {
    event: `deadline-${event}`,
    rule,
    ...('caseNo' in subject ? { caseNo: subject.caseNo } : {}),
    ...(subject.kind === 'month' ? { month: subject.month, providerId: subject.providerId } : {}),
    refs: {
      code,
      ...(subject.kind === 'order' ? { orderId: subject.orderId } : {}),
      ...(subject.kind === 'switch' ? { switchId: subject.switchId } : {}),
    },
  };
};

async function sweepOne(stored: Stored<Deadline>, at: Instant, deps: Deps): Promise<boolean> {
  const passed = passTime(stored.entity, at);
  if (!passed) return false;
  const routine = await routineOn(deps.table, dateOf(at));
  const letters = routine.ok ? await lettersAbout(passed.next, passed.event, at, routine.value.settings, deps) : [];
  // Conditional on the version that was read: two sweeps at once mark, notify and journal it once.
  const effects = {
    deadlines: [{ next: passed.next, over: stored }],
    letters,
    rows: [rowAbout(passed.next, passed.event)],
  };
  return committed(effects, { by: system, at }, deps);
}

/**
 * Reminds of what is due soon, marks what has passed and notifies the heads of a start that does not come, once each;
 * an outage of days is caught up.
 */
export const sweepDeadlines = job(async (at, deps) =>
  sweepDue(
    {
      queue: 'deadlines',
      entry: 'sweepDeadlines',
      atOnce,
      read: deadlineStore(deps.table).read,
      one: (stored) => sweepOne(stored, at, deps),
    },
    at,
    deps,
  ),
);
