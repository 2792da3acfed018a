import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { Identity } from '../../../shared/domain/identity.ts';
import { dateOf, type Instant, plusHours } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { byOf, type Caller } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { journalStore } from '../../../shared/stores/journal-store.ts';
import { accessLogStore } from '../logs/access-log-store.ts';
import { ReadingReason } from '../search/searching.ts';

/** How long the night patrol may read whom its own urgent order is about. */
const hoursAfterUrgent = 24;

/** The night patrol has placed an order in the case lately; it places urgent ones only (S-17). */
async function hasJustOrdered(caseNo: string, at: Instant, table: Table): Promise<boolean> {
  const rows = await journalStore(table).ofCaseSince(caseNo, plusHours(at, -hoursAfterUrgent));
  return rows.some(({ event, by }) => event === 'order-placed' && by.role === 'night-patrol');
}

/**
 * The case's own officer, the head, the provider that has it now or will have it, and the night patrol that has just
 * ordered in it; to everyone else the case does not exist.
 */
async function mayRead(caseNo: string, caller: Caller, at: Instant, table: Table): Promise<boolean> {
  if (caller.role === 'officer') return (await caseStore(table).find(caseNo))?.entity.officerId === caller.caseload;
  if (caller.role === 'head') return (await caseStore(table).find(caseNo)) !== undefined;
  if (caller.role === 'night-patrol') return hasJustOrdered(caseNo, at, table);
  const assignments = await assignmentStore(table).ofCase(caseNo);
  const today = dateOf(at);
  return assignments.some(({ providerId, to }) => providerId === caller.providerId && (to === null || today <= to));
}

/** The night patrol sees where to go and to whom, and nobody who is protected. */
const shownTo = ({ role }: Caller, customer: Identity): Identity | undefined => {
  if (role !== 'night-patrol') return customer;
  const { name, address, protected: hidden } = customer;
  return hidden ? undefined : { name, ...(address ? { address } : {}) };
};

/** Whom a case is about. The access-log row is in the commit that the answer waits for; the answer is never kept. */
export const readIdentity = endpoint({
  summary: 'Read whom a case is about, with the reason for it',
  body: z.strictObject({ caseNo: CaseNumber, reason: ReadingReason }),
  answer: z.object({ caseNo: z.string(), customer: Identity }),
  keepsAnswer: false,
  async run({ body, caller, at, entry }, deps) {
    const { table } = deps;
    const { caseNo, reason } = body;
    if (!(await mayRead(caseNo, caller, at, table))) return refuse('missing', 'case-not-found');
    const identity = await identityStore(table, deps.identityKeys).open(caseNo);
    const customer = identity && shownTo(caller, identity);
    if (!customer) return refuse('missing', 'case-not-found');
    const row = { id: deps.newId('lasning'), at, by: byOf(caller), entry, caseNos: [caseNo], reason };
    return done({ caseNo, customer }, { saves: accessLogStore(table).append(row) });
  },
});
