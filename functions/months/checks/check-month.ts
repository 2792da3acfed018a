import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { isProvidersRole } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { fileKind } from '../dry-run/file-kind.ts';
import { termsOf, withCases } from '../load-basis.ts';
import { type Check, checkStore } from './check-store.ts';
import { DryRunView, dryRunView } from './dry-run-view.ts';
import { keepDryRun } from './keep-dry-run-step.ts';
import { judge } from './load-dry-run.ts';
import type { OpenedFile } from './load-files.ts';
import { HandedIn, openFiles } from './open-files-step.ts';

const rowsAtOnce = 5000;
const newline = 10;
/** In characters; å, ä and ö are two bytes each of the million that an answer may hold. */
const roomForAnswer = 700_000;

/** A workbook's rows are packed: of so many bytes there may be more than are answered at once. */
const packedAtOnce = 150_000;

/** Whether a file has more lines than are answered at once; reads no further than it must. */
async function isLarge({ document, source }: OpenedFile): Promise<boolean> {
  if (document.contentType !== 'text/csv' && document.bytes > packedAtOnce) return true;
  let lines = 0;
  for await (const chunk of source.chunks()) {
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) lines += 1;
    if (lines > rowsAtOnce + 1) return true;
  }
  return false;
}

/** The one month that every row of a time report is of, where it is not the one that was asked about. */
async function otherMonthOf({ source }: OpenedFile, month: Month): Promise<Month | undefined> {
  const { months = [] } = await fileKind(source);
  const found = months.filter(({ file }) => file === 'report');
  return found.length === 1 && found[0]?.month !== month ? found[0]?.month : undefined;
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
    const basis = await withCases(terms.value, deps);
    const check: Check = {
      id: deps.newId('prov'),
      month: path.month,
      providerId,
      askedBy: caller.userId,
      askedAt: at,
      officers: [...new Set(basis.cases.map(({ officerId }) => officerId))].sort(),
      report: files.value.report.document.id,
      deviations: files.value.deviations.document.id,
      state: 'waiting',
    };
    const elsewhere = (next: Check) => {
      const place = { checkId: check.id, state: 'waiting', at: `/months/${path.month}/checks/${check.id}` } as const;
      return done(place, { status: 202, saves: [checkStore(deps.table).save(next, undefined)] });
    };
    if (await isLarge(files.value.report)) return elsewhere(check);
    const run = await judge(basis, files.value);
    if (!run.ok) return run;
    const isElsewhere = run.value.file.errors.some(({ code }) => code === 'WRONG_MONTH');
    const otherMonth = isElsewhere ? await otherMonthOf(files.value.report, path.month) : undefined;
    const view = { ...dryRunView(run.value), ...(otherMonth ? { otherMonth } : {}) };
    // What is too much for one answer is fetched page by page.
    if (JSON.stringify(view).length <= roomForAnswer) return done(view);
    return elsewhere({ ...check, state: 'done', answerId: await keepDryRun(run.value, deps) });
  },
});
