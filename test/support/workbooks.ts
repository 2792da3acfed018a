import { writeOds } from 'hucre/ods';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { ZipFile } from 'yazl';

/** A workbook of sheets, as another program's library writes it. */
export const xlsxOf = (sheets: WriteSheet[], more: { dateSystem?: '1904'; stringMode?: 'inline' } = {}) =>
  writeXlsx({ sheets, ...more });

export const odsOf = (sheets: WriteSheet[]) => writeOds({ sheets });

/** A packed file of the given pieces, in order. */
export async function packed(
  pieces: readonly (readonly [name: string, content: string | Buffer])[],
  compress = true,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of pieces) zip.addBuffer(Buffer.from(content as string), name, { compress });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';

type HandMade = {
  /** The inside of `sheetData`, and what stands before it. */
  readonly sheetData: string;
  readonly cols?: string;
  readonly sharedStrings?: readonly string[];
  readonly is1904?: boolean;
  /** Parts are named from the file's root, not from the folder of the part that names them. */
  readonly absolute?: boolean;
  readonly more?: readonly (readonly [string, string])[];
  readonly relations?: string;
};

/** A workbook of one sheet, written by hand as the standard allows and few programs do: names with a prefix of their own. */
export function handMade({
  sheetData,
  cols = '',
  sharedStrings = [],
  is1904 = false,
  absolute = false,
  more = [],
  relations = '',
}: HandMade): Promise<Buffer> {
  const place = (name: string) => (absolute ? `/book/${name}` : name);
  return packed([
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packaged}"><Relationship Id="a" Type="${office}/officeDocument" Target="/book/main.xml"/></Relationships>`,
    ],
    [
      'book/main.xml',
      `${head}<x:workbook xmlns:x="${main}" xmlns:rel="${office}"><x:workbookPr date1904="${is1904}"/><x:sheets><x:sheet name="Tidsrapport" sheetId="1" rel:id="b"/></x:sheets></x:workbook>`,
    ],
    [
      'book/_rels/main.xml.rels',
      `${head}<Relationships xmlns="${packaged}"><Relationship Id="b" Type="${office}/worksheet" Target="${place('one.xml')}"/><Relationship Id="c" Type="${office}/sharedStrings" Target="${place('words.xml')}"/>${relations}</Relationships>`,
    ],
    [
      'book/one.xml',
      `${head}<x:worksheet xmlns:x="${main}">${cols}<x:sheetData>${sheetData}</x:sheetData></x:worksheet>`,
    ],
    ['book/words.xml', `${head}<sst xmlns="${main}">${sharedStrings.map((text) => `<si>${text}</si>`).join('')}</sst>`],
    ...more,
  ]);
}
