import { describe, expect, it } from 'vitest';
import { enterRegistration, registrarOf } from '../../../../functions/purchases/deciding/registration.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, aPurchase, noFacts, who } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';

const halmstad = aBuyer('halmstad');
const said = { caseCode: 'KT-1', reference: 'MC-77' };
const ordered = { state: 'registration-ordered', registration: { orderedAt: at('2026-09-02 09:00') } } as const;
const own = aPurchase(ordered);
const ofPrivate = aPurchase({ ...ordered, receiver: { providerId: 'P1', kind: 'private' } });
const on = '2026-09-03 09:00';

describe('registration (M-07 to M-12)', () => {
  it.each([
    ['M-09: the municipality’s own', own, 'registrar-own', 'registrar-lov'],
    ['M-10: a private performer’s', ofPrivate, 'registrar-lov', 'registrar-own'],
  ] as const)('%s is registered by its registrar alone', (_what, purchase, registrar, other) => {
    expect(registrarOf(purchase, halmstad)).toBe(registrar);
    const next = accepted(enterRegistration(purchase, said, who(registrar, on), noFacts, halmstad));
    expect(next).toMatchObject({
      state: 'registered',
      caseCode: 'KT-1',
      registration: { registered: { reference: 'MC-77' } },
    });
    expect(enterRegistration(purchase, said, who(other, on), noFacts, halmstad)).toMatchObject({
      kind: 'forbidden',
      code: 'role-not-allowed',
    });
  });

  it.each([
    ['M-08: without a case code', own, { ...said, caseCode: ' ' }, 'case-code-missing'],
    ['M-11: without a reference', own, { ...said, reference: '' }, 'reference-missing'],
    ['before it is ordered', aPurchase({ state: 'informed' }), said, 'registration-not-ordered'],
    ['of what was taken back', aPurchase({ ...ordered, state: 'withdrawn' }), said, 'registration-not-ordered'],
  ])('not %s', (_what, purchase, words, code) => {
    expect(enterRegistration(purchase, words, who('registrar-own', on), noFacts, halmstad)).toMatchObject({ code });
  });

  it('once, and only where the routine has it', () => {
    const known = accepted(enterRegistration(own, said, who('registrar-own', on), noFacts, halmstad));
    expect(enterRegistration(known, said, who('registrar-own', on), noFacts, halmstad)).toMatchObject({
      code: 'already-registered',
    });
    expect(enterRegistration(own, said, who('registrar-own', on), noFacts, aBuyer('botkyrka'))).toMatchObject({
      code: 'not-in-routine',
    });
  });
});
