import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { SignedRecord } from '../../../shared/domain/signed-record.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { sealedStore } from '../../../shared/stores/sealed-store.ts';
import { ownMonth } from '../load-month.ts';
import { opensFor } from '../signing/opens-for.ts';
import { signingStore } from '../signing/signing-store.ts';

/** Whose part it is of, when it is a report; of any other record nothing. */
const ReportOf = z.looseObject({ officerId: z.string().optional() });

/** A signed record as it was sealed, to those to whom its month opens; to everybody else it is not there. */
export const getRecord = endpoint({
  summary: 'A signed record as it was sealed',
  path: z.object({ month: Month, providerId: SafeId, recordId: SafeId }),
  answer: SignedRecord,
  isSealed: true,
  async run({ path, caller }, deps) {
    const month = await ownMonth(path, caller, deps);
    if (!month.ok) return month;
    const records = await signingStore(deps.table).records(`${path.providerId}/${path.month}`);
    const ref = records.find(({ recordId }) => recordId === path.recordId);
    if (!ref) return refuse('missing', 'record-not-found');
    const bytes = await sealedStore(deps).bytes(ref.recordId);
    const record = SignedRecord.parse(JSON.parse(Buffer.from(bytes).toString()));
    const { officerId } = ReportOf.parse(record.payload.content);
    return opensFor(caller, { kind: ref.kind, officerId }, month.value.entity.officers)
      ? done(record)
      : refuse('missing', 'record-not-found');
  },
});
