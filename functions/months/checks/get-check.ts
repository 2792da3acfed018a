import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { mayOpen } from '../load-basis.ts';
import { hasPart } from '../signing/opens-for.ts';
import { checkStore } from './check-store.ts';
import { DryRunView, dryRunView } from './dry-run-view.ts';
import { readDryRun } from './load-dry-run.ts';

/** The answer to a dry run of a large file, when it is done: to who asked, and to those to whom the month would open. */
export const getCheck = endpoint({
  summary: 'The dry run of a large file, when it is done',
  path: z.object({ month: Month, checkId: SafeId }),
  query: z.strictObject(wholePage),
  answer: z.union([DryRunView, z.object({ checkId: z.string(), state: z.literal('waiting') })]),
  async run({ path, query, caller }, deps) {
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
    if (!run.ok) return run;
    const sorted = run.value.cases.toSorted((one, other) => (one.caseNo < other.caseNo ? -1 : 1));
    const { items, next } = pageOf(sorted, ({ caseNo }) => caseNo, query);
    return done(dryRunView(run.value, items, next));
  },
});
