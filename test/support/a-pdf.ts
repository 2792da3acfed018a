import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';

/** A PDF as a program makes it. */
export function aPdf(
  draw: (document: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  return new Promise((resolve) => {
    const document = new PDFDocument(options);
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    draw(document);
    document.end();
  });
}

export const flate = (content: string | Buffer): Buffer =>
  deflateSync(typeof content === 'string' ? Buffer.from(content, 'latin1') : content);

/** An object of a PDF that is written by hand: a value, or a dictionary's inside with a stream. */
export const pdfObject = (number: number, head: string, stream?: string | Buffer): Buffer => {
  if (stream === undefined) return Buffer.from(`${number} 0 obj\n${head}\nendobj\n`, 'latin1');
  const bytes = typeof stream === 'string' ? Buffer.from(stream, 'latin1') : stream;
  return Buffer.concat([
    Buffer.from(`${number} 0 obj\n<<${head}/Length ${bytes.length}>>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
};

export const handMadePdf = (...objects: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), ...objects, Buffer.from('trailer<</Root 1 0 R>>')]);

const helvetica = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';

/** A page of operators; `F` is Helvetica, or another font. */
export const aPageOf = (
  content: string | Buffer,
  { font = helvetica, more = '', head = '' }: { font?: string; more?: string; head?: string } = {},
  ...others: readonly Buffer[]
): Buffer =>
  handMadePdf(
    pdfObject(3, `<</Type/Page/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${more}>>>>`),
    pdfObject(5, font),
    pdfObject(4, head, content),
    ...others,
  );
