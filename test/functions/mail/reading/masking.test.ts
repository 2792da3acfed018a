import { describe, expect, it } from 'vitest';
import { maskableIn, masked } from '../../../../functions/mail/reading/masking.ts';

const hides = (text: string, ...known: string[]) => masked(text, new Set(known));

describe('what is hidden', () => {
  it.each([
    ['a known word, however it is written', 'JA för MAJ provsson', 'JA för •••'],
    ['what is that person’s', 'Provssons nycklar', '••• nycklar'],
    ['a known telephone number, however it is divided', 'Ring 070-174 06 05', 'Ring •••'],
    ['a number of anybody’s', 'JA 12 12 12-12 12', 'JA •••'],
    ['a home of anybody’s', 'JA, Storgatan 12 B', 'JA, •••'],
    ['more of one person as one', 'Maj Provsson', '•••'],
  ])('%s', (_, text, shown) => {
    expect(hides(text, 'maj', 'provsson', '0701740605')).toBe(shown);
  });
  it('is nothing else', () => {
    const text = 'START 2026-11-02 kl 10. Ring 08-123 45 67, ärende A-1. EJ UTFÖRT INK avböjer';
    expect(hides(text, 'maj')).toBe(text);
  });
  it('is all that is beyond what anybody writes', () => {
    const text = Array.from({ length: 900 }, () => 'ord').join(' ');
    expect(hides(text).match(/ord/g)).toHaveLength(800);
  });
  it('is found in one form of a letter as in another', () => {
    expect(hides('A\u030asa', 'åsa')).toBe('•••');
  });
});

describe('what could be a person’s', () => {
  it('is each word and number once, in small letters, without what makes it somebody’s', () => {
    expect(maskableIn('Maj MAJ Provssons 070-174 06 05')).toEqual([
      ...['maj', 'provssons', 'provsson', '070', '174', '06', '05'],
      '0701740605',
    ]);
  });
});
