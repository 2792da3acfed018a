import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/tag.tsx';
import type { InvoiceShown } from './invoice-shown.ts';

const tones = {
  received: 'info',
  returned: 'danger',
  held: 'warning',
  classified: 'info',
  coded: 'info',
  attested: 'info',
  'second-attested': 'info',
  exported: 'info',
  paid: 'success',
} as const satisfies Record<InvoiceShown['state'], string>;

/** Where an invoice stands, in a word. */
export function InvoiceStateTag({ state }: Pick<InvoiceShown, 'state'>) {
  const { invoices } = useWords();
  return <Tag tone={tones[state]}>{invoices.states[state]}</Tag>;
}
