import type { LetterFields } from '../../../shared/domain/letters/letter-record.ts';
import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import type { OpenedFile } from '../checks/load-files.ts';
import { tellOfficers } from '../correcting/correction-letters-step.ts';
import type { DraftWay } from '../drafting/draft.ts';
import type { BasisRefusal } from '../hand-in-refusals.ts';
import { casesInForce, termsOf } from '../load-basis.ts';
import { keepFile } from '../signing/keep-submission-step.ts';

type Came = {
  readonly way: DraftWay;
  readonly at: Instant;
  readonly mailId?: string;
  /** The registered address that the mail came from, where it may be answered. */
  readonly receiptTo?: string;
  readonly tellsSender?: Pick<LetterFields, 'masked' | 'reader'>;
};

type FiledPrint = { readonly documentId: string; readonly sha256: string; readonly bytes: number };

/**
 * What it comes to that a print without visits is handed in: it is filed as it came, by its checksum, and never judged
 * (L-21). The provider is told so, and what to send instead (N14); so is each officer with cases in the month (N17), who
 * still waits for something to reconcile.
 */
export async function filingPrint(
  of: { readonly month: Month; readonly providerId: string },
  print: OpenedFile,
  { way, at, mailId, receiptTo, tellsSender }: Came,
  deps: Deps,
): Promise<Result<{ readonly filed: FiledPrint; readonly effects: Effects }, BasisRefusal>> {
  const terms = await termsOf(of.month, of.providerId, deps);
  if (!terms.ok) return terms;
  const { month, provider, settings } = terms.value;
  const filed = await keepFile(print, deps);
  const box = outbox(deps, settings, at);
  const fields = { to: 'months', month, variant: 'print-filed' } as const;
  const toSender = () =>
    receiptTo === undefined ? [] : box.toAddressOf(provider, receiptTo, 'N14', { ...fields, ...tellsSender });
  const letters = way === 'MAIL' ? toSender() : box.toProvider(provider, 'N14', fields);
  const officers = [...new Set((await casesInForce(of, deps)).map(({ officerId }) => officerId))].sort();
  const about = { month, provider, settings, at };
  const told = await tellOfficers(officers, () => ({ variant: 'print-filed', count: 1 }), about, deps);
  const { documentId, sha256 } = filed;
  const refs = { documentId, sha256, way, ...(mailId === undefined ? {} : { mailId }) };
  const row = { event: 'month-print-filed', month, providerId: of.providerId, refs };
  return accept({ filed, effects: together({ letters, rows: [row] }, told) });
}
