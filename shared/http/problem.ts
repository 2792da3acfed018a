import { mostFaults } from '../domain/faults.ts';
import type { Fault, Refusal, RefusalKind } from '../domain/result.ts';
import { sentence } from '../messages/sentence.ts';
import { inLanguage } from './language.ts';

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

/** A place or a sentence is short; what is longer was made of a name that somebody sent. */
const mostLetters = 300;
const short = (text: string): string =>
  text.length > mostLetters ? `${text.slice(0, mostLetters).toWellFormed()}…` : text;

/** What a refusal says beside its code. */
type Details = Pick<Refusal, 'faults' | 'more' | 'missing'>;
/** How much may be asked for, where a number was too high. */
const atMost = ({ most }: Fault, language: string): string =>
  most === undefined ? '' : language === 'en' ? ` At most ${most}.` : ` Högst ${most}.`;

/**
 * An answer in `application/problem+json`: a stable code for machines, one sentence for people, the first faults by
 * their places, in `more` how many there are beyond those, and in `missing` what the routine asks for first.
 */
export function problem(
  status: number,
  code: string,
  language: string,
  { faults, more: counted = 0, missing }: Details = {},
): Answer {
  const told = faults?.slice(0, mostFaults).map((fault) => ({
    at: short(fault.at),
    code: fault.code,
    message: short(fault.message ?? `${sentence(fault.code, language)}${atMost(fault, language)}`),
  }));
  const more = counted + (faults?.length ?? 0) - (told?.length ?? 0);
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...inLanguage(language),
    },
    body: JSON.stringify({
      type: 'about:blank',
      title: sentence(code, language),
      status,
      code,
      ...(told ? { faults: told } : {}),
      ...(more > 0 ? { more } : {}),
      ...(missing ? { missing } : {}),
    }),
  };
}

export function refusalProblem({ kind, code, retryAfter, ...details }: Refusal, language: string): Answer {
  const told = problem(statuses[kind], code, language, details);
  return retryAfter === undefined ? told : { ...told, headers: { ...told.headers, 'retry-after': String(retryAfter) } };
}
