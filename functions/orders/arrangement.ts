import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import { isSystemOnly } from '../../shared/packs/channels.ts';
import type { ClockEvent, Pack, ProviderKind } from '../../shared/packs/pack.ts';
import type { OrderRules } from '../../shared/packs/routine-rules.ts';

/** How an order to a provider of some kind is carried out by a routine. */
export type Arrangement = {
  readonly kind: ProviderKind;
  readonly event: ClockEvent;
  readonly rules: OrderRules;
  readonly confirmation: 'HARD' | 'SOFT' | 'NONE';
  /** Who sets the order as executed: the provider (L-16), or the officer on its word (S-38). */
  readonly execution: 'PROVIDER' | 'OFFICER';
  readonly paper: boolean;
  readonly isToldInside: boolean;
};

export function arrangementOf(pack: Pack, kind: ProviderKind): Result<Arrangement, 'pack-without-clock'> {
  const rules = pack.rules.orders?.[kind];
  if (!pack.clock || !rules) return refuse('invalid', 'pack-without-clock');
  return accept({
    kind,
    event: pack.clock[kind],
    rules,
    confirmation: pack.confirmation?.[kind] ?? 'NONE',
    execution: pack.execution?.[kind] ?? 'PROVIDER',
    paper: pack.paper?.[kind] ?? false,
    isToldInside: isSystemOnly(pack, kind),
  });
}
