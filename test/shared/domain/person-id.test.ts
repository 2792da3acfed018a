import { describe, expect, it } from 'vitest';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { findPersonIds, isPersonId, personIdOf } from '../../../shared/domain/person-id.ts';

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
    ['digits inside a word', 'x191212121212y'],
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
