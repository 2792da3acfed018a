import { describe, expect, it } from 'vitest';
import { registeredIn } from '../../../../functions/invoices/reading/registered.ts';
import { anInvoiceableMonth } from '../../../support/an-invoice.ts';

const oneCase = (caseNo: string, name: string, over: object = {}) => ({
  ...{ caseNo, providerId: 'P1', from: '2025-01-01', to: null, customer: { name } },
  ...over,
});
const file = (over: object = {}) => ({
  providers: [{ id: 'P1', orgNo: '556703-7485', bankgiro: '5050-1055' }],
  cases: [
    oneCase('B-1', 'Elsa Provdal'),
    oneCase('B-2', 'Bertil Exempelström', { to: '2026-09-30' }),
    oneCase('A-1001', 'Gunnar Mallqvist', { to: '2026-09-30' }),
    oneCase('B-3', 'Vera Provén', { providerId: 'P2' }),
  ],
  ...over,
});

describe('a provider as the municipality has it', () => {
  it('is exempt from tax unless it says otherwise, and its customers are those of the month or of the statement', () => {
    expect(registeredIn(file(), anInvoiceableMonth())).toMatchObject({
      value: {
        seller: { orgNo: '5567037485', vat: 'E', bankgiro: '5050-1055' },
        customers: ['Elsa Provdal', 'Gunnar Mallqvist'],
        caseNumbers: ['B-1', 'B-2', 'A-1001'],
      },
    });
    expect(registeredIn(file({ providers: [{ id: 'P1', vat: 'S25' }] }), anInvoiceableMonth())).toMatchObject({
      value: { seller: { vat: 'S25', orgNo: undefined } },
    });
  });

  it('that is not there is known by nothing', () => {
    expect(registeredIn(file(), anInvoiceableMonth({ providerId: 'P9' }))).toMatchObject({
      value: { seller: { vat: 'E' } },
    });
  });

  it('names a fault by its place and never by its value', () => {
    const read = registeredIn(file({ providers: [{ id: 'P1', orgNo: '19121212-121' }] }), anInvoiceableMonth());
    expect(read).toMatchObject({ ok: false, faults: [{ at: 'providers.0.orgNo' }] });
    expect(JSON.stringify(read)).not.toContain('1212');
  });
});
