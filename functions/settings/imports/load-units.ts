import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import { Role } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type ByteSource, eachRow } from '../../months/door.ts';
import { type FileItems, readItems } from '../reading-in/file-items.ts';
import { type Unit, unitsOfFile } from './file-units.ts';
import { besideFiles, type ImportName, type ImportRow, type RowPlace } from './import-row.ts';
import type { Import } from './import-store.ts';
import { bothLists, type Listed, type ListKind, type Lists } from './named-rows.ts';
import { type TableName, tableColumns } from './table-cells.ts';
import { TableReader } from './table-units.ts';

/** What the files say, or that one of them cannot be read at all. */
export type FileUnits = {
  readonly units: readonly Unit[];
  readonly unreadable: boolean;
  readonly lists: Lists;
};

const told = (row: ImportRow): Unit => ({ kind: 'told', row });
const unreadable = (file: ImportName, row: number, code: string, text: string): Unit =>
  told({ file, row, what: 'FAULT', at: file, code, text });

/** Only the month's forms are read from workbooks: what is wrong with one is that it is one. */
const words = {
  ROW_TOO_LONG: 'Raden tar aldrig slut.',
  TOO_MANY_ROWS: 'Filen har fler tomma rader än någon tabell har rader. Spara bara det som är ifyllt.',
  NOT_DECODABLE: 'Tecknen kan inte läsas. Spara filen som CSV i UTF-8.',
  WORKBOOK: 'Filen är en arbetsbok, inte en textfil. Spara den som CSV UTF-8 med semikolon.',
  PDF: 'Filen är en PDF, inte en textfil. Spara tabellen som CSV UTF-8 med semikolon.',
  NO_TEXT: 'Filen är en bild eller en packad fil. Spara tabellen som CSV UTF-8 med semikolon.',
} as const;
const wordsFor = (why: string): string => words[why as keyof typeof words] ?? words.WORKBOOK;

const jsonLists = ['rates', 'providers', 'units', 'officers', 'people', 'cases'] as const;

/** Whom `cases.json` names, in the lists that it has. */
const listsOf = (read: FileItems): Lists =>
  Object.fromEntries(
    jsonLists
      .filter((kind) => read[kind].isNamed)
      .map((kind): [ListKind, Listed] => {
        const { names, unsure } = read[kind];
        return [kind, { file: 'cases.json', names, unsure }];
      }),
  );

