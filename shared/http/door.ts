import { type Broken, brokenIn } from '../domain/broken-text.ts';
import { type Gathered, gathered } from '../domain/faults.ts';
import type { Fault } from '../domain/result.ts';

/**
 * More or deeper than this nobody writes. A list of so many items is within what zod can find faults in, and the whole
 * within what a request of six megabytes can say in a moment; a municipality read in at once is far within both.
 */
const bounds = { depth: 32, items: 10_000, values: 150_000 } as const;

/** The parts of a request in which data comes, by the names that faults call them. */
type Parts = {
  readonly path: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
};

const faultAt = (part: string, { path, code }: Broken): Fault => ({ at: [part, ...path].join('.'), code });
function* brokenAt(part: string, value: unknown): Generator<Fault> {
  for (const broken of brokenIn(value, bounds)) yield faultAt(part, broken);
}

/**
 * What no way in takes, anywhere in the request and before any shape is asked: half a character, a control character,
 * and more or deeper than anybody writes.
 */
export const foundAtTheDoor = ({ path, query, headers, body }: Parts): Gathered =>
  gathered(brokenAt('path', path), brokenAt('query', query), brokenAt('headers', headers), brokenAt('body', body));
