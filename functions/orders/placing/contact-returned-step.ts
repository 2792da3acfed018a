import type { Letter } from '../../../shared/domain/letter.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { orderRows } from '../steps/order-step.ts';
import { isUnreached, withoutContact } from './contact-returned.ts';

/**
 * What it comes to for the order that a letter of contact came back: the contact is taken back with the clock that it let
 * run, and the letter is heeded in the same commit, so that it is done once (S-23).
 */
export async function contactReturned(stored: Stored<Letter>, at: Instant, deps: Deps): Promise<Effects> {
  const { table } = deps;
  const heeded = { saves: [letterStore(table).save({ ...stored.entity, heededAt: at }, stored)] };
  const { orderId } = stored.entity.fields;
  const found = orderId === undefined ? undefined : await orderStore(table).findReadable(orderId);
  const routine = await routineOn(table, dateOf(at));
  if (!found || !routine.ok || !isUnreached(found.entity, stored.entity)) return heeded;
  const provider = (await providerStore(table).find(found.entity.providerId))?.entity;
  if (!provider) return heeded;
  const { pack } = routine.value;
  const deadlines = await deadlineStore(table).ofOrder(found.entity.id);
  const standing = deadlines.map(({ entity }) => entity);
  const before = withoutContact(found.entity, standing, { kind: provider.kind, pack, at });
  if (!before.ok) return heeded;
  const { order, moves, deadlines: opens } = before.value;
  const refs = { channel: 'EMAIL', letterId: stored.entity.id };
  return {
    saves: [...heeded.saves, orderStore(table).save(order, found)],
    deadlines: deadlinesAfter(deadlines, { moves, opens }, at).moved,
    rows: orderRows(order, ownRows([{ event: 'contact-returned', refs }], pack)),
  };
}
