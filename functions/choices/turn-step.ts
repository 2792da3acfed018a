import { isTooMuch } from '../../shared/domain/capacity.ts';
import { dateOf, type Instant, type LocalDate } from '../../shared/domain/local-time.ts';
import { goesTo, isPermittedOn, standingOn } from '../../shared/domain/provider-standing.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import {
  isLeft,
  join,
  type Mark,
  mark,
  type Numbered,
  picked,
  returned,
  type SkipReason,
  skipReason,
  type TurnKind,
  type TurnPick,
  type TurnRules,
  takeTurn,
} from '../../shared/domain/turn-list.ts';
import { turnRules } from '../../shared/packs/turn-rules.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Change, Table } from '../../shared/ports/table.ts';
import { capacityStore } from '../../shared/stores/capacity-store.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import { routineOn } from '../../shared/stores/routine.ts';
import { turnListStore } from './turn-list-store.ts';

/** What the turn is asked for. */
type Wanted = {
  readonly orderId: string;
  readonly caseNo: string;
  readonly kind: TurnKind;
  /** What the order grants a month, for the ceilings. */
  readonly minutesPerMonth: number;
  readonly area?: string | undefined;
  /** The provider that the customer leaves: it cannot be the one that takes over (S-42). */
  readonly leavingId?: string | undefined;
  /** The order's first day; today when it is left out. */
  readonly from?: LocalDate | undefined;
  /** The day on which help is known to begin, where that is a later one: it needs a permit too. */
  readonly startsOn?: LocalDate | undefined;
  readonly by: string;
  readonly at: Instant;
};

type NextTurn = { readonly providerId: string; readonly pick: TurnPick; readonly changes: readonly Change[] };

/** Who cannot take an order of that kind now, and why: not approved, paused, another area, or no room (A13, A14, A44). */
export async function unavailable(
  table: Table,
  wanted: Pick<Wanted, 'minutesPerMonth' | 'area' | 'from' | 'startsOn' | 'at'>,
): Promise<ReadonlyMap<string, SkipReason>> {
  const providers = await providerStore(table).all();
  const capacities = await capacityStore(table).ofAll(providers.map(({ id }) => id));
  const today = dateOf(wanted.at);
  const from = wanted.from !== undefined && wanted.from > today ? wanted.from : today;
  const begins = [wanted.from ?? today, ...(wanted.startsOn ? [wanted.startsOn] : [])];
  const reasons = providers.map((provider) => {
    const capacity = capacities.get(provider.id);
    const reason = skipReason({
      // A first day that has been is judged by the permit of that day.
      standing: begins.every((day) => isPermittedOn(provider, day)) ? standingOn(provider, from) : 'NO_PERMIT',
      goesThere: goesTo(provider.areas, wanted.area),
      hasRoom: !(capacity && isTooMuch(capacity, wanted.minutesPerMonth, from)),
    });
    return [provider.id, reason] as const;
  });
  return new Map(reasons.flatMap(([id, reason]) => (reason ? [[id, reason] as const] : [])));
}

/**
 * Whose turn it is, and the changes that take it: the list over the version that was read, and the pick in the ledger
 * (L-08, L-09, S-03, S-16). Commit them with the order: of two officers at once, one decides again.
 */
export async function nextTurn(
  { table }: Pick<Deps, 'table'>,
  wanted: Wanted,
): Promise<Result<NextTurn, 'no-provider-in-turn' | 'turn-list-missing' | 'not-set-up' | 'no-routine-in-force'>> {
  const routine = await routineOn(table, dateOf(wanted.at));
  if (!routine.ok) return routine;
  const reasons = new Map(await unavailable(table, wanted));
  if (wanted.leavingId !== undefined) reasons.set(wanted.leavingId, isLeft);
  return takeFrom(table, wanted, { rules: turnRules(routine.value.pack), reasons });
}

/** The turn out of the list as it is now, when it is known who cannot take it. */
export async function takeFrom(
  table: Table,
  wanted: Pick<Wanted, 'orderId' | 'caseNo' | 'kind' | 'by' | 'at'>,
  { rules, reasons }: { readonly rules: TurnRules; readonly reasons: ReadonlyMap<string, SkipReason> },
): Promise<Result<NextTurn, 'no-provider-in-turn' | 'turn-list-missing'>> {
  const stored = await turnListStore(table).find();
  if (!stored) return refuse('conflict', 'turn-list-missing');
  const asked = { kind: wanted.kind, unavailable: (id: string) => reasons.get(id) };
  const turn = takeTurn(stored.entity, asked, rules);
  if (turn.provider === undefined) return refuse('conflict', 'no-provider-in-turn');
  const written = picked(turn, wanted, rules, { at: wanted.at, on: dateOf(wanted.at), by: wanted.by });
  return accept({
    providerId: turn.provider,
    pick: written.entry,
    changes: turnListStore(table).write(written, stored),
  });
}

/**
 * A turn that came to nothing, since its order was taken back before it was confirmed: who got it is asked first again,
 * where the routine lets who is passed over keep the turn (A13); the ledger says so either way (L-09).
 */
export async function giveTurnBack(
  { table }: Pick<Deps, 'table'>,
  pick: number,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<readonly Change[]> {
  const stored = await turnListStore(table).find();
  const entry = await turnListStore(table).entry(pick);
  if (!stored || entry?.event !== 'PICKED') return [];
  return turnListStore(table).write(returned(stored.entity, entry, { at, on: dateOf(at), by }), stored);
}

/** A newly approved provider joins the list last; while no list has been drawn up there is none to join (L-06). */
export async function joinTurns(
  { table }: Pick<Deps, 'table'>,
  one: Numbered,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<readonly Change[]> {
  const stored = await turnListStore(table).find();
  if (!stored || stored.entity.numbers.some(({ provider }) => provider === one.provider)) return [];
  return turnListStore(table).write(join(stored.entity, one, { at, on: dateOf(at), by }), stored);
}

/** What has become of a provider on the list, for the readers of the ledger; it keeps its place (A14). */
export async function markTurns(
  { table }: Pick<Deps, 'table'>,
  event: Mark,
  provider: string,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<readonly Change[]> {
  const stored = await turnListStore(table).find();
  if (!stored?.entity.numbers.some((one) => one.provider === provider)) return [];
  return turnListStore(table).write(mark(stored.entity, event, provider, { at, on: dateOf(at), by }), stored);
}
