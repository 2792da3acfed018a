import type { Month } from '../../../shared/domain/local-date.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { ByteSource } from '../dry-run/byte-source.ts';
import type { FileRefusal } from '../dry-run/file-header.ts';
import { printSource } from './print-source.ts';

type Of = {
  readonly month: Month;
  readonly provider: { readonly id: string; readonly format?: string | undefined };
  readonly pack: Pick<Pack, 'reports'>;
};

/**
 * The time report that a provider hands in: its own print by the pack's map, where the provider's file names one, or the
 * file itself. Refused where the pack has no map of that name.
 */
export async function providersReport(
  source: ByteSource,
  { month, provider: { id: providerId, format: name }, pack }: Of,
): Promise<Result<ByteSource, FileRefusal['code']>> {
  if (name === undefined) return accept(source);
  const format = pack.reports?.[name];
  if (!format) {
    const message = `Kommunens rutin har ingen karta som heter ${name}.`;
    return refuse('invalid', 'format-not-found', [{ at: 'format', code: 'format-not-found', message }]);
  }
  return printSource(source, format, { month, providerId });
}
