import type { CatalogueShape } from './catalogue-shape.ts';
import type { actForms } from './sv/act-forms.ts';
import type { acts } from './sv/acts.ts';
import type { administration } from './sv/administration.ts';
import type { cases } from './sv/cases.ts';
import type { choosing } from './sv/choosing.ts';
import type { customers } from './sv/customers.ts';
import type { fees } from './sv/fees.ts';
import type { handIn } from './sv/hand-in.ts';
import type { invoices } from './sv/invoices.ts';
import type { mail } from './sv/mail.ts';
import type { messages } from './sv/messages.ts';
import type { month } from './sv/month.ts';
import type { newOrder } from './sv/new-order.ts';
import type { orders } from './sv/orders.ts';
import type { overview } from './sv/overview.ts';
import type { parties } from './sv/parties.ts';
import type { purchaseActs } from './sv/purchase-acts.ts';
import type { purchaseParts } from './sv/purchase-parts.ts';
import type { purchases } from './sv/purchases.ts';
import type { reconcile } from './sv/reconcile.ts';
import type { records } from './sv/records.ts';
import type { sample } from './sv/sample.ts';
import type { search } from './sv/search.ts';
import type { signing } from './sv/signing.ts';
import type { switchActs } from './sv/switch-acts.ts';
import type { switches } from './sv/switches.ts';
import type { turns } from './sv/turns.ts';

type Areas = {
  readonly actForms: typeof actForms;
  readonly acts: typeof acts;
  readonly administration: typeof administration;
  readonly cases: typeof cases;
  readonly choosing: typeof choosing;
  readonly customers: typeof customers;
  readonly fees: typeof fees;
  readonly handIn: typeof handIn;
  readonly invoices: typeof invoices;
  readonly mail: typeof mail;
  readonly messages: typeof messages;
  readonly month: typeof month;
  readonly newOrder: typeof newOrder;
  readonly orders: typeof orders;
  readonly overview: typeof overview;
  readonly parties: typeof parties;
  readonly purchaseActs: typeof purchaseActs;
  readonly purchaseParts: typeof purchaseParts;
  readonly purchases: typeof purchases;
  readonly reconcile: typeof reconcile;
  readonly records: typeof records;
  readonly sample: typeof sample;
  readonly search: typeof search;
  readonly signing: typeof signing;
  readonly switchActs: typeof switchActs;
  readonly switches: typeof switches;
  readonly turns: typeof turns;
};

/** The words of one area each, in both languages: nobody fetches what the page does not say. */
export const areas = {
  actForms: {
    sv: () => import('./sv/act-forms.ts'),
    en: () => import('./en/act-forms.ts'),
  },
  administration: {
    sv: () => import('./sv/administration.ts'),
    en: () => import('./en/administration.ts'),
  },
  cases: {
    sv: () => import('./sv/cases.ts'),
    en: () => import('./en/cases.ts'),
  },
  choosing: {
    sv: () => import('./sv/choosing.ts'),
    en: () => import('./en/choosing.ts'),
  },
  customers: {
    sv: () => import('./sv/customers.ts'),
    en: () => import('./en/customers.ts'),
  },
  fees: {
    sv: () => import('./sv/fees.ts'),
    en: () => import('./en/fees.ts'),
  },
  handIn: {
    sv: () => import('./sv/hand-in.ts'),
    en: () => import('./en/hand-in.ts'),
  },
  invoices: {
    sv: () => import('./sv/invoices.ts'),
    en: () => import('./en/invoices.ts'),
  },
  mail: {
    sv: () => import('./sv/mail.ts'),
    en: () => import('./en/mail.ts'),
  },
  messages: {
    sv: () => import('./sv/messages.ts'),
    en: () => import('./en/messages.ts'),
  },
  month: {
    sv: () => import('./sv/month.ts'),
    en: () => import('./en/month.ts'),
  },
  overview: {
    sv: () => import('./sv/overview.ts'),
    en: () => import('./en/overview.ts'),
  },
  parties: {
    sv: () => import('./sv/parties.ts'),
    en: () => import('./en/parties.ts'),
  },
  purchaseParts: {
    sv: () => import('./sv/purchase-words.ts'),
    en: () => import('./en/purchase-words.ts'),
  },
  purchases: {
    sv: () => import('./sv/purchases.ts'),
    en: () => import('./en/purchases.ts'),
  },
  reconcile: {
    sv: () => import('./sv/reconcile.ts'),
    en: () => import('./en/reconcile.ts'),
  },
  records: {
    sv: () => import('./sv/records.ts'),
    en: () => import('./en/records.ts'),
  },
  sample: {
    sv: () => import('./sv/sample.ts'),
    en: () => import('./en/sample.ts'),
  },
  search: {
    sv: () => import('./sv/search.ts'),
    en: () => import('./en/search.ts'),
  },
  signing: {
    sv: () => import('./sv/signing.ts'),
    en: () => import('./en/signing.ts'),
  },
  switchActs: {
    sv: () => import('./sv/switch-acts.ts'),
    en: () => import('./en/switch-acts.ts'),
  },
  switches: {
    sv: () => import('./sv/switches.ts'),
    en: () => import('./en/switches.ts'),
  },
  turns: {
    sv: () => import('./sv/turns.ts'),
    en: () => import('./en/turns.ts'),
  },
  orders: {
    sv: () => import('./sv/orders-words.ts'),
    en: () => import('./en/orders-words.ts'),
  },
  newOrder: {
    sv: () => import('./sv/new-order.ts'),
    en: () => import('./en/new-order.ts'),
  },
} as const;
export type Area = keyof typeof areas;
export type AreaWords = CatalogueShape<Areas>;
