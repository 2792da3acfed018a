import { dateOf, firstDay, type Month, monthOf, plusMonths } from '../../../shared/domain/local-time.ts';
import type { ServiceEntry } from '../../../shared/domain/service-entry.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type HourlyRate, type Settings, settingsStore } from '../../../shared/stores/settings-store.ts';
import { isStated } from '../../months/door.ts';
import { openingReview } from '../review/review-step.ts';
import type { Decided, Importing } from './decision-step.ts';
import type { UnitOf } from './file-units.ts';
import { type ImportName, type ImportRow, isFault, type RowPlace, rows } from './import-row.ts';

/** How far back a changed rate is looked after in what has been stated. */
const mostMonths = 60;

const keyOf = ({ validFrom, kind, purpose }: HourlyRate) => `${validFrom} ${kind ?? ''} ${purpose ?? ''}`;
const purposes = { ORDER: ' för beställningar', PURCHASE: ' för köp mellan enheter' } as const;
const inKind = ({ kind, purpose }: HourlyRate): string =>
  `${purpose ? purposes[purpose] : ''}${kind === undefined ? '' : kind === 'private' ? ' (privat)' : ' (kommunal)'}`;

/** As people say it: 412,50 kr i timmen. */
const inKronor = ({ orePerHour }: HourlyRate): string =>
  `${(orePerHour / 100).toFixed(2).replace('.', ',')} kr i timmen`;

/** The months that a rate holds for until the next one of its kind, as far as they have begun. */
function monthsOf(rate: HourlyRate, all: readonly HourlyRate[], today: Month): readonly Month[] {
  const [next] = all
    .filter(
      ({ validFrom, kind, purpose }) => kind === rate.kind && purpose === rate.purpose && validFrom > rate.validFrom,
    )
    .map(({ validFrom }) => monthOf(validFrom))
    .toSorted();
  const months: Month[] = [];
  let month = monthOf(rate.validFrom);
  while (month <= today && (next === undefined || month < next) && months.length < mostMonths) {
    months.push(month);
    month = monthOf(plusMonths(firstDay(month), 1));
  }
  return months;
}

/** A rate that changes what stands: by a decision, and never back into a month that has been stated (L-36). */
async function rateRows(
  { place, rate }: { readonly place: RowPlace; readonly rate: HourlyRate },
  standing: readonly HourlyRate[],
  { at }: Importing,
  { table }: Deps,
): Promise<readonly ImportRow[]> {
  const before = standing.find((one) => keyOf(one) === keyOf(rate));
  const isSame = before?.orePerHour === rate.orePerHour;
  if (before && isSame && (rate.decision === undefined || rate.decision === before.decision)) return [];
  const said = `Timersättningen från ${rate.validFrom}${inKind(rate)}`;
  if (!isSame && standing.length > 0) {
    const months = monthsOf(rate, [...standing, rate], monthOf(dateOf(at)));
    // A statement rests on no rate of hours bought between departments; a basis keeps the price it was accepted at.
    for (const month of rate.purpose === 'PURCHASE' ? [] : months)
      if (await isStated(month, table))
        return [
          rows.fault(place, 'validFrom', 'rate-in-stated-month', `${said}: ${month} är redan fastställd (L-36).`),
        ];
    if (before && rate.decision === undefined)
      return [
        rows.fault(place, 'decision', 'rate-without-decision', `${said} ändras bara med beslutets beteckning (L-36).`),
      ];
  }
  if (!before) return [rows.added(place, `${said} är ny.`, { is: inKronor(rate) })];
  if (isSame) return [rows.changed(place, 'decision', `${said} får sitt beslut.`, { is: rate.decision })];
  const about = { was: inKronor(before), is: inKronor(rate) };
  return [rows.changed(place, 'orePerHour', `${said} ändras.`, about)];
}

const serviceFields = ['name', 'unit', 'paidBy', 'from', 'to'] as const satisfies readonly (keyof ServiceEntry)[];

function serviceRows(
  { place, service }: { readonly place: RowPlace; readonly service: ServiceEntry },
  standing: readonly ServiceEntry[],
): readonly ImportRow[] {
  const before = standing.find(({ code }) => code === service.code);
  if (!before) return [rows.added(place, `Insatsen ${service.code} är ny.`, { is: service.name })];
  return serviceFields
    .filter((field) => service[field] !== undefined && service[field] !== before[field])
    .map((field) =>
      rows.changed(place, field, `Insatsen ${service.code} ändras.`, { was: before[field], is: service[field] }),
    );
}

