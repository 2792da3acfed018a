import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { fileUploads } from '../../../shared/steps/file-uploads.ts';
import { ownOrder } from '../steps/load-order.ts';
import { CaseDocument, fileOf } from './case-document.ts';
import { documentStore } from './document-store.ts';

/** A copy of the care plan, which the customer has signed (L-54); it meets the limit of ten arbetsdagar (L-55, D16). */
export const handInCarePlan = endpoint({
  summary: 'Hand in a copy of the care plan',
  path: z.object({ orderId: z.string() }),
  body: z.strictObject({
    documentId: SafeId.meta({ description: 'From openUpload' }),
    signedByCustomerOn: LocalDate.meta({ description: 'The day on which the customer signed; without it no plan' }),
  }),
  answer: CaseDocument,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const { table } = deps;
    const own = await ownOrder(path.orderId, input, deps);
    if (!own.ok) return own;
    const order = own.value.stored.entity;
    if (isOver(order)) return refuse('conflict', 'order-closed');
    if (!order.started) return refuse('conflict', 'order-not-started');
    if (body.signedByCustomerOn > dateOf(at))
      return refuse('invalid', 'date-ahead', [{ at: 'body.signedByCustomerOn', code: 'date-ahead' }]);
    const documents = documentStore(table);
    if ((await documents.ofCase(order.caseNo)).some(({ documentId }) => documentId === body.documentId))
      return refuse('conflict', 'document-known');
    const files = await fileUploads([{ at: 'body.documentId', documentId: body.documentId }], caller, deps);
    if (!files.ok) return files;

    const { id: orderId, caseNo, providerId } = order;
    const document: CaseDocument = {
      ...body,
      ...{ caseNo, orderId, providerId },
      kind: 'CARE_PLAN',
      dated: body.signedByCustomerOn,
      receivedAt: at,
      by: caller.userId,
      file: fileOf(files.value.get(body.documentId)),
    };
    const refs = { orderId, documentId: body.documentId, sha256: document.file?.sha256 ?? '' };
    // Under the rule that asks for it; a routine that asks for none has one all the same.
    const rule = own.value.deadlines.find(({ entity }) => entity.code === 'D16')?.entity.rule;
    const row = { event: 'care-plan-received', rule, caseNo, refs };
    return done(document, {
      status: 201,
      saves: [documents.add(document)],
      deadlines: deadlinesAfter(own.value.deadlines, { meets: ['D16'] }, at).moved,
      rows: [row],
    });
  },
});
