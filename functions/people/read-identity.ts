import * as z from 'zod';
import { CaseNumber } from '../../shared/domain/case-number.ts';
import { Identity } from '../../shared/domain/identity.ts';
import { dateOf } from '../../shared/domain/local-time.ts';
import { refuse } from '../../shared/domain/result.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import type { Table } from '../../shared/ports/table.ts';
import { accessLogStore } from '../../shared/stores/access-log-store.ts';
import { assignmentStore } from '../../shared/stores/assignment-store.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { identityStore } from '../../shared/stores/identity-store.ts';

/** The case's own officer, the head, and the provider that has it now; to everyone else the case does not exist. */
async function mayRead(caseNo: string, caller: Caller, today: string, table: Table): Promise<boolean> {
  if (caller.role === 'officer') return (await caseStore(table).find(caseNo))?.entity.officerId === caller.caseload;
  if (caller.role === 'head') return (await caseStore(table).find(caseNo)) !== undefined;
  const assignments = await assignmentStore(table).ofCase(caseNo);
  return assignments.some(({ providerId, to }) => providerId === caller.providerId && (to === null || today <= to));
}

/** Whom a case is about. The access-log row is in the commit that the answer waits for; the answer is never kept. */
export const readIdentity = endpoint({
  summary: 'Read whom a case is about, with the reason for it',
  body: z.strictObject({ caseNo: CaseNumber, reason: z.string().trim().min(3).max(200) }),
  answer: z.object({ caseNo: z.string(), customer: Identity }),
  keepsAnswer: false,
  async run({ body, caller, at, entry }, deps) {
    const { table } = deps;
    if (!(await mayRead(body.caseNo, caller, dateOf(at), table))) return refuse('missing', 'case-not-found');
    const customer = await identityStore(table, deps.identityKeys).open(body.caseNo);
    if (!customer) return refuse('missing', 'case-not-found');
    const by = { userId: caller.userId, role: caller.role };
    const row = { id: deps.newId('L'), at, by, entry, caseNos: [body.caseNo], reason: body.reason };
    return done({ caseNo: body.caseNo, customer }, { changes: accessLogStore(table).append(row) });
  },
});
