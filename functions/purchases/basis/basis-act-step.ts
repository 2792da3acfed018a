import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { type Deadline, type DeadlineCode, reopen } from '../../../shared/domain/deadline.ts';
import { Month } from '../../../shared/domain/local-date.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import { providerOwner, unitOwner } from '../../../shared/domain/owner.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { type Done, done, type Endpoint, type Read, type Shapes } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { JournalEntry } from '../../../shared/stores/journal-store.ts';
import type { PurchaseBasis } from './basis.ts';
import { allocationDeadline, basisDeadline } from './basis-deadlines.ts';
import { basisStore } from './basis-store.ts';
import { type BasisView, basisView, BasisView as View } from './basis-view.ts';
import { type LoadedBasis, loadBasis, partiesOfBasis, performerOwner } from './load-month-basis.ts';
import { waitsForAllocation } from './settling.ts';

/** The basis as the caller sees it, with what its parties are called. */
export async function seenBasis(
  basis: PurchaseBasis,
  version: number,
  { actor, pack }: Pick<LoadedBasis, 'actor' | 'pack'>,
  deps: Pick<Deps, 'table'>,
): Promise<BasisView> {
  const { ordering, receiving, provider } = await partiesOfBasis(basis, deps);
  const names = {
    ordering: ordering?.name ?? basis.orderingUnitId,
    performer: receiving?.name ?? provider?.name ?? basis.receiver.id,
  };
  return basisView(basis, { version, actor, pack, names });
}

/** What a month's journal keeps of a basis: by its performer, and never of whom it is about. */
export const basisRow = (
  { id: basisId, month, receiver, orderingUnitId }: PurchaseBasis,
  row: Pick<JournalEntry, 'event' | 'rule'>,
): JournalEntry => ({ ...row, month, providerId: receiver.id, refs: { basisId, orderingUnitId } });

/** What a step does to the deadlines of a basis beside what follows from how it stands. */
type BasisMoves = { readonly meets?: readonly DeadlineCode[]; readonly lapses?: readonly DeadlineCode[] };

/** Of handing in (D31, D38), by the routine's own code. */
const handingIn: readonly DeadlineCode[] = ['D31', 'D38'];

/**
 * What a step does to the deadlines of a basis: what it meets, the allocation that it lets begin (D39), and the handing in
 * that waits again when it is returned.
 */
export async function basisDeadlines(
  basis: PurchaseBasis,
  { meets = [], lapses = [] }: BasisMoves,
  { pack, at }: { readonly pack: LoadedBasis['pack']; readonly at: Instant },
  deps: Pick<Deps, 'table'>,
): Promise<Effects> {
  const of = { month: basis.month, performer: performerOwner(basis.receiver), orderingUnitId: basis.orderingUnitId };
  const standing = await deadlineStore(deps.table).ofBasis(of);
  const isBack = basis.state === 'returned';
  const isThere = standing.some(({ entity }) => handingIn.includes(entity.code));
  const opens = [
    ...(waitsForAllocation(basis, pack) ? [allocationDeadline(of, pack)] : []),
    ...(isBack && !isThere ? [basisDeadline(of, pack)] : []),
  ];
  const moves = (one: Deadline) => (isBack && handingIn.includes(one.code) ? reopen(one) : one);
  return { deadlines: deadlinesAfter(standing, { meets, lapses, moves, opens }, at).moved };
}

/** What is said inside the system to both parties of a basis, or to one; it never becomes mail. */
export function toldInside(
  basis: PurchaseBasis,
  to: readonly ('ORDERING' | 'PERFORMER' | 'finance')[],
  telling: { readonly kind: 'N42' | 'N43'; readonly variant?: string; readonly amountOre?: number },
  { settings, actor }: LoadedBasis,
  deps: Deps,
): readonly Change[] {
  const { receiver, orderingUnitId, month } = basis;
  const { kind, ...fields } = telling;
  const owners = {
    ORDERING: unitOwner(orderingUnitId),
    PERFORMER: receiver.isUnit ? unitOwner(receiver.id) : providerOwner(receiver.id),
    finance: 'finance',
  } as const;
  return to.flatMap((one) =>
    outbox(deps, settings, actor.at).inside(owners[one], kind, { to: 'tasks', month, ...fields }),
  );
}

const Path = z.object({ month: Month, basisId: SafeId });

type BasisDid = {
  readonly row: Pick<JournalEntry, 'event' | 'rule'>;
  readonly letters?: readonly Change[];
  readonly meets?: readonly DeadlineCode[];
  readonly also?: Effects;
};

type BasisAct<Body extends z.ZodType> = {
  readonly summary: string;
  readonly body: Body;
  /** The basis as the step leaves it, or why it may not be taken. */
  readonly decide: (own: LoadedBasis, body: Read<Body>, deps: Deps) => Promise<Result<PurchaseBasis>>;
  readonly did: (next: PurchaseBasis, own: LoadedBasis, deps: Deps) => BasisDid;
};

/** What a step with a basis comes to: the basis, its deadlines, what is said and what the journal keeps. */
export async function basisTaken(
  next: PurchaseBasis,
  own: LoadedBasis,
  { row, letters = [], meets = [], also = {} }: BasisDid,
  deps: Deps,
): Promise<Done<BasisView>> {
  const { stored, pack, actor } = own;
  const version = stored.version + 1;
  const effects = together(
    { saves: [basisStore(deps.table).save(next, stored)], letters, rows: [basisRow(next, row)] },
    await basisDeadlines(next, { meets }, { pack, at: actor.at }, deps),
    also,
  );
  return done(await seenBasis(next, version, own, deps), { version, ...effects });
}

/** A way in by which somebody takes a step with a month's basis: load, decide, save with all that follows from it. */
export const basisAct = <Body extends z.ZodType>({
  summary,
  body,
  decide,
  did,
}: BasisAct<Body>): Endpoint & Shapes<typeof Path, undefined, Body, typeof View> =>
  endpoint({
    summary,
    path: Path,
    body,
    answer: View,
    async run(input, deps) {
      const own = await loadBasis(input.path, input, deps);
      if (!own.ok) return own;
      const next = await decide(own.value, input.body as Read<Body>, deps);
      if (!next.ok) return next;
      return basisTaken(next.value, own.value, did(next.value, own.value, deps), deps);
    },
  });
