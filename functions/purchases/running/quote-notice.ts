import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { WhyStep } from '../../../shared/domain/why.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { loadPurchase } from '../load-purchase.ts';
import { notOf } from '../party.ts';
import { isUnderWay } from '../purchase-state.ts';
import { noticeQuote } from './notice-quote.ts';

const Cost = z.object({ minutes: z.int(), amountOre: z.int() });

/** What notice would come to, shown before anybody gives it (M-21 to M-23, A38). */
export const quoteNotice = endpoint({
  summary: 'See what notice of bought help comes to before it is given',
  path: z.object({ purchaseId: SafeId }),
  query: z.strictObject({
    effective: LocalDate.meta({ description: 'The first day without, or with less (A37)' }),
    minutes: z.coerce.number().int().min(0).max(99_999).default(0).meta({
      description: 'What is left of each month or week, in minutes; 0 where it ends',
    }),
  }),
  answer: z
    .object({
      earliest: LocalDate,
      short: z.int().meta({ description: 'By how many days the wished one comes too early' }),
      billing: z.object({ ACTUAL: Cost, ORDERED: Cost }),
      charged: Cost.extend({ policy: z.enum(['ACTUAL', 'ORDERED']) }),
      why: z.array(WhyStep),
    })
    .meta({ id: 'NoticeQuote' }),
  async run({ path, query, caller, at }, deps) {
    const own = await loadPurchase(path.purchaseId, { caller, at }, deps);
    if (!own.ok) return own;
    const { stored, actor, facts, settings, pack } = own.value;
    const refused = notOf('ORDERING', stored.entity, actor);
    if (refused) return refused;
    if (!isUnderWay(stored.entity) && stored.entity.notices.length === 0)
      return refuse('conflict', 'purchase-not-begun');
    // Of notice that has been given, what it came to when it was.
    const given = stored.entity.notices.findLast(({ effective }) => effective === query.effective);
    const today = dateOf(given?.at ?? at);
    if (query.effective < today)
      return refuse('invalid', 'time-passed', [{ at: 'query.effective', code: 'time-passed' }]);
    const purchase = { ...stored.entity, notices: stored.entity.notices.filter((one) => one !== given) };
    const minutes = given?.after?.minutes ?? query.minutes;
    const wished = { today, ...query, minutes, diedOn: facts.diedOn };
    const quoted = noticeQuote(purchase, wished, settings.rates, pack);
    return quoted.ok ? done({ ...quoted.value, why: [...quoted.value.why] }) : quoted;
  },
});