/** Where it stands is told beside it. */
const withoutPlace = (text: string, at: string): string => {
  const said = text.startsWith(`${at}: `) ? text.slice(at.length + 2) : text;
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`;
};

const faultRow = ({ at, code, message = at }: Fault): Unit => {
  const row = /\[(\d+)\]/.exec(at)?.[1];
  const place = row === undefined ? {} : { row: Number(row) + 1 };
  return told({ file: 'cases.json', ...place, what: 'FAULT', at, code, text: withoutPlace(message, at) });
};

type JsonUnits = FileUnits & { readonly faults: readonly Unit[] };

async function unitsOfJson(source: ByteSource, at: Instant): Promise<JsonUnits> {
  const read = await readItems(source, dateOf(at));
  if (!read.ok) return { units: [], faults: (read.faults ?? []).map(faultRow), unreadable: true, lists: {} };
  const roleOf = (text: string) => Role.safeParse(text).data;
  const faults = read.value.faults.map(faultRow);
  return { units: unitsOfFile(read.value, roleOf), faults, unreadable: false, lists: listsOf(read.value) };
}

/** Reads a table into the reader; what shuts it, when it cannot be read on. */
async function readTable(file: TableName, source: ByteSource, reader: TableReader): Promise<Unit | undefined> {
  const columns = tableColumns[file].split(';');
  let header = false;
  const shut = await eachRow(source, ({ row, fields }): Unit | undefined => {
    if (typeof fields === 'string') return unreadable(file, row, fields, wordsFor(fields));
    const filled = fields.findLastIndex((field) => field !== '') + 1;
    if (!header) {
      header = true;
      const isRight = filled === columns.length && columns.every((column, index) => fields[index] === column);
      return isRight ? undefined : unreadable(file, row, 'WRONG_HEADER', `Rubriken ska vara ${tableColumns[file]}.`);
    }
    if (fields.length < columns.length || filled > columns.length) reader.leaveOut(file, row);
    else reader.take(file, row, fields);
    return undefined;
  });
  return shut ?? (header ? undefined : unreadable(file, 1, 'EMPTY_FILE', 'Filen är tom, rubriken saknas.'));
}

type OfMunicipality = Extract<Unit, { kind: 'municipality' }>;

/** What the municipality has chosen beside its files: its name, and the choices that the routine is made of. */
function withChoices(units: readonly Unit[], { municipality, pack, set, invoiceAddress }: Import): readonly Unit[] {
  if ([municipality, pack, set, invoiceAddress].every((one) => one === undefined)) return units;
  const named = municipality === undefined ? {} : { name: municipality };
  const isTheirs = (unit: Unit): unit is OfMunicipality => unit.kind === 'municipality';
  if (units.some(isTheirs)) return units.map((unit) => (isTheirs(unit) ? { ...unit, ...named } : unit));
  const place: RowPlace = { file: besideFiles, at: (field) => field || 'municipality' };
  const own: OfMunicipality = { kind: 'municipality', place, rates: [], services: [], ...nothingWhole };
  return [{ ...own, ...named }, ...units];
}
const nothingWhole = { whole: { rates: false, services: false } } as const;

/** Of which list of `cases.json`, or which table, something is told, in the order in which they are carried out. */
const order: readonly string[] = [
  ...['rates', 'ersattning.csv', 'insatser.csv', 'providers', 'utforare.csv'],
  ...['units', 'officers', 'people', 'personal.csv', 'cases', 'kunder.csv'],
];
const rankOf = (unit: Unit): readonly [number, number] => {
  if (unit.kind === 'municipality') return [0, 0];
  const { file, row, at } =
    unit.kind === 'told'
      ? unit.row
      : ((place: RowPlace) => ({ ...place, at: place.at('') }))(
          unit.kind === 'case' ? unit.places[0].place : unit.place,
        );
  return [order.indexOf(file === 'cases.json' ? (/^\w+/.exec(at)?.[0] ?? '') : file), row ?? 0];
};

/** In the order in which they are carried out, and in the order of their rows, what is at fault among the rest. */
const inRowOrder = (units: readonly Unit[]): readonly Unit[] =>
  units
    .map((unit) => ({ unit, rank: rankOf(unit) }))
    .toSorted(({ rank: [a, x] }, { rank: [b, y] }) => a - b || x - y)
    .map(({ unit }) => unit);

/** Everything that the files of an import say, in the order in which it is carried out, which is that of their rows. */
export async function unitsOf(asked: Import, { documents }: Deps): Promise<FileUnits> {
  const all: Unit[] = [];
  const shut: Unit[] = [];
  const reader = new TableReader();
  let lists: Lists = {};
  for (const { name, documentId } of asked.files) {
    const document = await documents.find('incoming', documentId);
    const source = { chunks: () => documents.read('incoming', documentId) };
    if (!document) shut.push(unreadable(name, 1, 'file-not-found', 'Filen finns inte.'));
    else if (name === 'cases.json') {
      const json = await unitsOfJson(source, asked.askedAt);
      if (json.unreadable) shut.push(...json.faults);
      else all.push(...json.faults, ...json.units);
      lists = json.lists;
    } else {
      const stopped = await readTable(name, source, reader);
      if (stopped) shut.push(stopped);
    }
  }
  const has = new Set(asked.files.map(({ name }) => name));
  const tables = reader.units(has);
  all.push(...reader.faults.map(told), ...tables);
  const units = [...shut, ...inRowOrder(withChoices(all, asked))];
  return { units, unreadable: shut.length > 0, lists: bothLists(reader.lists(has), lists) };
}
