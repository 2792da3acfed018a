import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import type { Table } from '../../../shared/ports/table.ts';
import type { MovedDeadline } from '../../../shared/steps/deadlines.ts';
import { adjustingMet } from '../../orders/door.ts';
import { meetDeadlines } from '../opening/month-deadlines-step.ts';

/**
 * One case of a stated month is decided: what was told of it waits no more (D50), nor do files that came afterwards (D51)
 * once the officer has decided the last case that they reached.
 */
export async function adjustedDeadlines(
  of: { readonly month: Month; readonly providerId: string; readonly caseNo: string; readonly officerId: string },
  isLast: boolean,
  at: Instant,
  table: Table,
): Promise<readonly MovedDeadline[]> {
  return [
    ...(await adjustingMet(of, at, table)),
    ...(isLast ? await meetDeadlines(of, ['D51'], at, table, of.officerId) : []),
  ];
}
