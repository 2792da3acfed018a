/** Signs that HTML reads as something else. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** A link as our letters write it: at the end of its line, after its words. */
const link = /^(.*?)(https?:\/\/[^\s<>"']+)$/u;

function lineIn(line: string): string {
  const [, words = line, url] = link.exec(line) ?? [];
  return url === undefined ? escaped(line) : `${escaped(words)}<a href="${escaped(url)}">${escaped(url)}</a>`;
}

/**
 * A letter's own lines as plain HTML: a paragraph for each part, the link to be clicked. No pictures, no styles, nothing
 * that is fetched or that tells anybody that it was read.
 */
export function htmlOfLetter(subject: string, text: string): string {
  const parts = text.trimEnd().split('\n\n');
  return [
    '<!DOCTYPE html>',
    '<html lang="sv">',
    `<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body>',
    ...parts.map((part) => `<p>${part.split('\n').map(lineIn).join('<br>\n')}</p>`),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
