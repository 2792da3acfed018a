import { describe, expect, it } from 'vitest';
import { traitsOf } from '../../../shared/domain/identity.ts';
import { wordsOf } from '../../../shared/domain/name-forms.ts';
import { Owner, officerOwner, ownerOf, providerOwner } from '../../../shared/domain/owner.ts';
import type { Role } from '../../../shared/domain/roles.ts';

describe('the words by which a person is recognised', () => {
  it.each([
    ['lower case, without separators', 'Anna-Karin O’Provsson', ['anna', 'karin', 'provsson']],
    ['the same, however the letters are put together', 'A\u030Asa', ['åsa']],
    ['each once', 'Prov Prov', ['prov']],
    ['none of one letter', 'A B', []],
  ])('%s', (_what, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('are the name’s and the street’s, and the numbers without their separators', () => {
    const customer = {
      name: 'Anna Provsson',
      personnummer: '19121212-1212',
      address: 'Provgatan 12, 793 30 Exempelby',
      phone: '070-174 06 05',
      relativePhone: '+46 70 174 06 06',
    };
    expect(traitsOf(customer)).toEqual([
      'anna',
      'provsson',
      '191212121212',
      '0701740605',
      '46701740606',
      'provgatan',
      'exempelby',
    ]);
  });
});

it('a caller owns what is theirs: an officer by id, a provider’s people together, the others by role', () => {
  const of = (role: Role, providerId?: string) => ownerOf({ caseload: 'X1', role, providerId });
  expect([of('officer'), of('provider', 'P1'), of('provider-manager', 'P1')]).toEqual([
    officerOwner('X1'),
    providerOwner('P1'),
    providerOwner('P1'),
  ]);
  expect([of('head'), of('administrator'), of('fee-officer')]).toEqual(['head', 'administrator', 'fee-officer']);
  for (const text of ['officer:', 'P1', 'provider', '']) expect(Owner.safeParse(text).success).toBe(false);
});
