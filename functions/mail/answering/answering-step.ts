import type { LetterFields } from '../../../shared/domain/letters/letter-record.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import type { Mail } from '../mail.ts';
import type { AnswerWay } from './answer-way-step.ts';

/** What the sender is told: what was understood and done, what was not, and what the choices are. */
export type MailAnswer = Pick<LetterFields, 'on' | 'due' | 'acts' | 'refusal' | 'masked'> & {
  readonly variant?: 'asked' | 'refused' | 'again' | 'next' | 'month-asked' | undefined;
};

/**
 * The answer to a mail (M07), where there is a way. About somebody protected the letter never leaves: what sends it says
 * the same inside the system.
 */
export async function answeringMail(
  { orderId, caseNo, month }: Mail,
  way: AnswerWay | undefined,
  { variant, ...answer }: MailAnswer,
  at: Instant,
  deps: Deps,
): Promise<Effects> {
  const settings = (await settingsStore(deps.table).find())?.entity;
  if (!way || !settings) return {};
  const ofOrder = orderId === undefined ? ({ to: 'messages' } as const) : ({ to: 'orders', orderId } as const);
  const page = variant === 'month-asked' ? ({ to: 'months', ...(month ? { month } : {}) } as const) : ofOrder;
  const fields = { ...page, ...(caseNo ? { caseNo } : {}), ...(variant ? { variant } : {}), ...answer };
  return { saves: [way.counted], letters: outbox(deps, settings, at).toAddressOf(way.provider, way.to, 'M07', fields) };
}
