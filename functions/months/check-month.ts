import * as z from 'zod';
import { SafeId } from '../../shared/domain/case-number.ts';
import { Month } from '../../shared/domain/local-time.ts';
import { refuse } from '../../shared/domain/result.ts';
import { isProvidersRole } from '../../shared/domain/roles.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { checkStore } from './checks/check-store.ts';
import { DryRunView } from './checks/dry-run-view.ts';
import { judge } from './checks/load-dry-run.ts';
import { HandedIn, openFiles } from './checks/load-files.ts';
import type { ByteSource } from './dry-run/byte-source.ts';
import { termsOf, withCases } from './load-basis.ts';

const rowsAtOnce = 5000;
const newline = 10;

/** Whether a file has more lines than are answered at once; reads no further than it must. */
async function isLarge(source: ByteSource): Promise<boolean> {
  let lines = 0;
  for await (const chunk of source.chunks()) {
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) lines += 1;
    if (lines > rowsAtOnce + 1) return true;
  }
  return false;
}

const Waiting = z.object({ checkId: z.string(), state: z.literal('waiting'), at: z.string() });

/** The dry run: what the municipality would decide on these files today. Any day, as often as one likes; nothing is handed in. */
export const checkMonth = endpoint({
  summary: 'Dry run: what would be decided on these files today',
  path: z.object({ month: Month }),
  body: z.strictObject({
    report: HandedIn,
    deviations: HandedIn,
    providerId: SafeId.optional().meta({ description: 'Whose files they are; a provider’s own when left out' }),
  }),
  answer: z.union([DryRunView, Waiting]),
  async run({ path, body, caller, at }, deps) {
    const theirs = isProvidersRole(caller.role);
    const providerId = body.providerId ?? caller.providerId;
    if (theirs && providerId !== caller.providerId) return refuse('missing', 'provider-not-found');
    if (!providerId) return refuse('invalid', 'bad-request', [{ at: 'body.providerId', code: 'missing-field' }]);
    const terms = await termsOf(path.month, providerId, deps);
    if (!terms.ok) return terms;
    const files = await openFiles(body, caller, deps);
    if (!files.ok) return files;
    if (await isLarge(files.value.report.source)) {
      const [report, deviations] = [files.value.report.document.id, files.value.deviations.document.id];
      const check = {
        id: deps.newId('prov'),
        month: path.month,
        providerId,
        askedBy: caller.userId,
        askedAt: at,
        report,
        deviations,
        state: 'waiting',
      } as const;
      const place = { checkId: check.id, state: check.state, at: `/months/${path.month}/checks/${check.id}` };
      return done(place, { status: 202, changes: [checkStore(deps.table).save(check, undefined)] });
    }
    const run = await judge(await withCases(terms.value, deps), files.value);
    return run.ok ? done(DryRunView.parse(run.value)) : run;
  },
});
