import { columnAt, PlainCell } from './plain-cell.ts';
import {
  type CellValue,
  mostSheetColumns,
  mostSheetRows,
  NotTaken,
  type SheetCell,
  type SheetContent,
  type SheetRow,
} from './sheet.ts';
import { itemText, unwound } from './xlsx-texts.ts';
import { attribute, tagFrom, textWithin, unescaped } from './xml-scan.ts';

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

/** A cell that says something, or the column of one that says nothing, and the place behind it. */
type CellRead = { readonly cell: SheetCell | undefined; readonly column: number; readonly to: number };

function cellFrom(
  xml: string,
  tag: NonNullable<ReturnType<typeof tagFrom>>,
  next: number,
  texts: readonly string[],
): CellRead {
  const reference = attribute(tag.attributes, 'r');
  const column = reference === undefined ? next : columnAt(reference);
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
  if (written === undefined && !isFormula) return { cell: undefined, column, to };
  return { cell: { column, value: cellValue(type, written, texts), isFormula }, column, to };
}

const says = ({ value, isFormula }: SheetCell): boolean => isFormula || (value !== undefined && value !== '');
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** What stands in a sheet's part, by the rows' own numbers. */
export function contentOf(xml: string, texts: readonly string[]): SheetContent {
  const rows: SheetRow[] = [];
  let hides = false;
  let row = 0;
  let cells: SheetCell[] = [];
  let column = 0;
  const take = (cell: SheetCell) => {
    column = cell.column + 1;
    if (!says(cell)) return;
    if (cell.column >= mostSheetColumns || cell.column < 0) throw new NotTaken('TOO_LARGE');
    cells.push(cell);
  };
  const plain = new PlainCell();
  for (let from = xml.indexOf('<'); from >= 0; ) {
    const next = plain.read(xml, from);
    if (next > 0) {
      take({ column: plain.column, value: cellValue(plain.type, plain.written, texts), isFormula: false });
      from = xml.indexOf('<', next);
      continue;
    }
    const tag = tagFrom(xml, from);
    if (!tag) break;
    let to = tag.to;
    if (tag.name === 'col' && !tag.isEnd) hides ||= isOn(attribute(tag.attributes, 'hidden'));
    else if (tag.name === 'row') {
      if (!tag.isEnd) {
        const number = attribute(tag.attributes, 'r');
        row = number === undefined ? row + 1 : Number(number);
        if (!Number.isInteger(row) || row < 1) throw new NotTaken('TOO_LARGE');
        hides ||= isOn(attribute(tag.attributes, 'hidden'));
        [cells, column] = [[], 0];
      }
      if ((tag.isEnd || tag.isEmpty) && cells.length > 0) {
        // Only where something stands: LibreOffice writes the last rows that a sheet can have, empty, when others are taken away.
        if (row > mostSheetRows) throw new NotTaken('TOO_LARGE');
        rows.push({ row, cells });
        cells = [];
      }
    } else if (tag.name === 'c' && !tag.isEnd) {
      const read = cellFrom(xml, tag, column, texts);
      to = read.to;
      if (read.cell) take(read.cell);
      else column = read.column + 1;
    } else if (tag.isEnd && tag.name === 'sheetData') break;
    from = xml.indexOf('<', to);
  }
  return { rows, hides };
}
