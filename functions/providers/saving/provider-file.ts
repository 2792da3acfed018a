import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Approval, Permit } from '../../../shared/domain/provider-standing.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import type { TurnList } from '../../../shared/domain/turn-list.ts';
import type { Pack } from '../../../shared/packs/pack.ts';

type Details = {
  readonly number: number;
  readonly kind: 'municipal' | 'private';
  readonly approvedFrom?: string | undefined;
  /** Null: it has none. Left out: as it was. */
  readonly permit?: Permit | null | undefined;
  /** Null: it hands in time reports. Left out: as it was. */
  readonly format?: string | null | undefined;
};
/** Where it is written to and paid: as before where it is left out, since it is read in from files too. */
const addressed = [
  ...(['organisationNumber', 'address', 'postcode', 'town', 'bankgiro', 'plusgiro'] as const),
  ...(['endpoint', 'vat'] as const),
] as const;
type Addressed = {
  readonly [field in Exclude<(typeof addressed)[number], 'endpoint' | 'vat'>]?: string | undefined;
} & {
  readonly endpoint?: { readonly scheme: string; readonly id: string } | undefined;
  readonly vat?: 'E' | 'S25' | undefined;
};
type Known = Approval &
  Addressed &
  Omit<Details, 'permit' | 'format'> & { readonly id: string; readonly format?: string | undefined };

const addressedAs = (known: Addressed | undefined): Addressed =>
  Object.fromEntries(addressed.flatMap((field) => (known?.[field] ? [[field, known[field]]] : [])));

/** What cannot be so: a number that another has or that is on the list already (L-07), or another kind than before. */
export function providerFileFaults(
  { number, kind }: Details,
  known: Known | undefined,
  others: readonly Known[],
  list: TurnList | undefined,
): readonly Fault[] {
  const isListed = known !== undefined && list?.numbers.some(({ provider }) => provider === known.id) === true;
  return [
    ...(others.some((other) => other.number === number) ? [{ at: 'body.number', code: 'number-taken' }] : []),
    ...(isListed && known.number !== number ? [{ at: 'body.number', code: 'number-on-list' }] : []),
    // Its orders are carried out by the routine of the kind that it had.
    ...(known && known.kind !== kind ? [{ at: 'body.kind', code: 'provider-kind-fixed' }] : []),
  ];
}

/** A map of a print that the routine does not have. */
export const formatFaults = (
  format: string | null | undefined,
  { reports }: Pick<Pack, 'reports'>,
): readonly Fault[] =>
  typeof format === 'string' && reports?.[format] === undefined
    ? [{ at: 'body.format', code: 'format-not-found' }]
    : [];

/**
 * A provider with its new details; its pause is kept. One that has ended is approved again only from a day after its
 * last.
 */
export function savedProvider<Body extends Details, Saved extends Known>(
  id: string,
  body: Body,
  known: Saved | undefined,
  today: LocalDate,
) {
  const approvedFrom = body.approvedFrom ?? known?.approvedFrom ?? (known ? undefined : today);
  const isAnew =
    known?.approvedTo !== undefined && body.approvedFrom !== undefined && body.approvedFrom > known.approvedTo;
  const { approvedTo, ending, paused } = known ?? {};
  const { permit: said, format: named, ...details } = body;
  const format = named === undefined ? known?.format : (named ?? undefined);
  const permit = said === undefined ? known?.permit : (said ?? undefined);
  return {
    ...addressedAs(known),
    ...details,
    id,
    ...(permit ? { permit } : {}),
    ...(format ? { format } : {}),
    ...(approvedFrom ? { approvedFrom } : {}),
    ...(paused ? { paused } : {}),
    ...(approvedTo && !isAnew ? { approvedTo } : {}),
    ...(ending && !isAnew ? { ending } : {}),
  };
}
