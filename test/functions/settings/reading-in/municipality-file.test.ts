import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMunicipalityFile } from '../../../../functions/settings/reading-in/municipality-file.ts';

const file = {
  municipality: 'Exempelkommun',
  month: '2026-10',
  rates: [{ validFrom: '2026-01-01', orePerHour: 40_000 }],
  providers: [
    { id: 'P1', number: 1, name: 'Omsorg Ett AB', kind: 'private', email: 'p1@example.se' },
    { id: 'P2', kind: 'municipal' },
  ],
  officers: [{ id: 'O1' }],
  people: [
    { id: 'H1', role: 'head' },
    { id: 'M1', role: 'provider-manager', providerId: 'P1' },
  ],
  cases: [
    {
      caseNo: 'A-1',
      providerId: 'P1',
      officerId: 'O1',
      customer: { name: 'Prov', personnummer: '191212121212', address: 'Provgatan 1', phone: '070-174 06 00' },
      services: [{ code: 'OMV', minutesPerMonth: 1200, from: '2025-03-01', to: null }],
      from: '2025-03-01',
      to: null,
    },
  ],
};
const [one] = file.cases;

/** The paths of the faults with their codes. */
function faultsOf(json: unknown): string[] {
  const read = readMunicipalityFile(json);
  return read.ok ? [] : (read.faults ?? []).map(({ at, code }) => `${at} ${code}`);
}

it('reads the month of the fixtures', () => {
  const path = new URL('../../../fixtures/leksand-2026-10/cases.json', import.meta.url);
  expect(readMunicipalityFile(JSON.parse(readFileSync(path, 'utf8'))).ok).toBe(true);
});

it('takes no person’s number in what others read or sign, and takes one where a customer’s stands', () => {
  const number = 'Kund191212121212';
  const [first, second] = file.providers;
  expect(
    faultsOf({
      ...file,
      municipality: number,
      providers: [{ ...first, name: '1912-12-12-1212', phone: '19121212-1212' }, second],
      officers: [{ id: 'O1', name: number, email: 'o191212121212@kommun.example' }],
    }),
  ).toEqual(
    [...['municipality', 'providers[0].name', 'providers[0].phone'], ...['officers[0].name', 'officers[0].email']].map(
      (at) => `${at} person-id-in-text`,
    ),
  );
  expect(faultsOf({ ...file, providers: [{ ...first, phone: '0512312398' }, second] })).toEqual([]);
});

it('takes no text that could be neither signed nor shown, wherever it stands', () => {
  const half = 'Vård \ud83d';
  expect(
    faultsOf({
      ...file,
      municipality: half,
      note: { by: [half] },
      providers: [{ ...file.providers[0], name: 'Omsorg\nEtt' }, file.providers[1]],
      cases: [one, { ...one, caseNo: 'A-2', customer: { name: half, address: 'Provgatan\u0000 1' }, note: half }],
    }),
  ).toEqual([
    'municipality malformed-text',
    'note.by[0] malformed-text',
    'providers[0].name bad-value',
    'cases[1].customer.name malformed-text',
    'cases[1].customer.address control-character',
    'cases[1].note malformed-text',
  ]);
});

describe('addresses, from the field', () => {
  const inTheField = (name: string) =>
    JSON.parse(
      readFileSync(new URL(`../../../fixtures/from-the-field/${name}/in/cases.json`, import.meta.url), 'utf8'),
    );

  it.each(['email-with-space', 'email-line-break', 'email-two'])(
    '%s: is named where it stands, and not repeated',
    (name) => {
      const read = readMunicipalityFile(inTheField(name));
      expect(read.ok ? [] : read.faults?.map(({ at, code }) => `${at} ${code}`)).toEqual([
        'providers[0].email bad-email',
        'people[1].email bad-email',
      ]);
      const { email } = inTheField(name).providers[0];
      expect(JSON.stringify(read)).not.toContain(JSON.stringify(email).slice(1, -1));
    },
  );

  it('email-idn-domain: is kept as it is written; none may stand there, and an officer’s is looked at too', () => {
    const read = readMunicipalityFile(inTheField('email-idn-domain'));
    expect(read.ok && read.value.providers[0]?.email).toBe('info@hemtjänst.example');
    expect(faultsOf({ ...file, officers: [{ id: 'O1', email: '' }] })).toEqual([]);
    expect(faultsOf({ ...file, officers: [{ id: 'O1', email: 'åsa@kommun.example' }] })).toEqual([
      'officers[0].email bad-email',
    ]);
  });
});

