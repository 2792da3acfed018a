/** What a value may be at most: how deep, how long a list in it, and how many texts, numbers, lists and objects in all. */
type Bounds = { readonly depth: number; readonly items: number; readonly values: number };

const unbounded: Bounds = { depth: Infinity, items: Infinity, values: Infinity };

type Step = string | number;

/** What nobody can keep, show or sign, and where in the value it is. */
export type Broken = {
  readonly path: readonly Step[];
  readonly code: 'malformed-text' | 'control-character' | 'too-deep' | 'too-much';
};

/** Tabs and line breaks are text; the other control characters of ASCII no page, PDF or letter can show. */
const isControl = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0x7f;

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) return true;
  return false;
}

/** What a name is written in, and all else that letters, headings and files have on a line of its own. */
export const oneLine = /^[^\r\n\t]*$/;

/** What is wrong with one text: half a character (a lone surrogate, which RFC 8785 cannot write), or a control character. */
export function flawOf(text: string): 'malformed-text' | 'control-character' | undefined {
  if (!text.isWellFormed()) return 'malformed-text';
  return hasControl(text) ? 'control-character' : undefined;
}

/** A step of a path as it can be shown. */
const shown = (key: string): string => (flawOf(key) ? key.toWellFormed().replaceAll(/\p{Cc}/gu, '\ufffd') : key);

/** One list or object on the way: its names where it has some, how much it holds, and which comes next. */
type Frame = {
  readonly of: Readonly<Record<Step, unknown>>;
  readonly keys: readonly string[] | undefined;
  readonly length: number;
  next: number;
};

function frameOf(of: object): Frame {
  const keys = Array.isArray(of) ? undefined : Object.keys(of);
  return { of: of as Frame['of'], keys, length: keys ? keys.length : (of as readonly unknown[]).length, next: 0 };
}

/** What is wrong with one value, looked at from outside. */
function flawAt(value: unknown, depth: number, bounds: Bounds): Broken['code'] | undefined {
  if (typeof value === 'string') return flawOf(value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= bounds.depth) return 'too-deep';
  return Array.isArray(value) && value.length > bounds.items ? 'too-much' : undefined;
}

/**
 * Every broken text in a JSON value, keys too, in their order; and where the value is beyond its bounds, which is then
 * looked at no further. Walks without recursion, so that no value is deep enough to break the walk itself.
 */
export function* brokenIn(root: unknown, bounds = unbounded): Generator<Broken> {
  const path: Step[] = [];
  // The value itself is the one item of a list around it.
  const stack: Frame[] = [frameOf([root])];
  let seen = 0;
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const at = frame.next;
    if (at >= frame.length) {
      stack.pop();
      path.pop();
      continue;
    }
    frame.next += 1;
    seen += 1;
    if (seen > bounds.values) return yield { path: [], code: 'too-much' };
    const key = frame.keys?.[at];
    const value = frame.of[key ?? at];
    const isRoot = stack.length === 1;
    const step = key === undefined ? at : shown(key);
    const here = (): readonly Step[] => (isRoot ? [] : [...path, step]);
    const flawOfKey = key === undefined ? undefined : flawOf(key);
    if (flawOfKey) yield { path: here(), code: flawOfKey };
    const flaw = flawAt(value, stack.length - 1, bounds);
    if (flaw) yield { path: here(), code: flaw };
    else if (typeof value === 'object' && value !== null) {
      if (!isRoot) path.push(step);
      stack.push(frameOf(value));
    }
  }
}
