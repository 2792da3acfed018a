import type { Instant } from '../domain/local-time.ts';
import type { Deps } from '../ports/deps.ts';
import type { Change } from '../ports/table.ts';
import { type JournalEntry, journalRow, journalStore } from '../stores/journal-store.ts';
import type { MovedDeadline } from './deadlines.ts';
import { deadlineChanges } from './deadlines.ts';

/**
 * The effects of a step, everything but its answer: all of it is committed together, or none of it, but for what is
 * laid `before`.
 */
export type Effects = {
  /**
   * What the step has more of than one commit has room for: laid before the rest, a commit each. Cut off anywhere, or
   * laid twice, it must do no harm.
   */
  readonly before?: readonly Effects[];
  /** The things themselves as the step leaves them, as their stores spell them. */
  readonly saves?: readonly Change[];
  readonly deadlines?: readonly MovedDeadline[];
  /** What is sent by letter or inside the system, as the outbox makes it. */
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

/** The effects of several steps, in their order. */
export const together = (...parts: readonly Effects[]): Effects => ({
  before: parts.flatMap(({ before = [] }) => before),
  saves: parts.flatMap(({ saves = [] }) => saves),
  deadlines: parts.flatMap(({ deadlines = [] }) => deadlines),
  letters: parts.flatMap(({ letters = [] }) => letters),
  rows: parts.flatMap(({ rows = [] }) => rows),
});

/** All its changes together, with what could also be laid before. Nobody else writes a row in the journal. */
export const changesOf = (
  { before = [], saves = [], deadlines = [], letters = [], rows = [] }: Effects,
  acting: Acting,
  deps: Pick<Deps, 'table' | 'newId'>,
): readonly Change[] => [
  ...before.flatMap((part) => changesOf(part, acting, deps)),
  ...saves,
  ...deadlineChanges(deadlines, acting.at, deps),
  ...letters,
  ...rows.map((row) => journalStore(deps.table).append(journalRow(deps.newId('J'), acting.at, acting.by, row))),
];
