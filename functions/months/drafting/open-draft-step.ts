import type { Month } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { openDocument, type TwoOpened } from '../checks/load-files.ts';
import { type HandedIn, openHandedIn } from '../checks/open-files-step.ts';
import { openUnneededForm } from '../signing/no-form-step.ts';
import { draftStore } from './draft-store.ts';

const names = ['report', 'deviations'] as const;

/** The files as they are shown, and which time they have come: what is signed is that and no other. */
type Shown = TwoOpened & { readonly draftTime: number };

/**
 * The files that wait for the caller's own signature, to be shown. A file in the request stands in for the one that has
 * not come, such as the form of a month without deviations; it takes the place of nothing. Where the municipality asks
 * for no form of such a month, none is needed (A60).
 */
export async function openDraft(
  month: Month,
  beside: { readonly [Name in (typeof names)[number]]?: HandedIn | undefined },
  caller: Caller,
  deps: Deps,
): Promise<Result<Shown, 'draft-not-found' | 'draft-not-whole'>> {
  const of = { month, providerId: caller.providerId ?? '' };
  const draft = (await draftStore(deps.table).find(month, of.providerId))?.entity;
  if (draft?.state !== 'waiting') return refuse('missing', 'draft-not-found');
  const open = async (name: (typeof names)[number]) => {
    const [waiting, given] = [draft[name], beside[name]];
    if (waiting) return openDocument(waiting.documentId, deps);
    return given && openHandedIn(given, caller, deps);
  };
  const [report, form] = [await open('report'), await open('deviations')];
  const deviations = form ?? (report && !beside.deviations ? await openUnneededForm(of, report, deps) : undefined);
  if (report && deviations) return accept({ report, deviations, draftTime: draft.time });
  const faults: Fault[] = names
    .filter((name) => !{ report, deviations }[name])
    .map((name) => ({ at: `body.${name}`, code: 'missing-field' }));
  return refuse('conflict', 'draft-not-whole', faults);
}
