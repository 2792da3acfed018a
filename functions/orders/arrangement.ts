import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import { isToldInside } from '../../shared/packs/channels.ts';
import type { ClockEvent, Pack, ProviderKind } from '../../shared/packs/pack.ts';

/** The rules that an order of one kind carries out, for the journal and for remarks; and the letter that tells of it. */
type Rules = {
  readonly placed: string;
  readonly letter?: 'N01' | 'N04';
  /** The choice, or that the customer abstained, is registered. */
  readonly registered: string;
  /** In writing or orally: what is asked of a choice. */
  readonly mode: string;
  readonly informed?: string;
  readonly handedOver?: string;
  readonly form?: string;
  readonly confirmed: string;
  readonly urgentTurn: string;
  readonly urgentExisting: string;
  readonly firstVisit: string;
  readonly notExecuted: string;
};

/** By the event that the clock counts from, which is what tells the three routines apart (A10). */
const byEvent: Readonly<Record<ClockEvent, Rules>> = {
  SENT: {
    placed: 'L-10',
    letter: 'N01',
    registered: 'L-09',
    mode: 'L-02',
    informed: 'L-01',
    handedOver: 'L-03',
    confirmed: 'L-12',
    urgentTurn: 'L-14',
    urgentExisting: 'L-14',
    firstVisit: 'L-16',
    notExecuted: 'L-16',
  },
  DISTRIBUTED: {
    placed: 'S-08',
    letter: 'N04',
    registered: 'S-06',
    mode: 'S-01',
    form: 'S-05',
    confirmed: 'S-28',
    urgentTurn: 'S-16',
    urgentExisting: 'S-18',
    firstVisit: 'S-12',
    notExecuted: 'S-19',
  },
  CONTACTED: {
    placed: 'S-22',
    registered: 'S-07',
    mode: 'S-01',
    form: 'S-05',
    confirmed: 'S-28',
    urgentTurn: 'S-34',
    urgentExisting: 'S-35',
    firstVisit: 'S-36',
    notExecuted: 'S-37',
  },
};

/** How an order to a provider of some kind is carried out by a routine. */
export type Arrangement = {
  readonly kind: ProviderKind;
  readonly event: ClockEvent;
  readonly rules: Rules;
  readonly confirmation: 'HARD' | 'SOFT' | 'NONE';
  /** Who sets the order as executed: the provider (L-16), or the officer on its word (S-38). */
  readonly execution: 'PROVIDER' | 'OFFICER';
  readonly paper: boolean;
  readonly isToldInside: boolean;
};

export function arrangementOf(pack: Pack, kind: ProviderKind): Result<Arrangement, 'pack-without-clock'> {
  if (!pack.clock) return refuse('invalid', 'pack-without-clock');
  const event = pack.clock[kind];
  return accept({
    kind,
    event,
    rules: byEvent[event],
    confirmation: pack.confirmation?.[kind] ?? 'NONE',
    execution: pack.execution?.[kind] ?? 'PROVIDER',
    paper: pack.paper?.[kind] ?? false,
    isToldInside: isToldInside(pack, kind),
  });
}
