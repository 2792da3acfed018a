import type { Deps } from '../../../shared/ports/deps.ts';
import { keepDryRun } from '../checks/keep-dry-run-step.ts';
import type { Submission } from '../month.ts';
import type { SubmissionDraft } from './load-submission.ts';

/**
 * A file moves from what has come in to what belongs to the month; the bytes and their SHA-256 stay the same. One that
 * has waited as a draft is there already.
 */
export async function keepFile(file: SubmissionDraft['files']['report'], deps: Deps) {
  const { id, bucket, contentType, sha256, bytes } = file.document;
  if (bucket === 'documents') return { documentId: id, sha256, bytes };
  const pieces: Uint8Array[] = [];
  for await (const piece of file.source.chunks()) pieces.push(piece);
  await deps.documents.put('documents', id, Buffer.concat(pieces), contentType);
  return { documentId: id, sha256, bytes };
}

/** What a submission keeps among the documents: its two files as they came, and the dry run. Kept twice it is the same. */
export const keepSubmission = async (
  { files, run }: Pick<SubmissionDraft, 'files' | 'run'>,
  deps: Deps,
): Promise<Pick<Submission, 'report' | 'deviations' | 'dryRunId'>> => ({
  report: await keepFile(files.report, deps),
  deviations: await keepFile(files.deviations, deps),
  dryRunId: await keepDryRun(run, deps),
});
