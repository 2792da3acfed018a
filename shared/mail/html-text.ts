/** Elements whose text nobody sees. */
const unseen = new Set(['style', 'script', 'head', 'title', 'template', 'noscript']);
/** Elements that begin, and end, a line of their own. */
const blocks = new Set([
  ...['p', 'div', 'tr', 'li', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'section', 'article'],
  ...['body', 'center', 'address', 'dl', 'dt', 'dd', 'form', 'header', 'footer', 'blockquote'],
]);
const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ndash: '–', mdash: '—', hellip: '…' },
  ...{ aring: 'å', auml: 'ä', ouml: 'ö', Aring: 'Å', Auml: 'Ä', Ouml: 'Ö', eacute: 'é', Eacute: 'É', uuml: 'ü' },
  ...{ rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“', bull: '•', middot: '·', shy: '\u00ad', copy: '©', sect: '§' },
};

/** A sign by its number; what no text may hold is a blank. */
function signOf(code: number): string {
  const isSign = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isSign ? String.fromCodePoint(code) : ' ';
}

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));/g, (all, ten, hex, name) => {
    if (ten !== undefined) return signOf(Number(ten));
    if (hex !== undefined) return signOf(Number.parseInt(hex, 16));
    return Object.hasOwn(named, name) ? (named[name] ?? all) : all;
  });

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

/** Deeper than people quote each other. */
const deepest = 20;

/**
 * HTML as the lines that a reader sees, each quoted line with its sign (`>`), a rule as a line of strokes. It reads from the
 * beginning to the end once, however the text is made.
 */
export function textOfHtml(html: string): string {
  const lines: string[] = [];
  let [line, depth, at] = ['', 0, 0];
  let isClose = false;
  const close = () => {
    const text = decoded(line)
      .replaceAll(/[ \t\r\n\f]+/g, ' ')
      .trim();
    lines.push(depth > 0 ? `${'>'.repeat(Math.min(depth, deepest))} ${text}`.trimEnd() : text);
    line = '';
  };
  const closeOpen = () => {
    if (line.trim() !== '') close();
  };
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    line += html.slice(at, tag < 0 ? html.length : tag);
    if (tag < 0) break;
    if (html.startsWith('<!--', tag)) {
      const end = html.indexOf('-->', tag + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const [whole = '', slash = '', tagName = ''] =
      /^<(\/?)([A-Za-z][A-Za-z0-9:]*)/.exec(html.slice(tag, tag + 40)) ?? [];
    if (whole === '') {
      // A sign that begins no tag is a sign; `<!doctype …>` is nothing.
      const isNothing = /^<[!?/]/.test(html.slice(tag, tag + 2));
      line += isNothing ? '' : '<';
      at = isNothing ? endOfTag(html, tag) : tag + 1;
      continue;
    }
    const element = tagName.toLowerCase();
    at = endOfTag(html, tag + whole.length);
    // What Word writes stands as close as lines do.
    if (element === 'p' && slash === '') isClose = html.slice(tag, at).includes('MsoNormal');
    if (slash === '' && unseen.has(element)) {
      const end = html.slice(at).search(new RegExp(`</${element}\\s*>`, 'i'));
      at = end < 0 ? html.length : at + end;
    } else if (element === 'br') close();
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
  return lines.join('\n');
}
