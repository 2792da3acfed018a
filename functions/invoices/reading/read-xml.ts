import { SaxesParser } from 'saxes';
import { isUblName } from './ubl-shapes.ts';
import type { XmlElement } from './xml-element.ts';

/** What no invoice for a month comes near; more is somebody's attempt. */
const most = { depth: 40, elements: 100_000, attributes: 200_000, letters: 250_000 };
/** Letters that are parsed before one looks whether it was too much. */
const piece = 16_384;

const spaces: ReadonlyMap<string, string> = new Map([
  ['urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'cbc:'],
  ['urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'cac:'],
]);
const roots: ReadonlyMap<string, string> = new Map([
  ['urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'],
  ['urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'],
]);

const nameOf = (uri: string, local: string): string => {
  if (roots.get(uri) === local) return local;
  return `${spaces.get(uri) ?? '?:'}${local}`;
};

/** An element that is being read. */
type Open = {
  readonly name: string;
  readonly at: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly counts: Map<string, number>;
  readonly asides: string[];
  text: string;
};

const closed = ({ counts: _, ...element }: Open): XmlElement => element;

/** Where a child is: of names that UBL has, so that no name that somebody made up is ever repeated. */
function placeOf(parent: Open | undefined, name: string): string {
  const shown = isUblName(name) ? name : '*';
  if (!parent) return `/${shown}`;
  const count = (parent.counts.get(shown) ?? 0) + 1;
  parent.counts.set(shown, count);
  return `${parent.at}/${shown}${count > 1 ? `[${count}]` : ''}`;
}

/**
 * The root of an XML text; undefined when it is not well-formed, declares a document type or entities, or is deeper or
 * larger than any invoice. Nothing outside the text is ever asked for.
 */
export function readXml(text: string): XmlElement | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return undefined;
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [];
  const asides: string[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  let attributes = 0;
  let isBroken = false;

  parser.on('error', () => {
    isBroken = true;
  });
  parser.on('doctype', () => {
    isBroken = true;
  });
  parser.on('opentag', ({ uri, local, attributes: given }) => {
    const own = Object.values(given).map(({ name, value }) => [name, value] as const);
    elements += 1;
    attributes += own.length;
    isBroken ||= open.length >= most.depth || elements > most.elements || attributes > most.attributes;
    if (isBroken) return;
    const name = nameOf(uri, local);
    const at = placeOf(open.at(-1), name);
    open.push({ name, at, attributes: new Map(own), children: [], counts: new Map(), asides: [], text: '' });
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    const parent = open.at(-1);
    if (parent) parent.children.push(closed(element));
    else root = closed(element);
  });
  const said = (words: string) => {
    const element = open.at(-1);
    if (element && element.text.length <= most.letters) element.text += words;
  };
  parser.on('text', said);
  parser.on('cdata', said);
  const aside = (words: string) => (open.at(-1)?.asides ?? asides).push(words);
  parser.on('comment', aside);
  parser.on('processinginstruction', ({ target, body }) => aside(`${target} ${body}`));

  for (let from = 0; from < text.length && !isBroken; from += piece) parser.write(text.slice(from, from + piece));
  if (!isBroken) parser.close();
  return isBroken || !root ? undefined : { ...root, asides: [...root.asides, ...asides] };
}
