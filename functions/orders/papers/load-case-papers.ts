import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { type Caller, isProvidersRole } from '../../../shared/domain/roles.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import type { CaseDocument, FormOfChoice } from './case-document.ts';
import { documentStore } from './document-store.ts';

/** The papers of a case that somebody may see: all of them its officer and the head, a provider its own. */
export async function papersFor(
  caseNo: string,
  caller: Caller,
  table: Table,
): Promise<Result<readonly CaseDocument[], 'case-not-found'>> {
  const found = await caseStore(table).find(caseNo);
  if (!found) return refuse('missing', 'case-not-found');
  const documents = await documentStore(table).readableOfCase(caseNo);
  if (!isProvidersRole(caller.role)) {
    const isTheirs = caller.role === 'head' || found.entity.officerId === caller.caseload;
    return isTheirs ? accept(documents) : refuse('missing', 'case-not-found');
  }
  const given = await assignmentStore(table).ofCase(caseNo);
  if (!given.some(({ providerId }) => providerId === caller.providerId)) return refuse('missing', 'case-not-found');
  return accept(documents.filter(({ providerId }) => providerId === caller.providerId));
}

/** The forms of the choices in a case (L-02, S-05, S-41): the municipality's own, never a provider's. */
export async function formsOfChoice(caseNo: string, caller: Caller, table: Table): Promise<readonly FormOfChoice[]> {
  if (isProvidersRole(caller.role)) return [];
  const given = await assignmentStore(table).ofCase(caseNo);
  // An order whose services have changed has several assignments.
  const ids = new Set(given.flatMap(({ orderId }) => orderId ?? []));
  const orders = await Promise.all([...ids].map((id) => orderStore(table).find(id)));
  return orders.flatMap((stored) => {
    const { id: orderId, choice, placedAt } = stored?.entity ?? {};
    return choice?.formId && orderId && placedAt ? [{ documentId: choice.formId, orderId, placedAt }] : [];
  });
}
