import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { ReportFormat } from '../../../shared/packs/report-format.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';

/** The map of the print that a provider hands in, where its file names one (L-21). */
export async function ownPrint(providerId: string, at: Instant, { table }: Deps): Promise<ReportFormat | undefined> {
  const name = (await providerStore(table).find(providerId))?.entity.format;
  if (name === undefined) return undefined;
  const routine = await routineOn(table, dateOf(at));
  return routine.ok ? routine.value.pack.reports?.[name] : undefined;
}
