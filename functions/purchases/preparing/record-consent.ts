import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { managerSide } from '../party.ts';
import { Consent, checkedConsent } from './consent.ts';
import { doneAt, SharingIn } from './consent-body.ts';
import { consentStore, mostConsents } from './consent-store.ts';
import { managedInCase } from './load-case-purchases.ts';
import { consentRule } from './sharing-rules.ts';
import { tellOfConsent } from './sharing-step.ts';

/** What the user has agreed to is written down: with whom, how, and for the journal where it stands (B-06, B-21, B-22). */
export const recordConsent = endpoint({
  summary: 'Write down what the user has agreed to be shared',
  path: z.object({ caseNo: CaseNumber }),
  body: SharingIn,
  answer: Consent,
  async run({ path: { caseNo }, body, caller, at }, deps) {
    const purchases = await managedInCase(caseNo, { caller, at }, deps);
    if (!purchases.ok) return purchases;
    const isOrderers = purchases.value.some(({ stored, actor }) => managerSide(stored.entity, actor) === 'ORDERING');
    // It is the orderer's to ask the user whether anything may go over (B-06).
    if (body.kind === 'TRANSFER' && !isOrderers) return refuse('forbidden', 'not-your-side');
    const given = doneAt(body.at, at);
    if (!given.ok) return given;
    const consents = consentStore(deps.table);
    if ((await consents.ofCase(caseNo)).length >= mostConsents) return refuse('conflict', 'too-many-consents');
    const { kind, recipients, channels, journalRef } = body;
    const consent = checkedConsent({
      id: deps.newId('samtycke'),
      ...{ caseNo, kind, channels: [...new Set(channels)], recipients: [...new Set(recipients)] },
      given: { at: given.value, by: caller.userId },
      ...(journalRef === undefined ? {} : { journalRef }),
    });
    if (!consent.ok) return consent;
    const rule = consentRule(kind, purchases.value[0].pack);
    const refs = { consentId: consent.value.id, kind };
    return done(consent.value, {
      status: 201,
      saves: [consents.save(consent.value, undefined)],
      letters: tellOfConsent('recorded', recipients, purchases.value, deps),
      rows: [{ event: 'consent-recorded', ...rule, caseNo, refs }],
    });
  },
});
