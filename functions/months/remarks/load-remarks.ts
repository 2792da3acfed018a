import type { Month } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { linesIdOf, type ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { type KeptRemark, type OwnedRemark, ownersOf } from './kept-remark.ts';
import { remarkStore } from './remark-store.ts';

/** Each of some remarks on a provider's month with whose it is, by the officer of each case, and its answer. */
export async function ownedRemarks(
  of: { readonly month: Month; readonly providerId: string },
  remarks: readonly KeptRemark[],
  officerOf: ReadonlyMap<string, string>,
  table: Table,
): Promise<readonly OwnedRemark[]> {
  if (remarks.length === 0) return [];
  const answers = await remarkStore(table).answers(of);
  return remarks.map((one) => ({ ...one, owners: ownersOf(one, officerOf), answered: answers.get(one.id) }));
}

/**
 * The remarks on what a provider has handed in, each with whose it is and its answer. `moved`: the officer whom a case
 * goes to in the same step.
 */
export async function remarksOfMonth(
  month: ProviderMonth,
  { table }: Pick<Deps, 'table'>,
  moved: readonly (readonly [caseNo: string, officerId: string])[] = [],
): Promise<readonly OwnedRemark[]> {
  const { submission } = month;
  const remarks = submission ? await remarkStore(table).ofSubmission(month, submission.id) : [];
  if (remarks.length === 0) return [];
  const lines = await monthStore(table).lines(linesIdOf(month) ?? '');
  const officerOf = new Map([...lines.map(({ caseNo, officerId }) => [caseNo, officerId] as const), ...moved]);
  return ownedRemarks(month, remarks, officerOf, table);
}

/** Those that nobody has answered: they are told at the statement, which waits for them where the routine says so. */
export async function unanswered(month: ProviderMonth, { table }: Pick<Deps, 'table'>): Promise<readonly KeptRemark[]> {
  const { submission } = month;
  const remarks = submission ? await remarkStore(table).ofSubmission(month, submission.id) : [];
  if (remarks.length === 0) return [];
  const answers = await remarkStore(table).answers(month);
  return remarks.filter(({ id }) => !answers.has(id));
}
