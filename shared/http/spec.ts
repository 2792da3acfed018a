import type * as z from 'zod';
import type { Instant } from '../domain/local-time.ts';
import type { Refusal } from '../domain/result.ts';
import type { Caller } from '../domain/roles.ts';
import type { Deps } from '../ports/deps.ts';
import type { Effects } from '../steps/effects.ts';

/**
 * The outcome of an entry: the answer, and the effects that make it true. The shell commits them, with the kept answer,
 * in one transaction; an entry never commits by itself.
 */
export type Done<A> = {
  readonly ok: true;
  readonly value: A;
  readonly effects: Effects;
  readonly status: 200 | 201 | 202;
  /** The version of the one thing that the answer is about, for `ETag`. */
  readonly version?: number;
};
type Outcome<A> = Done<A> | Refusal;

export const done = <A>(
  value: A,
  { status = 200, version, ...effects }: Effects & Partial<Pick<Done<A>, 'status' | 'version'>> & { ok?: never } = {},
): Done<A> => ({ ok: true, value, effects, status, version });

/** The same outcome with another answer. */
export const answeredWith = <A>(outcome: Done<unknown>, value: A): Done<A> => ({ ...outcome, value });

/** Text of another kind than JSON that a way in may answer with. */
export type TextType = 'text/calendar' | 'text/csv';

export type Language = 'sv' | 'en';

type Input<P, Q, B> = {
  readonly path: P;
  readonly query: Q;
  readonly body: B;
  readonly caller: Caller;
  /** When the request came: the one reading of the clock. */
  readonly at: Instant;
  /** The version the caller last saw, when the caller says. */
  readonly ifMatch?: number;
  /** The registry key of the way in. */
  readonly entry: string;
  /** The language that sentences for people are asked for in. */
  readonly language: Language;
};

/** What a part's schema reads a request to, and what a request writes for it; nothing where there is no such part. */
export type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Written<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/**
 * The shapes of a way in. Known by their schemas rather than by the values they hold: the compiler then has no schema
 * to take apart for each way in, which it does slowly.
 */
export type Spec<Path, Query, Body, Answer extends z.ZodType> = {
  readonly summary: string;
  readonly path?: Path;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
  /** What the answer is, when it is not JSON: its text goes out as it is. Only for what is read. */
  readonly answersAs?: TextType;
  /** Whether the answer is bytes that were sealed: it goes out in their canonical form (RFC 8785), so that it verifies as it is. */
  readonly isSealed?: true;
  /** Whether something is signed: the sign-in that was made for it may then be in `X-Sign-In`. */
  readonly signs?: true;
  /** False where the answer must not be kept, because it holds identity or is only a reading. */
  readonly keepsAnswer?: boolean;
  readonly run: (input: Input<Read<Path>, Read<Query>, Read<Body>>, deps: Deps) => Promise<Outcome<z.output<Answer>>>;
};

/** A way in over HTTP, whatever its shapes; what the mounting side needs to know of it. */
export type Endpoint = {
  readonly kind: 'endpoint';
  readonly summary: string;
  readonly path?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  readonly answersAs?: TextType;
  readonly isSealed?: true;
  readonly signs?: true;
  readonly keepsAnswer: boolean;
  readonly run: (raw: RawInput, deps: Deps) => Promise<Outcome<unknown>>;
};

/** What a client writes to a way in and reads from it; a type only, so that the portal knows the contract by it. */
export type Shapes<Path, Query, Body, Answer extends z.ZodType> = {
  readonly shapes?: {
    readonly path: Written<Path>;
    readonly query: Written<Query>;
    readonly body: Written<Body>;
    readonly answer: z.output<Answer>;
  };
};

export type RawInput = Omit<Input<unknown, unknown, unknown>, 'path' | 'query' | 'body'> & {
  readonly path: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** What `X-Sign-In` says; read only where something is signed. */
  readonly shownSignIn?: string;
};
