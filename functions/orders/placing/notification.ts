import * as z from 'zod';
import type { Order } from '../../../shared/domain/order.ts';
import type { Arrangement } from '../arrangement.ts';

/** What a provider is notified of with a new order, and how; it names the case and nobody. */
export const Notified = z
  .object({ letter: z.enum(['N01', 'N04', 'N09']), way: z.enum(['MAIL', 'INSIDE']) })
  .meta({ id: 'Told' });
type Notified = z.infer<typeof Notified>;

/** The letter of a new order (L-10, S-08), or of an urgent one (L-14, S-16); none before the contact (S-23). */
export const letterOf = ({ urgent }: Pick<Order, 'urgent'>, { rules }: Arrangement): Notified['letter'] | undefined =>
  urgent ? 'N09' : rules.letter;

/** How the provider learns of it; absent where nobody has notified it yet. */
export function notificationOf(
  order: Pick<Order, 'urgent'>,
  { email }: { readonly email: string },
  arrangement: Arrangement,
  isProtected: boolean,
): Notified | undefined {
  const letter = letterOf(order, arrangement);
  if (letter === undefined) return undefined;
  if (arrangement.isToldInside) return { letter, way: 'INSIDE' };
  // Nothing about somebody with protected identity leaves by mail: what was meant to is said inside.
  if (email !== '') return { letter, way: isProtected ? 'INSIDE' : 'MAIL' };
  return order.urgent ? { letter, way: 'INSIDE' } : undefined;
}