describe('what may be left out or added', () => {
  it.each<[string, object]>([
    ['names, addresses and numbers', file],
    ['the people', { ...file, people: undefined }],
    ['a service’s own days', { ...file, cases: [{ ...one, services: [{ code: 'OMV', minutesPerMonth: 1 }] }] }],
    ['a case’s last day and its customer', { ...file, cases: [{ ...one, to: undefined, customer: undefined }] }],
    ['unknown fields', { ...file, note: 'x', cases: [{ ...one, note: 'x' }] }],
    [
      'the same case at the next provider',
      {
        ...file,
        cases: [
          { ...one, to: '2026-10-12' },
          { ...one, providerId: 'P2', from: '2026-10-13' },
        ],
      },
    ],
    ['no cases', { ...file, cases: [] }],
    [
      'rates of either purpose, from the same day',
      { ...file, rates: ['ORDER', 'PURCHASE'].map((purpose) => ({ ...file.rates[0], purpose })) },
    ],
    ['rates of bought hours alone', { ...file, rates: [{ ...file.rates[0], purpose: 'PURCHASE' }] }],
    [
      'rates of either kind, from the same day',
      { ...file, rates: ['municipal', 'private'].map((kind) => ({ ...file.rates[0], kind })) },
    ],
    [
      'when a case was followed up, and what is known of its customer',
      {
        ...file,
        cases: [
          {
            ...one,
            followedUp: '2026-01-12',
            known: [
              { kind: 'HOSPITAL', from: '2026-10-02', to: null },
              { kind: 'DEATH', on: '2026-10-04' },
            ],
          },
        ],
      },
    ],
  ])('%s', (_what, json) => {
    expect(faultsOf(json)).toEqual([]);
  });
});

