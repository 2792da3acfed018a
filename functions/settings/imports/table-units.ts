import * as z from 'zod';
import { Service } from '../../../shared/domain/assignment.ts';
import { oneLine } from '../../../shared/domain/broken-text.ts';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { EmailOrNone } from '../../../shared/domain/email-address.ts';
import { guarded, guardedPhone } from '../../../shared/domain/free-text.ts';
import { CustomerIn, type Identity } from '../../../shared/domain/identity.ts';
import { isUnitsRole, type Role, Role as RoleShape } from '../../../shared/domain/roles.ts';
import type { CarePlace, ServiceSaid, Unit } from './file-units.ts';
import type { ImportRow } from './import-row.ts';
import type { Listed, ListKind, Lists } from './named-rows.ts';
import { Cells, type TableName, tableColumns } from './table-cells.ts';

const Name = guarded(z.string().max(200).regex(oneLine));
const Short = guarded(z.string().max(100).regex(oneLine));
const Address = z.string().max(300).regex(oneLine);
const Phone = z.string().max(60).regex(oneLine);
const kinds = { kommunal: 'municipal', municipal: 'municipal', privat: 'private', private: 'private' } as const;
const answers = { ja: true, j: true, x: true, 1: true, nej: false, n: false, 0: false } as const;
const units: Readonly<Record<string, ServiceSaid['unit']>> = {
  ...{ minuter: 'MINUTES', minutes: 'MINUTES', tillfälle: 'OCCASION', tillfällen: 'OCCASION', occasion: 'OCCASION' },
  ...{ dag: 'DAY', dygn: 'DAY', day: 'DAY', månad: 'MONTH', month: 'MONTH' },
};
const ceilings: Readonly<Record<string, 'HOURS_PER_MONTH' | 'CUSTOMERS'>> = {
  ...{ timmar: 'HOURS_PER_MONTH', 'timmar per månad': 'HOURS_PER_MONTH', hours_per_month: 'HOURS_PER_MONTH' },
  ...{ kunder: 'CUSTOMERS', customers: 'CUSTOMERS' },
};

/** Without what a row does not say. */
const said = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

type CustomerRow = {
  readonly cells: Cells;
  readonly caseNo: string;
  readonly care: Omit<CarePlace, 'place' | 'services'> & { readonly service?: Service };
  readonly customer: Partial<Identity>;
  readonly followedUp?: string | undefined;
};

/** What the rows of a table are about, by their first column; a rate has no name of its own. */
const keyShapes: Readonly<Partial<Record<TableName, z.ZodType<string>>>> = {
  'kunder.csv': CaseNumber,
  'personal.csv': SafeId,
  'utforare.csv': SafeId,
  'insatser.csv': Service.shape.code,
};
const keyColumnOf = (file: TableName): string => tableColumns[file].split(';')[0] ?? file;

const listsIn: Readonly<Record<TableName, readonly ListKind[]>> = {
  'kunder.csv': ['cases'],
  'personal.csv': ['officers', 'people'],
  'utforare.csv': ['providers'],
  'insatser.csv': ['services'],
  'ersattning.csv': ['rates'],
};

/** Gathers the rows of every table; the units come of all of them together. */
export class TableReader {
  readonly faults: ImportRow[] = [];
  readonly #units: Unit[] = [];
  readonly #rates: Extract<Unit, { kind: 'municipality' }>['rates'][number][] = [];
  readonly #services: Extract<Unit, { kind: 'municipality' }>['services'][number][] = [];
  readonly #customers: CustomerRow[] = [];
  readonly #seen = new Set<string>();
  readonly #names = new Map<TableName, Set<string>>();
  readonly #unsure = new Set<TableName>();
  /** What a row at fault is about: of that nothing else is told. */
  readonly #broken = new Set<string>();

