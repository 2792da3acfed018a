import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { managerSide } from '../party.ts';
import { receiverId } from '../purchase.ts';
import { Consent } from './consent.ts';
import { consentStore } from './consent-store.ts';
import { Forwarding } from './forwarding.ts';
import { forwardingStore } from './forwarding-store.ts';
import { managedInCase } from './load-case-purchases.ts';

/**
 * What the user has agreed to in a case, the earliest first, and what has been passed on. Who ordered sees all of it; a
 * performer's manager what names the performer or themselves, or what they wrote.
 */
export const listConsents = endpoint({
  summary: 'What the user has agreed to in a case',
  path: z.object({ caseNo: CaseNumber }),
  query: z.strictObject(wholePage),
  answer: z.object({ items: z.array(Consent), forwardings: z.array(Forwarding), next: z.string().optional() }),
  async run({ path: { caseNo }, query, caller, at }, deps) {
    const purchases = await managedInCase(caseNo, { caller, at }, deps);
    if (!purchases.ok) return purchases;
    const isOrderer = purchases.value.some(({ stored, actor }) => managerSide(stored.entity, actor) === 'ORDERING');
    const names = new Set([caller.userId, ...purchases.value.map(({ stored }) => receiverId(stored.entity))]);
    const isShown = (by: string, recipients: readonly string[]) =>
      isOrderer || by === caller.userId || recipients.some((one) => names.has(one));
    const all = (await consentStore(deps.table).ofCase(caseNo)).filter(({ given, recipients }) =>
      isShown(given.by, recipients),
    );
    const page = pageOf(all, ({ given, id }) => `${given.at}#${id}`, query);
    // Few, and shown beside the first consents.
    const passed = query.cursor === undefined ? await forwardingStore(deps.table).ofCase(caseNo) : [];
    return done({ ...page, forwardings: passed.filter(({ by, recipients }) => isShown(by, recipients)) });
  },
});
