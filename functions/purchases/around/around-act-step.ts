import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { type Deadline, meet } from '../../../shared/domain/deadline.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import { type Done, done, type Read } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { opened } from '../../../shared/steps/deadlines.ts';
import type { JournalEntry } from '../../../shared/stores/journal-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { mayKnowWhom } from '../disclosure.ts';
import { boardsOf, type LoadedPurchase, loadPurchase } from '../load-purchase.ts';
import type { Purchase } from '../purchase.ts';
import { type Telling, tellOfPurchase } from '../telling-step.ts';
import { isAbout } from './around-deadlines.ts';
import type { Matter, MatterKind, MatterOf } from './matter.ts';
import { matterStore } from './matter-store.ts';
import { type MatterView, matterView } from './matter-view.ts';

type Asked = { readonly caller: Caller; readonly at: Instant };

/** What a step comes to beside what it is about: what waits for somebody, who is told, and the journal's row. */
type AroundDid = {
  readonly row: JournalEntry;
  readonly tells?: readonly Telling[];
  readonly opens?: Deadline;
  /** It waits for nobody any more. */
  readonly isSettled?: boolean;
};

/** Around a purchase that somebody has taken on: nothing goes on in one that is only asked for. */
const isTaken = ({ mode, decision, begun }: Purchase): boolean =>
  begun !== undefined || mode === 'ACUTE' || decision?.accept === true;

/** The purchase that something is noted around, when the caller has a side in it. */
export async function loadAround(
  purchaseId: string,
  { caller, at }: Asked,
  deps: Deps,
): Promise<Result<LoadedPurchase>> {
  const own = await loadPurchase(purchaseId, { caller, at }, deps);
  if (!own.ok) return own;
  return isTaken(own.value.stored.entity) ? own : refuse('conflict', 'purchase-not-accepted');
}

/** One thing around the purchase, of the kind that the step is about; another is not there. */
export async function loadMatter<Kind extends MatterKind>(
  what: Kind,
  { purchaseId, id }: { readonly purchaseId: string; readonly id: string },
  asked: Asked,
  deps: Deps,
): Promise<Result<{ readonly own: LoadedPurchase; readonly matter: Stored<MatterOf<Kind>> }>> {
  const own = await loadAround(purchaseId, asked, deps);
  if (!own.ok) return own;
  const stored = await matterStore(deps.table).find(purchaseId, id);
  const isOfKind = (one: Stored<Matter> | undefined): one is Stored<MatterOf<Kind>> => one?.entity.what === what;
  return isOfKind(stored) ? accept({ own: own.value, matter: stored }) : refuse('missing', 'matter-not-found');
}

/** What is new of a kind, with its id and since when. */
export const newMatter = <Kind extends MatterKind>(
  what: Kind,
  id: string,
  { stored, actor }: LoadedPurchase,
): { readonly what: Kind; readonly id: string; readonly purchaseId: string; readonly since: Instant } => ({
  ...{ what, id, purchaseId: stored.entity.id, since: actor.at },
});

/** What is around the purchase, as the caller sees it. */
export const seenMatter = (matter: Matter, own: LoadedPurchase): MatterView => {
  const { stored, actor, facts, pack } = own;
  return matterView(matter, stored.entity, actor, mayKnowWhom(stored.entity, boardsOf(own), facts, pack));
};

/** The step is taken: what it is about, what waits for somebody, the letters and the journal in one commit. */
export async function aroundTaken(
  next: Matter,
  over: Stored<Matter> | undefined,
  own: LoadedPurchase,
  { row, tells = [], opens, isSettled = false }: AroundDid,
  deps: Deps,
): Promise<Done<MatterView>> {
  const purchase = own.stored.entity;
  const { at } = own.actor;
  const met = own.deadlines
    .filter(({ entity }) => isSettled && entity.doneAt === undefined && isAbout(entity, next.id))
    .map((standing) => ({ next: meet(standing.entity, at), over: standing }));
  const { id: purchaseId, caseNo } = purchase;
  return done(seenMatter(next, own), {
    status: over ? 200 : 201,
    version: (over?.version ?? 0) + 1,
    saves: [matterStore(deps.table).save(next, over)],
    deadlines: [...met, ...opened(opens ? [opens] : [])],
    letters: await tellOfPurchase(tells, purchase, own, deps),
    rows: [{ ...row, caseNo, refs: { purchaseId, id: next.id, ...row.refs } }],
  });
}

/** Of a purchase, and of one thing around it. */
export const AroundPath = z.object({ purchaseId: SafeId });
export type AroundPath = Read<typeof AroundPath>;
