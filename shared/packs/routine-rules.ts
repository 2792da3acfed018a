import * as z from 'zod';
import type { DeadlineCode } from '../domain/deadline.ts';
import { kindOf } from '../domain/deadline-kinds.ts';

/** A rule of the routine by its id, `L-12`; or an ambiguity that it leaves open, `A06`. */
export const Rule = z.string().regex(/^[A-Z]-?\d{2}$/);

/**
 * Under which of its own rules an order to a provider of one kind is carried out, for the journal, for remarks and for
 * reasons; and which deadlines and which letter the routine has for it.
 */
const OrderRules = z.strictObject({
  placed: Rule,
  /** How the provider is notified of it; nothing where a person makes contact instead. */
  letter: z.enum(['N01', 'N04']).optional(),
  /** The choice, or that the customer abstained, is registered. */
  registered: Rule,
  /** In writing or orally: what is asked of a choice. */
  mode: Rule,
  informed: Rule.optional(),
  handedOver: Rule.optional(),
  form: Rule.optional(),
  /** What must be on the paper that goes out with it, where it does. */
  paper: Rule.optional(),
  confirmed: Rule,
  urgentTurn: Rule,
  urgentExisting: Rule,
  /** Asks when the help is needed, and for a call; where the routine asks for neither, absent. */
  urgentAsked: Rule.optional(),
  firstVisit: Rule,
  notExecuted: Rule,
  /** An hour so late that it counts as the next day (A06). */
  lateHour: Rule,
  /** The deadline of the receipt, where it is asked for, and the one of the start. */
  confirmBy: z.enum(['D01', 'D06']).optional(),
  startBy: z.enum(['D02', 'D04', 'D05']),
});
export type OrderRules = z.output<typeof OrderRules>;

/** The same of a switch of provider, from the customer's word to the hand-over. */
const SwitchRules = z.strictObject({
  requested: Rule,
  told: Rule,
  dated: Rule,
  switched: Rule,
  handover: Rule,
  /** The days between which it may take place. */
  window: Rule,
  /** The deadline for telling the providers, and the one of the switch itself. */
  tellBy: z.enum(['D18', 'D20']),
  switchBy: z.enum(['D19', 'D21']),
});

export type SwitchRules = z.output<typeof SwitchRules>;

/** A routine's rules by the module that they are about. */
export const RoutineRules = z.strictObject({
  orders: z.strictObject({ municipal: OrderRules, private: OrderRules }).optional(),
  switches: SwitchRules.optional(),
});
export type RoutineRules = z.output<typeof RoutineRules>;

/** The rule that a routine's deadline is set by. */
export const ruleOf = (code: DeadlineCode): string => kindOf(code).rule;
