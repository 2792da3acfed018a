import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { CaseDocument, FormOfChoice } from './case-document.ts';
import { formsOfChoice, papersFor } from './load-case-papers.ts';

/** The papers of a case in date order (L-66): all of them to its officer and the head, to a provider its own. */
export const listCaseDocuments = endpoint({
  summary: 'The papers of a case',
  path: z.object({ caseNo: CaseNumber }),
  query: z.strictObject(wholePage),
  answer: z.object({
    items: z.array(CaseDocument),
    forms: z.array(FormOfChoice).meta({ description: 'By which the customer has chosen; none to a provider' }),
    next: z.string().optional(),
  }),
  async run({ path, query, caller }, { table }) {
    const papers = await papersFor(path.caseNo, caller, table);
    if (!papers.ok) return papers;
    const page = pageOf(papers.value, ({ dated, documentId }) => `${dated}#${documentId}`, query);
    // The forms of a case are few, one an order that was chosen; they are shown beside its first papers.
    const forms = query.cursor === undefined ? await formsOfChoice(path.caseNo, caller, table) : [];
    return done({ ...page, forms: [...forms] });
  },
});
