import { begin, type Deadline } from '../../../shared/domain/deadline.ts';
import { dateOf, type Instant, type Month, swedishMonth } from '../../../shared/domain/local-time.ts';
import { addWorkingDays } from '../../../shared/domain/working-days.ts';
import { endOfLimit, vardagar } from '../../../shared/packs/calendars.ts';
import type { Pack } from '../../../shared/packs/pack.ts';

type Of = { readonly month: Month; readonly providerId: string };
type By = { readonly pack: Pack; readonly at: Instant };

const workingDays = 10;

const within = ({ pack, at }: By): Instant => endOfLimit(addWorkingDays(dateOf(at), workingDays, vardagar(pack)), pack);

const taskOf = (code: 'D55' | 'D56', of: Of, by: By, text: string): Deadline =>
  begin(code, {
    subject: { kind: 'month', month: of.month, providerId: of.providerId },
    dueAt: within(by),
    why: [{ rule: 'A66', text }],
  });

/**
 * The head settles what goes with no later month (D55): by the 10th working day after the decision, or after it became
 * clear that none comes, where that is later: before that nobody may sign it.
 */
export const settlementDue = (of: Of, by: By): Deadline =>
  taskOf(
    'D55',
    of,
    by,
    `Ingen månad kommer efter ${swedishMonth(of.month)}. Det som har justerats avräknas för sig, den tionde vardagen efter beslutet.`,
  );

/** What a settlement claims is claimed (D56); no text sets its day, so it has as many days as the settlement had. */
export const claimDue = (of: Of, by: By): Deadline =>
  taskOf(
    'D56',
    of,
    by,
    `Slutavräkningen efter ${swedishMonth(of.month)} blev mindre än noll. Utföraren ska betala tillbaka.`,
  );
