type Header = { readonly key: string; readonly value: string };

/** What a machine wrote by itself: an answer that somebody is away, a report of delivery, a list (RFC 3834, RFC 3464). */
export function isAutomatic(headers: readonly Header[], envelopeFrom: string | undefined): boolean {
  const of = (key: string) => headers.filter((one) => one.key === key).map(({ value }) => value.trim().toLowerCase());
  return (
    envelopeFrom === '' ||
    of('auto-submitted').some((value) => !value.startsWith('no')) ||
    of('precedence').some((value) => /^(bulk|list|junk|auto_reply)/.test(value)) ||
    of('content-type').some((value) => /^multipart\/report\b/.test(value)) ||
    ['x-auto-response-suppress', 'list-id', 'x-autoreply', 'x-autorespond', 'x-loop'].some((key) => of(key).length > 0)
  );
}
