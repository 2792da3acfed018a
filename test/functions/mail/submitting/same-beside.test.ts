import { expect, it } from 'vitest';
import { isSameBeside } from '../../../../functions/mail/submitting/same-beside.ts';

it.each([
  [['Här kommer oktober'], true],
  [['Tidsrapport oktober', 'Tidsrapport för oktober, hälsningar'], true],
  [['Tidsrapport oktober', 'Tidsrapport september'], false],
  [['Tidsrapport oktober', 'Tidsrapport oktober. Stämmer den?'], false],
  [['Underlag för köp, oktober', 'Oktober'], false],
  [['JA\nHär kommer filerna', 'JA, här är filerna'], true],
  [['JA\nHär kommer filerna', 'NEJ, FULLT\nHär kommer filerna'], false],
  [['Här kommer filerna', 'Här kommer filerna. Kunden har flyttat.'], false],
])('%j: %s', (readings, isSame) => {
  expect(isSameBeside(readings, '2026-11-02')).toBe(isSame);
});
