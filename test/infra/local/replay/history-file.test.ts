import { expect, it } from 'vitest';
import { readHistory } from '../../../../infra/local/replay/history-file.ts';
import { history, municipality, placed } from '../support/a-history.ts';

const faultsOf = (file: unknown) => {
  const read = readHistory(file);
  return read.ok ? [] : read.faults?.map(({ message }) => message);
};
const { at } = placed;

it('takes a history as it is written', () => {
  expect(faultsOf(history)).toEqual([]);
});

it('names every fault by its step, all at once', () => {
  const steps = [
    { at, by: 'O1', do: 'flyToMoon' },
    { at, by: 'O9', do: 'listOrders', actingFor: 'O8' },
    { at: '2026-09-01T08:00:00+02:00', by: 'O1', do: 'listOrders' },
    { at, by: 'O1', do: 'getOrder', path: { orderId: '$order.id' }, as: 'order' },
    { at, by: 'O1', do: 'getOrder', path: { caseNo: 'A-1' } },
    { at, by: 'O1', do: 'sign', what: 'everything' },
    { at, by: 'O1', do: 'sendDigest' },
    { at, do: 'listOrders', what: 'report' },
    { at: 'i går', by: 'O1', do: 'listOrders', when: 'now', expect: { later: 1 } },
    { at, do: 'clock', by: 'O9' },
    { at, do: 'getKeys' },
    { at, do: 'letters', query: { from: 'i går' } },
  ];
  expect(faultsOf({ ...history, steps })).toEqual([
    'steg 9: at: ingen tid med förskjutning',
    'steg 9: okänt fält expect.later',
    'steg 9: okänt fält when',
    'steg 1: okänt do flyToMoon',
    'steg 2: okänd användare O9 (by)',
    'steg 2: okänd användare O8 (actingFor)',
    'steg 3: tiden går bakåt',
    'steg 4: $order är inget tidigare svar (as)',
    'steg 5: path.orderId saknas',
    'steg 5: path.caseNo finns inte i GET /orders/{orderId}',
    expect.stringContaining('steg 6: okänt what everything; det finns submission, report, statement'),
    'steg 7: okänt do sendDigest',
    'steg 8: what hör bara till sign',
    'steg 8: by saknas',
    'steg 12: query.from: ingen tid med förskjutning',
  ]);
});

it.each([
  ['no steps', { ...history, steps: [] }, 'filen: steps: saknas eller är fel'],
  ['no object', [], 'filen: : saknas eller är fel'],
  ['an unknown field', { ...history, step: 1 }, 'filen: okänt fält step'],
  [
    'a municipality that cannot be read',
    { ...history, municipality: { ...municipality, rates: [] } },
    'municipality: rates: ingen timersättning gäller under månaden',
  ],
])('refuses %s', (_, file, fault) => {
  expect(faultsOf(file)).toContain(fault);
});
