/** What XML 1.0 has no letter for. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escaped = (text: string): string =>
  text
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

type Attributes = Readonly<Record<string, string>>;

/** An element with a text in it. */
export function textElement(name: string, text: string, attributes: Attributes = {}): string {
  const beside = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<cbc:${name}${beside.join('')}>${escaped(text)}</cbc:${name}>`;
}

/** An element with others in it. */
export const groupElement = (name: string, ...children: readonly string[]): string =>
  `<cac:${name}>${children.join('')}</cac:${name}>`;

/** Öre as kronor with a point, below zero too. */
export function kronorText(ore: number): string {
  const all = Math.abs(ore);
  return `${ore < 0 ? '-' : ''}${Math.trunc(all / 100)}.${String(all % 100).padStart(2, '0')}`;
}

export const moneyElement = (name: string, ore: number): string =>
  textElement(name, kronorText(ore), { currencyID: 'SEK' });
