import { begin, type Deadline } from '../../../shared/domain/deadline.ts';
import { kindOf } from '../../../shared/domain/deadline-kinds.ts';
import {
  dateOf,
  endOfDay,
  type Instant,
  type LocalDate,
  swedishDate,
  swedishInstant,
} from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { addWorkingDays } from '../../../shared/domain/working-days.ts';
import { endOfLimit, vardagar } from '../../../shared/packs/calendars.ts';
import { givenRule } from '../../../shared/packs/own-rules.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { type Report, reportRules } from '../reports/report.ts';
import type { ToldFact } from '../reports/told-fact.ts';

const about = ({ id: orderId, caseNo, providerId, officerId }: Order) =>
  ({ kind: 'order', orderId, caseNo, providerId, officerId }) as const;

/** The officer takes note of a report on the same calendar day (D25, A35); soft. */
export function acknowledgement(order: Order, report: Report, pack: Pack): Deadline {
  const day = dateOf(report.at);
  const rule = givenRule(reportRules[report.kind], pack);
  return begin('D25', {
    rule,
    subject: { ...about(order), ref: report.id },
    told: { kind: report.kind, on: report.on },
    dueAt: endOfLimit(day, pack),
    why: [{ rule, text: `Meddelat ${swedishInstant(report.at)}; tas del av samma dag, ${swedishDate(day)} (A35).` }],
  });
}

/** The officer takes over what a form told of, or dismisses it, on the same calendar day (D47, A35, A66); soft. */
export function takeOver(order: Order, told: ToldFact, pack: Pack): Deadline {
  const { fact, month, at, id } = told;
  const day = dateOf(at);
  const rule = reportRules[fact.kind];
  const said =
    fact.kind === 'DEATH'
      ? `kunden avled ${swedishDate(fact.on)}`
      : `kunden lades in på sjukhus ${swedishDate(fact.from)}${fact.to ? ` och kom hem ${swedishDate(fact.to)}` : ''}`;
  const text = `Enligt avvikelseblanketten för ${month}: ${said}. Beställningen känner inte till det (A66).`;
  return begin('D47', {
    rule,
    subject: { ...about(order), ref: id },
    told: { kind: fact.kind, on: fact.kind === 'DEATH' ? fact.on : fact.from },
    dueAt: endOfLimit(day, pack),
    why: [{ rule, text }],
  });
}

/** The officer speaks with the customer who wishes to end (D26, L-71); soft, the routine gives no days (A53). */
export function verification(order: Order, at: Instant, pack: Pack): Deadline {
  const days = pack.params['task.defaultDays'];
  const day = addWorkingDays(dateOf(at), days, vardagar(pack));
  return begin('D26', {
    rule: givenRule('L-71', pack),
    subject: about(order),
    dueAt: endOfLimit(day, pack),
    why: [{ rule: 'A53', text: `Rutinen anger ingen tid; ${days} vardagar från ${swedishDate(dateOf(at))}.` }],
  });
}

/** The officer sees to it that the services end as personal assistance begins (D36). */
export function assistanceBegins(order: Order, on: LocalDate): Deadline {
  const { rule } = kindOf('D36');
  const text = `Assistansen börjar ${swedishDate(on)}; då avslutas insatserna enligt rutinen.`;
  return begin('D36', { rule, subject: about(order), dueAt: endOfDay(on), why: [{ rule, text }] });
}

/** The services are taken up again at the planned home-coming (D27, L-68); for information. */
export const homecoming = (order: Order, planned: Instant, pack: Pack): Deadline =>
  begin('D27', {
    rule: givenRule('L-68', pack),
    subject: about(order),
    dueAt: planned,
    why: [{ rule: givenRule('L-68', pack), text: `Planerad hemgång ${swedishInstant(planned)}.` }],
  });
