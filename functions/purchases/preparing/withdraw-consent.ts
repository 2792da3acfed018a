import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { TimeIn } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { Consent, takeBackConsent } from './consent.ts';
import { doneAt } from './consent-body.ts';
import { consentStore } from './consent-store.ts';
import { managedInCase } from './load-case-purchases.ts';
import { consentRule } from './sharing-rules.ts';
import { tellOfConsent } from './sharing-step.ts';

/** The user takes a consent back: what it allowed is shared no more, from then on. The help goes on. */
export const withdrawConsent = endpoint({
  summary: 'Write down that the user has taken a consent back',
  path: z.object({ caseNo: CaseNumber, consentId: SafeId }),
  body: z.strictObject({ at: TimeIn.optional() }),
  answer: Consent,
  async run({ path: { caseNo, consentId }, body, caller, at }, deps) {
    const purchases = await managedInCase(caseNo, { caller, at }, deps);
    if (!purchases.ok) return purchases;
    const consents = consentStore(deps.table);
    const stored = await consents.find(caseNo, consentId);
    if (!stored) return refuse('missing', 'consent-not-found');
    const since = body.at === undefined ? undefined : doneAt(body.at, at);
    if (since && !since.ok) return since;
    const next = takeBackConsent(stored.entity, caller.userId, since?.value ?? at);
    if (!next.ok) return next;
    const { kind, recipients } = next.value;
    return done(next.value, {
      saves: [consents.save(next.value, stored)],
      letters: tellOfConsent('withdrawn', recipients, purchases.value, deps),
      rows: [
        {
          event: 'consent-withdrawn',
          ...consentRule(kind, purchases.value[0].pack),
          caseNo,
          refs: { consentId, kind },
        },
      ],
    });
  },
});
