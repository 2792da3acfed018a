import type { PackedFile } from './packed-file.ts';
import {
  type CellValue,
  mostColumns,
  mostSheetRows,
  NotTaken,
  type SheetCell,
  type SheetContent,
  type SheetRow,
  type Workbook,
  type WorkSheet,
} from './sheet.ts';
import { attribute, tagFrom, tagsOf, textWithin, unescaped, xmlText } from './xml-scan.ts';

async function part(file: PackedFile, name: string): Promise<string | undefined> {
  const bytes = await file.piece(name);
  return bytes && xmlText(bytes);
}

/** The place of what a part names, from the part's own folder or, with a slash first, from the file's. */
function placeOf(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target.slice(1) : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

type Relation = { readonly id: string; readonly type: string; readonly place: string; readonly isOutside: boolean };

async function relationsOf(file: PackedFile, name: string): Promise<readonly Relation[]> {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const xml = (await part(file, `${folder}_rels/${name.slice(folder.length)}.rels`)) ?? '';
  const relations: Relation[] = [];
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'Relationship' || tag.isEnd) continue;
    const [id = '', type = '', target = ''] = ['Id', 'Type', 'Target'].map((one) => attribute(tag.attributes, one));
    const isOutside = attribute(tag.attributes, 'TargetMode') === 'External';
    relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), place: placeOf(target, folder), isOutside });
  }
  return relations;
}

/** Line breaks and other signs that XML has no room for, as the program writes them. */
const unwound = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** The text of an item: its runs together, without what is said of how it is read aloud. */
function itemText(xml: string, from: number, end: string): { text: string; to: number } {
  let text = '';
  let isAloud = false;
  for (let tag = tagFrom(xml, from); tag; tag = tagFrom(xml, tag.to)) {
    if (tag.isEnd && tag.name === end) return { text: unwound(text), to: tag.to };
    if (tag.name === 'rPh') isAloud = !tag.isEnd && !tag.isEmpty;
    else if (tag.name === 't' && !tag.isEnd) {
      const within = textWithin(xml, tag);
      if (!isAloud) text += within.text;
      tag = { ...tag, to: within.to };
    }
  }
  throw new NotTaken('DAMAGED');
}

function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  for (let tag = tagFrom(xml, 0); tag; ) {
    if (tag.name !== 'si' || tag.isEnd) {
      tag = tagFrom(xml, tag.to);
      continue;
    }
    if (tag.isEmpty) texts.push('');
    const item = tag.isEmpty ? { text: '', to: tag.to } : itemText(xml, tag.to, 'si');
    if (!tag.isEmpty) texts.push(item.text);
    tag = tagFrom(xml, item.to);
  }
  return texts;
}

/** `BC12` as its column from 0; −1 where no letters are. */
function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return at === 0 ? -1 : column - 1;
}

/** What a cell of a type says, by what it was written as. */
function cellValue(
  type: string | undefined,
  written: string | undefined,
  texts: readonly string[],
): CellValue | undefined {
  if (written === undefined) return undefined;
  switch (type) {
    case 's':
      return texts[Number(written)] ?? '';
    case 'str':
    case 'inlineStr':
      return unwound(written);
    case 'd':
      return { date: written.slice(0, 16) };
    case 'b':
      return written === '1' ? 'SANT' : 'FALSKT';
    case 'e':
      return written;
    default: {
      const number = Number(written);
      return written.trim() === '' || Number.isNaN(number) ? written : number;
    }
  }
}

type CellRead = { readonly cell: SheetCell | undefined; readonly to: number };

function cellFrom(
  xml: string,
  tag: NonNullable<ReturnType<typeof tagFrom>>,
  next: number,
  texts: readonly string[],
): CellRead {
  const reference = attribute(tag.attributes, 'r');
  const column = reference === undefined ? next : columnOf(reference);
  let type = attribute(tag.attributes, 't');
  let written: string | undefined;
  let isFormula = false;
  let to = tag.to;
  if (!tag.isEmpty) {
    for (let inner = tagFrom(xml, to); ; ) {
      if (!inner) throw new NotTaken('DAMAGED');
      to = inner.to;
      if (inner.isEnd && inner.name === 'c') break;
      if (!inner.isEnd && inner.name === 'f') {
        isFormula = true;
        to = textWithin(xml, inner).to;
      } else if (!inner.isEnd && inner.name === 'v') {
        const end = inner.isEmpty ? inner.to : xml.indexOf('<', inner.to);
        if (end < 0) throw new NotTaken('DAMAGED');
        if (!inner.isEmpty) written = unescaped(xml.slice(inner.to, end));
        to = inner.isEmpty ? inner.to : (tagFrom(xml, end)?.to ?? end);
      } else if (!inner.isEnd && !inner.isEmpty && inner.name === 'is') {
        const item = itemText(xml, inner.to, 'is');
        [written, type, to] = [item.text, 'str', item.to];
      }
      inner = tagFrom(xml, to);
    }
  }
  if (written === undefined && !isFormula) return { cell: undefined, to };
  return { cell: { column, value: cellValue(type, written, texts), isFormula }, to };
}

