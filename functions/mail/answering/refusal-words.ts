import type { MailRefusal } from '../../../shared/domain/letters/mail-answers.ts';
import type { Refusal } from '../../../shared/domain/result.ts';

/** Why an order's own rules said no, as the sender is told it; the rest is the officer's to explain. */
const told: Readonly<Record<string, MailRefusal>> = {
  'order-closed': 'order-closed',
  'order-taken-back': 'order-taken-back',
  'order-taken-over': 'order-taken-over',
  'order-not-open': 'order-not-open',
  'rejection-without-ceiling': 'rejection-without-ceiling',
  'service-not-ordered': 'service-not-ordered',
  'start-ahead': 'visit-ahead',
  'start-before-order': 'visit-too-early',
  'order-already-started': 'already-started',
  'first-visit-told': 'already-started',
};

/** The code that says most: of what was wrong with what was sent, the first fault's. */
export const codeOf = ({ code, faults = [] }: Refusal): string =>
  code === 'bad-request' ? (faults[0]?.code ?? code) : code;

export const refusalTold = (code: string): MailRefusal => told[code] ?? 'other';
