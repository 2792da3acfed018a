import { describe, expect, it } from 'vitest';
import { columnsOfHeader } from '../../../../functions/months/dry-run/file-header.ts';
import { optionalColumns, reportColumns } from '../../../../shared/domain/file-columns.ts';

const whole = [
  ...['Månad', 'Utförare', 'Ärendenummer', 'Insats', 'Datum', 'Start', 'Slut'],
  ...['Beställda minuter', 'Utförda minuter', 'Status'],
];
const read = (fields: readonly string[]) =>
  columnsOfHeader('report', { row: 1, fields: [...fields] }, reportColumns, optionalColumns);

describe('the header of a time report', () => {
  it('names ordered and performed minutes both: without either, nothing is judged (L-19)', () => {
    for (const column of ['Beställda minuter', 'Utförda minuter'])
      expect(read(whole.filter((one) => one !== column))).toMatchObject({
        code: 'WRONG_HEADER',
        faults: [{ at: `report row 1 column ${column}` }],
      });
    expect(read(whole)).toBe(10);
  });

  it('may end in the worker’s column and in how the row came about, in that order, and in no other', () => {
    expect(read([...whole, 'Personal'])).toBe(11);
    expect(read([...whole, 'Personal', 'Registrering'])).toBe(12);
    expect(read([...whole, 'Registrering'])).toMatchObject({ code: 'WRONG_HEADER' });
    expect(read([...whole, 'Personal', 'Registrering', 'Namn'])).toMatchObject({ code: 'WRONG_HEADER' });
    expect(read([...whole, 'Namn'])).toMatchObject({ code: 'WRONG_HEADER' });
  });

  const saidOf = (fields: readonly string[]) => {
    const header = read(fields);
    return typeof header === 'number' ? '' : (header.faults?.[0]?.message ?? '');
  };

  it('is told all at once: what is missing by name, what is unknown by number, never by what is written there', () => {
    const renamed = whole.map((one) => ({ Insats: 'Anna Andersson', Status: 'Läge' })[one] ?? one);
    const said = saidOf([...renamed, 'Personal', 'Slut']);
    expect(said).toContain('Det här saknas: Insats och Status.');
    expect(said).toContain('Det här känns inte igen: kolumn nummer 4, 10 och 12.');
    expect(said).not.toMatch(/Andersson|Läge/);
    expect(saidOf(whole.toReversed())).toContain('Kolumnerna står i fel ordning.');
  });

  it('names ten at most, however many there are', () => {
    const said = saidOf(Array.from({ length: 300_000 }, (_, n) => `x${n}`));
    expect(said).toContain(
      'Det här saknas: Månad, Utförare, Ärendenummer, Insats, Datum, Start, Slut, Beställda minuter, Utförda minuter och Status.',
    );
    expect(said).toContain('kolumn nummer 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 och 299990 till.');
    expect(said.length).toBeLessThan(600);
  });
});
