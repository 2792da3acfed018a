import * as z from 'zod';
import { Instant, type LocalDate, type Month, monthOf, previousMonth } from '../domain/local-time.ts';
import type { Table } from '../ports/table.ts';

/** Of a month's head only whether its statement has been sent, and when; the months themselves own the rest. */
const Head = z.object({ statement: z.object({ at: Instant }).optional() });

/** Nothing is put right further back than this: three years of statements stand whatever is said of them. */
const mostMonths = 36;

export type StatedMonth = { readonly month: Month; readonly at: Instant };

/**
 * The provider's months between two days whose statement has been sent: what an order says of those days has been built
 * on, so that whoever changes it must know.
 */
export async function statedMonths(
  table: Pick<Table, 'getMany'>,
  providerId: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly StatedMonth[]> {
  const months: Month[] = [];
  for (let month = monthOf(to); month >= monthOf(from) && months.length < mostMonths; month = previousMonth(month))
    months.push(month);
  const items = await table.getMany(months.map((month) => ({ pk: `MONTH#${month}#${providerId}`, sk: 'HEAD' })));
  return items.flatMap(({ pk, data }) => {
    const { statement } = Head.parse(data);
    const [, month = ''] = pk.split('#');
    return statement ? [{ month, at: statement.at }] : [];
  });
}
