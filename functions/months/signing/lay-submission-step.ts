import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { keepDryRun } from '../checks/keep-dry-run-step.ts';
import type { Submission } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { openManyReports } from '../opening/month-deadlines-step.ts';
import type { SubmissionDraft, SubmissionPlan } from './load-submission.ts';
import type { Chunked } from './submission.ts';

/** A file moves from what has come in to what belongs to the month; the bytes and their SHA-256 stay the same. */
async function keepFile(file: SubmissionDraft['files']['report'], deps: Deps) {
  const { id, contentType, sha256, bytes } = file.document;
  const pieces: Uint8Array[] = [];
  for await (const piece of file.source.chunks()) pieces.push(piece);
  await deps.documents.put('documents', id, Buffer.concat(pieces), contentType);
  return { documentId: id, sha256, bytes };
}

/** The lines go in under the submission's own id, a commit a chunk, and one for what was asked about a line. */
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

/**
 * Lays down what one commit has no room for, before the act's own: the two files, the dry run, the lines, and the dates
 * of many officers. Safe to run twice and to be cut off anywhere: each run lays its lines under a new submission's id, at
 * which nothing points until the month's head does, and a date that stands is right and is not opened again.
 */
export async function laySubmission(
  { files, run }: Pick<SubmissionDraft, 'files' | 'run'>,
  { of, lines, deadlines }: SubmissionPlan,
  at: Instant,
  deps: Deps,
): Promise<Pick<Submission, 'id' | 'report' | 'deviations' | 'dryRunId'>> {
  const id = deps.newId('inlamning');
  await layLines(id, lines.chunks, deps);
  await openManyReports(of, deadlines, at, deps.table);
  return {
    id,
    report: await keepFile(files.report, deps),
    deviations: await keepFile(files.deviations, deps),
    dryRunId: await keepDryRun(run, deps),
  };
}
