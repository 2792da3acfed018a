import * as z from 'zod';
import { SafeId } from '../../shared/domain/case-number.ts';
import { Month } from '../../shared/domain/local-time.ts';
import { refuse } from '../../shared/domain/result.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { checkStore } from './checks/check-store.ts';
import { DryRunView } from './checks/dry-run-view.ts';
import { readDryRun } from './checks/load-dry-run.ts';
import { mayOpen } from './load-basis.ts';
import { hasPart } from './signing/opens-for.ts';

/** The answer to a dry run of a large file, when it is done: to who asked, and to those to whom the month would open. */
export const getCheck = endpoint({
  summary: 'The dry run of a large file, when it is done',
  path: z.object({ month: Month, checkId: SafeId }),
  answer: z.union([DryRunView, z.object({ checkId: z.string(), state: z.literal('waiting') })]),
  async run({ path, caller }, deps) {
    const check = (await checkStore(deps.table).find(path.checkId, path.month))?.entity;
    const opens =
      check &&
      mayOpen(caller, check.providerId) &&
      (check.askedBy === caller.userId || hasPart(caller, check.officers ?? []));
    if (!opens) return refuse('missing', 'check-not-found');
    if (check.state === 'refused')
      return refuse('invalid', check.refusal?.code ?? 'NOT_DECODABLE', check.refusal?.faults);
    if (check.state === 'waiting') return done({ checkId: check.id, state: check.state }, { status: 202 });
    const run = await readDryRun(check.answerId ?? '', deps);
    return run.ok ? done(DryRunView.parse(run.value)) : run;
  },
});
