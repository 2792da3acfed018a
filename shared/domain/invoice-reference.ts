/**
 * What an invoice refers to, of the statement's record: enough of its hash to find it, and nothing about anyone. It
 * begins with a letter and is read in fours, so that no spreadsheet takes it for a number: `U-0123-4567-89ab-cdef`.
 */
export const invoiceReference = ({ sha256 }: { readonly sha256: string }): string =>
  `U-${sha256.slice(0, 16).replace(/(.{4})(?=.)/g, '$1-')}`;
