import * as z from 'zod';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { IntentView, intend } from '../../months/door.ts';
import { InvoicePath } from '../invoice-act-step.ts';
import { draftAttestation } from './load-attestation.ts';

/** The head sees the attestation as it will be signed (L-51). */
export const intendAttestation = endpoint({
  summary: 'See the attestation as it will be signed',
  path: InvoicePath,
  body: z.strictObject({}),
  answer: IntentView,
  async run({ path: { invoiceId }, caller, at }, deps) {
    const draft = await draftAttestation(invoiceId, caller, deps);
    if (!draft.ok) return draft;
    const { content } = draft.value;
    const { view, effects } = await intend({ kind: 'attestation', subject: invoiceId, caller, at, content }, {}, deps);
    return done(view, { ...effects, status: 201 });
  },
});
