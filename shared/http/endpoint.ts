import type * as z from 'zod';
import { gathered } from '../domain/faults.ts';
import { type Fault, type Refusal, refuse } from '../domain/result.ts';
import { sv } from '../messages/sv.ts';
import type { Endpoint, Read, Shapes, Spec } from './spec.ts';

/** The stable code of what zod found; a rule of our own names itself in its message. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' && issue.message in sv) return issue.message;
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing-field';
  if (issue.code === 'too_small') return 'too-little';
  return issue.code === 'too_big' ? 'too-much' : 'bad-value';
}

/** Everything that is wrong with one part of a request, by its place in it; never what was written there. */
function* faultsOf(part: string, error: z.ZodError | undefined): Generator<Fault> {
  for (const issue of error?.issues ?? []) {
    const at = [part, ...issue.path].join('.');
    if (issue.code === 'too_big' && issue.origin === 'number')
      yield { at, code: codeOf(issue), most: Number(issue.maximum) };
    else if (issue.code !== 'unrecognized_keys') yield { at, code: codeOf(issue) };
    else for (const key of issue.keys) yield { at: `${at}.${key}`, code: 'unknown-field' };
  }
}

type Parsed = { readonly data?: unknown; readonly faults: Iterable<Fault> };

function parsed(part: string, schema: z.ZodType | undefined, raw: unknown): Parsed {
  if (!schema) return { faults: [] };
  try {
    // With the input, so that what is missing is distinguished from what is wrong; it goes no further than `codeOf`.
    const { data, error } = schema.safeParse(raw, { reportInput: true });
    return { data, faults: faultsOf(part, error) };
  } catch (failure) {
    // Where a hundred thousand things are wrong at once, zod cannot carry them all; one is given in their place.
    if (failure instanceof RangeError) return { faults: [{ at: part, code: 'too-much' }] };
    throw failure;
  }
}

/**
 * Makes a way in from its shapes and its use case: parse everything, refuse with every fault at once, run.
 * The middy chain around it is the same on AWS, on one machine and in the tests (`bind`).
 */
export function endpoint<
  Answer extends z.ZodType,
  Path extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(spec: Spec<Path, Query, Body, Answer>): Endpoint & Shapes<Path, Query, Body, Answer> {
  return {
    kind: 'endpoint',
    summary: spec.summary,
    path: spec.path,
    query: spec.query,
    body: spec.body,
    answer: spec.answer,
    answersAs: spec.answersAs,
    isSealed: spec.isSealed,
    ...(spec.signs ? { signs: spec.signs } : {}),
    keepsAnswer: spec.keepsAnswer ?? true,
    async run(raw, deps) {
      const path = parsed('path', spec.path, raw.path);
      const query = parsed('query', spec.query, raw.query);
      const body = parsed('body', spec.body, raw.body);
      const { faults, more } = gathered(path.faults, query.faults, body.faults);
      if (faults.length > 0) return refuse('invalid', 'bad-request', faults, more) satisfies Refusal;
      return spec.run(
        { ...raw, path: path.data as Read<Path>, query: query.data as Read<Query>, body: body.data as Read<Body> },
        deps,
      );
    },
  };
}
