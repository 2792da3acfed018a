import type { Answer } from '../../../shared/http/problem.ts';

/** A request that has passed the guard, read to its end. */
export type LocalRequest = {
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
};

export type LocalReply = Omit<Answer, 'body'> & { readonly body: string | Uint8Array };

export type LocalRoute = {
  readonly on: `${string} /${string}`;
  /** The largest body that is read; more is answered 413. */
  readonly maxBytes?: number;
  answer(asked: LocalRequest): Promise<LocalReply> | LocalReply;
};

export const jsonReply = (value: unknown, statusCode = 200): LocalReply => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});
