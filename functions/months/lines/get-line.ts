import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { MoreRows, TrailEntryView, trailView } from '../checks/dry-run-view.ts';
import { readDryRun } from '../checks/load-dry-run.ts';
import { trailUnreported } from '../closing/never-handed-in.ts';
import type { KeptTrail } from '../dry-run/kept-trail.ts';
import { lineOf } from '../load-month.ts';
import { LineView, lineView } from './line-view.ts';

/** One case's month with the reason for every minute. */
export const getLine = endpoint({
  summary: 'One case of the month, with the reason for every minute',
  path: z.object({ month: Month, providerId: SafeId, caseNo: CaseNumber }),
  answer: LineView.extend({ trail: z.array(TrailEntryView), moreRows: MoreRows }),
  async run({ path, caller }, deps) {
    const own = await lineOf(path, caller, deps);
    if (!own.ok) return own;
    const { line, month } = own.value;
    const stated = month.entity.state === 'stated';
    const shown = (trail: KeptTrail) =>
      done({ ...lineView(line, caller, stated), ...trailView(trail) }, { version: line.version });
    // Of what was never handed in there was nothing to judge.
    if (!month.entity.submission) return shown({ trail: trailUnreported(line) });
    const run = await readDryRun(month.entity.submission.dryRunId, deps);
    if (!run.ok) return run;
    return shown(run.value.cases.find(({ caseNo }) => caseNo === line.caseNo) ?? { trail: [] });
  },
});
