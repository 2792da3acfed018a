import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf, Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { waitsUntil } from '../correcting/correction.ts';
import { sayingUntil } from '../correcting/saying-until.ts';
import { lineOf, openPart } from '../load-month.ts';
import { monthStore } from '../month-store.ts';
import { counted } from '../signing/submission.ts';
import { decide, isSaidAgain, LineDecision } from './approved-time.ts';
import { LineView, lineView } from './line-view.ts';

const events = {
  APPROVE: 'line-approved',
  ADJUST: 'line-adjusted',
  REJECT: 'line-rejected',
  ASK: 'line-asked',
  REOPEN: 'line-reopened',
} as const;

/** The responsible officer decides one line, or asks the provider about it (L-27, L-31, L-32). */
export const decideLine = endpoint({
  summary: 'Decide a line of the month, or ask about it',
  path: z.object({ month: Month, providerId: SafeId, caseNo: CaseNumber }),
  body: LineDecision,
  answer: LineView,
  async run({ path, body, caller, at, ifMatch, language }, deps) {
    const { table } = deps;
    const own = await lineOf(path, caller, deps);
    if (!own.ok) return own;
    const { line, place } = own.value;
    if (ifMatch !== undefined && ifMatch !== line.version) return refuse('conflict', 'stale-version');
    const part = await openPart(path, caller.caseload, deps);
    if (!part.ok) return part;
    const waits = waitsUntil(own.value.month.entity.submission, at);
    const decision = decide(line, body, { userId: caller.userId, caseload: caller.caseload, at, waitsUntil: waits });
    if (!decision.ok) return waits ? sayingUntil(decision, waits, language) : decision;

    const next = decision.value;
    if (isSaidAgain(line, next)) return done(lineView(line, caller, false), { version: line.version });
    const asking = body.decision === 'ASK';
    const routine = await routineOn(table, dateOf(at));
    if (!routine.ok) return routine;
    const provider = (await providerStore(table).find(path.providerId))?.entity;
    const fields = { to: 'months', month: path.month, caseNo: path.caseNo } as const;
    const refs = {
      month: path.month,
      providerId: path.providerId,
      proposed: line.proposal.charged,
      ...(next.decision ? { charged: next.decision.charged, kind: next.decision.kind } : {}),
      ...(next.decision?.faultCode ? { faultCode: next.decision.faultCode } : {}),
      ...(body.contacts ? { contacts: body.contacts.length } : {}),
    };
    const row = {
      event: events[body.decision],
      rule: line.proposal.status === 'FAULTY' ? 'L-44' : asking ? 'L-32' : 'L-31',
      caseNo: path.caseNo,
      refs,
    };
    const months = monthStore(table);
    return done(lineView(next, caller, false), {
      version: next.version,
      saves: [
        ...months.saveLine(place, next),
        months.savePart(path.month, path.providerId, counted(part.value.entity, [line], [next]), part.value),
      ],
      letters: asking && provider ? outbox(deps, routine.value.settings, at).toProvider(provider, 'N17', fields) : [],
      rows: [row],
    });
  },
});
