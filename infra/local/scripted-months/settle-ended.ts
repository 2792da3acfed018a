import * as z from 'zod';
import type { ProviderMonth } from '../../../functions/months/month.ts';
import { monthStore } from '../../../functions/months/month-store.ts';
import { isToSettle, toSettle } from '../../../functions/months/settling/load-settlement.ts';
import { RecordRef } from '../../../functions/months/signing/signing-store.ts';
import { dateOf, type Instant, instantAt, lastDay, type Month } from '../../../shared/domain/local-time.ts';
import { addWorkingDays } from '../../../shared/domain/working-days.ts';
import { vardagar } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Machine } from '../machine.ts';
import type { Actors } from '../scripted-month/actors.ts';
import type { SignedFile } from '../scripted-month/month-acts.ts';
import type { Cast } from '../scripted-month/set-up.ts';
import type { MonthFolder } from './month-folder.ts';

const Signed = z.looseObject({ record: RecordRef });

/** The head settles on the tenth working day after what is settled was decided or stated (No later month). */
const workingDays = 10;
export const settledAt = (at: Instant, pack: Pack): Instant =>
  instantAt(addWorkingDays(dateOf(at), workingDays, vardagar(pack)), '09:00');

/** Providers that have no case in force after the last month: one who goes on has nothing to settle. */
export function endingIn(folders: readonly MonthFolder[]): readonly string[] {
  const last = folders.at(-1);
  if (!last) return [];
  const end = lastDay(last.month);
  const goesOn = (id: string) =>
    last.file.cases.some(({ providerId, to }) => providerId === id && (to === null || to > end));
  const all = new Set(folders.flatMap(({ files, silent }) => [...files.keys(), ...silent]));
  return [...all].filter((id) => !goesOn(id));
}

/** A settlement that the head has signed, of the last month that was stated. */
export type SettlementFile = { readonly month: Month; readonly signed: SignedFile };

/** Whether something of it was decided, or left below zero, that long ago: the first of it sets the day. */
async function isDue(month: ProviderMonth, since: Instant, { deps }: Machine): Promise<boolean> {
  const { these, broughtForwardOre } = await toSettle(month, deps);
  const isLeft = broughtForwardOre < 0 && month.statement !== undefined && month.statement.at <= since;
  return isLeft || these.some(({ entity }) => entity.decidedAt <= since);
}

/** More are signed in one go of no provider: each holds eighty rows. */
const mostAtOnce = 50;

/** The head signs what goes with no later month, where the first of it is as old as `since`, until nothing is left of it. */
export async function settleEnded(
  providers: readonly string[],
  { folders, since }: { readonly folders: readonly MonthFolder[]; readonly since: Instant },
  { machine, people, cast }: { readonly machine: Machine; readonly people: Actors; readonly cast: Cast },
): Promise<readonly SettlementFile[]> {
  const done: SettlementFile[] = [];
  for (const providerId of providers) {
    const found = await Promise.all(
      folders.map(async ({ month }) => (await monthStore(machine.deps.table).find(month, providerId))?.entity),
    );
    const month = found.findLast((one) => one?.statement)?.month;
    if (month === undefined) continue;
    const path = { month, providerId };
    for (let n = 0; n < mostAtOnce; n += 1) {
      const stands = (await monthStore(machine.deps.table).find(month, providerId))?.entity;
      if (!stands || !(await isToSettle(stands, machine.clock.now(), machine.deps))) break;
      if (n === 0 && !(await isDue(stands, since, machine))) break;
      const before = stands.settlements?.length ?? 0;
      const steps = ['intendSettlement', 'sendSettlement'] as const;
      const { record } = await people.sign(cast.head, steps, { path, body: {} }, Signed);
      const name = `settlement-${providerId}${before > 0 ? `-${before + 1}` : ''}`;
      done.push({ month, signed: { name, providerId, recordId: record.recordId } });
    }
  }
  return done;
}
