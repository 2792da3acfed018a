import { type Deadline, type DeadlineCode, lapse, meet } from '../../../shared/domain/deadline.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { type Routine, routineOn } from '../../../shared/stores/routine.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { type OwnOrder, ownOrder } from './load-order.ts';

/** What a step of an order's life rests on: the order as it stands, the routine of the day, and whose order it is. */
export type Step = OwnOrder &
  Routine & {
    readonly provider: Provider;
    readonly caller: Caller;
    readonly at: Instant;
    readonly language: string;
  };

/** Who tells of something in an order's case: all that the telling rests on. */
export type Teller = Pick<Step, 'stored' | 'pack' | 'settings' | 'provider' | 'at'> & {
  readonly caller: Pick<Caller, 'userId' | 'role' | 'actingFor'>;
};

type Asked = {
  readonly caller: Caller;
  readonly at: Instant;
  readonly ifMatch?: number;
  /** The language of the sentences in the answer. */
  readonly language: string;
};

export async function stepOf(
  orderId: string,
  asked: Asked,
  deps: Deps,
): Promise<
  Result<Step, 'order-not-found' | 'stale-version' | 'not-set-up' | 'no-routine-in-force' | 'provider-not-found'>
> {
  const own = await ownOrder(orderId, asked, deps);
  if (!own.ok) return own;
  const routine = await routineOn(deps.table, dateOf(asked.at));
  if (!routine.ok) return routine;
  const provider = (await providerStore(deps.table).find(own.value.stored.entity.providerId))?.entity;
  if (!provider) return refuse('missing', 'provider-not-found');
  const { caller, at, language } = asked;
  return { ok: true, value: { ...own.value, ...routine.value, provider, caller, at, language } };
}

type Deeds = {
  readonly meets?: readonly DeadlineCode[];
  readonly lapses?: (deadline: Deadline) => boolean;
  /** Put over one of the same kind, when there is one. */
  readonly opens?: readonly Deadline[];
};

const refOf = ({ subject }: Deadline) => ('ref' in subject ? subject.ref : undefined);
const isSame = (one: Deadline, other: Deadline) => one.code === other.code && refOf(one) === refOf(other);

/** The deadlines as the step leaves them, and the changes that take them there. */
export function settling(
  standing: readonly Stored<Deadline>[],
  { meets = [], lapses = () => false, opens = [] }: Deeds,
  at: Instant,
  { table }: Deps,
): { readonly deadlines: readonly Deadline[]; readonly changes: readonly Change[] } {
  const deadlines = deadlineStore(table);
  const next = (entity: Deadline): Deadline => {
    const opened = opens.find((one) => isSame(one, entity));
    if (opened) return opened;
    if (entity.doneAt !== undefined) return entity;
    if (meets.includes(entity.code)) return meet(entity, at);
    return lapses(entity) ? lapse(entity, at) : entity;
  };
  const moved = standing.map((over) => ({ over, next: next(over.entity) }));
  const fresh = opens.filter((one) => !standing.some(({ entity }) => isSame(one, entity)));
  return {
    deadlines: [...moved.map((one) => one.next), ...fresh],
    changes: [
      ...moved.filter((one) => one.next !== one.over.entity).map((one) => deadlines.save(one.next, one.over, at)),
      ...fresh.map((one) => deadlines.open(one, at)),
    ],
  };
}
