import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, system, together } from '../../../shared/steps/effects.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import type { OpenedFile, TwoOpened } from '../checks/load-files.ts';
import { openDocument } from '../checks/load-files.ts';
import { correctionDates } from '../correcting/correction-dates.ts';
import { draftStore } from '../drafting/draft-store.ts';
import { takingDraft } from '../drafting/taking-draft-step.ts';
import { bytesSource } from '../dry-run/byte-source.ts';
import { filedMonth } from '../filing/filed.ts';
import { filingEffects } from '../filing/filing-step.ts';
import type { PaperForm } from '../forms/paper-pages.ts';
import { monthWith, submissionOf } from '../signing/handed-in.ts';
import { keepSubmission } from '../signing/keep-submission-step.ts';
import { draftSubmission, planSubmission } from '../signing/load-submission.ts';
import { formBeside } from '../signing/no-form-step.ts';
import { sealNext } from '../signing/signing-step.ts';
import { submissionEffects } from '../signing/submission-step.ts';
import type { Keying, PrintToKey } from './keying.ts';
import { type MonthPaper, type Reading, receivedAt } from './paper.ts';
import { readOnPaper } from './paper-content.ts';
import { paperFile } from './paper-files.ts';

type ToLay = {
  readonly paper: MonthPaper & { readonly first: Reading; readonly second: Reading };
  readonly prints: readonly PrintToKey[];
  readonly keying: Keying;
};

type By = { readonly caller: Caller; readonly at: Instant };

/** A file of what was keyed, among the documents before anything is made of it. */
async function opened(form: PaperForm, { paper, prints, keying }: ToLay, deps: Deps): Promise<OpenedFile> {
  const bytes = paperFile(form, paper, prints, keying);
  const document = await deps.documents.put('documents', deps.newId('fil'), bytes, 'text/csv');
  return { document, source: bytesSource(bytes) };
}

/** The files that waited to be signed, as the page that was signed names them: those and no other. */
async function signedFiles(
  { month, providerId, prints }: MonthPaper,
  deps: Deps,
): Promise<Result<TwoOpened & { readonly draftTime: number }, 'draft-not-found' | 'older-draft'>> {
  const draft = (await draftStore(deps.table).find(month, providerId))?.entity;
  const time = prints[0]?.draftTime;
  if (draft?.state !== 'waiting' || time === undefined) return refuse('missing', 'draft-not-found');
  if (draft.time !== time) return refuse('conflict', 'older-draft');
  const report = draft.report && (await openDocument(draft.report.documentId, deps));
  // A page of the time report alone says itself that there were no deviations.
  const deviations = draft.deviations
    ? await openDocument(draft.deviations.documentId, deps)
    : report && (await formBeside(report, deps));
  return report && deviations ? accept({ report, deviations, draftTime: time }) : refuse('missing', 'draft-not-found');
}

async function filesOf(toLay: ToLay, deps: Deps) {
  if (toLay.paper.prints.some(({ form }) => form === 'signature')) return signedFiles(toLay.paper, deps);
  const [report, deviations] = [await opened('report', toLay, deps), await opened('deviations', toLay, deps)];
  return accept({ report, deviations, draftTime: undefined });
}

async function named({ by, role }: Reading, { table }: Deps) {
  return { id: by, name: (await membershipStore(table).find(by, role))?.entity.name ?? by };
}

/**
 * Lays what two persons have read alike as the month's submission, as any other that is handed in: judged, receipted and
 * split in the same way (A59). It is sealed by the service with both names and the sums of the scans, as nobody's
 * signature: the manager's stands on the paper (L-22, L-25). What comes too late to be taken in is filed (A30).
 */
export async function layPaper(
  toLay: ToLay,
  by: By,
  deps: Deps,
): Promise<Result<{ readonly paper: MonthPaper; readonly effects: Effects }>> {
  const { paper } = toLay;
  const { at } = by;
  const of = { month: paper.month, providerId: paper.providerId };
  const files = await filesOf(toLay, deps);
  if (!files.ok) return files;
  const draft = await draftSubmission(of, files.value, at, deps);
  if (!draft.ok) return draft;
  const planned = planSubmission(draft.value);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const taken = await takingDraft(of, { shownAt: at, time: files.value.draftTime }, deps);
  if (!taken.ok) return taken;

  const { settings, pack, orePerHour } = draft.value.basis;
  const [keyedBy, confirmedBy] = [await named(paper.first, deps), await named(paper.second, deps)];
  const sealed = await sealNext(
    {
      kind: 'submission',
      stream: `${of.providerId}/${of.month}`,
      municipality: settings.municipality,
      signedBy: { ...system, signInLevel: 'none', signedInAt: at },
      at,
      intentId: 'none',
      content: readOnPaper(draft.value.content, paper, { keyedBy, confirmedBy }),
      keeps: paper.scans.map(({ documentId }) => documentId),
    },
    deps,
  );
  const kept = {
    ...(await keepSubmission(draft.value, deps)),
    id: deps.newId('inlamning'),
    recordId: sealed.ref.recordId,
    paper: { paperId: paper.id, keyedBy: keyedBy.id, confirmedBy: confirmedBy.id },
  };
  const { run, over, filed } = draft.value;
  const received = receivedAt(paper, at);
  const given = {
    ...{ run, earlier: over?.entity.filed ?? over?.entity.submission, kept, by: paper.first.by, at: received },
    due: plan.deadlines.find(({ code }) => code === 'D10')?.dueAt ?? received,
    correctBy: correctionDates(of.month, pack).dueAt,
  };
  const submission = submissionOf(given);
  const laid: MonthPaper = { ...paper, state: 'laid', submissionId: submission.id };
  if (over && filed) {
    const filing = await filingEffects({ ...draft.value, filed }, filedMonth(over.entity, submission), by, deps);
    if (!filing.ok) return filing;
    return accept({ paper: laid, effects: together(sealed.effects, filing.value, taken.value) });
  }
  const month = monthWith(of, submission, plan.lines, orePerHour);
  const effects = await submissionEffects(draft.value, plan, month, by, deps);
  return accept({ paper: laid, effects: together(sealed.effects, effects, taken.value) });
}
