import type { Letter, ReturnReason } from '../../shared/domain/letter.ts';
import type { Instant } from '../../shared/domain/local-time.ts';
import { type Owner, officerOwner } from '../../shared/domain/owner.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Effects } from '../../shared/steps/effects.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { orderStore } from '../../shared/stores/order-store.ts';
import { type DeliveryFate, hear } from './delivery.ts';
import { isInternal } from './letter-guard.ts';
import { letterTrouble } from './trouble-step.ts';

/**
 * Who is to phone instead (S-23): the officer of the order or the case that the letter is about; undefined where there is
 * none, and where the letter went to one of the municipality's own, whose address an administrator mends.
 */
async function phonesAbout(letter: Letter, { table }: Deps): Promise<Owner | undefined> {
  if (isInternal(letter)) return undefined;
  const { orderId, caseNo = letter.about } = letter.fields;
  const order = orderId === undefined ? undefined : await orderStore(table).findReadable(orderId);
  if (order) return officerOwner(order.entity.officerId);
  const found = caseNo === undefined ? undefined : await caseStore(table).find(caseNo);
  return found && officerOwner(found.entity.officerId);
}

/**
 * What it comes to that something is reported of a letter: undefined where that changes nothing. One that came back is a
 * task to phone, and its owner is notified (N47).
 */
export async function hearOfLetter(
  letterId: string,
  fate: DeliveryFate,
  at: Instant,
  deps: Deps,
  because?: ReturnReason,
): Promise<Effects | undefined> {
  const letters = letterStore(deps.table);
  const stored = await letters.find(letterId);
  const next = stored && hear(stored.entity, { fate, because }, at);
  if (!stored || !next) return undefined;
  if (fate === 'delivered') return { saves: [letters.save(next, stored)] };
  const phones = await phonesAbout(next, deps);
  const asked = { ...next, ...(phones ? { phones } : {}) };
  return { saves: [letters.save(asked, stored)], letters: letterTrouble(asked, at, deps) };
}
