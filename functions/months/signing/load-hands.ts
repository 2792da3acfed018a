import type { Month } from '../../../shared/domain/local-time.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { adjustmentStore } from '../adjusting/adjustment-store.ts';
import { linesIdOf } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { whoKeyedPaper } from '../paper/load-who-keyed.ts';
import { handsIn } from './four-eyes.ts';

/**
 * Everybody who has keyed a provider's month from paper, decided a line of it, signed a report of it, or decided an
 * adjustment that stands in its statement: by id, each once. They attest nothing of it (A72).
 */
export async function handsOfMonth(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  table: Table,
): Promise<readonly string[]> {
  const head = await monthStore(table).find(month, providerId);
  const laid = head && linesIdOf(head.entity);
  const parts = await monthStore(table).parts(month, providerId);
  const lines = laid === undefined ? [] : await monthStore(table).lines(laid);
  const adjusted = (await adjustmentStore(table).ofProvider(providerId)).filter(
    ({ entity }) => entity.inMonth === month && entity.state === 'stated',
  );
  const hands = handsIn(
    parts.map(({ entity }) => entity),
    lines,
  );
  const keyed = await whoKeyedPaper({ month, providerId }, table);
  return [...new Set([...keyed, ...hands, ...adjusted.map(({ entity }) => entity.decidedBy)])];
}
