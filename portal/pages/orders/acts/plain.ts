import type { Route } from '../../../api/contract.ts';
import { type PlainForm, plainOf } from '../../../parts/plain/plain-form.ts';
import type { OrderShown } from '../order-form.ts';
import type { ActWords } from './use-act-words.ts';

type OrderRoute = Extract<Route, `${string} /orders/{orderId}/${string}`>;

/** A step of an order that is nothing but a few fields. */
export type Plain = PlainForm<OrderShown, ActWords, OrderRoute>;

export const plain = plainOf<OrderShown, ActWords, OrderRoute>();
