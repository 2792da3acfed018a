import type { Breaker } from './breakers/breaker.ts';
import { ofLeksandMonth } from './breakers/leksand-month.ts';
import { ofLeksandOrders } from './breakers/leksand-orders.ts';
import { ofBotkyrka, ofHalmstad, ofHelsingborg } from './breakers/purchases.ts';
import { ofSn2016840 } from './breakers/sn2016-840.ts';

/** What breaks each rule whose breach is refused or overdue; `npm run break-rules` tries them. */
export const breakers: readonly Breaker[] = [
  ...[...ofLeksandOrders, ...ofLeksandMonth, ...ofSn2016840],
  ...[...ofBotkyrka, ...ofHelsingborg, ...ofHalmstad],
];
