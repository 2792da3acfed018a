import * as z from 'zod';
import { asksCustomer } from '../../../functions/months/adjusting/adjusting.ts';
import { ProposedAdjustment } from '../../../functions/months/adjusting/adjustment-view.ts';
import { monthStore } from '../../../functions/months/month-store.ts';
import { firstDay, type Instant, type LocalDate, lastDay, type Month } from '../../../shared/domain/local-time.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import type { Machine } from '../machine.ts';
import type { Actors } from '../scripted-month/actors.ts';
import { handInFiles } from '../scripted-month/month-acts.ts';
import { type Cast, giveToOfficer } from '../scripted-month/set-up.ts';
import type { MonthFolder } from './month-folder.ts';
import { caseAtProvider, stretchesOfCase } from './stretches.ts';
import { asKnown, type CaseStretch, inToldOrder, type LaterFact } from './told-facts.ts';

type Stretches = ReadonlyMap<string, readonly CaseStretch[]>;

/** What the script walks by: the months, what is told later, and each case as the files say it. */
export type WalkedBy = {
  readonly folders: readonly MonthFolder[];
  readonly facts: readonly LaterFact[];
  readonly stretches: Stretches;
};

/** A stretch's first day: the file's own where the walk begins with it, else no earlier than its month. */
export function startsOn({ first, one }: CaseStretch, folders: readonly MonthFolder[]): LocalDate {
  const day = firstDay(folders[first]?.month ?? one.from);
  return first === 0 || one.from > day ? one.from : day;
}

/** All that is known of a case is written anew where it is given: at every provider, in every stretch that has begun. */
async function writeKnown(
  caseNo: string,
  { folders, facts, stretches }: WalkedBy,
  now: Instant,
  { deps: { table } }: Machine,
): Promise<void> {
  const store = assignmentStore(table);
  const ofCase = stretchesOfCase(stretches, caseNo);
  for (const over of await store.storedOfCase(caseNo)) {
    const { known: _, ...entity } = over.entity;
    const theirs = stretches.get(caseAtProvider(entity)) ?? [];
    const stretch = theirs.find((one) => startsOn(one, folders) === entity.from);
    if (stretch) await table.commit([store.save({ ...entity, ...asKnown(stretch, ofCase, facts, now) }, over)]);
  }
}

/** What was given in the month before and is not, or not as it was, in this one: its last day is that month's. */
export async function endStretches(
  folder: number,
  { folders, stretches }: WalkedBy,
  { deps: { table } }: Machine,
): Promise<void> {
  const last = lastDay(folders[folder - 1]?.month ?? '');
  const store = assignmentStore(table);
  for (const theirs of stretches.values()) {
    const ended = theirs.find((one) => one.last === folder - 1);
    if (!ended) continue;
    const { caseNo, providerId } = ended.one;
    for (const over of await store.storedOfCase(caseNo)) {
      const { to } = over.entity;
      if (over.entity.providerId === providerId && (to === null || to > last))
        await table.commit([store.save({ ...over.entity, to: last }, over)]);
    }
  }
}

/** What a provider goes on with otherwise than before: the municipality's own knowledge, without a new order. */
export async function goOn(
  folder: number,
  { folders, facts, stretches }: WalkedBy,
  now: Instant,
  machine: Machine,
): Promise<void> {
  const { table } = machine.deps;
  for (const theirs of stretches.values()) {
    const [first] = theirs;
    const next = theirs.find((one) => one.first === folder);
    if (!next || next === first) continue;
    const { caseNo, providerId, officerId, to } = next.one;
    await giveToOfficer(next.one, machine);
    const from = startsOn(next, folders);
    const given = {
      caseNo,
      providerId,
      officerId,
      from,
      to,
      ...asKnown(next, stretchesOfCase(stretches, caseNo), facts, now),
    };
    await table.commit([assignmentStore(table).add(given)]);
  }
}

/** The files that stand for a provider's month: those handed in last, and not undone since. */
function filesStanding(
  { providerId, month }: { readonly providerId: string; readonly month: Month },
  { folders, facts }: WalkedBy,
  now: Instant,
) {
  const told = inToldOrder(facts).filter(
    ({ what, at, undoneAt }) =>
      what.kind === 'report' &&
      what.providerId === providerId &&
      what.month === month &&
      at <= now &&
      (undoneAt === undefined || undoneAt > now),
  );
  const last = told.at(-1)?.what;
  if (last?.kind === 'report') return last.files;
  const first = folders.find((one) => one.month === month)?.files.get(providerId);
  return first?.corrected ?? first;
}

/** What was handed in of a month that was closed without is undone: it was never handed in again (`HANDED_IN` undone). */
async function asNeverHandedIn(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  { deps: { table } }: Machine,
): Promise<void> {
  const over = await monthStore(table).find(month, providerId);
  if (!over) return;
  const { filed: _, ...entity } = over.entity;
  await table.commit([monthStore(table).save(entity, over)]);
}

/** Something is told, or undone: of a case it is known at once, of files the manager hands in those that stand now. */
export async function tell(
  { what }: LaterFact,
  telling: WalkedBy,
  now: Instant,
  { machine, people, cast }: { readonly machine: Machine; readonly people: Actors; readonly cast: Cast },
): Promise<void> {
  if (what.kind !== 'report') return writeKnown(what.caseNo, telling, now, machine);
  const files = filesStanding(what, telling, now);
  if (files) await handInFiles(people, cast, what.month, what.providerId, files);
  else await asNeverHandedIn(what, machine);
}

const Proposed = z.looseObject({ proposed: z.array(ProposedAdjustment) });

/** Each officer decides what is proposed of a stated month, as it is proposed, after those who can tell are asked (A68). */
export async function decideAdjustments(
  of: { readonly month: Month; readonly providerId: string },
  officers: readonly string[],
  people: Actors,
): Promise<void> {
  for (const userId of officers) {
    const officer = { userId, role: 'officer' } as const;
    const { proposed } = await people.ask(officer, 'listAdjustments', { path: of }, Proposed);
    for (const { caseNo, because, was, now } of proposed) {
      const contacts = [...(asksCustomer(because) ? [{ with: 'customer' }] : []), { with: 'provider' }];
      const comment = 'Blev känt efter sammanställningen. Beslutas enligt förslaget.';
      // Where a person had decided otherwise nothing is proposed: it stays as it was decided.
      const minutes = now === undefined ? { minutes: was } : {};
      const asked = { path: { ...of, caseNo }, body: { comment, contacts, ...minutes } };
      await people.ask(officer, 'decideAdjustment', asked, z.unknown());
    }
  }
}
