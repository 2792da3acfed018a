import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { doneAt, SharingIn } from './consent-body.ts';
import { consentStore } from './consent-store.ts';
import { Forwarding, passedOn } from './forwarding.ts';
import { forwardingStore } from './forwarding-store.ts';
import { managedInCase } from './load-case-purchases.ts';
import { consentRule } from './sharing-rules.ts';
import { tellOfConsent } from './sharing-step.ts';

/** A manager passes information on, and it is written down to whom: only to those that a consent names (B-23 to B-25). */
export const forwardInformation = endpoint({
  summary: 'Pass information on to those whom a consent names',
  path: z.object({ caseNo: CaseNumber }),
  body: SharingIn,
  answer: Forwarding,
  async run({ path: { caseNo }, body, caller, at }, deps) {
    const purchases = await managedInCase(caseNo, { caller, at }, deps);
    if (!purchases.ok) return purchases;
    const sent = doneAt(body.at, at);
    if (!sent.ok) return sent;
    const { kind, journalRef } = body;
    const recipients = [...new Set(body.recipients)];
    const wanted = {
      ...{ id: deps.newId('vidare'), caseNo, kind, recipients, channels: [...new Set(body.channels)] },
      ...{ at: sent.value, by: caller.userId },
      ...(journalRef === undefined ? {} : { journalRef }),
    };
    const forwarding = passedOn(wanted, await consentStore(deps.table).ofCase(caseNo));
    if (!forwarding.ok) return forwarding;
    const { id, consentIds } = forwarding.value;
    const refs = { forwardingId: id, kind, consentIds: consentIds.join(' ') };
    return done(forwarding.value, {
      status: 201,
      saves: [forwardingStore(deps.table).add(forwarding.value)],
      letters: tellOfConsent('forwarded', recipients, purchases.value, deps),
      rows: [{ event: 'information-forwarded', ...consentRule(kind, purchases.value[0].pack), caseNo, refs }],
    });
  },
});
