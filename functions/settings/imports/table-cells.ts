import type * as z from 'zod';
import { readDate, readWhole } from '../../months/door.ts';
import { type ImportName, type ImportRow, type RowPlace, rows } from './import-row.ts';

/** The columns of each table, exactly as its header names them. */
export const tableColumns = {
  'kunder.csv':
    'Ärendenummer;Utförare;Handläggare;Namn;Personnummer;Adress;Telefon;Närståendes telefon;Skyddad;Hemsjukvård;Insats;Minuter per månad;Från;Till;Beslutsdag;Senast uppföljd',
  'personal.csv': 'Id;Namn;E-post;Roll;Utförare;Enhet;Från;Till',
  'utforare.csv':
    'Id;Nummer;Namn;Slag;E-post;Telefon;Organisationsnummer;Adress;Postnummer;Ort;Bankgiro;Plusgiro;Områden;Tak;Takets enhet;Från;Till',
  'insatser.csv': 'Kod;Namn;Enhet;Betalas av;Från;Till',
  'ersattning.csv': 'Gäller från;Öre per timme;Slag;Beslut',
} as const satisfies Partial<Record<ImportName, string>>;
export type TableName = keyof typeof tableColumns;

/** What a field is called in a table; the first column where it has none of its own. */
const columnsOf: Readonly<Record<TableName, Readonly<Record<string, string>>>> = {
  'kunder.csv': {
    providerId: 'Utförare',
    officerId: 'Handläggare',
    customer: 'Namn',
    'customer.name': 'Namn',
    'customer.personnummer': 'Personnummer',
    'customer.address': 'Adress',
    'customer.phone': 'Telefon',
    'customer.relativePhone': 'Närståendes telefon',
    'customer.protected': 'Skyddad',
    services: 'Minuter per månad',
    from: 'Från',
    to: 'Till',
    followedUp: 'Senast uppföljd',
  },
  'personal.csv': {
    ...{ name: 'Namn', email: 'E-post', role: 'Roll', providerId: 'Utförare', unitId: 'Enhet' },
    ...{ from: 'Från', to: 'Till' },
  },
  'utforare.csv': {
    ...{ number: 'Nummer', name: 'Namn', kind: 'Slag', email: 'E-post', phone: 'Telefon' },
    ...{ organisationNumber: 'Organisationsnummer', address: 'Adress', postcode: 'Postnummer', town: 'Ort' },
    ...{ bankgiro: 'Bankgiro', plusgiro: 'Plusgiro', areas: 'Områden', ceiling: 'Tak' },
    ...{ approvedFrom: 'Från', approvedTo: 'Till' },
  },
  'insatser.csv': { name: 'Namn', unit: 'Enhet', paidBy: 'Betalas av', from: 'Från', to: 'Till' },
  'ersattning.csv': { validFrom: 'Gäller från', orePerHour: 'Öre per timme', kind: 'Slag', decision: 'Beslut' },
};

const placeIn = (file: TableName, row: number): RowPlace => ({
  file,
  row,
  at: (field) => columnsOf[file][field] ?? tableColumns[file].split(';')[0] ?? file,
});

const sentences = {
  'bad-value': 'Värdet saknas eller är fel.',
  'bad-date': 'Det är ingen dag; skriv som 2026-03-01.',
  'bad-number': 'Det är inget helt tal.',
  'bad-word': 'Ordet är inget av dem som går att välja mellan.',
} as const;

/** The cells of one row, each read as what it is; what cannot be is a fault by its column. */
export class Cells {
  readonly place: RowPlace;
  readonly faults: ImportRow[] = [];
  readonly #byColumn: ReadonlyMap<string, string>;

  constructor(file: TableName, row: number, fields: readonly string[]) {
    this.place = placeIn(file, row);
    this.#byColumn = new Map(tableColumns[file].split(';').map((column, index) => [column, fields[index] ?? '']));
  }

  text(column: string): string {
    return this.#byColumn.get(column) ?? '';
  }

  fault(column: string, code: keyof typeof sentences | string, text?: string): undefined {
    const said =
      text ?? (Object.hasOwn(sentences, code) ? sentences[code as keyof typeof sentences] : sentences['bad-value']);
    this.faults.push({ ...rows.fault(this.place, '', code, said), at: column });
    return undefined;
  }

  /** As a shape has it; an empty cell says nothing. */
  shaped<Shape extends z.ZodType>(column: string, shape: Shape): z.output<Shape> | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const { data, error } = shape.safeParse(text);
    if (!error) return data;
    const [issue] = error.issues;
    return this.fault(column, issue && /^[a-z-]+$/.test(issue.message) ? issue.message : 'bad-value');
  }

  needed<Shape extends z.ZodType>(column: string, shape: Shape): z.output<Shape> | undefined {
    return this.text(column) === '' ? this.fault(column, 'bad-value') : this.shaped(column, shape);
  }

  date(column: string): string | undefined {
    const text = this.text(column);
    return text === '' ? undefined : (readDate(text) ?? this.fault(column, 'bad-date'));
  }

  whole(column: string, most: number): number | undefined {
    const text = this.text(column);
    return text === '' ? undefined : (readWhole(text, most) ?? this.fault(column, 'bad-number'));
  }

  /** One of the words, in any case. */
  word<T>(column: string, words: Readonly<Record<string, T>>): T | undefined {
    const text = this.text(column).toLowerCase();
    if (text === '') return undefined;
    return Object.hasOwn(words, text) ? words[text] : this.fault(column, 'bad-word');
  }
}
