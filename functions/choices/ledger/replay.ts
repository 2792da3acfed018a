import {
  added,
  afterLast,
  type Given,
  givenBack,
  queueOf,
  type TurnRules,
  takeTurn,
} from '../../../shared/domain/turn-list.ts';
import type { TurnFile, TurnStep } from './turn-file.ts';

type Outcome = {
  readonly provider: string | null;
  readonly skipped: readonly { readonly provider: string; readonly reason: string }[];
};

/** The result of playing a list again: the picks, whose turn is next, and where the record says otherwise. */
export type Replay = {
  readonly picks: readonly ({ readonly orderId: string } & Outcome)[];
  readonly next: string | null;
  /** The urgent picks' own next, where they have a queue of their own (A12). */
  readonly nextUrgent?: string | null;
  readonly differences: readonly { readonly orderId: string; readonly recorded: Outcome; readonly played: Outcome }[];
};

const drawnUp = (places: TurnFile['providers'], first: string | undefined) => {
  const numbers = places.map(({ id: provider, number }) => ({ provider, number }));
  const queue = [...queueOf(numbers, first)];
  return { numbers, queue, urgent: queue };
};
type List = ReturnType<typeof drawnUp>;

/** The list as it was before the turns: after the last one picked, by number. */
function atStart({ providers, last }: TurnFile): List {
  const numbers = providers.map(({ id: provider, number }) => ({ provider, number }));
  return drawnUp(providers, afterLast(numbers, last ?? undefined));
}

/** A list after something that was not a turn. A pause or an ending moves nobody: it explains why one is passed over. */
function changed(list: List, step: Exclude<TurnStep, { orderId: string }>): List {
  if (step.event === 'BUILT') return drawnUp(step.providers, step.first);
  return step.event === 'ADDED' ? added(list, { provider: step.provider, number: step.number }) : list;
}

const isSame = (one: Outcome, other: Outcome): boolean =>
  one.provider === other.provider &&
  one.skipped.length === other.skipped.length &&
  one.skipped.every(({ provider, reason }, index) => {
    const twin = other.skipped[index];
    return twin?.provider === provider && twin.reason === reason;
  });

/**
 * Plays a turn list again from its beginning (L-06–L-09, S-03). Each turn says who could not take it; where a pick was
 * recorded, those it passed over could not. What the record says otherwise is a difference: the ledger does not hold.
 */
export function replay(file: TurnFile, rules: TurnRules): Replay {
  let list = atStart(file);
  const picks: Replay['picks'][number][] = [];
  const differences: Replay['differences'][number][] = [];
  const taken = new Map<string, Given>();
  for (const step of file.turns) {
    if (!('orderId' in step)) {
      const pick = step.event === 'RETURNED' ? taken.get(step.of) : undefined;
      list = pick ? givenBack(list, pick) : changed(list, step);
      continue;
    }
    const { orderId, kind } = step;
    const reasons = new Map((step.unavailable ?? step.skipped ?? []).map(({ provider, reason }) => [provider, reason]));
    const turn = takeTurn(list, { kind, unavailable: (provider) => reasons.get(provider) }, step.rules ?? rules);
    if (turn.provider !== undefined) {
      list = turn.list;
      const { provider, skipped } = turn;
      taken.set(orderId, { kind, provider, skipped, rules: step.rules ?? rules });
    }
    const played = { provider: turn.provider ?? null, skipped: turn.skipped };
    picks.push({ orderId, ...played });
    if (step.provider === undefined) continue;
    const recorded = { provider: step.provider, skipped: step.skipped ?? played.skipped };
    if (!isSame(recorded, played)) differences.push({ orderId, recorded, played });
  }
  // Whose turn is next, but for those who take no customers: the latest that was said of each.
  const closed = new Set<string>();
  for (const step of file.turns) {
    if ('orderId' in step || step.event === 'BUILT' || step.event === 'RETURNED') continue;
    if (step.event === 'PAUSED' || step.event === 'ENDED') closed.add(step.provider);
    else closed.delete(step.provider);
  }
  const nextOf = (queue: readonly string[]) => queue.find((provider) => !closed.has(provider)) ?? null;
  const next = nextOf(list.queue);
  return { picks, next, ...(rules.sharedUrgent ? {} : { nextUrgent: nextOf(list.urgent) }), differences };
}
