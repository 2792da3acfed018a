import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { type Fault, refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { notHandedInFault } from '../closing/never-handed-in.ts';
import { openPart, ownMonth } from '../load-month.ts';
import { linesIdOf } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { counted } from '../signing/submission.ts';
import { decide, isSaidAgain, type LineDecision } from './approved-time.ts';
import type { Line } from './line.ts';

/** One commit holds the lines' chunks, the part and a journal row a line: so many at a time, and the rest in the next. */
const atOnce = 50;

/**
 * An officer ticks off lines that match (L-31), some at a time; one that does not match is decided by itself. Of a month
 * that nothing was handed in of all lines are alike, and a word of why is enough for many (A81).
 */
export const approveLines = endpoint({
  summary: 'Approve matching lines together, or those that nothing was handed in of',
  path: z.object({ month: Month, providerId: SafeId }),
  body: z.strictObject({
    caseNos: z.array(CaseNumber).min(1).max(atOnce),
    comment: Remark.optional().meta({
      description:
        'Of a month that was closed without a hand-in: why, of every line; they are charged as proposed (A81)',
    }),
    batchId: SafeId.optional().meta({ description: 'One id for a batch that takes several requests' }),
  }),
  answer: z.object({ batchId: z.string(), approved: z.array(z.string()), undecided: z.int() }),
  async run({ path, body, caller, at }, deps) {
    const { table } = deps;
    const months = monthStore(table);
    const month = await ownMonth(path, caller, deps);
    if (!month.ok) return month;
    const part = await openPart(path, caller.caseload, deps);
    if (!part.ok) return part;
    const { chunks } = month.value.entity;
    const linesId = linesIdOf(month.value.entity) ?? '';
    const batchId = body.batchId ?? deps.newId('omgang');
    const wanted = new Set(body.caseNos);
    // Nothing was handed in: one word of why stands for all, and there is nothing to ask about any of them.
    const { closed, submission } = month.value.entity;
    const said: LineDecision =
      closed && !submission && body.comment
        ? { decision: 'APPROVE', faultCode: notHandedInFault, comment: body.comment }
        : { decision: 'APPROVE' };
    const faults: Fault[] = [];
    const chunksAfter: Change[] = [];
    const before: Line[] = [];
    const after: Line[] = [];
    const again: string[] = [];

    const ourChunks = chunks.filter(
      ({ officerId, first, last }) =>
        officerId === caller.caseload && body.caseNos.some((caseNo) => first <= caseNo && caseNo <= last),
    );
    for (const { officerId, n } of ourChunks) {
      const stored = await months.chunk(linesId, officerId, n);
      const ours = stored?.entity.lines.filter(({ caseNo }) => wanted.delete(caseNo)) ?? [];
      if (!stored || ours.length === 0) continue;
      const decided = new Map<string, Line>();
      for (const kept of ours) {
        // Only of a line that does not match is anything asked.
        const talk = kept.proposal.status === 'MATCH' ? undefined : await months.talk(linesId, kept, n);
        const line = { ...kept, ...talk?.entity };
        const next = decide(line, said, { userId: caller.userId, caseload: caller.caseload, at });
        // Where nothing was submitted nobody is asked (A68), but that nothing came is looked at by itself.
        const isEmpty = kept.proposal.status !== 'MATCH' && kept.submitted === 0 && said.faultCode === undefined;
        if (isEmpty || !next.ok || !next.value.decision) {
          faults.push({ at: `body.caseNos.${line.caseNo}`, code: 'line-does-not-match' });
          continue;
        }
        // Approved already, as it would be: no new row, no other batch.
        if (isSaidAgain(line, next.value)) {
          again.push(line.caseNo);
          continue;
        }
        decided.set(line.caseNo, {
          ...next.value,
          contacts: talk ? [] : next.value.contacts,
          decision: { ...next.value.decision, batchId },
        });
      }
      before.push(...ours.filter(({ caseNo }) => decided.has(caseNo)));
      after.push(...decided.values());
      if (decided.size === 0) continue;
      const lines = stored.entity.lines.map((line) => decided.get(line.caseNo) ?? line);
      chunksAfter.push(months.saveChunk(linesId, officerId, n, { lines }, stored));
    }
    faults.push(...[...wanted].map((caseNo) => ({ at: `body.caseNos.${caseNo}`, code: 'line-not-found' })));
    if (faults.length > 0) return refuse('invalid', 'lines-not-approved', faults);

    const next = counted(part.value.entity, before, after);
    const rows = after.map((line) => {
      const { charged = 0, faultCode } = line.decision ?? {};
      const refs = {
        month: path.month,
        providerId: path.providerId,
        charged,
        batchId,
        ...(faultCode ? { faultCode } : {}),
      };
      const rule = faultCode ? 'L-44' : 'L-31';
      return { event: 'line-approved', rule, caseNo: line.caseNo, refs };
    });
    return done(
      { batchId, approved: [...after.map(({ caseNo }) => caseNo), ...again], undecided: next.undecided },
      after.length === 0
        ? {}
        : { saves: [...chunksAfter, months.savePart(path.month, path.providerId, next, part.value)], rows },
    );
  },
});
