import { createHash } from 'node:crypto';
import type { Answer } from './problem.ts';

/** The name of a text by what it says: the same text has the same. */
export const etagOf = (text: string): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;

/** `If-None-Match: "a", W/"b"`, or `*`; compared weakly (RFC 9110, 13.1.2). */
const names = (header: string, etag: string): boolean =>
  header.trim() === '*' || [...header.matchAll(/"[^"]*"/g)].some(([one]) => one === etag);

/** The answer, or that it is what the asker has already: no body then, and the same name. */
export function unlessKnown(answer: Answer, ifNoneMatch: string | undefined): Answer {
  const { etag } = answer.headers;
  if (answer.statusCode !== 200 || etag === undefined || ifNoneMatch === undefined) return answer;
  if (!names(ifNoneMatch, etag)) return answer;
  const { 'content-type': _, ...headers } = answer.headers;
  return { statusCode: 304, headers, body: '' };
}

/** One entity tag, and what may come between two of them. */
const tag = /^(?:W\/)?(?:"(?<opaque>[\x21\x23-\x7e\x80-\xff]*)"|(?<bare>\d{1,9}))[ \t]*(?:,[ \t,]*|$)/;
const mostTags = 20;

/** What no version is: none of the tags that were given can be one of ours. */
const noVersion = -1;

/**
 * The versions of which one must be the latest, by `If-Match` (RFC 9110, 13.1.1): a list of entity tags. A weak one is
 * taken for its version: a front that compresses an answer makes its tag weak, and what it names is the version of what
 * is stored, not the bytes. Empty where nothing is asked, or anything will do. What is no such list is a mistake, not a
 * wish to be ignored. A bare number is taken for its tag.
 */
export function versionsAskedFor(header: string | undefined): readonly number[] | 'unreadable' {
  // An empty element is no mistake, anywhere in the list (RFC 9110, 5.6.1).
  let rest = header?.replace(/^[, \t]+/, '').trim() ?? '*';
  if (rest === '*') return [];
  if (rest === '') return 'unreadable';
  const versions: number[] = [];
  for (let count = 0; rest !== ''; count++) {
    const found = tag.exec(rest);
    if (!found || count === mostTags) return 'unreadable';
    const { opaque, bare } = found.groups ?? {};
    const text = bare ?? opaque ?? '';
    if (/^\d{1,9}$/.test(text)) versions.push(Number(text));
    rest = rest.slice(found[0].length);
  }
  return versions.length > 0 ? versions : [noVersion];
}
