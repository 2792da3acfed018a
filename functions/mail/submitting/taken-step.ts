import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import type { Mail } from '../mail.ts';
import { mailTask } from '../mail-task-step.ts';
import { maskedIn, readBeside, type SortedMail, type Submitted } from './not-taken-step.ts';

/** How they came, and who is told what came of it. */
export const laidByMail = (given: SortedMail) =>
  ({
    by: given.by,
    way: 'MAIL',
    at: given.at,
    mailId: given.mail.id,
    ...(given.answerTo === undefined ? {} : { receiptTo: given.answerTo }),
    tellsSender: { ...maskedIn(given), ...(readBeside(given) === undefined ? {} : { reader: true }) },
  }) as const;

/** Done; what is said beside the files, or came beside them, waits for a person all the same. */
export async function filesTaken(given: SortedMail, next: Mail, effects: Effects, deps: Deps): Promise<Submitted> {
  const because = readBeside(given);
  if (because === undefined) return { next, effects };
  const waiting: Mail = { ...next, state: 'asked', because };
  return { next: waiting, effects, task: await mailTask(waiting, 'asked', given.at, deps) };
}
