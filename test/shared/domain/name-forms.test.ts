import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOf, readingsOf, wordsOf } from '../../../shared/domain/name-forms.ts';

describe('the forms in which a name is found', () => {
  it.each([
    ['Maj-Britt Söderqvist', ['maj', 'britt', 'söderqvist', 'majbritt', 'soderqvist']],
    ['Maj\u2011Britt', ['maj', 'britt', 'majbritt']],
    ['Renée André', ['renée', 'andré', 'renee', 'andre']],
    ['Sörén', ['sörén', 'sören', 'soren']],
    ['Anna O’Provsson', ['anna', 'provsson', 'oprovsson']],
    ['Åse Bjørk', ['åse', 'bjørk', 'bjork', 'ase']],
    ['Elsa Prov', ['elsa', 'prov']],
  ])('%s', (name, forms) => {
    expect(formsOf(name).toSorted()).toEqual(forms.toSorted());
  });

  it('are bounded, and never fewer than the words of the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aéåö- '), maxLength: 200 }), (name) => {
        const [forms, words] = [formsOf(name), wordsOf(name)];
        expect(forms).toEqual(expect.arrayContaining([...words]));
        expect(forms.length).toBeLessThanOrEqual(Math.max(32, words.length));
        expect(new Set(forms).size).toBe(forms.length);
      }),
    );
  });
});

describe('however it is spelt', () => {
  const isFound = (name: string, sought: string) =>
    readingsOf(sought).some((words) => words.every((word) => formsOf(name).includes(word)));

  it.each([
    ['Maj-Britt Söderqvist', ['Majbritt', 'Soderqvist', 'maj-britt soderqvist', 'Maj Britt', 'MAJBRITT SÖDERQVIST']],
    ['Renée André', ['Renee', 'Andre', 'RENÉE']],
    ['Renee Andre', ['Renée', 'André']],
    ['Sean O’Brien-Prov', ['OBrien', 'OBrien Prov', 'O’Brien', 'OBrienProv']],
    ['Zoë Prov', ['Zoe', 'zoë']],
    ['Sean O’Brien', ['OBrien', "O'Brien", 'o’brien']],
    ['Sean OBrien', ["O'Brien", 'O’Brien']],
    ['Majbritt Soderqvist', ['Majbritt', 'Maj-Britt', 'Söderqvist', 'Maj‑Britt Söderqvist']],
    ['Renée André', ['Renee', 'Andre', 'renée andre', 'Renèe']],
    ['Anna O’Provsson', ["O'Provsson", 'OProvsson', 'Provsson']],
  ])('%s is found', (name, spellings) => {
    for (const sought of spellings) expect(isFound(name, sought), sought).toBe(true);
  });

  it.each([
    ['Maj-Britt Söderqvist', ['Söder', 'Majs', 'Soderkvist', 'Maj Prov']],
    ['Maj Britt', ['Majbritt']],
  ])('%s is not, by another name', (name, spellings) => {
    for (const sought of spellings) expect(isFound(name, sought), sought).toBe(false);
  });

  it('a plain name is looked for once', () => {
    expect(readingsOf('Elsa Prov')).toEqual([['elsa', 'prov']]);
    expect(readingsOf('Åsa')).toEqual([['åsa'], ['asa']]);
  });
});
