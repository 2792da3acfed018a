import type { Month } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { OpenedFile } from '../checks/load-files.ts';
import { bytesSource } from '../dry-run/byte-source.ts';
import { fileKind } from '../dry-run/file-kind.ts';
import { isFormNeeded, noForm } from '../dry-run/no-form.ts';
import { termsOf } from '../load-basis.ts';

/**
 * The form beside a time report alone: its own other sheet when it is a workbook of both, so that nothing told there is
 * lost; else one without a row, among the documents as any other file of the month, again under an id of its own.
 */
export async function formBeside(
  report: OpenedFile,
  { documents, newId }: Pick<Deps, 'documents' | 'newId'>,
): Promise<OpenedFile> {
  if ((await fileKind(report.source)).kind === 'both') return report;
  const bytes = noForm();
  const document = await documents.put('documents', newId('fil'), bytes, 'text/csv');
  return { document, source: bytesSource(bytes) };
}

/**
 * The same where the municipality asks for no form of a month without deviations (A60); undefined where it does, or has
 * no routine for the month.
 */
export async function openUnneededForm(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  report: OpenedFile,
  deps: Deps,
): Promise<OpenedFile | undefined> {
  const terms = await termsOf(month, providerId, deps);
  return terms.ok && !isFormNeeded(terms.value.pack) ? formBeside(report, deps) : undefined;
}
