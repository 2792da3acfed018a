import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { DryRunView, dryRunView, fileView } from '../checks/dry-run-view.ts';
import { readDryRun } from '../checks/load-dry-run.ts';
import { termsOf } from '../load-basis.ts';
import { isWhole } from './draft.ts';
import { draftStore } from './draft-store.ts';
import { DraftView, draftView } from './draft-view.ts';

/** What waits for the manager's signature of the caller's own provider: the files, what is wrong, and the figures. */
export const getDraft = endpoint({
  summary: 'The month’s files that wait for the manager’s signature',
  path: z.object({ month: Month }),
  query: z.strictObject(wholePage),
  answer: z.object({
    month: z.string(),
    waiting: DraftView.extend({
      run: DryRunView.optional().meta({ description: 'The dry run of the two files, case by case' }),
    })
      .optional()
      .meta({ description: 'Left out where nothing waits' }),
  }),
  async run({ path: { month }, query, caller }, deps) {
    const stored = await draftStore(deps.table).find(month, caller.providerId ?? '');
    if (stored?.entity.state !== 'waiting') return done({ month });
    const { entity: draft, version } = stored;
    const run = await readDryRun(draft.dryRunId, deps);
    if (!run.ok) return run;
    const terms = await termsOf(month, draft.providerId, deps);
    if (!terms.ok) return terms;
    const view = draftView(draft, fileView(run.value.file), run.value, terms.value.pack);
    if (!isWhole(draft)) return done({ month, waiting: view }, { version });
    const sorted = run.value.cases.toSorted((one, other) => (one.caseNo < other.caseNo ? -1 : 1));
    const { items, next } = pageOf(sorted, ({ caseNo }) => caseNo, query);
    return done({ month, waiting: { ...view, run: dryRunView(run.value, items, next) } }, { version });
  },
});
