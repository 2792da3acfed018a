import { expect, it } from 'vitest';
import { isSameMeaning } from '../../../../functions/mail/reading/same-meaning.ts';
import { type Meant, meaningOf } from '../../../../functions/mail/reading/understood.ts';

const meant = (text: string): Meant =>
  meaningOf(
    {
      ...{ subject: '', text, words: text, written: text, files: [] },
      ...{ isUnclear: false, isHidden: false, isAmongQuoted: false },
    },
    '2026-11-02',
    {
      caseNo: 'A-1',
      codes: ['OMV', 'INK'],
    },
  );

it.each([
  ['JA', 'Ja, vi bekräftar.'],
  ['JA\nSTART 2/11', 'START 2026-11-02 JA'],
  ['NEJ, FULLT', 'Nej tyvärr, vi har inte plats'],
  ['EJ UTFÖRT INK kunden – klarar\nsig', 'EJ UTFÖRT INK Kunden klarar sig.'],
  ['EJ UTFÖRT INK görs av andra\nEJ UTFÖRT OMV avböjer', 'EJ UTFÖRT OMV avböjer\nEJ UTFÖRT INK görs av andra'],
  ['Vad gäller?', 'Vi återkommer'],
])('%j is %j', (one, other) => {
  expect(isSameMeaning(meant(one), meant(other))).toBe(true);
});

it.each([
  ['JA', 'NEJ, FULLT'],
  ['JA', 'JA, men inte onsdagar'],
  ['JA', ''],
  ['JA', 'JA\nSTART 2/11'],
  ['START 2/11', 'START 1/11'],
  ['JA, vi kan börja 5/11', 'JA, vi kan börja 6/11'],
  ['NEJ, FULLT', 'NEJ, för långt bort'],
  ['EJ UTFÖRT INK avböjer', 'EJ UTFÖRT OMV avböjer'],
  ['EJ UTFÖRT INK avböjer', 'EJ UTFÖRT INK flyttar'],
])('%j is not %j', (one, other) => {
  expect(isSameMeaning(meant(one), meant(other))).toBe(false);
  expect(isSameMeaning(meant(other), meant(one))).toBe(false);
});
