import type { PackedFile } from './packed-file.ts';
import {
  type CellValue,
  mostSheetColumns,
  mostSheetRows,
  NotTaken,
  type SheetCell,
  type SheetRow,
  type Workbook,
  type WorkSheet,
} from './sheet.ts';
import { attribute, tagFrom, tagsOf, unescaped, type XmlTag, xmlText } from './xml-scan.ts';

/** Styles by which a table, a row or a column is not shown. */
function hiddenStyles(xml: string): ReadonlySet<string> {
  const hidden = new Set<string>();
  let style = '';
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'style' && !tag.isEnd) style = attribute(tag.attributes, 'name') ?? '';
    if (tag.name === 'table-properties' && attribute(tag.attributes, 'display') === 'false') hidden.add(style);
    if (tag.name === 'body') break;
  }
  return hidden;
}

const isCollapsed = ({ attributes }: XmlTag): boolean => /visibility\s*=\s*["'](collapse|filter)["']/.test(attributes);

/** `PT08H30M00S` as minutes of the day. */
function minutesOf(time: string): number | undefined {
  const [, hours, minutes, seconds = '0'] = /^PT(\d+)H(\d+)M(?:([\d.,]+)S)?$/.exec(time) ?? [];
  if (hours === undefined || Number(seconds.replace(',', '.')) !== 0) return undefined;
  return Number(hours) * 60 + Number(minutes);
}

function typedValue({ attributes }: XmlTag, text: string): CellValue {
  switch (attribute(attributes, 'value-type')) {
    case 'float':
    case 'percentage':
    case 'currency':
      return Number(attribute(attributes, 'value') ?? Number.NaN);
    case 'date':
      return { date: (attribute(attributes, 'date-value') ?? '').slice(0, 16) };
    case 'time': {
      const minutes = minutesOf(attribute(attributes, 'time-value') ?? '');
      return minutes === undefined ? text : { minutes };
    }
    case 'string':
      return attribute(attributes, 'string-value') ?? text;
    default:
      return text;
  }
}

/** The paragraphs of a cell, a line each; what is noted beside it is left out. */
function cellText(xml: string, tag: XmlTag): { readonly text: string; readonly to: number } {
  if (tag.isEmpty) return { text: '', to: tag.to };
  let text = '';
  let paragraphs = 0;
  let noted = 0;
  let at = tag.to;
  for (;;) {
    const next = tagFrom(xml, at);
    if (!next) throw new NotTaken('DAMAGED');
    if (paragraphs > 0 && noted === 0) text += unescaped(xml.slice(at, next.from));
    at = next.to;
    if (next.isEnd && /^(table-cell|covered-table-cell)$/.test(next.name))
      return { text: text.replace(/\n$/, ''), to: at };
    if (next.name === 'annotation') noted += next.isEnd ? -1 : next.isEmpty ? 0 : 1;
    else if (noted > 0) continue;
    else if (next.name === 's' && !next.isEnd)
      text += ' '.repeat(Math.min(Number(attribute(next.attributes, 'c') ?? 1), 1000));
    else if (next.name === 'tab') text += '\t';
    else if (next.name === 'line-break') text += '\n';
    else if (next.name === 'p' && !next.isEmpty) {
      paragraphs += next.isEnd ? -1 : 1;
      if (next.isEnd) text += '\n';
    }
  }
}

const repeats = ({ attributes }: XmlTag, name: string): number =>
  Math.max(1, Number(attribute(attributes, name) ?? 1) || 1);

function tableFrom(xml: string, table: XmlTag, hiddenBy: ReadonlySet<string>): { sheet: WorkSheet; to: number } {
  const name = attribute(table.attributes, 'name') ?? '';
  const isHidden = hiddenBy.has(attribute(table.attributes, 'style-name') ?? '');
  const rows: SheetRow[] = [];
  let hides = false;
  let [row, column, times] = [0, 0, 1];
  let cells: SheetCell[] = [];
  for (let tag = tagFrom(xml, table.to); tag; ) {
    let to = tag.to;
    if (tag.isEnd && tag.name === 'table')
      return { sheet: { name, isHidden, content: async () => ({ rows, hides }) }, to };
    if (tag.name === 'table-column' && !tag.isEnd) hides ||= isCollapsed(tag);
    else if (tag.name === 'table-row') {
      if (!tag.isEnd) {
        [cells, column, times] = [[], 0, repeats(tag, 'number-rows-repeated')];
        hides ||= isCollapsed(tag);
      }
      if (tag.isEnd || tag.isEmpty) {
        if (cells.length > 0) {
          if (row + times > mostSheetRows) throw new NotTaken('TOO_LARGE');
          for (let n = 1; n <= times; n += 1) rows.push({ row: row + n, cells });
        }
        row += times;
      }
    } else if (/^(covered-)?table-cell$/.test(tag.name) && !tag.isEnd) {
      const many = repeats(tag, 'number-columns-repeated');
      const read = cellText(xml, tag);
      to = read.to;
      const isFormula = attribute(tag.attributes, 'formula') !== undefined;
      const value = typedValue(tag, read.text);
      if (value !== '' || isFormula) {
        if (column + many > mostSheetColumns) throw new NotTaken('TOO_LARGE');
        for (let n = 0; n < many; n += 1)
          cells.push({ column: column + n, value: value === '' ? undefined : value, isFormula });
      }
      column += many;
    }
    tag = tagFrom(xml, to);
  }
  throw new NotTaken('DAMAGED');
}

/** A workbook as LibreOffice writes it (OpenDocument). */
export async function readOds(file: PackedFile): Promise<Workbook> {
  if (file.names.some((name) => /^(Basic|Scripts)\//.test(name) && !name.endsWith('/'))) throw new NotTaken('MACROS');
  const manifest = await file.piece('META-INF/manifest.xml');
  if (manifest?.includes('encryption-data')) throw new NotTaken('ENCRYPTED');
  const bytes = await file.piece('content.xml');
  if (!bytes) throw new NotTaken('NOT_A_WORKBOOK');
  const xml = xmlText(bytes);
  const hiddenBy = hiddenStyles(xml);
  const sheets: WorkSheet[] = [];
  for (let tag = tagFrom(xml, 0); tag; ) {
    if (tag.name !== 'table' || tag.isEnd) {
      tag = tagFrom(xml, tag.to);
      continue;
    }
    const read = tag.isEmpty ? undefined : tableFrom(xml, tag, hiddenBy);
    if (read) sheets.push(read.sheet);
    tag = tagFrom(xml, read?.to ?? tag.to);
  }
  return { sheets, startsIn1904: false };
}
