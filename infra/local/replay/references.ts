/** `$order.id`: a name that an earlier step gave its answer, and the way into it. `$$` is a dollar sign. */
const reference = /\$(?:\$|([A-Za-z]\w*)((?:\.\w+)*))/g;

type Answers = ReadonlyMap<string, unknown>;

/** Every text of a value, keys too, at any depth. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsIn(each);
}

export const mentions = (value: unknown, word: string): boolean =>
  [...textsIn(value)].some((text) => text.split(/[^\w-]+/).includes(word));

/** The names that a value refers to. */
export const namesIn = (value: unknown): readonly string[] => [
  ...new Set([...textsIn(value)].flatMap((text) => [...text.matchAll(reference)].flatMap(([, name]) => name ?? []))),
];

function valueAt(value: unknown, keys: readonly string[]): unknown {
  const [key, ...more] = keys;
  if (key === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return valueAt(new Map(Object.entries(value)).get(key), more);
}

/** A value with what it refers to in the place of each reference; those that lead nowhere are listed in `missing`. */
export function resolved(value: unknown, answers: Answers, missing: string[]): unknown {
  if (typeof value === 'string') return resolvedText(value, answers, missing);
  if (Array.isArray(value)) return value.map((each) => resolved(each, answers, missing));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(each, answers, missing)]));
}

function resolvedText(text: string, answers: Answers, missing: string[]): unknown {
  const found = (whole: string, name: string, keys: string): unknown => {
    const value = valueAt(answers.get(name), keys.split('.').slice(1));
    if (value === undefined) missing.push(whole);
    return value;
  };
  const [only] = text.matchAll(reference);
  // A text that is nothing but a reference becomes the value itself, be it a number, a list or an object.
  if (only?.[1] !== undefined && only[0] === text) return found(text, only[1], only[2] ?? '');
  return text.replace(reference, (whole: string, name: string | undefined, keys = '') => {
    if (name === undefined) return '$';
    const value = found(whole, name, keys);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
}
