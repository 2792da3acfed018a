import type { Change, Table } from '../../../shared/ports/table.ts';
import { legibleAs } from '../../../shared/stores/stored.ts';
import { CaseDocument } from './case-document.ts';

const prefix = 'DOCUMENT#';

/** The list of a case's papers: under the case, in date order (L-66). The bytes are elsewhere. */
export const documentStore = (table: Table) => ({
  add: (next: CaseDocument): Change => ({
    kind: 'put',
    over: 0,
    item: { pk: `CASE#${next.caseNo}`, sk: `${prefix}${next.dated}#${next.documentId}`, data: next },
  }),

  async ofCase(caseNo: string): Promise<readonly CaseDocument[]> {
    const { items } = await table.query({ pk: `CASE#${caseNo}`, from: prefix, to: `${prefix}~` });
    return items.map((item) => CaseDocument.parse(item.data));
  },
  /** Those that can be read: to be shown, never to decide whether a paper is known already. */
  async readableOfCase(caseNo: string): Promise<readonly CaseDocument[]> {
    const { items } = await table.query({ pk: `CASE#${caseNo}`, from: prefix, to: `${prefix}~` });
    return legibleAs(CaseDocument, items);
  },
});
