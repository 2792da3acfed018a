import * as z from 'zod';
import { type Fault, type Refusal, refuse } from '../domain/result.ts';
import type { Endpoint, Spec } from './spec.ts';

const none = z.unknown();

/** Everything that is wrong with one part of a request, by its place in it. */
function faultsOf(part: string, error: z.ZodError): readonly Fault[] {
  return error.issues.flatMap((issue) => {
    const at = [part, ...issue.path].join('.');
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ at: `${at}.${key}`, code: 'unknown-field' }))
      : [{ at, code: issue.code === 'invalid_type' && issue.input === undefined ? 'missing-field' : 'bad-value', message: issue.message }];
  });
}

function parsed<T>(part: string, schema: z.ZodType<T> | undefined, raw: unknown, faults: Fault[]): T | undefined {
  const result = (schema ?? none).safeParse(raw);
  if (!result.success) faults.push(...faultsOf(part, result.error));
  // A part without a schema is never read: its type is `undefined` there.
  return result.success ? (result.data as T) : undefined;
}

/**
 * Makes a way in from its shapes and its use case: parse everything, refuse with every fault at once, run.
 * The middy chain around it is the same on AWS, on one machine and in the tests (`bind`).
 */
export function endpoint<P = undefined, Q = undefined, B = undefined, A = unknown>(spec: Spec<P, Q, B, A>): Endpoint {
  return {
    kind: 'endpoint',
    summary: spec.summary,
    path: spec.path,
    query: spec.query,
    body: spec.body,
    answer: spec.answer,
    keepsAnswer: spec.keepsAnswer ?? true,
    async run(raw, deps) {
      const faults: Fault[] = [];
      const path = parsed('path', spec.path, raw.path, faults);
      const query = parsed('query', spec.query, raw.query, faults);
      const body = parsed('body', spec.body, raw.body, faults);
      if (faults.length > 0) return refuse('invalid', 'bad-request', faults) satisfies Refusal;
      return spec.run({ ...raw, path: path as P, query: query as Q, body: body as B }, deps);
    },
  };
}
