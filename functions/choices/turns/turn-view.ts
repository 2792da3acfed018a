import * as z from 'zod';
import {
  Skip,
  type SkipReason,
  type TurnEntry,
  TurnKind,
  type TurnList,
  TurnRules,
  takeTurn,
} from '../../../shared/domain/turn-list.ts';
import { type Why, WhyStep } from '../../../shared/domain/why.ts';

const Next = z.object({ providerId: z.string(), name: z.string(), why: z.array(WhyStep) });

/** One pick, marked with its date (L-09). The case number and the officer are shown to those who may see cases. */
const PickView = z.object({
  seq: z.int(),
  on: z.string(),
  at: z.string(),
  kind: TurnKind,
  orderId: z.string(),
  caseNo: z.string().optional(),
  providerId: z.string(),
  skipped: z.array(Skip),
  by: z.string().optional(),
});

/** The turn list as people read it: everybody on it by number, whose turn it is and why, and the picks so far. */
export const TurnsView = z
  .object({
    version: z.int(),
    /** Whether the list has been drawn up; without one there is nobody in turn. */
    drawnUp: z.boolean(),
    rules: TurnRules,
    providers: z.array(
      z.object({
        providerId: z.string(),
        name: z.string(),
        number: z.int(),
        /** Its place in the queue; 1 is first. */
        place: z.int(),
        /** Why it would be passed over now; absent when it would not. */
        notNow: Skip.shape.reason.optional(),
      }),
    ),
    next: Next.nullable(),
    nextUrgent: Next.nullable(),
    picks: z.array(PickView),
    cursor: z.string().optional(),
  })
  .meta({ id: 'TurnsView' });
export type TurnsView = z.infer<typeof TurnsView>;

const reasons: Readonly<Record<SkipReason, string>> = {
  NOT_YET: 'är inte godkänd ännu',
  ENDED: 'har slutat',
  PAUSED: 'tar inte emot just nu',
  NO_PERMIT: 'saknar tillstånd den dagen',
  AREA: 'går inte till området',
  CAPACITY: 'har nått sitt kapacitetstak',
  LEFT: 'är den som kunden lämnar',
};

type Names = ReadonlyMap<string, string>;
type Around = {
  readonly list: TurnList;
  readonly rules: TurnRules;
  readonly names: Names;
  readonly notNow: ReadonlyMap<string, SkipReason>;
};

/** Who would get the turn now, and why it is that one (L-08, A13, A14). */
export function nextIn(kind: TurnKind, { list, rules, names, notNow }: Around): TurnsView['next'] {
  const named = (id: string) => names.get(id) ?? id;
  const turn = takeTurn(list, { kind, unavailable: (id) => notNow.get(id) }, rules);
  if (turn.provider === undefined) return null;
  const passed = turn.skipped.map(({ provider, reason }): Why => {
    const keeps = rules.keepsTurn ? 'och behåller sin tur' : 'och mister sin tur';
    return {
      rule: reason === 'ENDED' || reason === 'NOT_YET' ? 'A14' : 'A13',
      text: `${named(provider)} stod före men ${reasons[reason]}: hoppas över ${keeps}.`,
    };
  });
  const number = list.numbers.find(({ provider }) => provider === turn.provider)?.number ?? 0;
  const why = [...passed, { rule: 'L-08', text: `${named(turn.provider)}, nummer ${number}, står på tur.` }];
  return { providerId: turn.provider, name: named(turn.provider), why };
}

/** Everybody on the list by number, ended ones too (A14). */
export const placesIn = ({ list, names, notNow }: Around): TurnsView['providers'] =>
  list.numbers
    .toSorted((one, other) => one.number - other.number)
    .map(({ provider, number }) => {
      const reason = notNow.get(provider);
      const place = list.queue.indexOf(provider) + 1;
      const name = names.get(provider) ?? provider;
      return { providerId: provider, name, number, place, ...(reason ? { notNow: reason } : {}) };
    });

/** The picks among the entries; a provider sees no case numbers and no officer. */
export const picksIn = (entries: readonly TurnEntry[], { seesCases }: { seesCases: boolean }): TurnsView['picks'] =>
  entries.flatMap((entry) => {
    if (entry.event !== 'PICKED') return [];
    const { seq, on, at, kind, orderId, caseNo, provider, skipped, by } = entry;
    const shown = { seq, on, at, kind, orderId, providerId: provider, skipped };
    return [seesCases ? { ...shown, caseNo, by } : shown];
  });
