import { type Assignment, sharedServices } from '../../../shared/domain/assignment.ts';
import { dateOf, type Instant, instant, type LocalDate } from '../../../shared/domain/local-time.ts';
import { type Approval, isOpenOn, isPermittedOn } from '../../../shared/domain/provider-standing.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { OrderIn } from './order-body.ts';

/**
 * The services that are taken on those days (A74): by another provider, or by its own but for an urgent order beside what
 * it has (S-18). Services that nobody has then are ordered beside those that somebody has.
 */
export const takenServices = (
  earlier: readonly Assignment[],
  order: Pick<Assignment, 'from' | 'to' | 'services'>,
  providerId: string,
  urgent: boolean,
): readonly string[] => {
  const others = earlier.filter((one) => !(urgent && one.providerId === providerId));
  return [...new Set(others.flatMap((one) => sharedServices(order, one)))];
};

/** What a change of services would take from others: nobody is served by two (A74). What stood beside before still may. */
export const newlyTaken = (
  given: Assignment,
  services: Assignment['services'],
  others: readonly Assignment[],
): readonly string[] => [
  ...new Set(
    others.flatMap((other) => {
      const before = sharedServices(given, other);
      return sharedServices({ ...given, services }, other).filter((code) => !before.includes(code));
    }),
  ),
];

/** The order is refused at each service that is taken. */
export const takenFaults = (
  { services }: { readonly services: readonly { readonly code: string }[] },
  taken: readonly string[],
  language: string,
): readonly Fault[] =>
  services.flatMap(({ code }, index) =>
    taken.includes(code)
      ? [
          {
            at: `body.services.${index}.code`,
            code: 'service-taken',
            message: sentence('service-taken', language, { code }),
          },
        ]
      : [],
  );

/**
 * A number that nobody knows is a slip of the pen, or a new customer, who is then to be described with it (S-17, L-10).
 */
export const caseFaults = ({ customer }: Pick<OrderIn, 'customer'>, isKnown: boolean): readonly Fault[] =>
  isKnown || customer ? [] : [{ at: 'body.caseNo', code: 'unknown-case' }];

/** What is wrong with what was asked, by who asks and when; the question of home health care is one to answer (S-09). */
export function orderFaults(asked: OrderIn, role: Role, at: Instant, pack: Pack): readonly Fault[] {
  const isOfficer = role === 'officer';
  return [
    ...(isOfficer && pack.healthCare && asked.healthCareEnrolled === undefined
      ? [{ at: 'body.healthCareEnrolled', code: 'health-care-unanswered' }]
      : []),
    ...(['neededBy', 'phonedAt'] as const).flatMap((field) =>
      !asked.urgent && asked[field] ? [{ at: `body.${field}`, code: 'only-urgent' }] : [],
    ),
    ...(!isOfficer && asked.customer ? [{ at: 'body.customer', code: 'only-officer' }] : []),
    ...(asked.neededBy && instant(asked.neededBy) <= at ? [{ at: 'body.neededBy', code: 'time-passed' }] : []),
    ...(asked.homecoming && instant(asked.homecoming) < at ? [{ at: 'body.homecoming', code: 'homecoming-past' }] : []),
    ...(asked.phonedAt && instant(asked.phonedAt) > at ? [{ at: 'body.phonedAt', code: 'time-ahead' }] : []),
  ];
}

const place = 'body.providerId';

/** Care that would begin on a day without a permit is nobody's to order, by the day itself, also one that has been. */
export const permitFaults = (provider: Approval, from: LocalDate): readonly Fault[] =>
  isPermittedOn(provider, from) ? [] : [{ at: place, code: 'provider-without-permit' }];

/** When help is known to begin later than on the first day: at the home-coming (L-68), or when it is needed (S-16). */
export const knownStart = ({
  homecoming,
  neededBy,
}: Pick<OrderIn, 'homecoming' | 'neededBy'>): LocalDate | undefined => {
  const at = homecoming ?? neededBy;
  return at === undefined ? undefined : dateOf(instant(at));
};

/** A start after the permit's last day is a beginning without one, whatever the order's first day. */
export function startFaults(provider: Approval, asked: Pick<OrderIn, 'homecoming' | 'neededBy'>): readonly Fault[] {
  const day = knownStart(asked);
  const at = asked.homecoming ? 'body.homecoming' : 'body.neededBy';
  return day === undefined || isPermittedOn(provider, day) ? [] : [{ at, code: 'provider-without-permit' }];
}

/** A provider that cannot be given the order: there is none, it has no permit, or takes no customers on its first day. */
export function providerFaults(provider: Approval | undefined, from: LocalDate, at: Instant): readonly Fault[] {
  if (!provider) return [{ at: place, code: 'unknown-provider' }];
  const unpermitted = permitFaults(provider, from);
  if (unpermitted.length > 0) return unpermitted;
  const today = dateOf(at);
  return isOpenOn(provider, from > today ? from : today) ? [] : [{ at: place, code: 'provider-not-open' }];
}
