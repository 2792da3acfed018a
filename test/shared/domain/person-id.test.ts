import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { findPersonIds, holdsPersonId, isPersonId, personIdOf } from '../../../shared/domain/person-id.ts';

/** Official test numbers; no other persons' numbers stand in the tests. */
const people = [
  ['194408139089', '199006022397', '199107172380', '199610202385', '190104132386', '200001052380', '199312172381'],
  ['195711212893', '195712302842', '196107293059', '197912309296', '200510162381', '200512312398', '191212121212'],
].flat();

/** Every way in which people write a number. */
const ways = (twelve: string): readonly string[] => {
  const [century, day, last] = [twelve.slice(0, 2), twelve.slice(2, 8), twelve.slice(8)];
  return [century, ''].flatMap((start) =>
    ['', '-', '+', ' ', ' - ', '–'].map((sign) => `${start}${day}${sign}${last}`),
  );
};

/** The date as that of a samordningsnummer, with its control digit made right. */
function samordning(twelve: string): string {
  const ten = `${twelve.slice(2, 6)}${Number(twelve.slice(6, 8)) + 60}${twelve.slice(8, 11)}`;
  const sum = [...ten].reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return `${twelve.slice(0, 2)}${ten}${(10 - (sum % 10)) % 10}`;
}

describe('a person’s number is found', () => {
  it.each(people)('%s, however it is written', (twelve) => {
    for (const way of ways(twelve)) {
      expect(findPersonIds(way), way).toEqual([{ at: 0, length: way.length }]);
      expect(findPersonIds(`Kund ${way}, ring.`), way).toEqual([{ at: 5, length: way.length }]);
    }
  });

  it.each(people)('%s with 60 added to the day', (twelve) => {
    expect(findPersonIds(samordning(twelve))).toHaveLength(1);
  });

  it('each of several, and where a file name or an address hides it', () => {
    expect(findPersonIds('191212121212 och 19900602-2397')).toHaveLength(2);
    for (const text of ['rapport_191212121212.csv', '/arenden/191212121212?x=1', 'A-19121212-1212'])
      expect(findPersonIds(text), text).toHaveLength(1);
  });
});

describe('twelve digits are a person’s number', () => {
  it.each([
    ...['pnr191212121212', 'Kund191212121212', 'x191212121212y', 'x19121212-1212', '19121212-1212A'],
    ...['a191212121212f', 'abba191212121212', 'Kund191212121212rum5', 'rum5Kund191212121212', 'Åsa191212121212'],
    ...['B-mx1mqdrq-pnr191212121212', 'pnr19 121212-1212'],
  ])('whatever letters touch them: %s', (text) => {
    expect(findPersonIds(text)).toHaveLength(1);
    expect(holdsPersonId(text)).toBe(true);
  });

  const spelled = ['1912-12-12-1212', '1912-12-12 1212', '1912-12-12 - 1212', '1912–12–12–1212', '1912.12.12-1212'];
  it.each([...spelled, '1912/12/12-1212', '19121212.1212', '19121212/1212', '19121212_1212', '1912-12-12_1212'])(
    'with other signs in them: %s',
    (text) => {
      expect(findPersonIds(`Gäller ${text}.`)).toEqual([{ at: 7, length: text.length }]);
      expect(findPersonIds(`pnr${text}, ring`)).toEqual([{ at: 3, length: text.length }]);
    },
  );
});

