/**
 * On every answer. Nothing here needs a script but one: the form by which the identity provider signs out who was signed
 * in when somebody else signs in sends itself. `script-src` is empty and allows nothing; the provider adds the hash of
 * that one script on that one page. The referrer stays within the machine; with `no-referrer` a browser
 * would send `Origin: null` with the pages' own forms, and the guard would refuse them.
 */
export const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;
