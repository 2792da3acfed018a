import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/tag.tsx';
import type { PurchaseShown } from './purchase-form.ts';

const tones = {
  ...({ requested: 'warning', informed: 'warning', dialogue: 'warning', 'acute-requested': 'warning' } as const),
  ...({ accepted: 'info', registered: 'info', prepared: 'info', 'registration-ordered': 'warning' } as const),
  ...({ 'agreement-signed': 'success', active: 'success', running: 'success' } as const),
  ...({ 'change-requested': 'warning', 'follow-up-due': 'danger', 'converted-to-planned': 'info' } as const),
  ...({ declined: 'danger', withdrawn: 'neutral', ending: 'warning', closed: 'neutral', ended: 'neutral' } as const),
} as const satisfies Record<PurchaseShown['state'], string>;

/** Where a purchase stands, in words. */
export const PurchaseStateTag = ({ state }: Pick<PurchaseShown, 'state'>) => (
  <Tag tone={tones[state]}>{useWords().purchases.states[state]}</Tag>
);