/** What is said over what stands, by its key; what is not said stays. */
const over = <T>(standing: readonly T[], said: readonly T[], key: (one: T) => string): T[] => {
  const byKey = new Map(standing.map((one) => [key(one), one]));
  for (const one of said) byKey.set(key(one), { ...byKey.get(key(one)), ...one });
  return [...byKey.values()];
};

/** The municipality itself: its name and routine, its rates (L-36) and its service catalogue. */
export async function municipalityDecided(
  { place, name, buyer, booking, rates, services, whole }: UnitOf<'municipality'>,
  by: Importing,
  deps: Deps,
): Promise<Decided> {
  const stored = await settingsStore(deps.table).find();
  const standing: Pick<Settings, 'rates' | 'services'> = stored?.entity ?? { rates: [] };
  const told: ImportRow[] = [];
  for (const one of rates) told.push(...(await rateRows(one, standing.rates, by, deps)));
  for (const one of services) told.push(...serviceRows(one, standing.services ?? []));
  const { settings: wanted } = by;
  const municipality = name ?? wanted.municipality;
  if (!stored) told.unshift(rows.added(place, `${municipality} läses in.`));
  else {
    const fields = ['pack', 'invoiceAddress'] as const;
    if (municipality !== stored.entity.municipality)
      told.push(
        rows.changed(place, 'municipality', 'Kommunens namn ändras.', {
          was: stored.entity.municipality,
          is: municipality,
        }),
      );
    for (const field of fields)
      if (wanted[field] !== stored.entity[field])
        told.push(
          rows.changed(place, field, 'Inställningen ändras.', { was: stored.entity[field], is: wanted[field] }),
        );
    const [was, is] = [stored.entity.overrides.join(', '), wanted.overrides.join(', ')];
    if (was !== is) told.push(rows.changed(place, 'set', 'Rutinens val ändras.', { was, is }));
  }
  for (const [field, said] of Object.entries({ buyer, booking })) {
    const was = stored?.entity[field as 'buyer' | 'booking'];
    if (said !== undefined && JSON.stringify(said) !== JSON.stringify(was))
      told.push(rows.changed(place, field, 'Hur kommunen bokför ändras.', {}));
  }
  if (told.some(isFault) || told.length === 0) return { rows: [...told, ...leftOut()] };

  const next: Settings = {
    ...wanted,
    municipality,
    ...(buyer ? { buyer } : {}),
    ...(booking ? { booking } : {}),
    rates: over(
      standing.rates,
      rates.map(({ rate }) => rate),
      keyOf,
    ).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
    ...(services.length > 0 || standing.services
      ? {
          services: over(
            standing.services ?? [],
            services.map(({ service }) => service),
            ({ code }) => code,
          ),
        }
      : {}),
  };
  return {
    rows: [...told, ...leftOut()],
    effects: async () => ({
      saves: [settingsStore(deps.table).save(next, stored)],
      deadlines: await openingReview(by.pack, next.reviewedOn, by.at, deps),
      rows: [{ event: 'municipality-imported', refs: { pack: next.pack } }],
    }),
  };

  function leftOut(): readonly ImportRow[] {
    const said = new Set(rates.map(({ rate }) => keyOf(rate)));
    const fileOf = (table: ImportName): ImportName => (place.file === 'cases.json' ? 'cases.json' : table);
    const codes = new Set(services.map(({ service }) => service.code));
    return [
      ...(whole.rates ? standing.rates.filter((rate) => !said.has(keyOf(rate))) : []).map((rate) =>
        rows.leftOut(
          fileOf('ersattning.csv'),
          rate.validFrom,
          `Timersättningen från ${rate.validFrom}${inKind(rate)} finns inte i filen; den gäller ändå.`,
        ),
      ),
      ...(whole.services ? (standing.services ?? []).filter(({ code }) => !codes.has(code)) : []).map(({ code }) =>
        rows.leftOut(fileOf('insatser.csv'), code, `Insatsen ${code} finns inte i filen; den finns kvar.`),
      ),
    ];
  }
}
