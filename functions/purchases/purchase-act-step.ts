import * as z from 'zod';
import { SafeId } from '../../shared/domain/case-number.ts';
import { meet } from '../../shared/domain/deadline.ts';
import type { Instant } from '../../shared/domain/local-time.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { type Done, done, type Endpoint, type Read, type Shapes } from '../../shared/http/spec.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { deadlinesAfter } from '../../shared/steps/deadlines.ts';
import { type Effects, together } from '../../shared/steps/effects.ts';
import type { JournalEntry } from '../../shared/stores/journal-store.ts';
import { boardsOf, type LoadedPurchase, loadPurchase } from './load-purchase.ts';
import type { Purchase } from './purchase.ts';
import { purchaseDeadlines } from './purchase-deadlines.ts';
import { purchaseStore } from './purchase-store.ts';
import { type PurchaseView, purchaseView, PurchaseView as View } from './purchase-view.ts';
import { type Telling, tellOfPurchase } from './telling-step.ts';

/** What a step does beside saving the purchase: what the journal keeps, who is told, and what else it comes to. */
export type PurchaseDid = {
  readonly row: JournalEntry;
  readonly tells?: readonly Telling[];
  readonly also?: Effects;
};

/** The purchase as the caller sees it. */
export const seenPurchase = (
  purchase: Purchase,
  version: number,
  { facts, pack, actor, parties, deadlines }: Omit<LoadedPurchase, 'stored'>,
  standing = deadlines.map(({ entity }) => entity),
): PurchaseView =>
  purchaseView(purchase, {
    ...{ version, facts, pack, actor },
    deadlines: standing,
    names: {
      ordering: parties.ordering?.name ?? purchase.orderingUnitId,
      receiver: parties.receiving?.name ?? parties.provider?.name ?? '',
    },
    boards: boardsOf({ parties }),
  });

/** What a step comes to: the purchase, its deadlines, the letters and the journal. */
export async function purchaseEffects(
  next: Purchase,
  own: LoadedPurchase,
  { row, tells = [], also = {} }: PurchaseDid,
  deps: Deps,
): Promise<{ readonly effects: Effects; readonly deadlines: LoadedPurchase['deadlines'][number]['entity'][] }> {
  const { stored, pack, actor } = own;
  const plan = purchaseDeadlines(
    next,
    own.deadlines.map(({ entity }) => entity),
    pack,
  );
  const after = deadlinesAfter(
    own.deadlines,
    {
      opens: plan.opens,
      moves: (one) => (one.doneAt === undefined && plan.meets(one) ? meet(one, actor.at) : one),
      lapses: plan.lapses,
    },
    actor.at,
  );
  const { caseNo, id: purchaseId } = next;
  const effects = together(
    {
      saves: [purchaseStore(deps.table).save(next, stored)],
      deadlines: after.moved,
      letters: await tellOfPurchase(tells, next, own, deps),
      rows: [{ ...row, caseNo, refs: { purchaseId, ...row.refs } }],
    },
    also,
  );
  return { effects, deadlines: [...after.deadlines] };
}

/** The step is taken: everything in one commit, and the purchase as the caller now sees it. */
export async function purchaseTaken(
  next: Purchase,
  own: LoadedPurchase,
  did: PurchaseDid,
  deps: Deps,
  status: 200 | 201 = 200,
): Promise<Done<PurchaseView>> {
  const { effects, deadlines } = await purchaseEffects(next, own, did, deps);
  const version = own.stored.version + 1;
  return done(seenPurchase(next, version, own, deadlines), { status, version, ...effects });
}

const Path = z.object({ purchaseId: SafeId });

type Asked<Body> = { readonly body: Body; readonly caller: Caller; readonly at: Instant };

type PurchaseAct<Body extends z.ZodType> = {
  readonly summary: string;
  readonly body: Body;
  /** The purchase as the step leaves it, or why it may not be taken. */
  readonly decide: (
    own: LoadedPurchase,
    asked: Asked<Read<Body>>,
    deps: Deps,
  ) => Result<Purchase> | Promise<Result<Purchase>>;
  readonly did: (
    next: Purchase,
    own: LoadedPurchase,
    asked: Asked<Read<Body>>,
    deps: Deps,
  ) => PurchaseDid | Promise<PurchaseDid>;
};

/** A way in by which somebody takes a step in a purchase: load, decide, save with all that follows from it. */
export const purchaseAct = <Body extends z.ZodType>({
  summary,
  body,
  decide,
  did,
}: PurchaseAct<Body>): Endpoint & Shapes<typeof Path, undefined, Body, typeof View> =>
  endpoint({
    summary,
    path: Path,
    body,
    answer: View,
    async run(input, deps) {
      const own = await loadPurchase(input.path.purchaseId, input, deps);
      if (!own.ok) return own;
      const asked = { body: input.body as Read<Body>, caller: input.caller, at: input.at };
      const next = await decide(own.value, asked, deps);
      if (!next.ok) return next;
      return purchaseTaken(next.value, own.value, await did(next.value, own.value, asked, deps), deps);
    },
  });
