type Header = { readonly key: string; readonly value: string };

/** Headers that only machines and lists write (standards.md, "E-mail"), and letters of our own. */
const marks = ['list-id', 'x-utfort-letter'];
/** Headers that people's mail has too, where its program or its server puts them in whatever is written. */
const hints = ['x-auto-response-suppress', 'x-autoreply', 'x-autorespond', 'x-failed-recipients'];
/** How a mail program that says it in no header begins the subject of an answer that somebody is away. */
const away =
  /^(automatiskt svar|autosvar|frånvaromeddelande|automatic reply|auto(matic)?[ -]?response|out of (the )?office)\b/i;
const postmaster = /^\s*(?:[^<]*<)?\s*(mailer-daemon|postmaster)@/i;

/**
 * What a machine wrote by itself: an answer that somebody is away, a report of delivery, a list, a letter of our own that
 * has come back (RFC 3834, RFC 3464). It is never acted on and never answered. What only `seems` so is neither, but where
 * its sender is known and answers a letter, a person reads it.
 */
export function automaticOf(
  headers: readonly Header[],
  envelopeFrom: string | undefined,
): 'surely' | 'seems' | undefined {
  const of = (key: string) => headers.filter((one) => one.key === key).map(({ value }) => value.trim());
  const has = (key: string, pattern: RegExp) => of(key).some((value) => pattern.test(value));
  const isSure =
    envelopeFrom?.replace(/^<(.*)>$/, '$1').trim() === '' ||
    has('return-path', /^<\s*>$/) ||
    has('auto-submitted', /^(?!no\b)/i) ||
    has('precedence', /^(bulk|list|junk|auto[_-]reply)\b/i) ||
    has(
      'content-type',
      /^(multipart\/report|message\/(delivery-status|disposition-notification|feedback-report))\b/i,
    ) ||
    has('from', postmaster) ||
    marks.some((key) => of(key).length > 0);
  if (isSure) return 'surely';
  return has('subject', away) || hints.some((key) => of(key).length > 0) ? 'seems' : undefined;
}
