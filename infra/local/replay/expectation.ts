const inShort = (value: unknown): string => {
  const text = value === undefined ? 'ingenting' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text as it is, and everything that another value says. */
const inText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const isOrdered = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

const fits = (expected: unknown, actual: unknown): boolean => missed(expected, actual, '').length === 0;

/** What may be asked of a value in place of a part of it. */
const asks: Readonly<Record<string, (asked: unknown, value: unknown) => boolean>> = {
  $length: (asked, value) => Array.isArray(value) && value.length === asked,
  $none: (asked, value) => Array.isArray(value) && !value.some((item) => fits(asked, item)),
  $has: (asked, value) => typeof asked === 'string' && inText(value).includes(asked),
  $any: (asked, value) => Array.isArray(asked) && asked.some((one) => fits(one, value)),
  // Texts of one form, as dates and times are, or numbers.
  $atMost: (asked, value) => isOrdered(value) && isOrdered(asked) && typeof value === typeof asked && value <= asked,
  $not: (asked, value) => value !== undefined && !fits(asked, value),
};
const isAsk = (expected: Readonly<Record<string, unknown>>): boolean => {
  const keys = Object.keys(expected);
  return keys.length > 0 && keys.every((key) => Object.hasOwn(asks, key));
};

/** Every expected item has an item of its own in the list, in any order; an empty list is expected to be empty. */
function holdsAll(expected: readonly unknown[], list: readonly unknown[]): boolean {
  if (expected.length === 0) return list.length === 0;
  const taken = new Map<number, number>();
  /** Finds an item for it, and another one for whoever has that already. */
  const finds = (n: number, tried: Set<number>): boolean =>
    list.some((item, at) => {
      if (tried.has(at) || !fits(expected[n], item)) return false;
      tried.add(at);
      const holder = taken.get(at);
      if (holder !== undefined && !finds(holder, tried)) return false;
      taken.set(at, n);
      return true;
    });
  return expected.every((_, n) => finds(n, new Set()));
}

/** What is wrong with the item that is most like the expected one; nothing where one is as expected. */
function nearest(expected: unknown, list: readonly unknown[], place: string): readonly string[] {
  const all = list.map((item, n) => missed(expected, item, `${place}[${n}]`));
  const [least] = all.toSorted((a, b) => a.length - b.length);
  return least ?? [`${place}: väntat ${inShort(expected)}, listan är tom`];
}

/**
 * Where a value is not as expected, by the place in it; nothing where it is. What is expected is a part of the value:
 * fields beside it are not looked at. `null` is also what is not there.
 */
export function missed(expected: unknown, actual: unknown, place: string): readonly string[] {
  const other = () => [`${place}: väntat ${inShort(expected)}, blev ${inShort(actual)}`];
  if (expected === null) return actual === null || actual === undefined ? [] : other();
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return other();
    if (holdsAll(expected, actual)) return [];
    const alone = expected.flatMap((item) => nearest(item, actual, place));
    return alone.length > 0 ? alone : other();
  }
  if (!isObject(expected)) return Object.is(expected, actual) ? [] : other();
  if (isAsk(expected))
    return Object.entries(expected).every(([ask, asked]) => asks[ask]?.(asked, actual) ?? false) ? [] : other();
  if (!isObject(actual)) return other();
  return Object.entries(expected).flatMap(([key, each]) => missed(each, actual[key], place ? `${place}.${key}` : key));
}
