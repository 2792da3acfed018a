import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf, Month, swedishDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { adjustmentStore } from '../adjusting/adjustment-store.ts';
import { closesFrom } from '../correcting/correction-dates.ts';
import { monthFor } from '../lists/month-view.ts';
import { basisOf } from '../load-basis.ts';
import { ProviderMonth } from '../month.ts';
import { linesInChunk, monthStore } from '../month-store.ts';
import { closingDeadlines, roomFor } from '../opening/month-deadlines-step.ts';
import { openingOf } from '../opening/opening.ts';
import { basisBefore, linesBefore } from '../signing/lay-lines-step.ts';
import { chunksOf } from '../signing/submission.ts';
import { closedMonth, mayClose, partsClosed } from './closed-month.ts';
import { unreportedLines } from './never-handed-in.ts';

/**
 * A provider has never handed in: from the sixth working day an officer with cases in the month closes it (A81). Each
 * case's line is laid as the pack says, with the fault that nothing was handed in; its own officer decides it.
 */
export const closeMonth = endpoint({
  summary: 'Close a month that nothing was handed in of',
  path: z.object({ month: Month, providerId: SafeId }),
  body: z.strictObject({}),
  answer: ProviderMonth,
  async run({ path: of, caller, at, language }, deps) {
    const { table } = deps;
    const basis = await basisOf(of.month, of.providerId, deps);
    if (!basis.ok) return basis;
    const { pack, cases, orePerHour, provider, settings } = basis.value;
    const { notHandedIn, 'granted.proRata': grantedProRata } = pack.params;
    const months = monthStore(table);
    const over = await months.find(of.month, of.providerId);
    const lines = unreportedLines(cases, { month: of.month, grantedProRata, notHandedIn });
    const withLines = lines.map(({ officerId }) => officerId);
    // Who has only an adjustment of an earlier month to report has a part too.
    const adjusting = (await adjustmentStore(table).ofProvider(of.providerId))
      .filter(({ entity }) => entity.state !== 'stated')
      .map(({ entity }) => entity.officerId);
    const officers = [...new Set([...withLines, ...adjusting])].sort();
    const from = closesFrom(of.month, pack);
    const may = mayClose(over?.entity, withLines, { caseload: caller.caseload, at, from });
    if (!may.ok) {
      if (may.code !== 'closing-too-early') return may;
      const day = language === 'en' ? dateOf(from) : swedishDate(dateOf(from));
      const message = sentence('closing-from', language, { day });
      return { ...may, faults: [{ at: 'path.month', code: may.code, message }] };
    }
    const opening = openingOf(of.month, of.providerId, officers, pack);
    if (!opening.ok) return refuse('conflict', 'not-in-routine');

    const closed = { id: deps.newId('stangd'), at, by: caller.userId };
    const chunks = chunksOf(lines, linesInChunk);
    const next = closedMonth({ of, orePerHour, officers, chunks, closed });
    const parts = partsClosed({ closed, officers }, lines);
    const { before = [], deadlines } = roomFor(await closingDeadlines(of, opening.value.deadlines, at, table));
    return done(monthFor(next, caller), {
      version: (over?.version ?? 0) + 1,
      before: [...linesBefore(closed.id, chunks, deps), ...basisBefore(closed.id, basis.value, deps), ...before],
      saves: [
        months.save(next, over),
        ...parts.map((part) => months.savePart(of.month, of.providerId, part, undefined)),
      ],
      deadlines,
      letters: outbox(deps, settings, at).toProvider(provider, 'N15', {
        to: 'months',
        ...{ month: of.month, variant: 'closed' },
      }),
      rows: [
        { event: 'month-closed', ...of, refs: { closingId: closed.id, cases: lines.length, charges: notHandedIn } },
      ],
    });
  },
});
