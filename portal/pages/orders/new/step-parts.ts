import type { ErrorFor } from '../act-form.tsx';
import type { Customer, Draft, Routine } from './draft.ts';

/** What every step is given. */
export type StepProps = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly customer: Customer;
  readonly changeCustomer: (part: Partial<Customer>) => void;
  readonly routine: Routine;
  readonly errorFor: ErrorFor;
};
