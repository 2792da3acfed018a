import type { Fault, Refusal, RefusalKind } from '../domain/result.ts';
import { sentence } from '../messages/sentence.ts';

const statuses: Record<RefusalKind, number> = {
  missing: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  limited: 429,
};

export type Answer = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** An answer in `application/problem+json`: a stable code for machines, one sentence for people, every fault named. */
export function problem(status: number, code: string, language: string, faults?: readonly Fault[]): Answer {
  const told = faults?.map((fault) => ({ ...fault, message: fault.message ?? sentence(fault.code, language) }));
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify({
      type: 'about:blank',
      title: sentence(code, language),
      status,
      code,
      ...(told ? { faults: told } : {}),
    }),
  };
}

export function refusalProblem({ kind, code, faults, retryAfter }: Refusal, language: string): Answer {
  const told = problem(statuses[kind], code, language, faults);
  return retryAfter === undefined ? told : { ...told, headers: { ...told.headers, 'retry-after': String(retryAfter) } };
}