const fromTheField = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../fixtures/from-the-field/${name}/expected.json`), 'utf8'));

describe('a person’s number is found in every dress that programs give it', () => {
  const { texts } = fromTheField('person-number-typographic');
  it.each(Object.entries<string>(texts))('from the field: %s', (_what, text) => {
    expect(findPersonIds(`Gäller kund ${text} tack`)).toEqual([{ at: 12, length: text.length }]);
  });

  const dashes = [...'-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u207b\u208b\ufe58\ufe63\uff0d\u00ad'];
  const blanks = [...' \t\u00a0\u1680\u2000\u2002\u2003\u2007\u2009\u200a\u202f\u205f\u3000'];
  const unseen = [...'\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\u2066\u2069\ufeff\ufe0f\u034f'];
  const shapes = [0x30, 0xff10, 0x1d7ce, 0x1d7f6];
  const dressed = fc.record({
    twelve: fc.constantFrom(...people),
    isCoordination: fc.boolean(),
    sign: fc.oneof(
      fc.constantFrom('', '+', '\uff0b'),
      fc.constantFrom(...dashes),
      fc.array(fc.constantFrom(...blanks), { maxLength: 3 }).map((some) => some.join('')),
    ),
    shape: fc.constantFrom(...shapes),
    hidden: fc.array(fc.constantFrom('', ...unseen), { minLength: 12, maxLength: 12 }),
  });

  it('property: zero width, soft hyphens, full width and every dash and blank', () => {
    fc.assert(
      fc.property(dressed, ({ twelve, isCoordination, sign, shape, hidden }) => {
        const number = isCoordination ? samordning(twelve) : twelve;
        const digits = [...number].map((digit, at) => {
          const shown = String.fromCodePoint(shape + Number(digit));
          return `${shown}${at < 11 ? hidden[at] : ''}${at === 7 ? sign : ''}`;
        });
        const text = digits.join('');
        expect(findPersonIds(`Kund ${text}, ring.`)).toEqual([{ at: 5, length: text.length }]);
        expect(isPersonId(text)).toBe(true);
        expect(personIdOf(text, '2026-11-02')).toBe(number);
      }),
    );
  });

  it('and is not hidden by the digits that stand before it', () => {
    for (const text of ['Rum 12 811228-9874', '20 811228-9874', '123456 8112289874', '2026-11-02 19121212-1212'])
      expect(findPersonIds(text), text).toHaveLength(1);
  });

  it('goes through a long text at the pace of its length', () => {
    const hostile = ['1', '19 ', '191212 ', '19121212-', '\u200b', 'ocr ocr ', '070174 ', '０', ' \u00a0'].concat([
      'x',
      'a1',
      'x191212121212',
      'a191212121212',
      '1912-12-12-',
      'x1912121212120',
    ]);
    for (const part of hostile) {
      const text = part.repeat(Math.ceil(200_000 / part.length));
      const before = process.cpuUsage();
      findPersonIds(text);
      const { user } = process.cpuUsage(before);
      expect(user / 1000, JSON.stringify(part)).toBeLessThan(1500);
    }
  });
});

describe('ten digits in one run', () => {
  const samples: readonly string[] = fromTheField('phone-and-ocr-read-as-person').texts;
  it.each([
    ...samples,
    '0701740607',
    'Telefon: 0701740630',
    'Mobil 0701740632 eller 0701740607',
    'Ring mig på 0512312398',
    'tel. 0510162381',
    'OCR-nummer: 8112289874',
    'ocr 8112289874',
    'Fakturanr 8112289874',
    'faktura nr. 8112289874',
    'Betalas till bankgiro, ref: 2610150019',
    'Personalen nås på 0512312398',
    '\uff10701740607',
  ])('“%s” is no person’s', (text) => {
    expect(findPersonIds(text)).toEqual([]);
  });

  it.each([
    '8112289874',
    'Kund 8112289874',
    'Ring 8112289874',
    'Ring kunden 811228-9874',
    'OCR 19811228-9874',
    'OCR 198112289874',
    'ocr 811228-9874',
    'Faktura för kund 8112289874',
    '0512312398',
    'Kund 0510162381, ring.',
    'personnummer 0701740607',
    'pnr: 0701740607',
    'född 0701740607',
    'Ring kunden, personnummer 0512312398',
    '070174-0607',
    'Fakturan gäller. Kund: 8112289874',
  ])('“%s” is', (text) => {
    expect(findPersonIds(text)).toHaveLength(1);
  });

  it.each(['0701740607', 'OCR2610150019', 'A-0701740607', 'faktura-2610150019'])(
    'where an id holds them, “%s” can be a person’s all the same, and no case number',
    (text) => {
      expect([holdsPersonId(text), CaseNumber.safeParse(text).success]).toEqual(
        text.startsWith('OCR') ? [false, true] : [true, false],
      );
    },
  );
});

describe('a samordningsnummer whose month or day nobody knows', () => {
  /** From the open test data of the tax agency, and the same with the day unknown. */
  it.each(['191500882392', '19150088-2392', '150088+2392'])('%s is found, and a number', (text) => {
    expect(findPersonIds(`Kund ${text}`)).toHaveLength(1);
    expect(isPersonId(text)).toBe(true);
    expect(personIdOf(text, '2026-11-02')).toBe('191500882392');
  });
  it('with day 00, and with both', () => {
    for (const date of ['150060', '151260', '150091']) {
      const ten = [...Array(10).keys()].map((control) => `${date}239${control}`).filter((one) => isPersonId(one));
      expect(ten, date).toHaveLength(1);
      expect(personIdOf(ten[0] ?? '', '2026-11-02')).toBe(`20${ten[0]}`);
      expect(findPersonIds(`19${ten[0]}`)).toHaveLength(1);
    }
  });
  it('is not one with an ordinary day, nor with a day that no month has', () => {
    for (const date of ['150028', '151200', '150000', '150092', '151332', '150059']) {
      const any = [...Array(10).keys()].map((control) => `${date}239${control}`).filter((one) => isPersonId(one));
      expect(any, date).toEqual([]);
    }
  });
});

describe('and nothing else is taken for one', () => {
  it.each([
    ['a wrong control digit', '191212121213'],
    ['a month that is none', '191213121212'],
    ['a day that is none', '20050230-2381'],
    ['a serial of zeros', '19121212-0008'],
    ['a century that nobody was born in', '171212121212'],
    ['an organisation number', '5567037485'],
    ['an organisation number with its dash', '556703-7485'],
    ['an organisation number with its prefix', '165567037485'],
    ['a municipality’s number', '2120002924'],
    ['a telephone number', '070-174 06 05'],
    ['a telephone number abroad', '+46 70 174 06 05'],
    ['a telephone number with its area', '08-465 004 00'],
    ['an OCR number', '1234567897'],
    ['a long OCR number', '20261100012345678903'],
    ['a diary number', 'SN/2016:840-700'],
    ['a case number', 'A-1001'],
    ['a date', '2026-11-02'],
    ['a time', '2026-11-02T08:00:00+01:00'],
    ['a time in UTC', '2026-11-02T07:00:00.000Z'],
    ['a time without separators', '20261102T080000Z'],
    ['a bankgiro', '5050-1055'],
    ['an amount', '85 386,25'],
    ['a UUID', '3f2b8c1e-9d4a-4c6b-8e21-7a5d0f9b1c34'],
    ['a hash', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    ['digits inside a longer number', '9191212121212'],
    ['digits inside a longer number, with letters about', 'x9191212121212y'],
    ['more digits after it', 'pnr1912121212125'],
    ['ten digits inside a word', 'x1212121212y'],
    ['twelve digits inside a hash', '9f86d081884c7d659a2feaa0c191212121212a3bf4f1b2b0b822cd15d6c15b0f0'],
    ['twelve digits first in a hash', '191212121212ab015a3bf4f1b2b0b822'],
    ['twelve digits last in a hash', '9F86D081884C7D65AB191212121212'],
    ['a batch’s id', 'B-mx1mqdrq-k3v9w2'],
    ['days from and to', '1912-12-12-1212-12-12'],
    ['days from and to, with blanks', '1912-12-12 - 1212-12-12'],
    ['a day and hours', '1912-12-12 1212-1400'],
    ['a day and a time of day', '2016-11-02 1203'],
    ['a file named after a minute', 'rapport_20161102_1203.csv'],
    ['ten digits with a stop', '121212.1212'],
  ])('%s', (_what, text) => {
    expect(findPersonIds(text)).toEqual([]);
  });
});

describe('a person’s number, as twelve digits', () => {
  const on = '2026-11-02';
  it.each(people)('%s is itself, however its twelve digits are written, and so with 60 added', (twelve) => {
    for (const number of [twelve, samordning(twelve)]) {
      for (const way of ways(number).filter((one) => one.replace(/\D/g, '').length === 12))
        expect(personIdOf(way, on), way).toBe(number);
    }
  });

  it.each([
    ['the latest birthday', '900602-2397', on, '199006022397'],
    ['without a sign the same', '9006022397', on, '199006022397'],
    ['of this century where it can be', '121212-1212', on, '201212121212'],
    ['of the one before when a hundred years have passed', '121212+1212', on, '191212121212'],
    ['nobody of this century before it', '121212-1212', '1999-12-31', '191212121212'],
    ['a birthday of this day has come', '121212-1212', '2012-12-12', '201212121212'],
    ['one of tomorrow has not', '121212-1212', '2012-12-11', '191212121212'],
    ['a hundred years this year', '121212+1212', '2012-01-01', '191212121212'],
    ['not yet a hundred', '121212+1212', '2011-12-31', '181212121212'],
  ])('ten digits: %s', (_what, text, today, digits) => {
    expect(personIdOf(text, today)).toBe(digits);
    expect(isPersonId(text)).toBe(true);
  });

  it.each([
    ['a wrong control digit', '191212121213'],
    ['a serial of zeroes', '191212120006'],
    ['no such day', '199002302391'],
    ['another century', '171212121212'],
    ['an organisation number', '5567037485'],
    ['more than the number', '191212121212 Elsa'],
    ['eleven digits', '19121212121'],
    ['nothing', ''],
  ])('not %s', (_what, text) => {
    expect([personIdOf(text, on), isPersonId(text)]).toEqual([undefined, false]);
  });
});

describe('a case number', () => {
  it.each(['A-1001', '2026:840.7', 'ÄO_12', '7', 'x'.repeat(40)])('may be %s', (text) => {
    expect(CaseNumber.safeParse(text).success).toBe(true);
  });
  it.each(['', 'x'.repeat(41), '-1', 'A 1', 'A/1', 'A#1', 'A\n', '191212121212', '121212-1212', 'A-1212121212'])(
    'may not be “%s”',
    (text) => {
      expect(CaseNumber.safeParse(text).success).toBe(false);
    },
  );
});

describe('an id that stands in keys and file names', () => {
  it.each(['P1', 'Åsa.K', 'brev-1_2'])('may be %s', (text) => {
    expect(SafeId.safeParse(text).success).toBe(true);
  });
  it.each(['', '.', '..', '../x', 'a/b', 'a#b', 'x'.repeat(81)])('may not be “%s”', (text) => {
    expect(SafeId.safeParse(text).success).toBe(false);
  });
});
