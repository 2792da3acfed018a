import type { Body, Letter } from './genuine.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const marked = (lines: readonly string[]): string => lines.map((line) => `> ${line}`.trimEnd()).join('\n');
const asHtml = (lines: readonly string[]): string => lines.map(escaped).join('<br>\r\n');
const linesOf = ({ text }: Letter): readonly string[] => text.trimEnd().split('\n');
const ticked = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line.includes('JA –') ? line.replace('[ ]', '[x]') : line));
const attribution = ({ from }: Letter) => `Den mån 2 nov. 2026 kl 09:12 skrev Exempelkommun <${from}>:`;
const outlookHead = ({ from, subject }: Letter) => [
  `Från: Exempelkommun <${from}>`,
  'Skickat: den 2 november 2026 09:12',
  'Till: Omsorg Ett AB <p1@utforare.example>',
  `Ämne: ${subject}`,
  '',
];

/** Somebody confirms, and writes what they cannot do among what is quoted. */
export const amongQuoted: Readonly<Record<string, (letter: Letter, condition: string) => Body>> = {
  'ticked, and beneath the last row': (letter, condition) => ({
    text: `${attribution(letter)}\n${marked([...ticked(linesOf(letter)), '', condition])}`,
  }),
  'ticked, and above the first line': (letter, condition) => ({
    text: `${attribution(letter)}\n${marked([condition, '', ...ticked(linesOf(letter))])}`,
  }),
  'ticked, with no head': (letter, condition) => ({ text: marked([...ticked(linesOf(letter)), condition]) }),
  'ticked, at second hand': (letter, condition) => ({
    text: `${attribution(letter)}\n${marked([...ticked(linesOf(letter)), `> ${condition}`])}`,
  }),
  'ticked, in text and HTML': (letter, condition) => ({
    text: `${attribution(letter)}\n${marked([...ticked(linesOf(letter)), '', condition])}`,
    html: `<div class="gmail_quote"><div class="gmail_attr">${escaped(attribution(letter))}<br></div><blockquote>${asHtml(ticked(linesOf(letter)))}<div>${condition}</div></blockquote></div>`,
  }),
  'JA above, and in the letter': (letter, condition) => {
    const lines = linesOf(letter);
    return {
      text: `JA\n\n${attribution(letter)}\n\n${marked([...lines.slice(0, 2), condition, ...lines.slice(2)])}`,
    };
  },
  'JA above, and after a line of the letter': (letter, condition) => {
    const [first = '', ...rest] = linesOf(letter);
    return { text: `JA\n\n${attribution(letter)}\n\n${marked([`${first} ${condition}`, ...rest])}` };
  },
  'JA above, between the head and the letter': (letter, condition) => ({
    text: ['JA', '', ...outlookHead(letter), condition, '', ...linesOf(letter)].join('\n'),
  }),
  'JA above, and marked as if quoted': (_, condition) => ({ text: `JA\n> ${condition}\n> inte kvällar` }),
  'JA above, and moved in': (_, condition) => ({
    html: `<div>JA</div><blockquote style="margin:0 0 0 40px;border:none">${condition}</blockquote>`,
  }),
  'JA above, and an older row ticked': (letter) => ({
    text: `JA\n\nDen mån 2 nov. 2026 kl 10:00 skrev Kalle <kalle@utforare.example>:\n\n> Tar du den?\n>\n> ${attribution(letter)}\n${marked(linesOf(letter).map((line) => `> ${line.includes('FULLT') ? line.replace('[ ]', '[x]') : line}`))}`,
  }),
};
