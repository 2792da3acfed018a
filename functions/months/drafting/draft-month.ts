import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { together } from '../../../shared/steps/effects.ts';
import { fileView } from '../checks/dry-run-view.ts';
import type { OpenedFile } from '../checks/load-files.ts';
import { HandedIn, openHandedIn } from '../checks/open-files-step.ts';
import { filingPrint } from '../filing/filing-print-step.ts';
import { DraftView, draftView } from './draft-view.ts';
import { drafting, type FilesToDraft } from './drafting-step.ts';

/** A print without visits: it is filed, and nothing of it is laid. */
const PrintFiled = z
  .object({
    filed: z.object({ documentId: z.string(), sha256: z.string(), bytes: z.int() }),
    because: z.literal('NO_VISITS'),
  })
  .meta({ id: 'PrintFiled', description: 'A print without visits is filed and never judged' });

/** The print filed; the form that came beside it is laid all the same. */
async function printFiled(
  of: { readonly month: Month; readonly providerId: string },
  { report, ...beside }: FilesToDraft & { readonly report: OpenedFile },
  laid: Parameters<typeof drafting>[2],
  deps: Deps,
) {
  const drafted = beside.deviations ? await drafting(of, beside, laid, deps) : undefined;
  if (drafted && !drafted.ok) return drafted;
  const print = await filingPrint(of, report, laid, deps);
  if (!print.ok) return print;
  const { filed, effects } = print.value;
  return done(
    { filed, because: 'NO_VISITS' as const },
    { ...together(effects, drafted?.value.effects ?? {}), status: 202 },
  );
}

/**
 * A provider's people lay the month's files for the manager's signature: both, or one at a time, as often as there is
 * something to correct. Nothing is handed in until it is signed (A59). A print without visits is filed, and laid nowhere.
 */
export const draftMonth = endpoint({
  summary: 'Lay the month’s files for the manager’s signature',
  path: z.object({ month: Month }),
  body: z
    .strictObject({
      report: HandedIn.optional(),
      deviations: HandedIn.optional(),
      way: z.literal('PAGE').optional().meta({
        description: 'The files are made of what was filled in on the page of the month',
      }),
    })
    .refine(({ report, deviations }) => report !== undefined || deviations !== undefined, 'missing-field')
    .meta({ description: 'Both files, or one: the other one that waits already stays' }),
  answer: z.union([DraftView, PrintFiled]),
  async run({ path: { month }, body, caller, at }, deps) {
    const { providerId = '', userId, role } = caller;
    const open = (file: HandedIn | undefined) => file && openHandedIn(file, caller, deps);
    const report = await open(body.report);
    const deviations = await open(body.deviations);
    const faults = (['report', 'deviations'] as const)
      .filter((name) => body[name] && !{ report, deviations }[name])
      .map((name) => ({ at: `body.${name}`, code: 'file-not-found' }));
    if (faults.length > 0) return refuse('invalid', 'file-not-found', faults);
    const given = { ...(report ? { report } : {}), ...(deviations ? { deviations } : {}) };
    const laid = { by: userId, way: body.way ?? 'PORTAL', at, isManagers: role === 'provider-manager' } as const;
    const drafted = await drafting({ month, providerId }, given, laid, deps);
    if (!drafted.ok && drafted.code === 'NO_VISITS' && report)
      return printFiled({ month, providerId }, { ...given, report }, laid, deps);
    if (!drafted.ok) return drafted;
    const { draft, run, pack, version, effects } = drafted.value;
    return done(draftView(draft, fileView(run.file), run, pack), { ...effects, version });
  },
});
