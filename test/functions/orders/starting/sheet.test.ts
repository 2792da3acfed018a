import { describe, expect, it } from 'vitest';
import { contacted } from '../../../../functions/orders/placing/contact-provider.ts';
import { delivered } from '../../../../functions/orders/starting/deliver-sheet.ts';
import { customerOnSheet, prepared } from '../../../../functions/orders/starting/sheet.ts';
import { accepted } from '../../../support/a-pack.ts';
import { anOrder, at } from '../../../support/builders.ts';

const now = at('2026-11-02 14:30');
const by = { userId: 'O1', at: now };
const contact = { at: now, channel: 'EMAIL', delivery: 'POST' } as const;
const withContact = anOrder({ contact: { ...contact, by: 'O1' } });
const withSheet = anOrder({ contact: { ...contact, by: 'O1' }, sheet: { at: now, by: 'O1' } });
const sent = { at: now, way: 'POST' } as const;
const closed = { state: 'closed' } as const;

describe('the contact (S-23, S-25)', () => {
  it.each([
    ['now', now],
    ['before it is written down', at('2026-11-02 09:00')],
    ['before the order was placed (A10)', at('2026-09-01 09:00')],
  ])('%s', (_when, when) => {
    const order = accepted(contacted(anOrder(), by, { ...contact, at: when }));
    expect(order.contact).toEqual({
      ...{ at: when, by: 'O1', channel: 'EMAIL', delivery: 'POST' },
      // When it was written down: what came back since then takes it away (S-23).
      notedAt: now,
    });
  });
  it.each([
    ['twice', withContact, contact, 'already-contacted'],
    ['ahead of time', anOrder(), { ...contact, at: at('2026-11-02 14:31') }, 'bad-request'],
    ['about what is over', anOrder(closed), contact, 'order-closed'],
  ])('not %s', (_what, order, what, code) => {
    expect(contacted(order, by, what)).toMatchObject({ ok: false, code });
  });
});

describe('the paper (S-20, S-21)', () => {
  const whole = {
    ...{ name: 'Elsa Prov', personnummer: '191212121212', address: 'Storgatan 1, Exempelby' },
    ...{ phone: '070-174 06 05', relativePhone: '070-174 06 06' },
  };
  it('names the customer', () => {
    expect(accepted(customerOnSheet(whole))).toEqual(whole);
  });
  it.each([
    ['the relative’s phone', { ...whole, relativePhone: undefined }, ['customer.relativePhone']],
    ['what is only blanks', { ...whole, address: '  ' }, ['customer.address']],
    [
      'everything, when nobody is known',
      undefined,
      ['name', 'personnummer', 'address', 'phone', 'relativePhone'].map((field) => `customer.${field}`),
    ],
  ])('is not made without %s', (_what, customer, places) => {
    const refused = customerOnSheet(customer);
    expect(refused).toMatchObject({ ok: false, kind: 'invalid', code: 'sheet-incomplete' });
    expect(!refused.ok && refused.faults?.map((fault) => fault.at)).toEqual(places);
  });
  it('is taken out, and again, and how it went out stands', () => {
    const first = accepted(prepared(anOrder(), by));
    expect(first.sheet).toEqual({ at: now, by: 'O1' });
    const gone = accepted(delivered({ ...withContact, sheet: first.sheet }, by, sent));
    const again = accepted(prepared(gone, { userId: 'O2', at: at('2026-11-03 08:00') }));
    expect(again.sheet).toEqual({ at: at('2026-11-03 08:00'), by: 'O2', delivered: { ...sent, by: 'O1' } });
  });
  it('is not taken out of what is over', () => {
    expect(prepared(anOrder({ state: 'rejected' }), by)).toMatchObject({ ok: false, code: 'order-closed' });
  });
});

describe('the paper goes out (S-26)', () => {
  it('once it is agreed how', () => {
    expect(accepted(delivered(withSheet, by, sent)).sheet?.delivered).toEqual({ at: now, by: 'O1', way: 'POST' });
  });
  it.each([
    ['before the contact', anOrder({ sheet: { at: now, by: 'O1' } }), sent, 'not-contacted'],
    ['before there is a paper', withContact, sent, 'sheet-not-prepared'],
    ['twice', accepted(delivered(withSheet, by, sent)), sent, 'already-delivered'],
    ['ahead of time', withSheet, { ...sent, at: at('2026-11-02 14:31') }, 'bad-request'],
    ['of what is over', { ...withSheet, ...closed }, sent, 'order-closed'],
  ])('not %s', (_what, order, what, code) => {
    expect(delivered(order, by, what)).toMatchObject({ ok: false, code });
  });
});
