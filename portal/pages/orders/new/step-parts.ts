import type { ErrorFor } from '../act-form.tsx';
import type { Customer } from '../customer-fields.tsx';
import type { OrderDraft, OrderRoutine } from './order-draft.ts';

/** What every step is given. */
export type StepProps = {
  readonly draft: OrderDraft;
  readonly change: (part: Partial<OrderDraft>) => void;
  readonly customer: Customer;
  readonly changeCustomer: (part: Partial<Customer>) => void;
  readonly routine: OrderRoutine;
  readonly errorFor: ErrorFor;
};
