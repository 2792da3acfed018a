import { dateTime, hours, shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useProviders } from '../../app/use-providers.ts';
import { useServiceNames } from '../../app/use-services.ts';
import { useStaff } from '../../app/use-staff.ts';
import { SummaryList, type SummaryRow } from '../../parts/summary-list.tsx';
import { Tag } from '../../parts/tag.tsx';
import { contentInWords } from './order-content.ts';
import type { OrderShown } from './order-form.ts';

/** What is ordered, from whom, and how far it has come. */
export function OrderFactList({ order }: { readonly order: OrderShown }) {
  const { orders } = useWords();
  const nameOf = useProviders();
  const serviceName = useServiceNames();
  const whoIs = useStaff();
  const { services, from, to, choice, confirmed, healthCareEnrolled, pause, ending, notExecuted = [] } = order;
  const visit = order.started ?? order.firstVisit;
  const late = (isLate: boolean) => (isLate ? <Tag tone="danger">{orders.tooLate}</Tag> : undefined);
  const some = (has: unknown, row: SummaryRow): readonly SummaryRow[] => (has === undefined ? [] : [row]);
  const joined = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(', ');
  const how = choice && joined(orders.how[choice.how], choice.mode && orders.mode[choice.mode]);
  const whenPaused = ({ from: since, homecoming }: NonNullable<OrderShown['pause']>) =>
    joined(orders.paused(shortDate(since, true)), homecoming && orders.homecoming(dateTime(homecoming)));
  const howItEnds = ({ cause, wishedOn, lastDay }: NonNullable<OrderShown['ending']>) =>
    joined(
      orders.causes[cause],
      wishedOn && !lastDay ? orders.wishedOn(shortDate(wishedOn, true)) : undefined,
      lastDay && orders.lastDay(shortDate(lastDay, true)),
    );
  return (
    <SummaryList
      rows={[
        { name: orders.provider, value: nameOf(order.providerId) },
        {
          name: orders.services,
          value: (
            <ul class="plain">
              {services.map(({ code, minutesPerMonth, from: begins, to: ends }) => (
                <li key={`${code} ${begins}`}>
                  {serviceName(code)} <b>{hours(minutesPerMonth)}</b> {orders.aMonth}
                  {begins ? ` ${orders.fromDay(shortDate(begins, true))}` : undefined}
                  {ends ? ` ${orders.toDay(shortDate(ends, true))}` : undefined}
                </li>
              ))}
            </ul>
          ),
        },
        ...contentInWords(order, orders),
        {
          name: orders.period,
          value:
            to === null
              ? orders.furtherNotice(shortDate(from, true))
              : orders.until(shortDate(from, true), shortDate(to, true)),
        },
        ...some(choice, { name: orders.choice, value: how }),
        ...some(healthCareEnrolled, { name: orders.healthCare, value: healthCareEnrolled ? orders.yes : orders.no }),
        { name: orders.officer, value: whoIs(order.officerId) },
        { name: orders.placed, value: dateTime(order.placedAt) },
        ...some(confirmed, {
          name: orders.confirmed,
          value: confirmed && (
            <>
              {dateTime(confirmed.at)}
              {confirmed.implicit ? `, ${orders.implicit}` : undefined}
              {confirmed.canStartAt ? `, ${orders.canStart(dateTime(confirmed.canStartAt))}` : undefined}{' '}
              {late(confirmed.late)}
            </>
          ),
        }),
        ...some(visit, {
          name: orders.firstVisit,
          value: visit && (
            <>
              {shortDate(visit.on, true)} {late(visit.late)}
            </>
          ),
        }),
        ...(notExecuted.length === 0
          ? []
          : [
              {
                name: orders.notExecuted,
                value: notExecuted.map(({ code, reason }) => `${code}: ${reason}`).join('; '),
              },
            ]),
        ...some(pause, { name: orders.pause, value: pause && whenPaused(pause) }),
        ...some(ending, { name: orders.ending, value: ending && howItEnds(ending) }),
        {
          name: orders.file,
          value: (
            <a class="ds-link" href={hrefOf('/arenden/:caseNo', { caseNo: order.caseNo })}>
              {orders.fileOf}
            </a>
          ),
        },
        { name: orders.id, value: <small>{order.id}</small> },
      ]}
    />
  );
}
