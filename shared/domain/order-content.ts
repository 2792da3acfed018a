import * as z from 'zod';
import { guarded } from './free-text.ts';

export const TimeOfDay = z.enum(['MORNING', 'FORENOON', 'LUNCH', 'AFTERNOON', 'EVENING', 'NIGHT']);
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** By which paragraph of the act, or by which act, the decision was made. */
const LegalBasis = z.enum(['11:1', '11:4', '11:5', '29:5', 'LSS']);

/** The decision's reference in the municipality's own diary; never a person's number. */
export const DecisionRef = guarded(z.string().regex(/^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9/.:-]{0,39}$/));

/** What an order says beside the minutes, so that it can be worked by: what for, when, how often, and by which decision. */
export const orderContent = {
  aim: z.string().optional(),
  timesOfDay: z.array(TimeOfDay).optional(),
  visitsPerWeek: z.int().optional(),
  decisionRef: z.string().optional(),
  legalBasis: LegalBasis.optional(),
};
const Content = z.object(orderContent);
export type OrderContent = z.infer<typeof Content>;

/** The same as the officer writes it. It is shown in the system and on paper, and never leaves by mail. */
export const orderContentIn = {
  aim: guarded(z.string().trim().min(1).max(500))
    .optional()
    .meta({ description: 'What the help is for, without a name or a number', example: 'Klara morgonen hemma' }),
  timesOfDay: z.array(TimeOfDay).min(1).max(6).optional().meta({ description: 'When on the day the help is needed' }),
  visitsPerWeek: z.int().min(1).max(200).optional(),
  decisionRef: DecisionRef.optional().meta({ description: 'The decision’s number', example: 'SN-2026-114' }),
  legalBasis: LegalBasis.optional().meta({ description: 'By which paragraph it is decided; 11:1 when left out' }),
};

const keys = Object.keys(orderContent) as readonly (keyof OrderContent)[];

/** What several orders agree on, for the one that goes on after them; what they say differently holds for neither whole. */
export function agreedContent(orders: readonly OrderContent[]): OrderContent {
  const agreed = keys.flatMap((key) => {
    const said = new Set(orders.map((order) => JSON.stringify(order[key])));
    const value = orders[0]?.[key];
    return said.size === 1 && value !== undefined ? [[key, value] as const] : [];
  });
  return Content.parse(Object.fromEntries(agreed));
}
