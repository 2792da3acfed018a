import { useWords } from '../../app/language.ts';
import { Checkbox } from '../../parts/checkbox.tsx';
import { TextField } from '../../parts/field.tsx';
import type { ErrorFor } from './act-form.tsx';

/** Whom a case is about, as it is written: in memory until it is sent, and never in the browser's storage. */
export type Customer = {
  readonly name: string;
  readonly personnummer: string;
  readonly address: string;
  readonly phone: string;
  readonly relativePhone: string;
  readonly protected: boolean;
};

const fields = ['name', 'personnummer', 'address', 'phone', 'relativePhone'] as const;

type Props = {
  /** Begins the id of every field. */
  readonly id: string;
  readonly customer: Customer;
  readonly onCustomer: (part: Partial<Customer>) => void;
  readonly errorFor: ErrorFor;
};

/** The customer's own details, a field each. */
export function CustomerFields({ id, customer, onCustomer, errorFor }: Props) {
  const { orders } = useWords();
  return (
    <>
      {fields.map((field) => (
        <TextField
          key={field}
          id={`${id}-customer-${field}`}
          label={orders[field]}
          optional={field !== 'name'}
          error={errorFor(`customer-${field}`)}
          value={customer[field]}
          onValue={(value) => onCustomer({ [field]: value })}
        />
      ))}
      <Checkbox
        label={orders.protected}
        checked={customer.protected}
        onChecked={(isProtected) => onCustomer({ protected: isProtected })}
      />
    </>
  );
}
