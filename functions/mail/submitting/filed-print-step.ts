import type { Month } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { drafting, type FilesToDraft, filingPrint, type OpenedFile } from '../../months/door.ts';
import type { Mail } from '../mail.ts';
import { decider, refused, type SortedMail, type Submitted } from './not-taken-step.ts';
import { filesTaken, laidByMail } from './taken-step.ts';

/** A print without visits: filed and never judged; the form beside it is laid all the same. */
export async function ofPrint(
  given: SortedMail,
  month: Month,
  { report, ...beside }: FilesToDraft & { readonly report: OpenedFile },
  besides: Effects,
  deps: Deps,
): Promise<Submitted> {
  const { mail } = given;
  const of = { month, providerId: mail.providerId };
  const laidBy = laidByMail(given);
  const drafted = beside.deviations ? await drafting(of, beside, laidBy, deps) : undefined;
  if (drafted && !drafted.ok)
    return refused({ ...given, mail: { ...mail, month } }, { code: drafted.code, besides }, deps);
  const print = await filingPrint(of, report, laidBy, deps);
  if (!print.ok) return refused({ ...given, mail: { ...mail, month } }, { code: print.code, besides }, deps);
  const next: Mail = { ...mail, month, owner: decider(mail), state: 'acted', done: drafted ? ['month'] : [] };
  return filesTaken(given, next, together(print.value.effects, drafted?.value.effects ?? {}, besides), deps);
}
