import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { localIso, Month, plusMinutes } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { sealedStore } from '../../../shared/stores/sealed-store.ts';
import { ownMonth } from '../load-month.ts';
import { opensFor } from '../signing/opens-for.ts';

const minutesToSave = 5;
const kinds = {
  pdf: { contentType: 'application/pdf', ending: 'pdf' },
  basis: { contentType: 'text/csv', ending: 'csv' },
  settlement: { contentType: 'application/pdf', ending: 'pdf' },
} as const;
const names = { pdf: 'sammanstallning', basis: 'fakturaunderlag', settlement: 'slutavrakning' } as const;

/**
 * A statement's files for people: the whole of it as a PDF, the last settlement's as well, and the basis of the invoice, which holds no case (L-42).
 * What was signed is the record, not these. The fee officer gets the totals alone (L-26).
 */
export const getStatementFile = endpoint({
  summary: 'Where a statement’s PDF, or the basis of its invoice, can be saved',
  path: z.object({ month: Month, providerId: SafeId, file: z.enum(['pdf', 'basis', 'settlement']) }),
  answer: z.object({
    url: z.string().meta({ description: 'Whoever has it may read the file until it expires' }),
    expiresAt: z.string(),
    fileName: z.string(),
    contentType: z.string(),
  }),
  async run({ path, caller, at }, deps) {
    const { month, providerId, file } = path;
    const found = await ownMonth({ month, providerId }, caller, deps);
    if (!found.ok) return found;
    if (caller.role === 'fee-officer' && file !== 'basis') return refuse('forbidden', 'role-not-allowed');
    const { settlements = [], officers, ...entity } = found.value.entity;
    const statement = file === 'settlement' ? settlements.at(-1) : entity.statement;
    // The PDF says what the record says, and opens as it does.
    const opens = file === 'basis' || opensFor(caller, { kind: 'statement' }, officers);
    if (!statement || !opens) return refuse('missing', 'statement-not-sent');
    // Made after the statement was committed, as a rule within a second.
    if (await sealedStore(deps).find(statement.recordId))
      return { ...refuse('conflict', 'file-being-made'), retryAfter: 1 };
    const { contentType, ending } = kinds[file];
    const fileName = `${names[file]}-${providerId}-${month}.${ending}`;
    const expiresAt = plusMinutes(at, minutesToSave);
    const id = file === 'basis' ? statement.basisId : statement.pdfId;
    const wanted = { bucket: 'documents', id, contentType, shown: 'attachment', fileName, expiresAt } as const;
    const { url } = await deps.documents.openView(wanted);
    return done({ url, expiresAt: localIso(expiresAt), fileName, contentType });
  },
});
