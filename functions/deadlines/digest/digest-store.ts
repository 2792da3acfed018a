import { endOfDay, type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import type { Change } from '../../../shared/ports/table.ts';

/** Who has had the morning's letter: one mark a day and recipient, so that a job that runs twice writes once. */
export const digestStore = {
  mark: (date: LocalDate, to: string): Change => ({
    kind: 'put',
    over: 0,
    item: { pk: `DIGEST#${date}`, sk: `TO#${to}`, data: {}, expiresAt: endOfDay(plusDays(date, 7)) },
  }),
};
