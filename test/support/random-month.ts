import type { CaseInMonth, ServiceInMonth } from '../../functions/months/dry-run/granted.ts';
import type { Rate } from '../../functions/months/dry-run/rates.ts';
import type { KnownFact } from '../../shared/domain/known-fact.ts';
import { daysIn } from '../../shared/domain/local-date.ts';
import type { PlainInput } from './plain-check.ts';

/** A small repeatable source of chance (mulberry32): the same seed, the same numbers, on every machine. */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True so many times in a hundred. */
  percent(share: number): boolean {
    return this.next() * 100 < share;
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.whole(0, items.length - 1)] ?? items[0];
  }
}

const months = [
  '2026-10',
  '2026-10',
  '2026-03',
  '2024-03',
  '2027-10',
  '2026-02',
  '2024-02',
  '2026-05',
  '2027-09',
] as const;

/** A provider's month by chance: few cases, crowded days, every kind of event, fault and odd way of writing. */
export function randomMonth(seed: number): PlainInput {
  const chance = new Seeded(seed);
  const month = chance.pick(months);
  const provider = {
    id: chance.pick(['P1', 'P2', 'Å-3']),
    kind: chance.pick(['private', 'private', 'municipal'] as const),
  };
  const oddity = chance.pick([0, 0, 5, 20]);
  const faults = chance.pick([0, 0, 0, 4, 15]);
  const writer = new Writer(chance, { month, providerId: provider.id, oddity, faults });
  const cases = Array.from({ length: chance.whole(1, 4) }, (_, index) =>
    randomCase(chance, month, `A-${1000 + index}`),
  );
  const deviations = writer.form(cases);
  const report = writer.report(cases);
  return {
    set: randomSettings(chance),
    month,
    provider,
    cases,
    rates: randomRates(chance),
    report,
    deviations,
  };
}

/** Some of the parameters that the dry run reads, as `--set` takes them. */
const randomSettings = (chance: Seeded): readonly string[] =>
  [
    ['wrongBasis', chance.pick(['GRANTED', 'GRANTED', 'GRANTED', 'MIN', 'HOLD'])],
    ['bomtid.notice', chance.pick(['BEFORE_VISIT_DAY', 'BEFORE_VISIT', 'HOURS:0', 'HOURS:3', 'HOURS:24'])],
    ['death.dayRemainder', chance.pick(['BOMTID', 'NONE'])],
    ['visit.toleranceMinutes', chance.pick([0, 0, 5, 60])],
    ['granted.proRata', chance.percent(80)],
    ['doubleStaffing', chance.pick(['ONCE', 'ONCE', 'EACH'])],
  ].flatMap(([key, value]) => (chance.percent(60) ? [`${key}=${value}`] : []));

/** A rate for all since long, and now and then others, of either kind, in force or not yet. */
const randomRates = (chance: Seeded): readonly Rate[] => [
  ...Array.from({ length: chance.whole(0, 4) }, (_, index) => ({
    validFrom: `20${23 + index}-${two(chance.whole(1, 12))}-01`,
    orePerHour: chance.whole(1, 90_000),
    ...(chance.percent(60) ? { kind: chance.pick(['municipal', 'private'] as const) } : {}),
  })),
  { validFrom: '2020-01-01', orePerHour: chance.whole(1, 90_000) },
];

/** What the municipality knows by itself, of some customers. */
function randomFacts(chance: Seeded, month: string): { known?: readonly KnownFact[] } {
  if (!chance.percent(30)) return {};
  const stay = (): KnownFact => {
    const [from = '', to = ''] = [dateIn(chance, month, 10), dateIn(chance, month, 10)].sort();
    return { kind: 'HOSPITAL', from, to: chance.percent(25) ? null : to };
  };
  const death = (): KnownFact => ({ kind: 'DEATH', on: dateIn(chance, month, 10) });
  return { known: Array.from({ length: chance.whole(1, 3) }, () => (chance.percent(65) ? stay() : death())) };
}

const codes = ['OMV', 'SRV', 'NATT', 'ÖVR'] as const;
const two = (value: number): string => String(value).padStart(2, '0');

/** A date in the month, or a few days outside it. */
function dateIn(chance: Seeded, month: string, outside: number): string {
  if (chance.percent(outside))
    return chance.pick(['2025-12-31', '2026-09-30', '2026-11-01', '2028-02-29', '2024-02-28']);
  return `${month}-${two(chance.whole(1, daysIn(month)))}`;
}

