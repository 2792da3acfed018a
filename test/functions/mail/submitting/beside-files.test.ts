import { describe, expect, it } from 'vitest';
import { wordsBesideFiles } from '../../../../functions/mail/submitting/beside-files.ts';

describe('what is said beside files', () => {
  it.each([
    'Hej!',
    'Hej Maria, här kommer filerna för oktober.\nMvh\nKalle',
    'Här är också månadens filer',
    'Bifogar tidrapport och avvikelser, oktober 2026.',
    'Rättad fil.',
    'Se bifogad fil. Tack på förhand!\n\nMed vänlig hälsning\nKerstin Wallin\nTrygg Hemma AB\n070-123 45 67',
    'Fakturaunderlag 2026-10\n\nmvh Aisha',
    'Redovisning från Trygg Hemma',
    '',
  ])('nothing more than that they come: %j', (words) => {
    expect(wordsBesideFiles(words, 'Trygg Hemma i Exempelby AB')).toBe('');
  });

  it.each([
    [
      'Rättad fil. Obs! Stryk rad 17, den är fel. Kunden har flyttat.',
      'Obs\nStryk rad 17, den är fel\nKunden har flyttat',
    ],
    ['JA\n\nHär är också månadens filer', 'JA'],
    ['JA, här kommer filerna', 'JA'],
    ['JA och här kommer filerna', 'JA'],
    ['Här kommer filerna, men inte för A-1', 'Här kommer filerna, men inte för A-1'],
    ['Här kommer filerna?', 'Här kommer filerna?'],
    ['Mvh, men inte onsdagar', 'Mvh, men inte onsdagar'],
    ['Mvh\nKalle\nobs att rad 3 är fel', 'obs att rad 3 är fel'],
    ['Mars är fel', 'Mars är fel'],
    ['Vi har ingen avvikelseblankett', 'Vi har ingen avvikelseblankett'],
  ])('%j is left as %j', (words, left) => {
    expect(wordsBesideFiles(words)).toBe(left);
  });
});
