/**
 * A refusal is a value with a stable code, never an exception: `throw` is for bugs and broken machines.
 * The kind decides the HTTP status: missing 404, forbidden 403, conflict 409, invalid 422, limited 429.
 */
export type RefusalKind = 'missing' | 'forbidden' | 'conflict' | 'invalid' | 'limited';

/** One thing wrong with the input: where it is and which rule it breaks. */
export type Fault = {
  readonly at: string;
  readonly code: string;
  readonly message?: string;
  /** The most that is taken, where it is a number that is too high. */
  readonly most?: number;
};

/** Something that a routine asks for and that is not there: its rule, whether it stops or asks a reason, and in words. */
export type Missing = { readonly rule: string; readonly level: 'BLK' | 'WRN'; readonly text: string };

export type Refusal<Code extends string = string> = {
  readonly ok: false;
  readonly kind: RefusalKind;
  readonly code: Code;
  readonly faults?: readonly Fault[];
  /** How many faults there are beyond those, where they were counted rather than listed. */
  readonly more?: number;
  /** What the routine asks for first, where that is why. */
  readonly missing?: readonly Missing[];
  /** In seconds, when the same will be let through a little later. */
  readonly retryAfter?: number;
};

export type Accepted<T> = { readonly ok: true; readonly value: T };

export type Result<T, Code extends string = string> = Accepted<T> | Refusal<Code>;

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value });

export const refuse = <Code extends string>(
  kind: RefusalKind,
  code: Code,
  faults?: readonly Fault[],
  more?: number,
): Refusal<Code> => ({ ok: false, kind, code, ...(faults ? { faults } : {}), ...(more ? { more } : {}) });
