import { dateOf, type Instant, plusMinutes, swedishDate } from '../../../shared/domain/local-time.ts';
import type { Refusal } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';

/** The last day of a limit, which ends where the next one begins. */
const lastDayBefore = (due: Instant): string => dateOf(plusMinutes(due, -1));

/** A refusal that is because of a correction, with the last day that it is waited for. */
export const sayingUntil = <Code extends string>(refusal: Refusal<Code>, until: Instant, language: string) => {
  const on = lastDayBefore(until);
  const message = sentence('correction-until', language, { day: language === 'en' ? on : swedishDate(on) });
  const faults = refusal.faults?.map((fault) => (fault.code === 'correction-running' ? { ...fault, message } : fault));
  return { ...refusal, ...(faults ? { faults } : {}) };
};
