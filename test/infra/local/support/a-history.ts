import { formHeader, reportHeader } from '../../../support/a-month.ts';

export const municipality = {
  municipality: 'Exempelkommun',
  month: '2026-10',
  rates: [{ validFrom: '2026-01-01', orePerHour: 40000 }],
  providers: [{ id: 'P1', number: 1, name: 'Kommunens hemtjänst', kind: 'municipal', email: 'p1@example.se' }],
  officers: [{ id: 'O1', name: 'Ola Ek', email: 'o1@example.se' }],
  people: [
    { id: 'H1', role: 'head', email: 'h1@example.se' },
    { id: 'M1', role: 'provider-manager', providerId: 'P1', email: 'm1@example.se' },
  ],
  cases: [],
};
const customer = { name: 'Tolvan Tolvansson', personnummer: '191212121212' };
const services = [{ code: 'OMV', minutesPerMonth: 600 }];
const ofOrder = { path: { orderId: '$order.id' } };
const visit = '2026-10;P1;A-1;OMV;2026-10-05;08:00;09:00;60;60;UTFÖRD';
export const placed = {
  at: '2026-10-01T08:00:00+02:00',
  by: 'O1',
  do: 'placeOrder',
  body: { caseNo: 'A-1', providerId: 'P1', services, from: '2026-10-01', customer },
  as: 'order',
};

/** An order, its start, the month handed in and read: six things that people do, and time that passes. */
export const history = {
  pack: 'leksand',
  set: ['digest.enabled=false'],
  municipality,
  steps: [
    { ...placed, expect: { status: 201, body: { state: 'placed' } } },
    { at: '2026-10-01T09:00:00Z', by: 'M1', do: 'startOrder', ...ofOrder, body: { startedOn: '2026-10-01' } },
    { at: '2026-11-02T08:00:00+01:00', do: 'clock' },
    {
      at: '2026-11-02T09:00:00+01:00',
      by: 'M1',
      do: 'sign',
      what: 'submission',
      path: { month: '2026-10' },
      body: { report: { text: [reportHeader, visit] }, deviations: { text: formHeader } },
      expect: { status: 201, body: { record: { signedBy: 'M1' } } },
    },
    {
      at: '2026-11-02T10:00:00+01:00',
      by: 'O1',
      role: 'officer',
      do: 'getLine',
      path: { month: '2026-10', providerId: 'P1', caseNo: '$order.caseNo' },
      expect: { body: { charged: 60 } },
    },
    { at: '2026-11-02T10:00:00+01:00', by: 'M1', do: 'getOrder', path: { orderId: 'B-9' } },
    { at: '2026-11-02T10:00:00+01:00', do: 'letters', query: { to: 'p1@example.se' } },
    {
      at: '2026-11-02T10:00:00+01:00',
      do: 'letters',
      query: { from: '2026-11-02T09:00:00+01:00' },
      expect: { body: { items: { $not: [] } } },
    },
  ],
  expect: { tasks: { O1: [{ code: 'D12', late: false }] } },
};
