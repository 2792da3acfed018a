import { describe, expect, it } from 'vitest';
import { grantedDecisions, type OrderSeen } from '../../../../functions/orders/unexecuted/decisions.ts';
import type { Order } from '../../../../shared/domain/order.ts';

const at = '2026-01-05T08:00:00.000Z';
const seen = (more: Partial<Order> = {}, known: OrderSeen['known'] = []): OrderSeen => ({
  known,
  order: {
    ...{ id: 'B-1', caseNo: 'A-1', providerId: 'P1', officerId: 'O1', from: '2026-01-10', to: null },
    services: [{ code: 'OMV', minutesPerMonth: 60 }],
    ...{ urgent: false, state: 'placed', placedAt: at },
    ...more,
  },
});
const began = (on: string) =>
  ({ state: 'started', started: { at: `${on}T12:00:00.000Z`, by: 'K1', on, late: false } }) as const;
const one = (...all: readonly OrderSeen[]) => {
  const found = grantedDecisions(all);
  expect(found).toHaveLength(1);
  return found[0];
};

describe('what has become of a decision', () => {
  it('is decided on the service’s own day, else the first day that it is for, and offered when it was ordered', () => {
    expect(one(seen())).toMatchObject({ decidedOn: '2026-01-10', offeredOn: '2026-01-05', legalBasis: '11:1' });
    const services = [{ code: 'OMV', minutesPerMonth: 60, decidedOn: '2025-12-01', postponedByCustomer: '2025-12-09' }];
    expect(one(seen({ services, legalBasis: '11:4' }))).toMatchObject({
      ...{ decidedOn: '2025-12-01', legalBasis: '11:4', postponedByCustomer: '2025-12-09' },
      reason: 'POSTPONED_BY_CUSTOMER',
    });
  });

  it('is carried out from the first visit, but for what the provider says that it does not do', () => {
    const services = [
      { code: 'OMV', minutesPerMonth: 60 },
      { code: 'LED', minutesPerMonth: 60 },
    ];
    const order = { services, ...began('2026-01-12'), notExecuted: [{ code: 'LED', reason: 'ingen personal' }] };
    expect(
      grantedDecisions([seen(order)]).map(({ service, executed, reasonText }) => [service, executed?.on, reasonText]),
    ).toEqual([
      ['OMV', '2026-01-12', undefined],
      ['LED', undefined, 'ingen personal'],
    ]);
    const later = { ...order, notExecuted: [], executedLater: [{ code: 'LED', on: '2026-05-02' }] };
    expect(grantedDecisions([seen(later)])[1]?.executed).toEqual({ on: '2026-05-02', toldOn: '2026-05-02' });
  });

  it('that was read in is known to have been carried out all along', () => {
    const order = { ...began('2026-01-10'), choice: { how: 'READ_IN' } } as const;
    const started = { at: '2026-11-01T08:00:00.000Z', by: 'D1', on: '2026-01-10', late: false };
    expect(one(seen({ ...order, started }))).toMatchObject({
      ...{ offeredOn: undefined, executed: { on: '2026-01-10', toldOn: '2026-01-10' } },
    });
  });

  it('has the reason that is known', () => {
    const deferral = { at, by: 'O1', until: at, wish: 'customer', late: false } as const;
    expect(one(seen({ deferral }))?.reason).toBe('CUSTOMERS_WISH');
    expect(one(seen({ deferral: { ...deferral, wish: 'officer' } }))?.reason).toBe('OFFICERS_INSTRUCTION');
    expect(one(seen({ state: 'paused', pause: { at, by: 'O1', from: '2026-01-06' } }))?.reason).toBe('HOSPITAL');
    expect(one(seen({ state: 'rejected', rejected: { at, by: 'K1', reason: 'CAPACITY' } }))?.reason).toBe(
      'NO_CAPACITY',
    );
  });

  it('goes on at the next provider, from its own day, where the first said no', () => {
    const no = seen({ state: 'rejected', rejected: { at, by: 'K1', reason: 'CAPACITY' } });
    const next = seen({ id: 'B-2', providerId: 'P2', from: '2026-02-01', placedAt: '2026-01-30T08:00:00.000Z' });
    expect(one(no, next)).toMatchObject({ orderId: 'B-2', decidedOn: '2026-01-10', offeredOn: '2026-01-05' });
  });

  it('is interrupted from one provider’s last day until the next begins', () => {
    const ending = { at, by: 'O1', before: 'started', cause: 'SWITCH', lastDay: '2026-03-31' } as const;
    const left = seen({ ...began('2026-01-12'), state: 'closed', ending });
    const next = { id: 'B-2', from: '2026-04-01', placedAt: '2026-03-20T08:00:00.000Z' };
    expect(one(left, seen({ ...next, ...began('2026-07-15') }))).toMatchObject({
      ...{ decidedOn: '2026-01-10', executed: { on: '2026-01-12' } },
      interruptions: [{ from: '2026-04-01', to: '2026-07-15', reason: 'CHANGE_OF_PROVIDER' }],
    });
  });

  it('stays and absences that meet are one interruption; those before it began are none', () => {
    const known = [
      { kind: 'HOSPITAL', from: '2026-01-02', to: '2026-01-09' },
      { kind: 'HOSPITAL', from: '2026-02-01', to: '2026-02-20' },
      { kind: 'HOSPITAL', from: '2026-06-01', to: null },
    ] as const;
    const absences = [{ from: '2026-02-20', to: '2026-05-01' }];
    expect(one(seen({ ...began('2026-01-12'), absences }, known))?.interruptions).toEqual([
      { from: '2026-02-01', to: '2026-05-01', reason: 'HOSPITAL' },
      { from: '2026-06-01', to: null, reason: 'HOSPITAL' },
    ]);
  });
});
