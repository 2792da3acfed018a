import type { acts } from './sv/acts.ts';
import type { month } from './sv/month.ts';
import type { newOrder } from './sv/new-order.ts';
import type { orders } from './sv/orders.ts';
import type { Words } from './words.ts';

type Areas = {
  readonly month: typeof month;
  readonly orders: typeof orders;
  readonly newOrder: typeof newOrder;
  readonly acts: typeof acts;
};

/** The words of one area each, in both languages: nobody fetches what the page does not say. */
export const areas = {
  month: {
    sv: () => import('./sv/month-words.ts'),
    en: () => import('./en/month-words.ts'),
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
export type AreaWords = Words<Areas>;
