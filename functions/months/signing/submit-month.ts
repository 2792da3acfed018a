import * as z from 'zod';
import { dateOf, endOfDay, Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { journalRow, journalStore } from '../../../shared/stores/journal-store.ts';
import { outbox } from '../../../shared/stores/outbox.ts';
import { FileVerdict, fileView } from '../checks/dry-run-view.ts';
import { keepDryRun } from '../checks/load-dry-run.ts';
import { openKept } from '../checks/load-files.ts';
import type { Line } from '../lines/line.ts';
import { type Part, ProviderMonth, Submission } from '../month.ts';
import { linesInChunk, monthStore } from '../month-store.ts';
import { openManyReports, takeUpDeadlines } from '../opening/load-month-deadlines.ts';
import { splitDeadline } from '../opening/month-deadlines.ts';
import { openingOf } from '../opening/opening.ts';
import { handsIn } from './four-eyes.ts';
import { intentOf, Signing, seal } from './load-signing.ts';
import { type Draft, draftSubmission } from './load-submission.ts';
import { tellingOfDeclines } from './load-told-declines.ts';
import { RecordRef } from './signing-store.ts';
import { type Chunked, carryOver, chunksOf, linesOf, partOf } from './submission.ts';

/** The files move from what has come in to what belongs to the month; the bytes and their SHA-256 stay the same. */
async function keepFile(file: Draft['files']['report'], deps: Deps) {
  const { id, contentType, sha256, bytes } = file.document;
  const pieces: Uint8Array[] = [];
  for await (const piece of file.source.chunks()) pieces.push(piece);
  await deps.documents.put('documents', id, Buffer.concat(pieces), contentType);
  return { documentId: id, sha256, bytes };
}

/**
 * The lines of a new submission go in under its own id, a commit a chunk, and one for what was asked about a line. Nothing points at them until the head does,
 * so a crash in the middle leaves nothing half handed in.
 */
async function layLines(submissionId: string, chunks: readonly Chunked[], deps: Deps): Promise<void> {
  const months = monthStore(deps.table);
  for (const { officerId, n, lines } of chunks) {
    const bare = lines.map((line) => ({ ...line, contacts: [] }));
    const talks = lines.filter(({ contacts }) => contacts.length > 0);
    for (const change of [
      months.saveChunk(submissionId, officerId, n, { lines: bare }, undefined),
      ...talks.map((line) => months.carryTalk(submissionId, line, n)),
    ])
      if ((await deps.table.commit([change])) === 'stale') throw new Error('a new submission has lines already');
  }
}

/** The parts of the new submission over those of the old; an officer without a line left has no part. */
function partChanges(
  of: { readonly month: Month; readonly providerId: string },
  submissionId: string,
  lines: readonly Line[],
  old: Draft['parts'],
  deps: Deps,
): readonly Change[] {
  const months = monthStore(deps.table);
  const officers = [...new Set(lines.map(({ officerId }) => officerId))];
  const overOf = (officerId: string) => old.find(({ entity }) => entity.officerId === officerId);
  // The next report still takes the place of one that was taken back, and who had a hand in the month still has.
  const nextOf = (officerId: string): Part => ({
    ...partOf(officerId, submissionId, lines),
    withdrawn: overOf(officerId)?.entity.withdrawn,
    decidedBy: [...handsIn(old.map(({ entity }) => entity))],
  });
  return [
    ...officers.map((id) => months.savePart(of.month, of.providerId, nextOf(id), overOf(id))),
    ...old
      .filter(({ entity }) => !officers.includes(entity.officerId))
      .map((part) => months.dropPart(of.month, of.providerId, part)),
  ];
}

/** A provider's manager hands in the month and signs for it (L-22–L-25): kept, judged, split between the officers (L-30). */
export const submitMonth = endpoint({
  summary: 'Hand in and sign the month',
  path: z.object({ month: Month }),
  body: Signing,
  signs: true,
  answer: z.object({ record: RecordRef, month: ProviderMonth, submission: Submission, file: FileVerdict }),
  async run({ path, body, caller, at }, deps) {
    const { table } = deps;
    const intent = await intentOf(body.intentId, caller, 'submission', deps);
    if (!intent.ok) return intent;
    const { given } = intent.value;
    const opened = await openKept({ report: given.report ?? '', deviations: given.deviations ?? '' }, deps);
    if (!opened.ok) return opened;
    const draft = await draftSubmission(path.month, opened.value, { caller, at }, deps);
    if (!draft.ok) return draft;
    const { basis, run, content, over, parts } = draft.value;
    const { provider, settings, pack, cases } = basis;

    const subject = `${path.month}/${provider.id}`;
    const act = { kind: 'submission', subject, caller, at, content } as const;
    const stream = `${provider.id}/${path.month}`;
    const sealed = await seal(body.intentId, { ...act, stream, municipality: settings.municipality }, deps);
    if (!sealed.ok) return sealed;

    const earlier = over?.entity.submission ? await monthStore(table).lines(over.entity.submission.id) : [];
    const lines = carryOver(linesOf(run, new Map(cases.map((one) => [one.caseNo, one.officerId]))), earlier);
    const chunks = chunksOf(lines, linesInChunk);
    const submissionId = deps.newId('inlamning');
    await layLines(submissionId, chunks, deps);

    const officers = [...new Set(lines.map(({ officerId }) => officerId))].sort();
    const opening = openingOf(path.month, provider.id, officers, pack);
    if (!opening.ok) return refuse('conflict', 'not-in-routine');
    const split = splitDeadline(path.month, provider.id, at, endOfDay(dateOf(at)));
    const of = { month: path.month, providerId: provider.id };
    await openManyReports(of, opening.value.deadlines, at, table);

    const due = opening.value.deadlines.find(({ code }) => code === 'D10')?.dueAt ?? at;
    const submission: Submission = {
      id: submissionId,
      version: (over?.entity.submission?.version ?? 0) + 1,
      receivedAt: at,
      by: caller.userId,
      late: at > due,
      report: await keepFile(draft.value.files.report, deps),
      deviations: await keepFile(draft.value.files.deviations, deps),
      fileStatus: run.file.status,
      errorCount: run.file.errors.length,
      dryRunId: await keepDryRun(run, deps),
      recordId: sealed.value.ref.recordId,
    };
    const next: ProviderMonth = {
      month: path.month,
      providerId: provider.id,
      state: run.file.status === 'COMPLETE' ? 'received' : 'incomplete',
      submission,
      officers,
      chunks: chunks.map(({ officerId, n, lines: some }) => ({
        officerId,
        n,
        first: some[0]?.caseNo ?? '',
        last: some.at(-1)?.caseNo ?? '',
      })),
      orePerHour: basis.orePerHour,
    };
    const incomplete = run.file.status === 'INCOMPLETE';
    const codes = [...new Set(run.file.errors.map(({ code }) => code))].sort();
    const fields = { to: 'months', month: path.month, variant: incomplete ? 'incomplete' : 'complete', codes } as const;
    const refs = {
      submissionId,
      version: submission.version,
      fileStatus: run.file.status,
      errors: run.file.errors.length,
      reportSha256: submission.report.sha256,
      deviationsSha256: submission.deviations.sha256,
      late: submission.late,
    };
    const row = { event: 'month-submitted', rule: 'L-22', month: path.month, providerId: provider.id, refs };
    return done(
      {
        record: sealed.value.ref,
        month: next,
        submission,
        file: fileView(run.file),
      },
      {
        status: 201,
        version: (over?.version ?? 0) + 1,
        changes: [
          monthStore(table).save(next, over),
          monthStore(table).keepVerdict(path.month, provider.id, submissionId, fileView(run.file)),
          ...partChanges(of, submissionId, lines, parts, deps),
          ...sealed.value.changes,
          ...(await takeUpDeadlines(of, opening.value.deadlines, split, at, table)),
          ...outbox(deps, settings, at).toProvider(provider, 'N14', fields),
          ...(await tellingOfDeclines(draft.value, { caller, at }, deps)),
          journalStore(table).append(journalRow(deps.newId('J'), at, caller, row)),
        ],
      },
    );
  },
});
