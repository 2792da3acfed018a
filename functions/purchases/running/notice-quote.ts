import {
  type LocalDate,
  lastDay,
  type Month,
  monthOf,
  nextMonth,
  plusDays,
} from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { hourPrice } from '../basis/price.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { until } from '../extent.ts';
import { type NoticeCost, noticeCost } from '../notice-cost.ts';
import { type NoticePeriod, notice } from '../notice-period.ts';
import type { Purchase } from '../purchase.ts';
import { lastHelpDay } from '../purchase-state.ts';
import { extentOn } from './extent-on.ts';

/** What notice would come to if it were given now: the first day that may be without, and what too short a one costs. */
export type NoticeQuote = NoticePeriod & NoticeCost;

type Wished = {
  readonly today: LocalDate;
  readonly effective: LocalDate;
  /** What is left of each month or week, in minutes; 0 where it ends. */
  readonly minutes: number;
  readonly diedOn?: LocalDate | undefined;
};
type Rates = Parameters<typeof hourPrice>[2];

/** The parts of a period that lie in different months. */
function* byMonth(from: LocalDate, end: LocalDate): Generator<{ month: Month; from: LocalDate; end: LocalDate }> {
  for (let month = monthOf(from); month <= monthOf(end); month = nextMonth(month)) {
    const [first, last] = [`${month}-01`, lastDay(month)];
    yield { month, from: from > first ? from : first, end: end < last ? end : last };
  }
}

const plus = (one: NoticeCost, other: NoticeCost): NoticeCost => {
  const add = <C extends { minutes: number; amountOre: number }>(a: C, b: C): C => ({
    ...a,
    minutes: a.minutes + b.minutes,
    amountOre: a.amountOre + b.amountOre,
  });
  return {
    billing: {
      ACTUAL: add(one.billing.ACTUAL, other.billing.ACTUAL),
      ORDERED: add(one.billing.ORDERED, other.billing.ORDERED),
    },
    charged: add(one.charged, other.charged),
  };
};

/**
 * What an orderer is shown before notice is given (M-21, M-22, A38): the earliest day, by how much the wished one comes
 * too early, and the cost of that by both readings, at the price that the months are paid by. Never past the
 * agreed last day, or a death.
 */
export function noticeQuote(
  purchase: Purchase,
  { today, effective, minutes, diedOn }: Wished,
  rates: Rates,
  pack: BuyingPack,
): Result<NoticeQuote, 'pack-without-notice' | 'no-rate' | 'change-after-end' | 'not-less'> {
  const before = extentOn(purchase, effective);
  const period = notice(today, effective, pack, minutes > 0 ? 'reduction' : 'ending');
  if (!period.ok) return period;
  if (purchase.to !== null && effective > purchase.to)
    return refuse('invalid', 'change-after-end', [{ at: 'query.effective', code: 'change-after-end' }]);
  if (minutes > 0 && minutes >= before.minutes)
    return refuse('invalid', 'not-less', [{ at: 'query.minutes', code: 'not-less' }]);
  const { earliest } = period.value;
  const last = [lastHelpDay(purchase), diedOn].filter((day) => typeof day === 'string').toSorted()[0];
  const end = until(earliest);
  const parts = [...byMonth(effective, end < effective ? effective : end)];
  const priced = parts.map((part) => {
    const price = hourPrice(purchase, part.month, rates, pack);
    return { ...part, rate: price.ok ? price.value : undefined };
  });
  const [first] = priced;
  if (!first?.rate || priced.some(({ rate }) => !rate)) return refuse('conflict', 'no-rate');
  const after = minutes > 0 ? { ...before, minutes } : undefined;
  const costOf = (from: LocalDate, until_: LocalDate, orePerHour: number) =>
    noticeCost(from, { earliest: until_ }, { before, after, orePerHour, last }, pack);
  // One price for all of it is rounded once; where it changes with a month, once for each.
  const isOnePrice = priced.every(({ rate }) => rate?.orePerHour === first.rate?.orePerHour);
  const costs = isOnePrice
    ? [costOf(effective, earliest, first.rate.orePerHour)]
    : priced.map((part) => costOf(part.from, plusDays(part.end, 1), part.rate?.orePerHour ?? 0));
  return accept({ ...period.value, ...costs.reduce(plus) });
}
