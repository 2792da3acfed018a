import type { Deps } from '../../../shared/ports/deps.ts';
import type { DryRun } from '../dry-run/dry-run.ts';

/**
 * Keeps a dry run whole, with every error and trail, as a document; the table holds its figures. Each time under an id
 * of its own, which is returned: if the commit fails, nothing points at it.
 */
export async function keepDryRun(run: DryRun, deps: Deps): Promise<string> {
  const id = deps.newId('prov');
  await deps.documents.put('documents', id, Buffer.from(JSON.stringify(run)), 'application/json');
  return id;
}
