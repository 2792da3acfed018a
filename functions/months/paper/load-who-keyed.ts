import type { Month } from '../../../shared/domain/local-time.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { paperStore } from './paper-store.ts';

/** Everybody who has keyed paper of a provider's month, or read it as the second person: none of them attests its invoice (A72). */
export const whoKeyedPaper = async (
  of: { readonly month: Month; readonly providerId: string },
  table: Table,
): Promise<readonly string[]> => [
  ...new Set((await paperStore(table).ofMonth(of)).flatMap(({ entity }) => entity.keyedBy)),
];