describe('a fault is named by its path', () => {
  it.each<[string, unknown, string[]]>([
    ['no object', 'x', ['cases.json bad-value']],
    ['a month that is none', { ...file, month: '2026-13' }, ['month bad-value']],
    ['no providers', { ...file, providers: [], people: [], cases: [] }, ['providers bad-value']],
    [
      'another kind of provider',
      { ...file, providers: [{ id: 'P1', kind: 'extern' }] },
      ['providers[0].kind bad-value'],
    ],
    [
      'the same case twice at a provider',
      { ...file, cases: [one, { ...one, to: '2026-10-12' }] },
      ['cases[1].caseNo same-case-twice'],
    ],
    [
      'an unknown provider',
      { ...file, cases: [{ ...one, providerId: 'P9' }] },
      ['cases[0].providerId unknown-provider'],
    ],
    ['an unknown officer', { ...file, cases: [{ ...one, officerId: 'O9' }] }, ['cases[0].officerId unknown-officer']],
    [
      'a manager of no provider',
      { ...file, people: [{ id: 'M1', role: 'provider-manager' }] },
      ['people[0].providerId unknown-provider'],
    ],
    [
      'a case that ends before it begins',
      { ...file, cases: [{ ...one, to: '2025-02-28' }] },
      ['cases[0].to to-before-from'],
    ],
    [
      'a service that ends before it begins',
      {
        ...file,
        cases: [{ ...one, services: [{ code: 'OMV', minutesPerMonth: 1, from: '2026-10-02', to: '2026-10-01' }] }],
      },
      ['cases[0].services[0].to to-before-from'],
    ],
    ['a day that does not exist', { ...file, cases: [{ ...one, from: '2026-02-30' }] }, ['cases[0].from bad-value']],
    [
      'half a minute',
      { ...file, cases: [{ ...one, services: [{ code: 'OMV', minutesPerMonth: 0.5 }] }] },
      ['cases[0].services[0].minutesPerMonth bad-value'],
    ],
    [
      'a personnummer for a case number',
      { ...file, cases: [{ ...one, caseNo: '19121212-1212' }] },
      ['cases[0].caseNo bad-value'],
    ],
    [
      'a customer whose name has no word, and whose number is none',
      { ...file, cases: [{ ...one, customer: { name: '—', personnummer: '191212121213' } }] },
      ['cases[0].customer.name bad-value', 'cases[0].customer.personnummer bad-personnummer'],
    ],
    [
      'a case named as the total',
      { ...file, cases: [{ ...one, caseNo: 'TOTALT' }] },
      ['cases[0].caseNo reserved-name'],
    ],
    [
      'a service named as the sum',
      { ...file, cases: [{ ...one, services: [{ code: 'SUMMA', minutesPerMonth: 1 }] }] },
      ['cases[0].services[0].code reserved-name'],
    ],
    [
      'a rate from the second of a month',
      { ...file, rates: [...file.rates, { validFrom: '2026-05-02', orePerHour: 1 }] },
      ['rates[1].validFrom rate-not-on-first'],
    ],
    [
      'two rates from one day',
      { ...file, rates: [...file.rates, ...file.rates] },
      ['rates[1].validFrom same-rate-twice'],
    ],
    [
      'two rates of one kind from one day',
      {
        ...file,
        rates: [...file.rates, ...['municipal', 'municipal'].map((kind) => ({ ...file.rates[0], kind }))],
      },
      ['rates[2].validFrom same-rate-twice'],
    ],
    [
      'a provider without a rate of its kind or for all',
      { ...file, rates: [{ validFrom: '2026-01-01', orePerHour: 1, kind: 'private' }] },
      ['providers[1].kind no-rate'],
    ],
    [
      'a known fact of another kind',
      { ...file, cases: [{ ...one, known: [{ kind: 'AWAY', on: '2026-10-01' }] }] },
      ['cases[0].known[0].kind bad-value'],
    ],
    [
      'a stay that ends before it begins',
      { ...file, cases: [{ ...one, known: [{ kind: 'HOSPITAL', from: '2026-10-02', to: '2026-10-01' }] }] },
      ['cases[0].known[0].to to-before-from'],
    ],
    [
      'a case and a service by the names of sum rows, in any case',
      { ...file, cases: [{ ...one, caseNo: 'Totalt', services: [{ code: 'summa', minutesPerMonth: 1 }] }] },
      ['cases[0].caseNo reserved-name', 'cases[0].services[0].code reserved-name'],
    ],
    ['no rate in the month', { ...file, rates: [{ validFrom: '2026-11-01', orePerHour: 1 }] }, ['rates no-rate']],
    ['the same id twice', { ...file, officers: [{ id: 'O1' }, { id: 'O1' }] }, ['officers[1].id same-id-twice']],
    ['an officer’s id again', { ...file, people: [{ id: 'O1', role: 'head' }] }, ['people[0].id same-id-twice']],
    [
      'all at once',
      {
        ...file,
        rates: [{ validFrom: '2026-01-02', orePerHour: 1 }],
        cases: [{ ...one, providerId: 'P9', officerId: 'O9' }],
      },
      [
        'rates[0].validFrom rate-not-on-first',
        'cases[0].providerId unknown-provider',
        'cases[0].officerId unknown-officer',
      ],
    ],
    [
      'all at once, also beside a value that cannot be read',
      {
        ...file,
        month: 'x',
        cases: [
          { ...one, from: 'x' },
          { ...one, providerId: 'P9' },
        ],
      },
      ['month bad-value', 'cases[0].from bad-value', 'cases[1].providerId unknown-provider'],
    ],
  ])('%s', (_what, json, faults) => {
    expect(faultsOf(json)).toEqual(faults);
  });

  it('repeats no value in words', () => {
    const read = readMunicipalityFile({
      ...file,
      cases: [{ ...one, caseNo: '19121212-1212', providerId: 'Prov Provsson' }],
    });
    expect(JSON.stringify(read)).not.toMatch(/1212-1212|Provsson/);
  });
});
