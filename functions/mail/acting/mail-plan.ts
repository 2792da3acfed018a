import type { ReplyAct } from '../../../shared/domain/letters/reply-form.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { MailAct } from '../mail.ts';

type Services = Extract<MailAct, { act: 'not-executed' }>['services'];

/** One thing to do, with all that it carries out of what was said. */
export type MailStep = {
  readonly acts: readonly [ReplyAct, ...ReplyAct[]];
  readonly does:
    | { readonly act: 'confirm'; readonly canStartOn?: LocalDate | undefined }
    | { readonly act: 'start'; readonly on: LocalDate; readonly notExecuted?: Services | undefined }
    | { readonly act: 'reject'; readonly isCapacity: boolean }
    | { readonly act: 'not-executed'; readonly services: Services };
};

/** What is to be done of what was said; `isAhead`: the first visit is to be told of again once it has been made. */
export type MailPlan = { readonly steps: readonly MailStep[]; readonly isAhead: boolean };

/** What is told of a service holds until something else is told of it: the mail says nothing of the others (S-37). */
function servicesAfter({ notExecuted = [] }: Order, said: Services): Services {
  const others = notExecuted.filter(({ code }) => !said.some((one) => one.code === code));
  return said.length === 0 ? [] : [...others, ...said];
}

const isSame = (one: Services, other: Services): boolean =>
  one.length === other.length &&
  one.every(({ code, reason }) => other.some((two) => two.code === code && two.reason === reason));

/**
 * What comes of what a provider says. A day that is to come tells when it can begin, and confirms where that is asked for
 * (S-28); a visit that has been made is the first visit, told together with what is not carried out (S-36, S-37). What is
 * so already is not done again.
 */
export function planOf(
  acts: readonly MailAct[],
  order: Order,
  today: LocalDate,
  done: readonly ReplyAct[] = [],
): MailPlan {
  const said = <A extends MailAct['act']>(act: A) =>
    acts.find((one): one is Extract<MailAct, { act: A }> => one.act === act && !done.includes(act));
  const [confirmed, begun, refused, left] = [said('confirm'), said('start'), said('reject'), said('not-executed')];
  const isAhead = acts.some((one) => one.act === 'start' && one.on > today);
  const visited = (order.started ?? order.firstVisit)?.on;
  const visit = begun && !isAhead && begun.on !== visited ? begun : undefined;
  const canStartOn = confirmed?.canStartOn ?? (isAhead ? begun?.on : undefined);
  const confirms = (confirmed ?? (isAhead ? begun : undefined)) && !order.confirmed && !done.includes('confirm');

  const services = left && servicesAfter(order, left.services);
  const tells = services !== undefined && !isSame(services, order.notExecuted ?? []);
  return {
    isAhead,
    steps: [
      ...(refused ? [{ acts: ['reject'], does: { act: 'reject', isCapacity: refused.isCapacity } } as const] : []),
      ...(confirms ? [{ acts: ['confirm'], does: { act: 'confirm', canStartOn } } as const] : []),
      ...(visit
        ? [
            {
              acts: tells ? (['start', 'not-executed'] as const) : (['start'] as const),
              does: { act: 'start', on: visit.on, ...(tells ? { notExecuted: services } : {}) } as const,
            },
          ]
        : []),
      ...(tells && !visit ? [{ acts: ['not-executed'], does: { act: 'not-executed', services } } as const] : []),
    ],
  };
}