const says = ({ value, isFormula }: SheetCell): boolean => isFormula || (value !== undefined && value !== '');
const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

function contentOf(xml: string, texts: readonly string[]): SheetContent {
  const rows: SheetRow[] = [];
  let hides = false;
  let row = 0;
  let cells: SheetCell[] = [];
  let column = 0;
  for (let tag = tagFrom(xml, 0); tag; ) {
    let to = tag.to;
    if (tag.name === 'col' && !tag.isEnd) hides ||= isOn(attribute(tag.attributes, 'hidden'));
    else if (tag.name === 'row') {
      if (!tag.isEnd) {
        const number = attribute(tag.attributes, 'r');
        row = number === undefined ? row + 1 : Number(number);
        if (!Number.isInteger(row) || row < 1 || row > mostSheetRows) throw new NotTaken('TOO_LARGE');
        hides ||= isOn(attribute(tag.attributes, 'hidden'));
        [cells, column] = [[], 0];
      }
      if ((tag.isEnd || tag.isEmpty) && cells.length > 0) {
        rows.push({ row, cells });
        cells = [];
      }
    } else if (tag.name === 'c' && !tag.isEnd) {
      const read = cellFrom(xml, tag, column, texts);
      to = read.to;
      if (read.cell) {
        if (says(read.cell) && (read.cell.column >= mostColumns || read.cell.column < 0))
          throw new NotTaken('TOO_LARGE');
        column = read.cell.column + 1;
        if (says(read.cell)) cells.push(read.cell);
      } else column = Math.max(0, columnOf(attribute(tag.attributes, 'r') ?? '')) + 1;
    } else if (tag.isEnd && tag.name === 'sheetData') break;
    tag = tagFrom(xml, to);
  }
  return { rows, hides };
}

/** No book of a month has so many sheets. */
const mostSheets = 50;

/** A workbook as Excel, LibreOffice and others write it (ECMA-376), by its parts' relations and never by their names. */
export async function readXlsx(file: PackedFile): Promise<Workbook> {
  if (file.names.some((name) => /vbaProject|macrosheets/i.test(name))) throw new NotTaken('MACROS');
  const main = (await relationsOf(file, '')).find(({ type }) => type === 'officeDocument')?.place ?? 'xl/workbook.xml';
  const book = await part(file, main);
  if (book === undefined) throw new NotTaken('NOT_A_WORKBOOK');
  const relations = await relationsOf(file, main);
  if (relations.some(({ type, isOutside }) => type === 'externalLink' || isOutside))
    throw new NotTaken('EXTERNAL_LINKS');
  const shared = relations.find(({ type }) => type === 'sharedStrings');
  let texts: readonly string[] | undefined;
  const readTexts = async () => sharedTexts((shared && (await part(file, shared.place))) ?? '');
  const sheets: WorkSheet[] = [];
  let startsIn1904 = false;
  for (const tag of tagsOf(book)) {
    if (tag.isEnd) continue;
    if (tag.name === 'workbookPr') startsIn1904 = isOn(attribute(tag.attributes, 'date1904'));
    if (tag.name !== 'sheet') continue;
    const relation = relations.find(({ id }) => id === attribute(tag.attributes, 'id'));
    // A chart may be a sheet, too.
    if (relation?.type !== 'worksheet') continue;
    if (sheets.length === mostSheets) throw new NotTaken('TOO_LARGE');
    sheets.push({
      name: attribute(tag.attributes, 'name') ?? '',
      isHidden: (attribute(tag.attributes, 'state') ?? 'visible') !== 'visible',
      async content() {
        texts ??= await readTexts();
        return contentOf((await part(file, relation.place)) ?? '', texts);
      },
    });
  }
  return { sheets, startsIn1904 };
}
