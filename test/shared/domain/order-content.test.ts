import { expect, it } from 'vitest';
import { agreedContent, DecisionRef } from '../../../shared/domain/order-content.ts';

it('an order that goes on after one says what that one said', () => {
  const said = {
    aim: 'Klara morgonen',
    timesOfDay: ['MORNING' as const],
    visitsPerWeek: 7,
    legalBasis: 'LSS' as const,
  };
  expect(agreedContent([said])).toEqual(said);
  expect(agreedContent([])).toEqual({});
});

it('of several only what they agree on', () => {
  const one = {
    aim: 'Klara morgonen',
    timesOfDay: ['MORNING' as const, 'EVENING' as const],
    legalBasis: '11:1' as const,
  };
  expect(agreedContent([one, { ...one, aim: 'Rent hemma' }])).toEqual({
    timesOfDay: ['MORNING', 'EVENING'],
    legalBasis: '11:1',
  });
  expect(agreedContent([one, { legalBasis: '11:1' }])).toEqual({ legalBasis: '11:1' });
});

it.each([
  ['SN-2026-114', true],
  ['2026/114:3', true],
  ['19121212-1212', false],
  ['121212-1212', false],
  ['', false],
])('a decision’s reference is never a person’s number: %s', (text, isTaken) => {
  expect(DecisionRef.safeParse(text).success).toBe(isTaken);
});
