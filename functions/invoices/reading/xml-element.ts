import { type Exact, exactIn } from './exact.ts';

/**
 * An element as the rules see it: its name with UBL's usual prefix (`cbc:ID`), whatever the file's own prefixes are.
 * What is in no namespace of UBL is `?:name`.
 */
export type XmlElement = {
  readonly name: string;
  /** Where it is, of names that UBL has: nothing of what the file says is in it. */
  readonly at: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** What is said beside the invoice: comments and instructions to programs. */
  readonly asides: readonly string[];
};

export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** An element and all below it. */
export function* withAll(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* withAll(child);
}

/** Everything at the end of a path of names, `cac:Party/cbc:EndpointID`; `//name` is at any depth. */
export function found(element: XmlElement, path: string): readonly XmlElement[] {
  const [deep, rest] = path.startsWith('//') ? [true, path.slice(2)] : [false, path];
  const [name = '', ...more] = rest.split('/');
  const start = deep ? [...withAll(element)].filter((one) => one.name === name) : childrenOf(element, name);
  return more.reduce<readonly XmlElement[]>((all, step) => all.flatMap((one) => childrenOf(one, step)), start);
}

/** A text without the blanks that XML lets stand around and within it. */
export const plainText = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** What the first element at a path says; empty when there is none. */
export const textAt = (element: XmlElement, path: string): string => plainText(found(element, path)[0]?.text ?? '');

/** The number at a path; undefined when there is none. */
export const exactAt = (element: XmlElement, path: string): Exact | undefined => exactIn(textAt(element, path));

/** Every number at the end of a path. */
export const exactsAt = (element: XmlElement, path: string): readonly Exact[] =>
  found(element, path).flatMap((one) => exactIn(one.text) ?? []);

export const has = (element: XmlElement, path: string): boolean => found(element, path).length > 0;
