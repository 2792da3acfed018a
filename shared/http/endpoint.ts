import type * as z from 'zod';
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

/** Everything that is wrong with one part of a request, by its place in it; never what stood there. */
function faultsOf(part: string, error: z.ZodError): readonly Fault[] {
  return error.issues.flatMap((issue) => {
    const at = [part, ...issue.path].join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ at: `${at}.${key}`, code: 'unknown-field' }));
    return [{ at, code: codeOf(issue) }];
  });
}

function parsed(part: string, schema: z.ZodType | undefined, raw: unknown, faults: Fault[]): unknown {
  if (!schema) return undefined;
  // With the input, so that what is missing can be told from what is wrong; it goes no further than `codeOf`.
  const result = schema.safeParse(raw, { reportInput: true });
  if (!result.success) faults.push(...faultsOf(part, result.error));
  return result.data;
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
    ...(spec.signs ? { signs: spec.signs } : {}),
    keepsAnswer: spec.keepsAnswer ?? true,
    async run(raw, deps) {
      const faults: Fault[] = [];
      const path = parsed('path', spec.path, raw.path, faults);
      const query = parsed('query', spec.query, raw.query, faults);
      const body = parsed('body', spec.body, raw.body, faults);
      if (faults.length > 0) return refuse('invalid', 'bad-request', faults) satisfies Refusal;
      return spec.run(
        { ...raw, path: path as Read<Path>, query: query as Read<Query>, body: body as Read<Body> },
        deps,
      );
    },
  };
}
