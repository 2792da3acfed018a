import { expect, it } from 'vitest';
import { contentFacts } from '../../../../functions/orders/starting/content-facts.ts';
import type { Order } from '../../../../shared/domain/order.ts';

const order = { id: 'B-1', caseNo: 'A-1' } as Order;

it('the paper says what the order is to be worked by', () => {
  const said = {
    ...order,
    ...{ aim: 'Klara morgonen hemma', timesOfDay: ['MORNING', 'NIGHT'], visitsPerWeek: 14 },
    ...{ decisionRef: 'SN-2026-114', legalBasis: '11:1' },
  } as Order;
  expect(contentFacts(said)).toEqual([
    { label: 'Beslut', value: 'SN-2026-114, socialtjänstlagen 11 kap. 1 §' },
    { label: 'Mål', value: 'Klara morgonen hemma' },
    { label: 'Tider på dygnet', value: 'morgon, natt' },
    { label: 'Besök i veckan', value: '14' },
  ]);
});

it('by LSS it says so, and what nobody has said has no line', () => {
  expect(contentFacts({ ...order, legalBasis: 'LSS' })).toEqual([{ label: 'Beslut', value: 'LSS' }]);
  expect(contentFacts(order)).toEqual([]);
});
