import type { Instant } from '../domain/local-time.ts';
import type { Deps } from '../ports/deps.ts';
import type { Change } from '../ports/table.ts';
import { type JournalEntry, journalRow, journalStore } from '../stores/journal-store.ts';
import type { MovedDeadline } from './deadlines.ts';
import { deadlineChanges } from './deadlines.ts';

/** What an act comes to, but for its answer: all of it is committed together, or none of it. */
export type Effects = {
  /** The things themselves as the act leaves them, as their stores spell them. */
  readonly saves?: readonly Change[];
  readonly deadlines?: readonly MovedDeadline[];
  /** What is told by letter or inside the system, as the outbox makes it. */
  readonly letters?: readonly Change[];
  /** What the journal keeps of it; the id, the time and the person are put to each where it is committed. */
  readonly rows?: readonly JournalEntry[];
};

/** Who acts, and when. */
export type Acting = {
  readonly by: { readonly userId: string; readonly role: string; readonly actingFor?: string };
  readonly at: Instant;
};

/** Who acts when the clock does: no person. */
export const system = { userId: 'system', role: 'system' };

/** Only a reading. */
export const isNothing = (effects: Effects): boolean => Object.values(effects).every((some) => some.length === 0);

/** What several steps come to, in their order. */
export const together = (...parts: readonly Effects[]): Effects => ({
  saves: parts.flatMap(({ saves = [] }) => saves),
  deadlines: parts.flatMap(({ deadlines = [] }) => deadlines),
  letters: parts.flatMap(({ letters = [] }) => letters),
  rows: parts.flatMap(({ rows = [] }) => rows),
});

/** The changes to commit. Nobody else writes a row in the journal. */
export const changesOf = (
  { saves = [], deadlines = [], letters = [], rows = [] }: Effects,
  { by, at }: Acting,
  deps: Pick<Deps, 'table' | 'newId'>,
): readonly Change[] => [
  ...saves,
  ...deadlineChanges(deadlines, at, deps),
  ...letters,
  ...rows.map((row) => journalStore(deps.table).append(journalRow(deps.newId('J'), at, by, row))),
];
