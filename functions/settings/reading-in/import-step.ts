import { countedFrom, peakFrom, stateOf } from '../../../shared/domain/capacity.ts';
import { dateOf, type Instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { capacityStore } from '../../../shared/stores/capacity-store.ts';
import { type Settings, settingsStore } from '../../../shared/stores/settings-store.ts';
import { drawUpTurns } from '../../choices/door.ts';
import { openingReview } from '../review/review-step.ts';
import { type MunicipalityFile, numberOf } from './municipality-file.ts';

/** The ceilings that the file states (L-73), with all that each provider has counted from the beginning. */
async function ceilingChanges(file: MunicipalityFile, today: LocalDate, { table }: Deps): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const { id: providerId, ceilingHours } of file.providers) {
    if (ceilingHours === undefined) continue;
    const known = await assignmentStore(table).ofProvider(providerId, today);
    const listed = new Set(known.map(({ caseNo }) => caseNo));
    // What has just been written may not be in the index yet.
    const read = file.cases.filter(
      (one) => one.providerId === providerId && one.services.length > 0 && !listed.has(one.caseNo),
    );
    const counted = countedFrom(
      [...read, ...known],
      { providerId, ceiling: { value: ceilingHours, unit: 'HOURS_PER_MONTH' } },
      today,
    );
    // The one who reads it in knows of it: nobody is written to.
    const told = stateOf(peakFrom(counted, today), counted.ceiling);
    const over = await capacityStore(table).find(providerId);
    changes.push(capacityStore(table).save({ ...counted, told }, over));
  }
  return changes;
}

type Import = Pick<Settings, 'invoiceAddress' | 'brand' | 'help'> & {
  readonly file: MunicipalityFile;
  /** The routine with the parameters that were set. */
  readonly pack: Pack;
  /** The parameters as they were set, `key=value`. */
  readonly set: readonly string[];
};

/**
 * The settings as they are read in, over those that were stored: what has happened in a municipality is not in its
 * file.
 */
function settingsAfter({ file, pack, set, ...given }: Import, standing: Settings | undefined): Settings {
  const reviewedOn = standing?.pack === pack.name ? standing.reviewedOn : undefined;
  const { brand = standing?.brand, help = standing?.help } = given;
  const { buyer = standing?.buyer, booking = standing?.booking } = file;
  return {
    municipality: file.municipality,
    rates: file.rates,
    pack: pack.name,
    overrides: [...set],
    invoiceAddress: given.invoiceAddress,
    ...(standing?.services ? { services: standing.services } : {}),
    ...(buyer ? { buyer } : {}),
    ...(booking ? { booking } : {}),
    ...(brand ? { brand } : {}),
    ...(help ? { help } : {}),
    ...(reviewedOn ? { reviewedOn } : {}),
  };
}

/**
 * The effects of reading in once its providers, people and cases are stored: settings, turn list, ceilings and the
 * review.
 */
export async function importEffects(
  read: Import,
  by: { readonly at: Instant; readonly by: string },
  deps: Deps,
): Promise<Effects> {
  const { file, pack } = read;
  const over = await settingsStore(deps.table).find();
  const settings = settingsAfter(read, over?.entity);
  const places = file.providers.map((provider, index) => ({ id: provider.id, number: numberOf(provider, index) }));
  return {
    saves: [
      settingsStore(deps.table).save(settings, over),
      ...(await drawUpTurns(places, pack, by, deps)),
      ...(await ceilingChanges(file, dateOf(by.at), deps)),
    ],
    deadlines: await openingReview(pack, settings.reviewedOn, by.at, deps),
  };
}