  take(file: TableName, row: number, fields: readonly string[]): void {
    const cells = new Cells(file, row, fields);
    this.#read[file](cells);
    this.faults.push(...cells.faults);
    const key = keyShapes[file]?.safeParse(cells.text(keyColumnOf(file))).data;
    if (key !== undefined) this.#names.set(file, (this.#names.get(file) ?? new Set()).add(key));
    if (cells.faults.length === 0) return;
    if (key === undefined) this.#unsure.add(file);
    else this.#broken.add(`${file} ${key}`);
  }

  /** A row that has not the columns of its table: nobody knows what it is about. */
  leaveOut(file: TableName, row: number): void {
    const cells = new Cells(file, row, []);
    cells.fault(keyColumnOf(file), 'BAD_COLUMNS', 'Raden har inte lika många kolumner som rubriken.');
    this.faults.push(...cells.faults);
    this.#unsure.add(file);
  }

  /** Whom the tables name, of those that there are. */
  lists(has: ReadonlySet<string>): Lists {
    const lists: Partial<Record<ListKind, Listed>> = {};
    for (const file of Object.keys(listsIn) as TableName[])
      if (has.has(file))
        for (const kind of listsIn[file])
          lists[kind] = { file, names: this.#names.get(file) ?? new Set(), unsure: this.#unsure.has(file) };
    return lists;
  }

  #isBroken = (file: TableName, key: string): boolean => this.#broken.has(`${file} ${key}`);

  readonly #read: Readonly<Record<TableName, (cells: Cells) => void>> = {
    'kunder.csv': (cells) => {
      const caseNo = cells.needed('Ärendenummer', CaseNumber);
      const providerId = cells.needed('Utförare', SafeId);
      const officerId = cells.needed('Handläggare', SafeId);
      const code = cells.shaped('Insats', Service.shape.code);
      const minutesPerMonth = cells.whole('Minuter per månad', 99_999);
      const from = cells.text('Från') === '' ? cells.fault('Från', 'bad-date') : cells.date('Från');
      const to = cells.date('Till') ?? null;
      const decidedOn = cells.date('Beslutsdag');
      const healthCareEnrolled = cells.word('Hemsjukvård', answers);
      const followedUp = cells.date('Senast uppföljd');
      const customer = said({
        name: cells.shaped('Namn', CustomerIn.shape.name),
        personnummer: cells.shaped('Personnummer', CustomerIn.shape.personnummer),
        address: cells.shaped('Adress', Address),
        phone: cells.shaped('Telefon', Phone),
        relativePhone: cells.shaped('Närståendes telefon', Phone),
        protected: cells.word('Skyddad', answers),
      });
      if (code !== undefined && cells.text('Minuter per månad') === '') cells.fault('Minuter per månad', 'bad-number');
      if (from && to && to < from) cells.fault('Till', 'to-before-from', 'Slutar före det börjar.');
      if (cells.faults.length > 0 || !caseNo || !providerId || !officerId || !from) return;
      if (this.#isRepeated(cells, 'Ärendenummer', `${caseNo} ${providerId} ${code} ${from}`)) return;
      const decided = decidedOn ? { decidedOn } : {};
      const service =
        code !== undefined && minutesPerMonth !== undefined ? { service: { code, minutesPerMonth, ...decided } } : {};
      this.#customers.push({
        cells,
        caseNo,
        care: { providerId, officerId, from, to, ...service, ...said({ healthCareEnrolled }) },
        customer,
        followedUp,
      });
    },
    'personal.csv': (cells) => {
      const userId = cells.needed('Id', SafeId);
      const role = RoleShape.safeParse(cells.text('Roll')).data;
      if (!role) cells.fault('Roll', 'bad-value', `Rollen är ingen av ${RoleShape.options.join(', ')}.`);
      const about = said({
        name: cells.shaped('Namn', Name),
        email: cells.shaped('E-post', guarded(EmailOrNone)),
        providerId: cells.shaped('Utförare', SafeId),
        from: cells.date('Från'),
        to: cells.date('Till'),
      });
      // In a role that is a unit's the column names the unit; in another it is said for people, and not read.
      const unitId = role && isUnitsRole(role) ? cells.shaped('Enhet', SafeId) : undefined;
      if (cells.faults.length > 0 || !userId || !role) return;
      const worksForOne = (['provider', 'provider-manager'] as readonly Role[]).includes(role);
      if (worksForOne !== (about.providerId !== undefined)) {
        cells.fault('Utförare', 'unknown-provider', 'En utförares personal har en utförare, kommunens har ingen.');
        return;
      }
      if (this.#isRepeated(cells, 'Id', `person ${userId} ${role}`)) return;
      this.#units.push({ kind: 'person', place: cells.place, said: said({ ...about, userId, role, unitId }) });
    },
    'utforare.csv': (cells) => {
      const id = cells.needed('Id', SafeId);
      const value = cells.whole('Tak', 1_000_000);
      const unit = cells.word('Takets enhet', ceilings) ?? 'HOURS_PER_MONTH';
      const areas = cells
        .text('Områden')
        .split(/[,\s]+/)
        .filter((area) => area !== '');
      if (areas.some((area) => !SafeId.safeParse(area).success)) cells.fault('Områden', 'bad-value');
      const about = said({
        number: cells.whole('Nummer', 9999),
        name: cells.shaped('Namn', Name),
        kind: cells.word('Slag', kinds),
        email: cells.shaped('E-post', guarded(EmailOrNone)),
        phone: cells.shaped('Telefon', guardedPhone(z.string().max(40))),
        organisationNumber: cells.shaped('Organisationsnummer', z.string().regex(/^\d{6}-?\d{4}$/)),
        address: cells.shaped('Adress', Name),
        postcode: cells.shaped('Postnummer', z.string().regex(/^\d{3} ?\d\d$/)),
        town: cells.shaped('Ort', Short),
        bankgiro: cells.shaped('Bankgiro', z.string().regex(/^\d{3,4}-?\d{4}$/)),
        plusgiro: cells.shaped('Plusgiro', z.string().regex(/^\d{1,7}-?\d$/)),
        areas: areas.length > 0 ? areas : undefined,
        approvedFrom: cells.date('Från'),
        approvedTo: cells.date('Till'),
        ceiling: value ? { value, unit } : undefined,
      });
      if (cells.faults.length > 0 || !id || this.#isRepeated(cells, 'Id', `provider ${id}`)) return;
      this.#units.push({ kind: 'provider', place: cells.place, said: { ...about, id } });
    },
    'insatser.csv': (cells) => {
      const code = cells.needed('Kod', Service.shape.code);
      const name = cells.needed('Namn', Short);
      const unit = cells.word('Enhet', units) ?? 'MINUTES';
      const about = said({
        paidBy: cells.shaped('Betalas av', Short),
        from: cells.date('Från'),
        to: cells.date('Till'),
      });
      if (cells.faults.length > 0 || !code || !name || this.#isRepeated(cells, 'Kod', `service ${code}`)) return;
      this.#services.push({ place: cells.place, service: { code, name, unit, ...about } });
    },
    'ersattning.csv': (cells) => {
      const validFrom =
        cells.text('Gäller från') === '' ? cells.fault('Gäller från', 'bad-date') : cells.date('Gäller från');
      const orePerHour = cells.whole('Öre per timme', 10_000_000) ?? cells.fault('Öre per timme', 'bad-number');
      const about = said({ kind: cells.word('Slag', kinds), decision: cells.shaped('Beslut', Short) });
      if (validFrom && !validFrom.endsWith('-01'))
        cells.fault('Gäller från', 'rate-not-on-first', 'Timersättningen ändras bara den första i en månad.');
      if (cells.faults.length > 0 || !validFrom || orePerHour === undefined) return;
      if (this.#isRepeated(cells, 'Gäller från', `rate ${validFrom} ${about.kind ?? ''}`)) return;
      this.#rates.push({ place: cells.place, rate: { validFrom, orePerHour, ...about } });
    },
  };

  #isRepeated(cells: Cells, column: string, key: string): boolean {
    if (this.#seen.has(key)) cells.fault(column, 'said-twice', 'Samma sak står på en tidigare rad.');
    return this.#seen.has(key) || !this.#seen.add(key);
  }

  /** What the tables say, in the order in which it is carried out; `has` are the tables that there are. */
  units(has: ReadonlySet<string>): readonly Unit[] {
    const order: Unit['kind'][] = ['provider', 'person'];
    const [first] = [...this.#rates, ...this.#services];
    const isWhole = (file: TableName) => has.has(file) && !this.#unsure.has(file);
    const whole = { rates: isWhole('ersattning.csv'), services: isWhole('insatser.csv') };
    const services = this.#services.filter(({ service }) => !this.#isBroken('insatser.csv', service.code));
    const municipality: Unit[] = first
      ? [{ kind: 'municipality', place: first.place, rates: this.#rates, services, whole }]
      : [];
    // Read before anything is left out: cases that contradict themselves are at fault too.
    const cases = this.#cases();
    const stands = (unit: Unit) =>
      !(unit.kind === 'provider' && this.#isBroken('utforare.csv', unit.said.id)) &&
      !(unit.kind === 'person' && this.#isBroken('personal.csv', unit.said.userId)) &&
      !(unit.kind === 'case' && this.#isBroken('kunder.csv', unit.caseNo));
    return [
      ...municipality,
      ...order.flatMap((kind) => this.#units.filter((one) => one.kind === kind)),
      ...cases,
    ].filter(stands);
  }

  #cases(): readonly Unit[] {
    return [...Map.groupBy(this.#customers, ({ caseNo }) => caseNo)].flatMap(([caseNo, all]): Unit[] => {
      const customer: Partial<Identity> = {};
      for (const row of all) {
        for (const [field, value] of Object.entries(row.customer)) {
          const before = Object.entries(customer).find(([name]) => name === field)?.[1];
          if (before === undefined) Object.assign(customer, { [field]: value });
          else if (before !== value) this.#contradict(row, `customer.${field}`);
        }
      }
      const places = [...Map.groupBy(all, ({ care }) => care.providerId).values()].map((some) => this.#place(some));
      const [first, ...rest] = places;
      if (!first) return [];
      const followedUp = all
        .flatMap((row) => row.followedUp ?? [])
        .toSorted()
        .at(-1);
      return [{ kind: 'case', caseNo, places: [first, ...rest], customer, followedUp }];
    });
  }

  #contradict({ cells, caseNo }: CustomerRow, field: string): void {
    this.faults.push(contradiction(cells, field));
    this.#broken.add(`kunder.csv ${caseNo}`);
  }

  /** The rows of a case at one provider: from the first day to the last, each service on its own days. */
  #place(some: readonly CustomerRow[]): CarePlace {
    const [head] = some;
    if (!head) throw new Error('a group of rows is never empty');
    for (const row of some) if (row.care.officerId !== head.care.officerId) this.#contradict(row, 'officerId');
    const from = some.map(({ care }) => care.from).toSorted()[0] ?? head.care.from;
    const lasts = some.map(({ care }) => care.to);
    const to = lasts.includes(null) ? null : (lasts.toSorted().at(-1) ?? null);
    const services = some.flatMap(({ care }): Service[] =>
      care.service
        ? [
            {
              ...care.service,
              ...(care.from > from ? { from: care.from } : {}),
              ...(care.to !== to ? { to: care.to } : {}),
            },
          ]
        : [],
    );
    const { providerId, officerId } = head.care;
    const enrolled = some.map(({ care }) => care.healthCareEnrolled).find((one) => one !== undefined);
    const health = enrolled === undefined ? {} : { healthCareEnrolled: enrolled };
    return { place: head.cells.place, providerId, officerId, services, from, to, ...health };
  }
}

const contradiction = ({ place }: Cells, field: string): ImportRow => ({
  file: place.file,
  ...(place.row === undefined ? {} : { row: place.row }),
  what: 'FAULT',
  at: place.at(field),
  code: 'contradiction',
  text: 'En annan rad i samma ärende säger något annat.',
});
