import * as z from 'zod';
import { type TurnEntry, TurnKind, TurnRules } from '../../../shared/domain/turn-list.ts';

const Id = z.string().min(1).max(200);
const Place = z.object({ id: Id, number: z.int().min(1) });
/** Any reason is taken; the system itself gives NOT_YET, ENDED, PAUSED, NO_PERMIT, AREA and CAPACITY. */
const Passed = z.object({ provider: Id, reason: z.string().min(1).max(80) });

/** A turn that was asked for; with `provider` the one who was recorded as getting it, which the replay is held against. */
const Turn = z.object({
  orderId: Id,
  at: z.string().optional(),
  kind: TurnKind.default('NONCHOICE'),
  unavailable: z.array(Passed).optional(),
  provider: Id.nullish(),
  skipped: z.array(Passed).optional(),
  rules: TurnRules.optional(),
});
const at = z.string().optional();
/** What was done with the list between the turns. */
const Change = z.discriminatedUnion('event', [
  z.object({ event: z.literal('BUILT'), at, providers: z.array(Place), first: Id.optional() }),
  z.object({ event: z.literal('ADDED'), at, provider: Id, number: z.int().min(1) }),
  z.object({ event: z.enum(['PAUSED', 'RESUMED', 'ENDED']), at, provider: Id }),
  z.object({ event: z.literal('RETURNED'), at, provider: Id, of: Id }),
]);

/**
 * `list.json`: a turn list and what was done with it, as anyone may play it again. The providers with their numbers
 * (L-06, L-07), the last one picked before, and the turns in order. Unknown fields are ignored.
 */
export const TurnFile = z
  .object({
    pack: z.string().optional(),
    set: z.array(z.string()).optional(),
    providers: z.array(Place),
    last: Id.nullish(),
    turns: z.array(z.union([Change, Turn])),
  })
  .meta({ id: 'TurnFile' });
export type TurnFile = z.infer<typeof TurnFile>;
export type TurnStep = TurnFile['turns'][number];

/** An entry of the ledger as the file has it: order ids, and neither case numbers nor which officer it was. */
function stepOf(entry: TurnEntry): TurnStep {
  const { event, at } = entry;
  if (event === 'ADDED') return { event, at, provider: entry.provider, number: entry.number };
  if (event === 'BUILT') {
    const providers = entry.numbers.map(({ provider: id, number }) => ({ id, number }));
    return { event, at, providers, ...(entry.queue[0] ? { first: entry.queue[0] } : {}) };
  }
  // Its order is named as what the turn was of: a step with an order's id is a turn that was asked for.
  if (event === 'RETURNED') return { event, at, provider: entry.provider, of: entry.orderId };
  if (event !== 'PICKED') return { event, at, provider: entry.provider };
  const { orderId, kind, provider, skipped, rules } = entry;
  return { orderId, at, kind, provider, skipped, rules };
}

/** The whole ledger as `list.json`: it begins with the list's being drawn up. */
export const turnFileOf = (entries: readonly TurnEntry[], pack: string): TurnFile => ({
  pack,
  providers: [],
  turns: entries.map(stepOf),
});
