/** How much of a mail's HTML is read, in characters: words come first. */
const mostHtml = 1_000_000;

const entities: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    aring: 'å',
    auml: 'ä',
    ouml: 'ö',
    eacute: 'é',
  },
  ...{ Aring: 'Å', Auml: 'Ä', Ouml: 'Ö', ndash: '–', mdash: '—', hellip: '…', rsquo: '’', bull: '•', shy: '' },
};

/** What is not shown, with all that stands in it. */
const hidden: ReadonlySet<string> = new Set(['style', 'script', 'head', 'title', 'template', 'noscript']);
const breaks: ReadonlySet<string> = new Set(['br', 'hr', 'blockquote', '/p', '/div', '/tr', '/li', '/blockquote']);

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '';
  });

/** HTML as the lines that a reader sees. One pass: each sign is looked at once, however the tags are broken. */
export function textOfHtml(given: string): string {
  const html = given.slice(0, mostHtml).replaceAll(/\r\n?|\n/g, ' ');
  const small = html.toLowerCase();
  const pieces: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    pieces.push(html.slice(at, open));
    const isComment = html.startsWith('<!--', open);
    const end = isComment ? html.indexOf('-->', open + 4) : html.indexOf('>', open);
    // A tag that never ends hides all that follows, as in a browser.
    if (end < 0) return decoded(pieces.join(''));
    at = end + (isComment ? 3 : 1);
    if (isComment) continue;
    const tag = /^\/?[a-z][a-z0-9]{0,15}/.exec(small.slice(open + 1, open + 19))?.[0] ?? '';
    if (breaks.has(tag) || /^\/h\d$/.test(tag)) pieces.push('\n');
    if (!hidden.has(tag)) continue;
    const close = small.indexOf(`</${tag}`, at);
    if (close < 0) return decoded(pieces.join(''));
    at = close;
  }
  pieces.push(html.slice(at));
  return decoded(pieces.join(''));
}
