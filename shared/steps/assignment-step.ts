import type { Assignment } from '../domain/assignment.ts';
import type { Change, Table } from '../ports/table.ts';
import { assignmentStore } from '../stores/assignment-store.ts';
import type { Stored } from '../stores/stored.ts';

/**
 * What a provider is given, gets changed or loses: the only way to write an assignment once the system runs. The
 * provider's capacity is counted where the changes are committed, so that several about one provider are one sum
 * (`capacity-count.ts`, L-74).
 */
export const assigning = ({ table }: { readonly table: Table }) => {
  const assignments = assignmentStore(table);
  return {
    give: async (next: Assignment): Promise<readonly Change[]> => [assignments.add(next)],
    change: async (next: Assignment, over: Stored<Assignment>): Promise<readonly Change[]> => [
      assignments.save(next, over),
    ],
    /** It never came to anything. */
    take: async (over: Stored<Assignment>): Promise<readonly Change[]> => [assignments.remove(over)],
  };
};
