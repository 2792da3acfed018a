import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { withBoundedTexts } from './bounded-texts.ts';
import type { Invoice } from './invoice.ts';
import { readFigures } from './read-figures.ts';
import { readUbl } from './read-ubl.ts';
import { readXml } from './read-xml.ts';
import type { XmlElement } from './xml-element.ts';

/** No invoice for a month comes near; what is larger is not read. */
export const mostInvoiceBytes = 5 * 1024 * 1024;

/** An invoice as it was read, and the document itself where it is UBL, for the rules of its format. */
export type ReadInvoice = { readonly invoice: Invoice; readonly document?: XmlElement };

/** The encodings that a file may name; Peppol asks for UTF-8. */
const encodings = ['utf-8', 'utf8', 'us-ascii', 'iso-8859-1', 'windows-1252', 'utf-16'];

/** The encoding of an XML file: by its byte order mark, else by what it says of itself, else UTF-8. */
function encodingOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const said =
    /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  return encodings.includes(said) ? said : undefined;
}

function textOf(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads an invoice, UBL or keyed figures. Refused is what cannot be judged at all: too large, not text, with a document
 * type or entities, or another document.
 */
export function readInvoice(bytes: Uint8Array): Result<ReadInvoice, 'invoice-too-large' | 'invoice-unreadable'> {
  if (bytes.length > mostInvoiceBytes) return refuse('invalid', 'invoice-too-large');
  const text = textOf(bytes)?.replace(/^\ufeff/, '');
  if (text === undefined) return refuse('invalid', 'invoice-unreadable');
  if (!/^\s*</.test(text)) {
    const invoice = readFigures(jsonOf(text));
    return invoice ? accept({ invoice: withBoundedTexts(invoice) }) : refuse('invalid', 'invoice-unreadable');
  }
  const document = readXml(text);
  if (document?.name !== 'Invoice' && document?.name !== 'CreditNote') return refuse('invalid', 'invoice-unreadable');
  return accept({ invoice: withBoundedTexts(readUbl(document)), document });
}
