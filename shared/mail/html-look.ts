import { type Colour, colourOf } from './html-colours.ts';
import { signsRead } from './html-signs.ts';

/** What makes a text look as it does: whether it is there to be seen at all, and its colours. */
export type Look = { readonly isHidden: boolean; readonly ink: Colour; readonly paper: Colour };

export const plainLook: Look = { isHidden: false, ink: [0, 0, 0], paper: [255, 255, 255] };

/** Nearer to each other than this no eye tells two colours apart. */
const leastApart = 40;
export const isSeen = ({ isHidden, ink, paper }: Look): boolean =>
  !isHidden && ink.some((part, n) => Math.abs(part - (paper[n] ?? 0)) >= leastApart);

/** What is struck through is taken back by whoever wrote it. */
const struck = new Set(['s', 'strike', 'del']);

/** Nothing, or so little of it that nobody sees it. */
const nought = '[+-]?(?:0+(?:\\.0\\d*)?|\\.0\\d*)(?:px|pt|em|rem|%|in|cm|mm|vh|vw)?';
const away = '-\\d{3,}(?:\\.\\d+)?(?:px|pt|em|rem|%)?';
const hides = [
  /(?:^|;)text-decoration(?:-line)?:[^;]*line-through/,
  /(?:^|;)display:none/,
  /(?:^|;)visibility:(?:hidden|collapse)/,
  /(?:^|;)mso-hide:(?:all|screen)/,
  /(?:^|;)content-visibility:hidden/,
  new RegExp(`(?:^|;)(?:opacity|zoom):${nought}(?:;|$)`),
  /(?:^|;)font-size:[+-]?(?:0*(?:\.\d+)?|1|2)(?:\.\d+)?(?:px|pt|%)?(?:;|$)/,
  /(?:^|;)font-size:0*(?:\.[01]\d*)?r?em(?:;|$)/,
  /(?:^|;)font:(?:[^;]* )?0(?:px|pt|em|rem|%)?(?:\/| )/,
  new RegExp(`(?:^|;)(?:left|right|top|bottom|text-indent|margin|margin-left|margin-top|margin-right):${away}`),
  /(?:^|;)transform:[^;]*(?:scale[xy]?\(0?\.?0*[,)]|translate[xy]?\([^)]*-\d{3,})/,
  /(?:^|;)clip:rect\((?:0|1)(?:px)?[, ]/,
  /(?:^|;)clip-path:(?:inset\((?:100|50)%|circle\(0)/,
  /(?:^|;)(?:-webkit-)?text-fill-color:transparent/,
];
const isSmall = new RegExp(`(?:^|;)(?:max-)?(?:height|width):(?:${nought}|1px)(?:;|$)`);
const cutsOff = /(?:^|;)overflow(?:-[xy])?:(?:hidden|clip)/;

/** A style as it is compared: small letters, no comments, no blanks around signs, nothing escaped. */
const normal = (style: string): string =>
  style
    .replaceAll(/\/\*[\s\S]{0,2000}?\*\//g, '')
    .replaceAll(/\\([\da-f]{1,6}) ?/gi, (_, hex) => String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0xffff)))
    .replaceAll(/\s*!\s*important/gi, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([:;,()]) ?/g, '$1')
    .trim();

const isHiding = (style: string): boolean =>
  hides.some((one) => one.test(style)) || (isSmall.test(style) && cutsOff.test(style));

/** The attributes of a tag as a reader takes them: of two of a name the first, and none that stands in another's value. */
function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const inside = tag.replace(/^<[^\s/>]+/, '').replace(/\/?>$/, '');
  for (const [, name = '', two, one, bare] of inside.matchAll(
    /([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    const small = name.toLowerCase();
    if (!found.has(small)) found.set(small, signsRead(two ?? one ?? bare ?? '').slice(0, 4000));
  }
  return found;
}

/** Which classes, ids and elements a mail's own style sheets hide. */
export type Hiding = ReadonlyMap<string, string>;

/** How much of its style sheets is read, in characters. */
const mostStyle = 100_000;

/** The mail's style sheets, each as it stands between its marks. */
function* sheetsIn(html: string): Generator<string> {
  let read = 0;
  for (const { index, 0: mark } of html.matchAll(/<style(?=[\s>/])/gi)) {
    const from = html.indexOf('>', index + mark.length) + 1;
    const end = from === 0 ? -1 : html.indexOf('</', from);
    const sheet = html.slice(from, Math.min(end < 0 ? html.length : end, from + mostStyle - read));
    read += sheet.length;
    yield sheet.replaceAll(/<!--|-->/g, '');
    if (end < 0 || read >= mostStyle) return;
  }
}

/** Whom a rule is about, as far as it is told by an element, a class or an id. */
const nameOf = (selector: string): string | undefined => {
  const [last = ''] = selector
    .trim()
    .split(/[\s>+~]+/)
    .slice(-1);
  // Of a link that is pointed at, or a first letter, nothing is said of the text.
  if (last.includes(':') || last.startsWith('@')) return undefined;
  return (/[.#][\w-]+$/.exec(last)?.[0] ?? /^[a-z][a-z0-9]*$/i.exec(last)?.[0])?.toLowerCase();
};

/** The styles that a mail gives to classes, ids and elements: those that may hide. */
export function hidingIn(html: string): Hiding {
  const found = new Map<string, string>();
  for (const sheet of sheetsIn(html))
    for (const [, selectors = '', style = ''] of sheet.matchAll(/([^{}]{1,500})\{([^{}]{0,2000})\}/g)) {
      const seen = normal(style);
      if (!isHiding(seen) && !/(?:^|;)(?:color|background(?:-color)?):/.test(seen)) continue;
      for (const name of selectors.split(',').map(nameOf))
        if (name !== undefined) found.set(name, `${found.get(name) ?? ''};${seen}`.slice(-4000));
    }
  return found;
}

/** The last colour that a style gives to a thing. */
function colourIn(style: string, what: RegExp): Colour | 'clear' | undefined {
  const written = [...style.matchAll(what)].at(-1)?.[1];
  if (written === undefined) return undefined;
  return (
    colourOf(written) ??
    written
      .split(/ (?![^(]*\))/)
      .map(colourOf)
      .find((one) => one !== undefined)
  );
}

const inkIn = /(?:^|;)color:([^;]*)/g;
const paperIn = /(?:^|;)background(?:-color)?:([^;]*)/g;

/** How an element looks, by its own marks and by what it stands in. */
export function lookOf(element: string, tag: string, within: Look, hiding: Hiding): Look {
  const given = attributesOf(tag);
  const of = (name: string) => given.get(name)?.toLowerCase() ?? '';
  if (given.size === 0 && !struck.has(element) && !hiding.has(element)) return within;
  const classes = of('class').split(/\s+/);
  const sheets = [element, ...classes.map((name) => `.${name}`), `#${of('id')}`];
  const style = [...sheets.map((name) => hiding.get(name) ?? ''), normal(of('style'))].join(';');
  const ink = colourIn(style, inkIn) ?? colourOf(of(element === 'body' ? 'text' : 'color'));
  const paper = colourIn(style, paperIn) ?? colourOf(of('bgcolor'));
  return {
    isHidden: within.isHidden || struck.has(element) || given.has('hidden') || isHiding(style) || ink === 'clear',
    ink: ink === undefined || ink === 'clear' ? within.ink : ink,
    paper: paper === undefined || paper === 'clear' ? within.paper : paper,
  };
}
