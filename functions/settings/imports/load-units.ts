import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { Role } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type ByteSource, eachRow, type Unreadable } from '../../months/door.ts';
import { aheadOf, readWithCustomers } from '../reading-in/municipality-file.ts';
import { type Unit, unitsOfFile } from './file-units.ts';
import { besideFiles, type ImportName, type ImportRow, type RowPlace } from './import-row.ts';
import type { Import } from './import-store.ts';
import { type TableName, tableColumns } from './table-cells.ts';
import { TableReader } from './table-units.ts';

/** What the files say, or that one of them cannot be read at all. */
export type FileUnits = {
  readonly units: readonly Unit[];
  readonly unreadable: boolean;
  readonly has: ReadonlySet<ImportName>;
};

const told = (row: ImportRow): Unit => ({ kind: 'told', row });
const unreadable = (file: ImportName, row: number, code: string, text: string): Unit =>
  told({ file, row, what: 'FAULT', at: file, code, text });

const words: Readonly<Record<Unreadable, string>> = {
  ROW_TOO_LONG: 'Raden tar aldrig slut.',
  NOT_DECODABLE: 'Tecknen kan inte läsas. Spara filen som CSV i UTF-8.',
  WORKBOOK: 'Filen är en arbetsbok, inte en textfil. Spara den som CSV UTF-8 med semikolon.',
  PDF: 'Filen är en PDF, inte en textfil. Spara tabellen som CSV UTF-8 med semikolon.',
  NO_TEXT: 'Filen är en bild eller en packad fil. Spara tabellen som CSV UTF-8 med semikolon.',
};

async function unitsOfJson(source: ByteSource, at: Instant): Promise<{ units: readonly Unit[]; unreadable: boolean }> {
  const read = await readWithCustomers(source);
  const faults = read.ok ? aheadOf(dateOf(at), read.value) : (read.faults ?? []);
  if (!read.ok || faults.length > 0) {
    const units = faults.map((one) => {
      const row = /\[(\d+)\]/.exec(one.at)?.[1];
      const place = row === undefined ? {} : { row: Number(row) + 1 };
      return told({
        file: 'cases.json',
        ...place,
        what: 'FAULT',
        at: one.at,
        code: one.code,
        text: one.message ?? one.at,
      });
    });
    return { units, unreadable: !read.ok && read.code === 'bad-json' };
  }
  const roleOf = (text: string) => Role.safeParse(text).data;
  return { units: unitsOfFile(read.value, roleOf), unreadable: false };
}

/** Reads a table into the reader; what shuts it, when it cannot be read on. */
async function readTable(file: TableName, source: ByteSource, reader: TableReader): Promise<Unit | undefined> {
  const columns = tableColumns[file].split(';');
  let header = false;
  const shut = await eachRow(source, ({ row, fields }): Unit | undefined => {
    if (typeof fields === 'string') return unreadable(file, row, fields, words[fields as Unreadable]);
    const filled = fields.findLastIndex((field) => field !== '') + 1;
    if (!header) {
      header = true;
      const isRight = filled === columns.length && columns.every((column, index) => fields[index] === column);
      return isRight ? undefined : unreadable(file, row, 'WRONG_HEADER', `Rubriken ska vara ${tableColumns[file]}.`);
    }
    if (fields.length < columns.length || filled > columns.length)
      reader.faults.push({
        file,
        row,
        what: 'FAULT',
        at: columns[0] ?? file,
        code: 'BAD_COLUMNS',
        text: 'Raden har inte lika många kolumner som rubriken.',
      });
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

/** Everything that the files of an import say, in the order in which it is carried out; faults come first. */
export async function unitsOf(order: Import, { documents }: Deps): Promise<FileUnits> {
  const all: Unit[] = [];
  const shut: Unit[] = [];
  const reader = new TableReader();
  const has = new Set(order.files.map(({ name }) => name));
  for (const { name, documentId } of order.files) {
    const document = await documents.find('incoming', documentId);
    const source = { chunks: () => documents.read('incoming', documentId) };
    if (!document) shut.push(unreadable(name, 1, 'file-not-found', 'Filen finns inte.'));
    else if (name === 'cases.json') {
      const json = await unitsOfJson(source, order.askedAt);
      if (json.unreadable) shut.push(...json.units);
      else all.push(...json.units);
    } else {
      const stopped = await readTable(name, source, reader);
      if (stopped) shut.push(stopped);
    }
  }
  const tables = reader.units(has);
  all.push(...reader.faults.map(told), ...tables);
  const said = withChoices(all, order);
  const faults = [...shut, ...said.filter(({ kind }) => kind === 'told')];
  return { units: [...faults, ...said.filter(({ kind }) => kind !== 'told')], unreadable: shut.length > 0, has };
}
