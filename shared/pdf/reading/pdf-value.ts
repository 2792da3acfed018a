/** What stands in a PDF: numbers, names, strings (bytes as latin-1), lists, dictionaries, and references to objects. */
export type PdfValue = number | boolean | null | PdfName | PdfText | PdfRef | PdfWord | PdfDict | readonly PdfValue[];
type PdfName = { readonly kind: 'name'; readonly name: string };
type PdfText = { readonly kind: 'text'; readonly bytes: string };
type PdfRef = { readonly kind: 'ref'; readonly to: number };
/** An operator, or a keyword such as `stream`. */
type PdfWord = { readonly kind: 'word'; readonly word: string };
export type PdfDict = { readonly kind: 'dict'; readonly of: ReadonlyMap<string, PdfValue> };

/** Thrown while a PDF is read, and caught where its reading began: why nothing can be known of its text. */
export class NotReadable extends Error {
  readonly why: WhyNotReadable;
  constructor(why: WhyNotReadable) {
    super(`a PDF that cannot be searched: ${why}`);
    this.why = why;
  }
}

/**
 * Why a PDF's text cannot be searched: `broken`, or written twice over; `encrypted`; `large`, more than an invoice has;
 * `picture`, where words can stand in a picture or be drawn; `letters`, whose letters the file does not tell; `empty`.
 */
export type WhyNotReadable = 'broken' | 'encrypted' | 'large' | 'picture' | 'letters' | 'empty';

type Kind = 'name' | 'text' | 'ref' | 'word' | 'dict';
type OfKind<K extends Kind> = Extract<PdfValue, { readonly kind: K }>;

/** The value when it is of that kind. */
export const as = <K extends Kind>(kind: K, value: PdfValue | undefined): OfKind<K> | undefined =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind
    ? (value as OfKind<K>)
    : undefined;

export const pdfName = (value: PdfValue | undefined): string | undefined => as('name', value)?.name;

export const listIn = (value: PdfValue | undefined): readonly PdfValue[] | undefined =>
  Array.isArray(value) ? value : undefined;

export const numberIn = (value: PdfValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;