function randomCase(chance: Seeded, month: string, caseNo: string): CaseInMonth {
  const services: ServiceInMonth[] = [];
  for (const code of codes.slice(0, chance.whole(1, 3))) {
    const changed = chance.percent(25) ? dateIn(chance, month, 0) : undefined;
    services.push({ code, minutesPerMonth: chance.whole(0, 1500), from: null, to: changed });
    if (changed && chance.percent(60)) services.push({ code, minutesPerMonth: chance.whole(0, 1500), from: changed });
  }
  return {
    caseNo,
    services,
    from: chance.percent(20) ? dateIn(chance, month, 20) : '2024-01-01',
    to: chance.percent(20) ? dateIn(chance, month, 20) : null,
    ...randomFacts(chance, month),
  };
}

type Kind = { readonly month: string; readonly providerId: string; readonly oddity: number; readonly faults: number };

/** Comments with semicolons, lines and quotes, some of them slips. */
const comments: readonly [string, ...string[]] = [
  ...(['', '', '', '', '', 'ringde'] as const),
  ...['"Kund; ej hemma"', '"rad 1\nrad 2"', 'tv 5" stor', '"öppet', '"c""d"""x', '"a ""b"" c"'],
  ...['"en\n\n""två""\ntre" ', '"rad 1\nrad 2" och mer', '" ', '"\n', '\u200b"x\u200b"'],
  ...['"\u00a0"\u2009', '"x"\u200b"y"', 'x"\ny', '"";""'],
];

/** Writes the two files; keeps a few busy days per case, so that rules meet each other. */
class Writer {
  readonly #chance: Seeded;
  readonly #kind: Kind;
  readonly #busy = new Map<string, readonly [string, ...string[]]>();

  constructor(chance: Seeded, kind: Kind) {
    this.#chance = chance;
    this.#kind = kind;
  }

