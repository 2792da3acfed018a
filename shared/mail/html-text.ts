import { hidingIn, isSeen, type Look, lookOf, plainLook } from './html-look.ts';
import { signsRead } from './html-signs.ts';

/** Elements whose text nobody sees. */
const unseen = new Set(['style', 'script', 'head', 'title', 'template', 'noscript']);
/** Elements that begin, and end, a line of their own. */
const blocks = new Set([
  ...['p', 'div', 'tr', 'li', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'section', 'article'],
  ...['body', 'center', 'address', 'dl', 'dt', 'dd', 'form', 'header', 'footer', 'blockquote'],
]);
/** A sign that begins no tag is a sign. */
const opensTag = /[A-Za-z!?/]/;

/** Where a tag ends: a `>` that is in no quotes, and where it is missing the end of the text. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at++) {
    const sign = html[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return at + 1;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return html.length;
}

/** Elements that have no end of their own. */
const isVoid = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
/** Elements that end where the next one begins. */
const endsItself = new Set(['p', 'li', 'td', 'th', 'tr', 'dd', 'dt']);
/** What marks a text, and goes on after the paragraph where nobody ends it. */
const marks = new Set([
  'a',
  'b',
  'big',
  'code',
  'del',
  'em',
  'font',
  'i',
  's',
  'small',
  'span',
  'strike',
  'strong',
  'tt',
  'u',
]);
/** Letters and figures: blanks and signs that a program hides say nothing. */
const says = /[\p{L}\p{N}\p{So}]/u;

/** Deeper than people quote each other. */
const deepest = 20;
/** More than this within each other nobody writes; what is deeper is for a person. */
const mostOpen = 200;

/** `lines`: what a reader sees. `hasUnseen`: words stand in it that a reader does not see, or that are struck through. */
export type HtmlRead = { readonly lines: string; readonly hasUnseen: boolean };

/**
 * HTML as the lines that a reader sees, each quoted line with its sign (`>`), a rule as a line of strokes. It reads from the
 * beginning to the end once, however the text is made.
 */
export function readHtml(html: string): HtmlRead {
  const lines: string[] = [];
  let [line, depth, at] = ['', 0, 0];
  let [isClose, hasUnseen] = [false, false];
  const hiding = hidingIn(html);
  const open: { readonly element: string; readonly look: Look }[] = [];
  let isShown = true;
  const lookNow = () => open.at(-1)?.look ?? plainLook;
  const add = (text: string) => {
    if (text === '') return;
    if (isShown) line += text;
    else hasUnseen ||= says.test(signsRead(text));
  };
  const close = () => {
    const text = signsRead(line)
      .replaceAll(/[ \t\r\n\f]+/g, ' ')
      .trim();
    lines.push(depth > 0 ? `${'>'.repeat(Math.min(depth, deepest))} ${text}`.trimEnd() : text);
    line = '';
  };
  const closeOpen = () => {
    if (line.trim() !== '') close();
  };
  /** What an element looks like is so until it ends; one that nobody ends, as long as what it stands in. */
  const enter = (element: string, tag: string) => {
    if (isVoid.has(element) || tag.endsWith('/>')) return;
    if (element === open.at(-1)?.element && endsItself.has(element)) open.pop();
    if (open.length >= mostOpen) hasUnseen = true;
    else open.push({ element, look: lookOf(element, tag, lookNow(), hiding) });
  };
  const leave = (element: string) => {
    const from = open.findLastIndex((one) => one.element === element);
    if (from < 0) return;
    // A mark that is not ended goes on after what it stood in.
    const goesOn = open.slice(from + 1).filter((one) => marks.has(one.element) && !isSeen(one.look));
    open.splice(from, open.length, ...goesOn);
  };
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    add(html.slice(at, tag < 0 ? html.length : tag));
    if (tag < 0) break;
    if (html.startsWith('<!--', tag)) {
      const end = html.indexOf('-->', tag + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (!opensTag.test(html[tag + 1] ?? '')) {
      add('<');
      at = tag + 1;
      continue;
    }
    const [whole = '', slash = '', tagName = ''] =
      /^<(\/?)([A-Za-z][A-Za-z0-9:]*)/.exec(html.slice(tag, tag + 40)) ?? [];
    if (whole === '') {
      // `<!doctype …>` is nothing.
      at = endOfTag(html, tag);
      continue;
    }
    const element = tagName.toLowerCase();
    at = endOfTag(html, tag + whole.length);
    // What Word writes stands as close as lines do.
    if (element === 'p' && slash === '') isClose = html.slice(tag, at).includes('MsoNormal');
    if (slash === '' && unseen.has(element)) {
      const end = html.slice(at).search(new RegExp(`</${element}\\s*>`, 'i'));
      at = end < 0 ? html.length : at + end;
      continue;
    }
    if (slash !== '') leave(element);
    else enter(element, html.slice(tag, at));
    isShown = isSeen(lookNow());
    if (element === 'br') close();
    else if (element === 'hr') {
      closeOpen();
      line = '_'.repeat(10);
      close();
    } else if (blocks.has(element)) {
      closeOpen();
      if (element === 'blockquote') depth = Math.max(0, depth + (slash === '' ? 1 : -1));
      if (element === 'p' && slash !== '' && !isClose) close();
    } else if (element === 'td' || element === 'th') line += ' ';
  }
  closeOpen();
  return { lines: lines.join('\n'), hasUnseen };
}

/** The lines alone. */
export const textOfHtml = (html: string): string => readHtml(html).lines;
