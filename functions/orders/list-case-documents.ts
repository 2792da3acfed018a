import * as z from 'zod';
import { CaseNumber } from '../../shared/domain/case-number.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { CaseDocument, FormOfChoice } from './papers/case-document.ts';
import { formsOfChoice, papersFor } from './papers/load-case-papers.ts';

/** The papers of a case in date order (L-66): all of them to its officer and the head, to a provider its own. */
export const listCaseDocuments = endpoint({
  summary: 'The papers of a case',
  path: z.object({ caseNo: CaseNumber }),
  answer: z.object({
    items: z.array(CaseDocument),
    forms: z.array(FormOfChoice).meta({ description: 'By which the customer has chosen; none to a provider' }),
  }),
  async run({ path, caller }, { table }) {
    const papers = await papersFor(path.caseNo, caller, table);
    if (!papers.ok) return papers;
    return done({ items: [...papers.value], forms: [...(await formsOfChoice(path.caseNo, caller, table))] });
  },
});
