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
