import type { Assignment } from '../../../shared/domain/assignment.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { casesOfPerson } from '../../people/door.ts';
import type { OwnOrder } from '../steps/load-order.ts';

/** A case of the person whom a death is about, with what is given in it. */
type CaseOfDead = { readonly caseNo: string; readonly given: readonly Stored<Assignment>[] };

export type Dead = { readonly cases: readonly CaseOfDead[]; readonly others: readonly OwnOrder[] };

/**
 * All that a death is about beside the order that it is told of: every case of the person (A73), and their orders,
 * those too whose days an earlier telling has taken away.
 */
export async function loadDead({ stored }: OwnOrder, deps: Deps): Promise<Dead> {
  const { table } = deps;
  const { caseNo, id, ending } = stored.entity;
  const cases = await Promise.all(
    (await casesOfPerson(caseNo, deps)).map(async (one) => ({
      caseNo: one,
      given: await assignmentStore(table).storedOfCase(one),
    })),
  );
  const given = cases.flatMap((one) => one.given.flatMap(({ entity }) => entity.orderId ?? []));
  const ids = new Set([...given, ...(ending?.diedWith ?? [])].filter((orderId) => orderId !== id));
  const found = await Promise.all([...ids].map((orderId) => orderStore(table).find(orderId)));
  const others = await Promise.all(
    found
      .filter((one) => one !== undefined)
      .map(async (one) => ({ stored: one, deadlines: await deadlineStore(table).ofOrder(one.entity.id) })),
  );
  return { cases, others };
}

/** What an order has been given, in whichever case it is. */
export const givenBy = (dead: Dead, orderId: string): Stored<Assignment> | undefined =>
  dead.cases.flatMap(({ given }) => given).find(({ entity }) => entity.orderId === orderId);
