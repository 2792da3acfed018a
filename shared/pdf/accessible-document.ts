import PDFDocument from 'pdfkit';

export type About = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly created: Date;
};

/** What the library has and its types lack. */
type Library = { appendXML(xml: string): void; endMetadata(): void; push(piece: Uint8Array | null): boolean };
type Page = { content: { buffer: Uint8Array[] } };

const declaration = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>`;

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (letter) => markup[letter] ?? '');
/** On one line, and without what XML cannot hold. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Noncharacter_Code_Point}\s]+/gu, ' ')
    .trim();

/**
 * An empty A4 document in Swedish that says of itself that it is PDF/UA-1. It says so here and not by the library's
 * `subset`, which adds a CIDSet that leaves out the parts of Å, Ä and Ö (7.21.4.2-2); and the library writes the title
 * into its metadata as if it were markup.
 */
export function accessibleDocument(
  about: About,
  margins: PDFKit.PDFDocumentOptions['margins'],
  layout: 'portrait' | 'landscape' = 'portrait',
) {
  const info = {
    Title: plain(about.title),
    Author: plain(about.author),
    Subject: plain(about.subject),
    Creator: 'Utfört',
    Producer: 'Utfört',
    CreationDate: about.created,
    ModDate: about.created,
  };
  const doc = new PDFDocument({
    size: 'A4',
    layout,
    margins,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'sv-SE',
    displayTitle: true,
    bufferPages: true,
    info,
    // No font to begin with: one given here is read again from its bytes each time that it is asked for.
    font: null as unknown as string,
  });
  const library = doc as PDFKit.PDFDocument & Library;
  const endMetadata = library.endMetadata.bind(doc);
  library.endMetadata = () => {
    library.appendXML(declaration);
    const { Title, Author, Subject } = info;
    doc.info = { ...doc.info, Title: escaped(Title), Author: escaped(Author), Subject: escaped(Subject) };
    endMetadata();
  };
  return { doc, bytes: keepingTogether(library) };
}

/**
 * The library writes in pieces of a few letters, each an object of its own: of 3,000 cases 100 MB. A page that is left
 * is put together at once, and so is what is done. Gives what has been written so far.
 */
function keepingTogether(library: PDFKit.PDFDocument & Library): () => Uint8Array {
  let left: Page | undefined;
  library.on('pageAdded', () => {
    if (left) left.content.buffer = [Buffer.concat(left.content.buffer)];
    left = library.page as unknown as Page;
  });
  const done = [library.read() as Uint8Array]; // the first line is written when the document begins
  let pieces: Uint8Array[] = [];
  library.push = (piece) => {
    if (piece) pieces.push(piece);
    if (!piece || pieces.length === 10_000) {
      done.push(Buffer.concat(pieces));
      pieces = [];
    }
    return true;
  };
  return () => Buffer.concat([...done, ...pieces]);
}