  form(cases: readonly CaseInMonth[]): Uint8Array {
    const chance = this.#chance;
    const rows = ['Månad;Utförare;Ärendenummer;Datum;Till;Start;Typ;Minuter;Avisering;Kommentar'];
    const types = [
      'BOMTID',
      'BOMTID',
      'BOMTID',
      'AVSAGD',
      'PLANERAD FRÅNVARO',
      'SJUKHUS',
      'AVLIDEN',
      'UTÖKAT BEHOV',
      'ÖVRIGT',
    ] as const;
    for (const one of cases) {
      for (let count = chance.whole(0, 5); count > 0; count -= 1) {
        const date = this.#day(one);
        const type = chance.pick(types);
        const long = type === 'SJUKHUS' || type === 'PLANERAD FRÅNVARO';
        const to = long && chance.percent(70) ? this.#day(one) : '';
        const start = type === 'BOMTID' && chance.percent(50) ? this.#start() : '';
        const notice = chance.percent(50) ? `${this.#day(one)} ${this.#start()}` : '';
        const comment = chance.pick(comments);
        rows.push(
          this.#row(one.caseNo, [
            date,
            to < date && to !== '' && chance.percent(90) ? date : to,
            start,
            type,
            chance.pick(['', '', '45', '1 200']),
            notice,
            comment,
          ]),
        );
        const last = rows.at(-1) ?? '';
        if (chance.percent(20)) rows[rows.length - 1] = last.replace(/;[^;]*$/, '').replace(/;+$/, '');
      }
    }
    return this.#encoded(rows);
  }

  report(cases: readonly CaseInMonth[]): Uint8Array {
    const chance = this.#chance;
    const workers = chance.percent(50);
    const header = 'Månad;Utförare;Ärendenummer;Insats;Datum;Start;Slut;Beställda minuter;Utförda minuter;Status';
    const rows = [workers ? `${header};Personal` : header];
    const total = { ordered: 0, performed: 0 };
    for (const one of [...cases, { caseNo: 'B-9' } as CaseInMonth]) {
      const sum = { ordered: 0, performed: 0 };
      const visits = one.caseNo === 'B-9' ? (chance.percent(10) ? 1 : 0) : chance.whole(0, 14);
      for (let count = visits; count > 0; count -= 1) {
        const visit = this.#visit(one);
        rows.push(
          this.#row(one.caseNo, workers ? [...visit.fields, chance.pick(['m1', 'm2', 'm3', 'm1', ''])] : visit.fields),
        );
        if (chance.percent(12))
          rows.push(this.#row(one.caseNo, workers ? [...visit.fields, chance.pick(['m1', 'm2', ''])] : visit.fields));
        sum.ordered += visit.ordered;
        sum.performed += visit.performed;
      }
      total.ordered += sum.ordered;
      total.performed += sum.performed;
      if (chance.percent(visits > 0 ? 85 : 10)) rows.push(this.#sum(one.caseNo, sum));
      if (chance.percent(4)) rows.push(this.#sum(one.caseNo, sum));
    }
    if (chance.percent(80)) rows.push(this.#sum('TOTALT', total));
    return this.#encoded(mended(rows, chance));
  }

  #day(one: CaseInMonth): string {
    const { month } = this.#kind;
    const chance = this.#chance;
    const known = this.#busy.get(one.caseNo);
    if (known) return chance.percent(96) ? chance.pick(known) : dateIn(chance, month, 50);
    const near = chance.whole(1, daysIn(month) - 3);
    const late = daysIn(month);
    const days = [near, near + 1, near + 2, near + 3, late, late - 6, late - 7].map((day) => `${month}-${two(day)}`);
    this.#busy.set(one.caseNo, days as [string, ...string[]]);
    return this.#day(one);
  }

  #start(): string {
    return this.#chance.pick([
      '07:00',
      '07:00',
      '07:30',
      '01:30',
      '02:00',
      '02:30',
      '03:00',
      '22:30',
      '23:45',
      '00:00',
      '12:05',
    ]);
  }

  #visit(one: CaseInMonth) {
    const chance = this.#chance;
    const status = chance.pick(['UTFÖRD', 'UTFÖRD', 'UTFÖRD', 'BOMTID', 'BOMTID', 'AVBOKAD', 'EJ UTFÖRD']);
    const start = this.#start();
    const length = chance.pick([15, 30, 60, 90, 210, 240, 300]);
    const [hour = 0, minute = 0] = start.split(':').map(Number);
    const until = (hour * 60 + minute + length) % 1440;
    const end = `${two(Math.floor(until / 60))}:${two(until % 60)}`;
    const ordered = chance.pick([length, 0, 45]);
    const performed =
      status === 'UTFÖRD' ? chance.pick([length, length, length, length, 0, length - 60, length + 60, length + 5]) : 0;
    const done = Math.max(0, performed);
    const service = chance.pick(codes);
    const code = one.services && chance.percent(90) ? (one.services[0]?.code ?? service) : service;
    return { ordered, performed: done, fields: [code, this.#day(one), start, end, `${ordered}`, `${done}`, status] };
  }

  #sum(caseNo: string, { ordered, performed }: { ordered: number; performed: number }): string {
    const wrong = this.#chance.percent(3) ? 1 : 0;
    const fields = ['SUMMA', '', '', '', `${ordered + wrong}`, `${performed}`, ''];
    return this.#row(caseNo, this.#chance.percent(20) ? fields.slice(0, 6) : fields);
  }

  /** One row, sometimes oddly written, sometimes wrong. */
  #row(caseNo: string, fields: readonly string[]): string {
    const { month, providerId, oddity, faults } = this.#kind;
    const chance = this.#chance;
    let written = [month, providerId, caseNo, ...fields];
    if (chance.percent(faults)) {
      const place = chance.whole(0, written.length - 1);
      const wrong = [
        '',
        'x',
        '24:00',
        '2026-02-30',
        '-5',
        '6O',
        '999999',
        '2026-09',
        'P9',
        'A-9',
        'SUMMA',
        'TOTALT',
        '"',
        '"7',
        '5"',
        'ö',
      ] as const;
      if (chance.percent(15)) written = written.slice(0, chance.whole(1, written.length));
      else if (chance.percent(10)) written = [...written, ...Array.from({ length: chance.whole(1, 3) }, () => 'extra')];
      else written[place] = chance.pick(wrong);
    }
    if (!chance.percent(oddity * 3)) return written.join(';');
    const odd = written.map((field) => (chance.percent(oddity) ? this.#odd(field) : field));
    return odd.join(';') + ';'.repeat(chance.pick([0, 0, 1, 3]));
  }

  #odd(field: string): string {
    const chance = this.#chance;
    if (field.includes('"')) return field;
    return chance.pick([
      () => `"${field}"`,
      () => ` ${field} `,
      () => ` "${field}" `,
      () => `\u00a0${field}\u202f`,
      () => `"\u2007${field}\u2003"`,
      () => `\u200b${field}\ufeff`,
      () => `${field.slice(0, 1)}\u00ad${field.slice(1)}`,
      () => `${field}\u0301`,
      () => `\u3000${field}`,
      () => `${field}\t`,
      () => field.normalize('NFD'),
      () => field.normalize('NFD'),
      () => field.toLowerCase(),
      () => field.toUpperCase(),
      () => field.replace(/^0(\d:)/, '$1'),
      () => field.replace(/ 0(\d:)/, ' $1'),
      () => field.replace(/(\d:\d\d)$/, '$1:00'),
      () => field.replace(/(\d:\d\d)$/, '$1:30'),
      () => field.replace(/^(\d{4}-\d\d)$/, '$1-01'),
      () => (field === this.#kind.month ? asSpreadsheet(field, chance) : field),
      () => (field === this.#kind.month ? asSpreadsheet(field, chance) : field),
      () => `"${field}`,
      () => `${field}"`,
      () => `00${field}`,
      () => field.replace(/^(\d+)$/, '000 $1'),
      () => field.replace(/^(\d{1,3})(\d{3})$/, '$1\u00a0$2'),
      () => `"${field}""`,
      () => `"${field}"""`,
      () => `"${field}"x`,
      () => `"\n${field}"`,
    ])();
  }

  #encoded(rows: readonly string[]): Uint8Array {
    const chance = this.#chance;
    const blank = (row: string) =>
      chance.percent(this.#kind.oddity) ? `${row}\n${chance.pick(['', '  ', ';;;', ' ; ;'])}` : row;
    const end = chance.pick(['', '\n', '\n\n']);
    const first = chance.percent(this.#kind.oddity * 2)
      ? chance.pick(['sep=;\n', '\n', ' ;;\n', 'sep=;\n;\n', ';\nsep=;\n'])
      : '';
    const lines = `${first}${rows.map(blank).join('\n')}${end}`;
    const ends = chance.pick([['\n'], ['\r\n'], ['\n'], ['\r\n'], ['\r'], ['\n', '\r\n', '\r']] as const);
    const text = lines.replaceAll('\n', () => chance.pick(ends));
    return chance.pick([
      () => Buffer.from(text),
      () => Buffer.from(text),
      () => Buffer.from(`\ufeff${text}`),
      () => Buffer.from(text, 'latin1'),
      () => Buffer.from(text, 'utf16le'),
      () => Buffer.from(`\ufeff${text}`, 'utf16le'),
    ])();
  }
}

/** A month as a spreadsheet writes it back: `okt-26`. */
function asSpreadsheet(month: string, chance: Seeded): string {
  const names = 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' ');
  const name = names[Number(month.slice(5)) - 1] ?? '';
  const english: Record<string, string> = { maj: 'may', okt: 'oct' };
  return `${chance.pick([name, name.toUpperCase(), english[name] ?? name, 'xyz'])}-${month.slice(2, 4)}`;
}

/** Most months get the sums that their rows have, so that other faults are not hidden behind wrong sums. */
function mended(rows: readonly string[], chance: Seeded): readonly string[] {
  if (chance.percent(30)) return rows;
  const sums = new Map<string, [number, number]>();
  const all: [number, number] = [0, 0];
  for (const row of rows) {
    const [, , caseNo = '', service, , , , ordered, performed] = row.split(';');
    if (service === 'SUMMA' || !/^\d+$/.test(ordered ?? '') || !/^\d+$/.test(performed ?? '')) continue;
    const sum = sums.get(caseNo) ?? [0, 0];
    sums.set(caseNo, sum);
    for (const each of [sum, all]) {
      each[0] += Number(ordered);
      each[1] += Number(performed);
    }
  }
  return rows.map((row) => {
    const fields = row.split(';');
    const sum = fields[2] === 'TOTALT' ? all : sums.get(fields[2] ?? '');
    if (fields[3] !== 'SUMMA' || !sum || chance.percent(5)) return row;
    return [...fields.slice(0, 7), ...sum, ...fields.slice(9)].join(';');
  });
}

/** Bytes that a careless hand, another program or another keyboard puts into a file. */
const oddBytes = [
  ...['"', '"', '""', ';', '\r', '\n', ' ', '\t', '0', 'a', '\0'].map((text) => [...Buffer.from(text)]),
  ...['\u00a0', '\u200b', '\u00ad', '\u0308', '\u030a', '\u212b', '\u037e', '\u2002', '\u2000', '\ufeff'].map(
    (text) => [...Buffer.from(text)],
  ),
  ...[[0x80], [0xc3], [0x81]],
] as unknown as readonly [readonly number[], ...(readonly number[])[]];

/** A file with a few bytes put in or left out, mostly behind its header. */
export function damaged(file: Uint8Array, chance: Seeded): Uint8Array {
  const bytes = [...file];
  for (let count = chance.whole(0, 4); count > 0; count -= 1) {
    const at = chance.whole(chance.percent(92) ? Math.min(130, bytes.length) : 0, bytes.length);
    if (chance.percent(70)) bytes.splice(at, 0, ...chance.pick(oddBytes));
    else bytes.splice(at, 1);
  }
  return Uint8Array.from(bytes);
}
