import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { type Fault, refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { fileUploads } from '../../../shared/steps/file-uploads.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { ownOrder } from '../steps/load-order.ts';
import { CaseDocument, DocumentKind, fileOf } from './case-document.ts';
import { documentStore } from './document-store.ts';

const One = z.strictObject({
  documentId: SafeId.optional().meta({ description: 'From openUpload; left out when it is handed over on paper' }),
  dated: LocalDate,
  kind: DocumentKind,
});

const isEachOnce = (documents: readonly z.infer<typeof One>[]) => {
  const ids = documents.flatMap(({ documentId }) => documentId ?? []);
  return new Set(ids).size === ids.length;
};

const Body = z
  .strictObject({
    documents: z.array(One).max(80).refine(isEachOnce, 'document-twice'),
    handedOverToNew: z.boolean().optional().meta({ description: 'The rest has gone to the customer’s new provider' }),
  })
  .refine(({ documents, handedOverToNew }) => documents.length > 0 || handedOverToNew, {
    path: ['documents'],
    error: 'documents-missing',
  });

/** Documentation lies in date order (L-66): it is put so when it is received, and marked when it was not. */
export function inDateOrder<D extends { readonly dated: LocalDate }>(
  documents: readonly D[],
): { readonly sorted: readonly D[]; readonly warnings: readonly 'NOT_IN_DATE_ORDER'[] } {
  const sorted = documents.toSorted((one, other) => (one.dated < other.dated ? -1 : one.dated > other.dated ? 1 : 0));
  const wasSorted = sorted.every((document, index) => document === documents[index]);
  return { sorted, warnings: wasSorted ? [] : ['NOT_IN_DATE_ORDER'] };
}

/**
 * What a provider has written of a customer is returned to the officer when the services have ended (L-53); what has
 * gone to a new provider need not (L-65). It is put in date order (L-66).
 */
export const returnDocumentation = endpoint({
  summary: 'Hand the documentation over to the officer',
  path: z.object({ orderId: z.string() }),
  body: Body,
  answer: z.object({ documents: z.array(CaseDocument), warnings: z.array(z.enum(['NOT_IN_DATE_ORDER'])) }),
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const { table } = deps;
    const own = await ownOrder(path.orderId, input, deps);
    if (!own.ok) return own;
    const owed = own.value.deadlines.find(({ entity }) => entity.code === 'D15');
    const routine = await routineOn(table, dateOf(at));
    if (!routine.ok) return routine;
    // Where the routine asks for none, what is handed over when it ends is taken all the same.
    const { started, ending } = own.value.stored.entity;
    const mayReturn = owed ?? (!routine.value.pack.caseFile && started && ending?.lastDay);
    if (!mayReturn) return refuse('conflict', 'nothing-to-return');
    const ahead = body.documents.flatMap(({ dated }, n): Fault[] =>
      dated > dateOf(at) ? [{ at: `body.documents.${n}.dated`, code: 'date-ahead' }] : [],
    );
    if (ahead.length > 0) return refuse('invalid', 'date-ahead', ahead);

    const { id: orderId, caseNo, providerId } = own.value.stored.entity;
    const known = await documentStore(table).ofCase(caseNo);
    if (body.documents.some(({ documentId }) => known.some((one) => one.documentId === documentId)))
      return refuse('conflict', 'document-known');
    const wanted = body.documents.flatMap(({ documentId }, n) =>
      documentId ? [{ at: `body.documents.${n}.documentId`, documentId }] : [],
    );
    const files = await fileUploads(wanted, caller, deps);
    if (!files.ok) return files;

    const { sorted, warnings } = inDateOrder(body.documents);
    const documents = sorted.map(
      ({ documentId, ...one }): CaseDocument => ({
        ...one,
        ...{ caseNo, orderId, providerId },
        documentId: documentId ?? deps.newId('handling'),
        receivedAt: at,
        by: caller.userId,
        ...(documentId ? { file: fileOf(files.value.get(documentId)) } : {}),
      }),
    );
    const refs = {
      orderId,
      documents: documents.length,
      handedOverToNew: body.handedOverToNew ?? false,
      inDateOrder: warnings.length === 0,
    };
    const row = { event: 'documentation-returned', rule: owed?.entity.rule, caseNo, refs };
    return done(
      { documents, warnings: [...warnings] },
      {
        status: 201,
        saves: documents.map((one) => documentStore(table).add(one)),
        deadlines: deadlinesAfter(own.value.deadlines, { meets: ['D15'] }, at).moved,
        rows: [row],
      },
    );
  },
});
