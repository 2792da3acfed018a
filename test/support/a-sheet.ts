import type { Sheet } from '../../functions/orders/starting/sheet-pdf.ts';
import { anOrder, at } from './builders.ts';

/** An assignment on paper with two services, one of them for a while; the number is an official test number. */
export const aSheet = (over: Partial<Sheet> = {}): Sheet => ({
  municipality: 'Exempelkommun',
  provider: 'Omsorg Ett AB',
  order: anOrder({
    caseNo: 'A-1001',
    services: [
      { code: 'OMV', minutesPerMonth: 1200 },
      { code: 'SERV', minutesPerMonth: 135, from: '2026-12-28', to: '2027-01-10' },
    ],
  }),
  customer: {
    name: 'Elsa Prov',
    personnummer: '191212121212',
    address: 'Storgatan 1, 793 80 Exempelby',
    phone: '070-174 06 05',
    relativePhone: '070-174 06 06',
  },
  officer: 'Olle Berg',
  at: at('2026-11-02 14:30'),
  ...over,
});
