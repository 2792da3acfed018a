import * as z from 'zod';
import { type Broken, brokenIn } from '../../../shared/domain/broken-text.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import { contradictions, fault } from './turn-faults.ts';
import { TurnFile } from './turn-file.ts';

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}${text ? '.' : ''}${String(step)}`),
    '',
  ) || 'filen';

/** Where a value is wrong; of a step that is neither a turn nor a change, what a turn would have needed. */
const issuesOf = (issues: readonly z.core.$ZodIssue[], path: readonly PropertyKey[] = []): readonly string[] =>
  issues.flatMap((issue) => {
    const here = [...path, ...issue.path];
    const asTurn = issue.code === 'invalid_union' ? issue.errors.at(-1) : undefined;
    return asTurn ? issuesOf(asTurn, here) : [placeOf(here)];
  });

const broken: Partial<Record<Broken['code'], string>> = {
  'malformed-text': 'ett tecken i texten är trasigt',
  'control-character': 'texten innehåller ett styrtecken som inte kan visas',
};

/** Reads `list.json`; `orders` says the same as `turns`. Every fault is named by its place, all at once. */
export function readTurnFile(json: unknown): Result<TurnFile, 'bad-list'> {
  const flaws = [...brokenIn(json)].map(({ path, code }) => fault(placeOf(path), broken[code] ?? code));
  if (flaws.length > 0) return refuse('invalid', 'bad-list', flaws);
  const { orders, ...given } = z.looseObject({}).catch({}).parse(json);
  const read = TurnFile.safeParse({ ...given, ...(given.turns === undefined ? { turns: orders } : {}) });
  if (!read.success) {
    const places = new Set(issuesOf(read.error.issues));
    return refuse(
      'invalid',
      'bad-list',
      [...places].map((place) => fault(place, 'värdet saknas eller är fel')),
    );
  }
  const faults: readonly Fault[] = contradictions(read.data);
  return faults.length > 0 ? refuse('invalid', 'bad-list', faults) : accept(read.data);
}
