import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { type Caller, isProvidersRole } from '../../../shared/domain/roles.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import type { CaseDocument } from './case-document.ts';
import { documentStore } from './document-store.ts';

/** The papers of a case that somebody may see: all of them its officer and the head, a provider its own. */
export async function papersFor(
  caseNo: string,
  caller: Caller,
  table: Table,
): Promise<Result<readonly CaseDocument[], 'case-not-found'>> {
  const found = await caseStore(table).find(caseNo);
  if (!found) return refuse('missing', 'case-not-found');
  const documents = await documentStore(table).ofCase(caseNo);
  if (!isProvidersRole(caller.role)) {
    const isTheirs = caller.role === 'head' || found.entity.officerId === caller.caseload;
    return isTheirs ? accept(documents) : refuse('missing', 'case-not-found');
  }
  const given = await assignmentStore(table).ofCase(caseNo);
  if (!given.some(({ providerId }) => providerId === caller.providerId)) return refuse('missing', 'case-not-found');
  return accept(documents.filter(({ providerId }) => providerId === caller.providerId));
}

/** Whether it is the form of a choice in the case (L-02, S-05, S-41): the municipality's own, never a provider's. */
export async function isFormOfChoice(caseNo: string, documentId: string, table: Table): Promise<boolean> {
  for (const { orderId } of await assignmentStore(table).ofCase(caseNo)) {
    const order = orderId ? await orderStore(table).find(orderId) : undefined;
    if (order?.entity.choice?.formId === documentId) return true;
  }
  return false;
}
