/** A number with decimals, exactly as it was written: `units` of `10 ** -scale`. Money is never a float. */
export type Exact = { readonly units: bigint; readonly scale: number };

/** As many digits as no amount, price or quantity has; more would only cost time. */
const mostDigits = 40;

const form = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** What a text says as an `xsd:decimal`; undefined when it is none. */
export function exactIn(text: string): Exact | undefined {
  const trimmed = text.trim();
  const [, sign = '', whole = '', decimals = ''] = form.exec(trimmed) ?? [];
  const digits = `${whole}${decimals}`;
  if (digits === '' || digits.length > mostDigits) return undefined;
  return { units: BigInt(`${sign === '-' ? '-' : ''}${digits}`), scale: decimals.length };
}

export const zero: Exact = { units: 0n, scale: 0 };

export const exactly = (whole: number): Exact => ({ units: BigInt(whole), scale: 0 });

const atScale = ({ units, scale }: Exact, wanted: number): bigint => units * 10n ** BigInt(wanted - scale);

function together(a: Exact, b: Exact): readonly [a: bigint, b: bigint, scale: number] {
  const scale = Math.max(a.scale, b.scale);
  return [atScale(a, scale), atScale(b, scale), scale];
}

export function plus(a: Exact, b: Exact): Exact {
  const [one, other, scale] = together(a, b);
  return { units: one + other, scale };
}

export const negated = ({ units, scale }: Exact): Exact => ({ units: -units, scale });

export const minus = (a: Exact, b: Exact): Exact => plus(a, negated(b));

export const product = (a: Exact, b: Exact): Exact => ({ units: a.units * b.units, scale: a.scale + b.scale });

export const absolute = (a: Exact): Exact => (a.units < 0n ? negated(a) : a);

/** Below zero when `a` is less, zero when they are the same number however written, else above. */
export function compare(a: Exact, b: Exact): number {
  const [one, other] = together(a, b);
  return one < other ? -1 : one > other ? 1 : 0;
}

export const same = (a: Exact, b: Exact): boolean => compare(a, b) === 0;

export const exactSum = (all: readonly Exact[]): Exact => all.reduce(plus, zero);

/** Rounded to so many decimals; a half goes up. */
export function rounded(a: Exact, decimals: number): Exact {
  if (a.scale <= decimals) return a;
  const step = 10n ** BigInt(a.scale - decimals);
  const twice = 2n * a.units + step;
  const floor = twice / (2n * step) - (twice < 0n && twice % (2n * step) !== 0n ? 1n : 0n);
  return { units: floor, scale: decimals };
}

/** As a whole number; undefined when it is none, or too large for one. */
export function wholeOf({ units, scale }: Exact): number | undefined {
  const step = 10n ** BigInt(scale);
  const whole = units / step;
  return units % step === 0n && Number.isSafeInteger(Number(whole)) ? Number(whole) : undefined;
}

/** Kronor as öre; undefined when there is part of an öre. */
export const oreOf = (kronor: Exact): number | undefined => wholeOf(product(kronor, exactly(100)));
