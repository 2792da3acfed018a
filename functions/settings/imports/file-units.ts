import type { Service } from '../../../shared/domain/assignment.ts';
import type { BookingPlan, Buyer } from '../../../shared/domain/booking-plan.ts';
import type { Identity } from '../../../shared/domain/identity.ts';
import type { KnownFact } from '../../../shared/domain/known-fact.ts';
import type { LocalDate } from '../../../shared/domain/local-date.ts';
import type { OwnUnit } from '../../../shared/domain/own-unit.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import type { ProviderKind } from '../../../shared/packs/pack.ts';
import type { FileItems } from '../reading-in/file-items.ts';
import type { ImportRow, RowPlace } from './import-row.ts';

/** A case at one provider, as a file says it. */
export type CarePlace = {
  readonly place: RowPlace;
  readonly providerId: string;
  readonly officerId: string;
  readonly services: Service[];
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly known?: KnownFact[] | undefined;
  /** Whether the customer is enrolled in home health care (S-09). */
  readonly healthCareEnrolled?: boolean | undefined;
};

/** A provider as a file says it. */
export type ProviderSaid = {
  readonly id: string;
  readonly number?: number | undefined;
  readonly name?: string | undefined;
  readonly kind?: ProviderKind | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly organisationNumber?: string | undefined;
  readonly address?: string | undefined;
  readonly postcode?: string | undefined;
  readonly town?: string | undefined;
  readonly bankgiro?: string | undefined;
  readonly plusgiro?: string | undefined;
  readonly endpoint?: { readonly scheme: string; readonly id: string } | undefined;
  readonly vat?: 'E' | 'S25' | undefined;
  readonly areas?: string[] | undefined;
  readonly approvedFrom?: LocalDate | undefined;
  readonly approvedTo?: LocalDate | undefined;
  readonly ceiling?: { readonly value: number; readonly unit: 'HOURS_PER_MONTH' | 'CUSTOMERS' } | undefined;
};

/** Somebody's role as a file says it. */
type PersonSaid = {
  readonly userId: string;
  readonly role: Role;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly providerId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly attestLimitOre?: number | undefined;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
};

type RateSaid = {
  readonly validFrom: LocalDate;
  readonly orePerHour: number;
  readonly kind?: ProviderKind | undefined;
  readonly purpose?: 'ORDER' | 'PURCHASE' | undefined;
  readonly decision?: string | undefined;
};

export type ServiceSaid = {
  readonly code: string;
  readonly name: string;
  readonly unit: 'MINUTES' | 'OCCASION' | 'DAY' | 'MONTH';
  readonly paidBy?: string | undefined;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
};

/** One thing that files say, to be held against what stands; what a file does not name is not there. */
export type Unit =
  | {
      readonly kind: 'municipality';
      readonly place: RowPlace;
      readonly name?: string | undefined;
      readonly buyer?: Buyer | undefined;
      readonly booking?: BookingPlan | undefined;
      readonly rates: readonly { readonly place: RowPlace; readonly rate: RateSaid }[];
      readonly services: readonly { readonly place: RowPlace; readonly service: ServiceSaid }[];
      /** Which lists the files hold whole: of those, what is not in them has been left out. */
      readonly whole: { readonly rates: boolean; readonly services: boolean };
    }
  | {
      readonly kind: 'provider';
      readonly place: RowPlace;
      readonly said: ProviderSaid;
      /** The file has its own rates, by which the provider has been judged (L-36). */
      readonly ratesJudged?: boolean;
    }
  | { readonly kind: 'own-unit'; readonly place: RowPlace; readonly said: OwnUnit }
  | { readonly kind: 'person'; readonly place: RowPlace; readonly said: PersonSaid }
  | {
      readonly kind: 'case';
      readonly caseNo: string;
      readonly places: readonly [CarePlace, ...CarePlace[]];
      readonly customer?: Partial<Identity> | undefined;
      readonly followedUp?: LocalDate | undefined;
    }
  /** What is said of the files as such: a fault, or what they have left out. */
  | { readonly kind: 'told'; readonly row: ImportRow };
export type UnitOf<Kind extends Unit['kind']> = Extract<Unit, { kind: Kind }>;

const pathIn = (path: string) => (field: string) => (field === '' ? path : `${path}.${field}`);
const jsonPlace = (list: string, index: number): RowPlace => ({
  file: 'cases.json',
  row: index + 1,
  at: pathIn(`${list}[${index}]`),
});

/** Without what is not said. */
const said = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

/** The things of `cases.json`, in the order in which they are carried out; of what is not named it says nothing. */
export function unitsOfFile(file: FileItems, roleOf: (text: string) => Role | undefined): Unit[] {
  const { rates, providers, units, officers, people, ratesJudged } = file;
  const cases = Map.groupBy(file.cases.items, ({ one }) => one.caseNo);
  const municipality: Unit = {
    kind: 'municipality',
    place: { file: 'cases.json', at: (field) => field || 'municipality' },
    name: file.municipality,
    buyer: file.buyer,
    booking: file.booking,
    rates: rates.items.map(({ one, index }) => ({ place: jsonPlace('rates', index), rate: said(one) })),
    services: [],
    whole: { rates: rates.isNamed && !rates.unsure, services: false },
  };
  return [
    ...([file.municipality, file.buyer, file.booking].some((one) => one !== undefined) || rates.items.length > 0
      ? [municipality]
      : []),
    ...providers.items.map(({ one: { ceilingHours, ...one }, index }): Unit => {
      const ceiling =
        ceilingHours === undefined ? {} : { ceiling: { value: ceilingHours, unit: 'HOURS_PER_MONTH' as const } };
      const place = jsonPlace('providers', index);
      return { kind: 'provider', place, said: said({ ...one, ...ceiling }), ratesJudged };
    }),
    ...units.items.map(({ one, index }): Unit => ({ kind: 'own-unit', place: jsonPlace('units', index), said: one })),
    ...officers.items.map(
      ({ one: { id: userId, ...one }, index }): Unit => ({
        kind: 'person',
        place: jsonPlace('officers', index),
        said: said({ ...one, userId, role: 'officer' as const }),
      }),
    ),
    ...people.items.flatMap(({ one: { id: userId, role: text, ...one }, index }): Unit[] => {
      const role = roleOf(text);
      return role ? [{ kind: 'person', place: jsonPlace('people', index), said: said({ ...one, userId, role }) }] : [];
    }),
    ...[...cases].map(([caseNo, all]): Unit => {
      const places = all.map(({ one, index }): CarePlace => {
        const { providerId, officerId, services, from, to, known } = one;
        return { place: jsonPlace('cases', index), providerId, officerId, services, from, to, known };
      });
      const [first, ...rest] = places;
      if (!first) throw new Error('a group of cases is never empty');
      const customer = all.flatMap(({ one }) => one.customer ?? [])[0];
      const followedUp = all
        .flatMap(({ one }) => one.followedUp ?? [])
        .toSorted()
        .at(-1);
      return { kind: 'case', caseNo, places: [first, ...rest], customer, followedUp };
    }),
  ];
}
