import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';
import type { Deadline } from '../../../../shared/domain/deadline.ts';
import { plusMinutes } from '../../../../shared/domain/local-time.ts';
import type { Owner } from '../../../../shared/domain/owner.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';
import type { Change } from '../../../../shared/ports/table.ts';
import { deadlineStore } from '../../../../shared/stores/deadline-store.ts';
import { type DueQueue, dueKey, dueQueues } from '../../../../shared/stores/due-index.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;

const Feed = z.looseObject({ feedId: z.string() });

/** Somebody's own deadlines, beside everything that one may stand beside: all their lists come to all of it. */
export async function busySubjects({ table, clock }: Deps, officerId: string): Promise<void> {
  const dueAt = plusMinutes(clock.now(), -60);
  const deadline = (code: Deadline['code'], owner: Owner, subject: Deadline['subject']): Deadline => ({
    ...{ code, rule: 'L-12', subject, owner, hard: false, dueAt, why: [], state: 'open' },
  });
  const [caseNo, providerId] = ['A-7001', 'P1'];
  const change = { kind: 'switch', switchId: 'BYTE-7001', caseNo, providerId, joiningId: 'P2', officerId } as const;
  const of = (owner: Owner) => [
    deadline('D09', owner, { ...change, switchId: `BYTE-${owner}` }),
    deadline('D16', owner, { kind: 'case', caseNo, officerId, providerId, ref: owner.replace(':', '-') }),
    deadline('D10', owner, { kind: 'month', month: '2025-01', providerId: owner.replace(':', '-') }),
  ];
  // A provider has days of hours that a unit buys of it, among its own.
  const performer = `provider:${providerId}`;
  const bought = [
    deadline('D33', performer, { kind: 'purchase', purchaseId: 'kop-7001', caseNo, ref: 'RECEIVING' }),
    deadline('D31', performer, { kind: 'basis', month: '2025-01', performer, orderingUnitId: 'E1' }),
  ];
  await table.commit(
    [...bought, ...of(`provider:${providerId}`), ...of(`officer:${officerId}`), ...of('head')].map((one) =>
      deadlineStore(table).open(one, clock.now()),
    ),
  );
  // The routine's own is there since the settings were read in; its day has come.
  const routine = await deadlineStore(table).ofRoutine();
  const changes = routine.map((one) =>
    deadlineStore(table).reopen({ ...one.entity, dueAt, remindAt: undefined }, one, clock.now()),
  );
  if (changes.length === 0) throw new Error('the routine has no deadline');
  await table.commit(changes);
}

/** One of each thing that falls due and cannot be read, a deadline beside each that has any; each comes to the administrator, who has it read again. */
export async function plantUnreadable({ table, clock }: Deps): Promise<number> {
  const places = [
    ...(
      [
        ...(['ORDER#trasig', 'MONTH#2025-01#trasig', 'CASE#trasig', 'SWITCH#trasig', 'PROVIDER#trasig'] as const),
        ...(['SETTINGS', 'PURCHASE#trasig', 'BASES#trasig', 'INVOICE#trasig'] as const),
      ] as const
    ).map((pk) => ['deadlines', pk, 'DEADLINE#trasig'] as const),
    ['letters', 'LETTER#trasig', 'LETTER'],
    ['checks', 'CHECK#trasig', 'CHECK'],
    ['orders', 'ORDER#trasig', 'ORDER'],
    ['switches', 'SWITCH#trasig', 'SWITCH'],
    ['facts', 'FACTS#trasig', 'FACTS'],
    ['declines', 'DECLINES#trasig', 'DECLINES'],
    ['records', 'SEALED#trasig', 'SEALED'],
    ['moves', 'MOVE#trasig', 'MOVE'],
    ['imports', 'IMPORT#trasig', 'IMPORT'],
    ['contacts', 'LETTER#trasig-kontakt', 'LETTER'],
    ['mails', 'MAIL#trasig', 'MAIL'],
  ] as const satisfies readonly (readonly [DueQueue, string, string])[];
  const unplanted = dueQueues.filter((queue) => !places.some(([planted]) => planted === queue));
  if (unplanted.length > 0) throw new Error(`nothing unreadable falls due among ${unplanted.join(', ')}`);
  const changes = places.map(([queue, pk, sk]): Change => {
    const indexes = { g2: dueKey(queue, clock.now(), `${pk}/${sk}`) };
    return { kind: 'put', over: 0, item: { pk, sk, data: 'x', indexes } };
  });
  await table.commit(changes);
  return changes.length;
}

/** What the clock does next, asked for; and two calendars: one that is opened and closed, one that goes on reading. */
export async function busyDeadlines(
  ask: Ask,
  /** As a calendar reads: the answer is no JSON, and nobody has signed in. */
  read: (secret: string) => Promise<unknown>,
  people: readonly Actor[],
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
