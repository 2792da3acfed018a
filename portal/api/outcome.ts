import type { Fault, Missing } from '../../shared/domain/result.ts';

/**
 * Why nothing came of it, as a page must tell it apart: no connection, a sign-in that has ended, a colleague who was
 * first, something wrong with what was sent, …
 */
export type FailureKind =
  | 'offline'
  | 'expired'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'invalid'
  | 'busy'
  | 'failed'
  /** A chosen file that cannot be read any more; nothing was sent. */
  | 'unreadable';

export type Failure = {
  readonly ok: false;
  readonly kind: FailureKind;
  /** The API's stable code; empty when the API never answered. */
  readonly code: string;
  /** The API's own sentence, in the language that was asked for. */
  readonly title?: string;
  readonly faults: readonly Fault[];
  /** What the routine asks first and that is not there, each with its rule in words. */
  readonly missing?: readonly Missing[];
};

type Answered<A> = {
  readonly ok: true;
  readonly value: A;
  /** Sent back as `If-Match` by whoever changes what was answered. */
  readonly version?: number;
};

export type Outcome<A> = Answered<A> | Failure;

export const failed = (kind: FailureKind, code = ''): Failure => ({ ok: false, kind, code, faults: [] });

const kinds: Readonly<Record<number, FailureKind>> = {
  401: 'expired',
  403: 'forbidden',
  404: 'missing',
  409: 'conflict',
  413: 'invalid',
  422: 'invalid',
  429: 'busy',
  503: 'busy',
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const faultsIn = (value: unknown): readonly Fault[] =>
  Array.isArray(value)
    ? value.filter(isRecord).map(({ at, code, message }) => ({
        at: textIn(at) ?? '',
        code: textIn(code) ?? '',
        message: textIn(message),
      }))
    : [];

/** A refusal as the API writes it (`application/problem+json`); of any other error, what its status says. */
export function failureOf(status: number, body: unknown): Failure {
  const problem = isRecord(body) ? body : {};
  return {
    ok: false,
    kind: kinds[status] ?? 'failed',
    code: textIn(problem.code) ?? '',
    title: textIn(problem.title),
    faults: faultsIn(problem.faults),
    // As every answer of the API, it left through its schema.
    ...(Array.isArray(problem.missing) ? { missing: problem.missing as readonly Missing[] } : {}),
  };
}
