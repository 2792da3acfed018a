import { found, plainText, textAt, type XmlElement } from '../../reading/xml-element.ts';

/** A rule of the invoice's format, by the id that EN 16931, Peppol or Sweden gives it; `breaks` names each place. */
export type FormatRule = {
  readonly id: string;
  /** What is asked for, in words for who wrote the invoice. */
  readonly text: string;
  readonly breaks: (root: XmlElement) => readonly string[];
};

/** Of what a rule speaks: paths from the root, `''` being the root itself, or whatever is picked out. */
export type Context = string | readonly string[] | ((root: XmlElement) => readonly XmlElement[]);

function chosen(root: XmlElement, context: Context): readonly XmlElement[] {
  if (typeof context === 'function') return context(root);
  const paths = typeof context === 'string' ? [context] : context;
  return paths.flatMap((path) => (path === '' ? [root] : found(root, path)));
}

/** A rule that each element of a context is to hold. */
export const formatRule = (
  id: string,
  context: Context,
  holds: (element: XmlElement, root: XmlElement) => boolean,
  text: string,
): FormatRule => ({
  id,
  text,
  breaks: (root) =>
    chosen(root, context)
      .filter((element) => !holds(element, root))
      .map(({ at }) => at),
});

/** Holds when there is something to read at one of the paths. */
export const says =
  (...paths: readonly string[]) =>
  (element: XmlElement): boolean =>
    paths.some((path) => textAt(element, path) !== '');

/** Holds when there is no more than one of what a path leads to. */
export const atMostOne =
  (path: string) =>
  (element: XmlElement): boolean =>
    found(element, path).length <= 1;

/** Holds when the element's own text is one of those. */
export const isOneOf = (...words: readonly string[]) => {
  const known = new Set(words);
  return (element: XmlElement): boolean => known.has(plainText(element.text));
};

export const invoiceLines = ['cac:InvoiceLine', 'cac:CreditNoteLine'] as const;
export const sellerParty = 'cac:AccountingSupplierParty/cac:Party';
export const buyerParty = 'cac:AccountingCustomerParty/cac:Party';

/** Allowances, or charges, of the invoice as a whole or of a line. */
export const ofKind = (all: readonly XmlElement[], isCharge: boolean): readonly XmlElement[] =>
  all.filter((one) => /^(?:true|1)$/.test(textAt(one, 'cbc:ChargeIndicator')) === isCharge);

/** Whether a party's or a category's scheme is that of value added tax. */
export const isVat = (element: XmlElement): boolean => textAt(element, 'cac:TaxScheme/cbc:ID').toUpperCase() === 'VAT';
