/** No scan of a month has more pictures. */
const mostPictures = 1200;

/** The pictures of a PDF that a browser shows by itself, and how many there are of other kinds. */
export type PdfPictures = { readonly jpegs: readonly Uint8Array<ArrayBuffer>[]; readonly others: number };

/** As long as it says of itself, else to where it ends. */
function contentEnd(text: string, dictionary: string, from: number): number {
  const [, length] = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary) ?? [];
  const end = from + Number(length ?? Number.NaN);
  return text.slice(end, end + 12).includes('endstream') ? end : text.indexOf('endstream', from);
}

/**
 * The scanned pages of a PDF, in the order of the file, without rendering it: scanners and telephones lay each page in it
 * as one JPEG. Nothing else of the file is read.
 */
export function picturesInPdf(bytes: Uint8Array): PdfPictures {
  const text = new TextDecoder('latin1').decode(bytes);
  const jpegs: Uint8Array<ArrayBuffer>[] = [];
  let others = 0;
  const image = /\/Subtype\s*\/Image\b/g;
  for (let found = image.exec(text); found && jpegs.length + others < mostPictures; found = image.exec(text)) {
    const stream = text.indexOf('stream', found.index);
    if (stream < 0) break;
    const dictionary = text.slice(text.lastIndexOf(' obj', found.index), stream);
    const from = stream + (text.startsWith('\r\n', stream + 6) ? 8 : 7);
    const end = contentEnd(text, dictionary, from);
    if (end < 0) break;
    // What is packed a second time is no picture that a browser knows.
    if (/\/Filter\s*(?:\[\s*)?\/DCTDecode\s*(?:\]|\/|>|$)/.test(dictionary.trimEnd()))
      jpegs.push(Uint8Array.from(bytes.subarray(from, end)));
    // A mask lies beside its picture and is no page.
    else if (!/\/ImageMask\s+true/.test(dictionary)) others += 1;
    image.lastIndex = end;
  }
  return { jpegs, others };
}
