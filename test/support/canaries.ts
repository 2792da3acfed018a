import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/** What tells who somebody is, wherever in a request it stands. */
const ofPersons = new Set(['customer', 'identity', 'relative']);
/** A sentence of somebody's own: it may name anybody. Names of firms, units and colleagues are public. */
const isOwnWords = (key: string, value: string): boolean =>
  !/^(?:name|title|municipality|label|provider|unit|offers|kind)$/.test(key) && /\p{Ll}\s+\p{L}/u.test(value);

type Field = { readonly key: string; readonly value: string; readonly isOfPerson: boolean };

/** Every personal field of a request's body: a customer's own, and what somebody has written in words. */
export function personalFields(body: unknown, key = '', isOfPerson = false): readonly Field[] {
  if (typeof body === 'string')
    return (isOfPerson && body.trim().length >= 5) || isOwnWords(key, body) ? [{ key, value: body, isOfPerson }] : [];
  if (Array.isArray(body)) return body.flatMap((one) => personalFields(one, key, isOfPerson));
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    personalFields(value, name, isOfPerson || ofPersons.has(name)),
  );
}

/** A number is the same with and without its blanks and hyphens. */
const plain = (text: string): string => text.toLowerCase().normalize('NFC').replaceAll(/\s+/g, ' ');
const digits = (text: string): string => text.replaceAll(/(?<=\d)[\s-]+(?=\d)/g, '');

/** Everything of a letter as its reader may come to see it: every head, the text, the HTML and its source. */
async function allOf(raw: Buffer): Promise<string> {
  const { headers, subject, text, html, attachments } = await PostalMime.parse(raw);
  const heads = headers.map(({ key, value }) => `${key}: ${value}`);
  if (attachments.length > 0) throw new Error('a letter has something attached');
  return plain([...heads, subject, text, html, raw.toString('utf8')].join('\n'));
}

/** The canaries that are found in a folder of sent letters, each with the letter that has it; and how many letters there are. */
export async function canariesIn(
  mailFolder: string,
  canaries: Iterable<string>,
): Promise<{ readonly letters: number; readonly found: readonly string[] }> {
  const wanted = [...new Set(canaries)].map((canary) => ({ canary, plainly: plain(canary).trim() }));
  const names = readdirSync(mailFolder).filter((name) => name.endsWith('.eml'));
  const found: string[] = [];
  for (const name of names) {
    const all = await allOf(readFileSync(join(mailFolder, name)));
    const numbers = digits(all);
    for (const { canary, plainly } of wanted)
      if (all.includes(plainly) || (/\d{4}/.test(plainly) && numbers.includes(digits(plainly))))
        found.push(`${name}: ${canary}`);
  }
  return { letters: names.length, found };
}
