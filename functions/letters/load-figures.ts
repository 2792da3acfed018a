import { dateOf, type Instant, type LocalDate } from '../../shared/domain/local-time.ts';
import type { Table } from '../../shared/ports/table.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { type Promptness, promptnessOf } from './promptness.ts';

/** So many letters of a day are counted; of a day with more, the latest. */
const mostCounted = 5000;

/** How promptly the letters of a day have left, as is known at an instant. */
export async function promptnessOn(on: LocalDate, at: Instant, table: Table): Promise<Promptness> {
  const letters = letterStore(table);
  const sent = await letters.sentOn(on, mostCounted);
  // What waits belongs to the day on which it began to wait.
  const unsent = (await letters.unsent(at, mostCounted)).filter(({ queuedAt }) => dateOf(queuedAt) === on);
  return promptnessOf(sent, unsent, at);
}
