import * as z from 'zod';
import { CaseNumber } from '../../shared/domain/case-number.ts';
import { refuse } from '../../shared/domain/result.ts';
import { isProvidersRole } from '../../shared/domain/roles.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { assignmentStore } from '../../shared/stores/assignment-store.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { CaseDocument } from './papers/case-document.ts';
import { documentStore } from './papers/document-store.ts';

/** The papers of a case in date order (L-66): all of them to its officer and the head, to a provider its own. */
export const listCaseDocuments = endpoint({
  summary: 'The papers of a case',
  path: z.object({ caseNo: CaseNumber }),
  answer: z.object({ items: z.array(CaseDocument) }),
  async run({ path, caller }, { table }) {
    const found = await caseStore(table).find(path.caseNo);
    if (!found) return refuse('missing', 'case-not-found');
    const documents = await documentStore(table).ofCase(path.caseNo);
    if (!isProvidersRole(caller.role)) {
      const isTheirs = caller.role === 'head' || found.entity.officerId === caller.caseload;
      return isTheirs ? done({ items: [...documents] }) : refuse('missing', 'case-not-found');
    }
    const given = await assignmentStore(table).ofCase(path.caseNo);
    if (!given.some(({ providerId }) => providerId === caller.providerId)) return refuse('missing', 'case-not-found');
    return done({ items: documents.filter(({ providerId }) => providerId === caller.providerId) });
  },
});
