import type { ComponentType } from 'preact';
import type { OrderActKey, OrderForm } from '../order-form.ts';
import type { Plain } from './plain.ts';

/** The form of each step, by the name of the way in. What the API offers and is not here is not shown. */
export type Forms = Readonly<Partial<Record<OrderActKey, Plain | ComponentType<{ readonly work: OrderForm }>>>>;
