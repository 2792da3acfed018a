import * as z from 'zod';
import { SafeId } from '../../shared/domain/case-number.ts';
import { Month } from '../../shared/domain/local-time.ts';
import { refuse } from '../../shared/domain/result.ts';
import { isProvidersRole } from '../../shared/domain/roles.ts';
import { SignedRecord } from '../../shared/domain/signed-record.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { sealedStore } from '../../shared/stores/sealed-store.ts';
import { monthOf } from './load-month.ts';
import { signingStore } from './signing/signing-store.ts';

/** A signed record as it was sealed. A provider reads its own submission and statement, not the officers' reports. */
export const getRecord = endpoint({
  summary: 'A signed record as it was sealed',
  path: z.object({ month: Month, providerId: SafeId, recordId: SafeId }),
  answer: SignedRecord,
  async run({ path, caller }, deps) {
    const month = await monthOf(path, caller, deps);
    if (!month.ok) return month;
    const records = await signingStore(deps.table).records(`${path.providerId}/${path.month}`);
    const ref = records.find(({ recordId }) => recordId === path.recordId);
    if (!ref || (isProvidersRole(caller.role) && ref.kind === 'report')) return refuse('missing', 'record-not-found');
    const bytes = await sealedStore(deps).bytes(ref.recordId);
    return done(SignedRecord.parse(JSON.parse(Buffer.from(bytes).toString())));
  },
});
