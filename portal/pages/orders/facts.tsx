import { dateTime, hours, shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useProviders } from '../../app/use-providers.ts';
import { SummaryList, type SummaryRow } from '../../parts/summary-list.tsx';
import { Tag } from '../../parts/tag.tsx';
import type { OrderShown } from './work.ts';

/** What is ordered, from whom, and how far it has come. */
export function Facts({ order }: { readonly order: OrderShown }) {
  const { orders } = useWords();
  const nameOf = useProviders();
  const { services, from, to, choice, confirmed, healthCareEnrolled, notExecuted = [] } = order;
  const visit = order.started ?? order.firstVisit;
  const late = (isLate: boolean) => (isLate ? <Tag tone="danger">{orders.tooLate}</Tag> : undefined);
  const some = (has: unknown, row: SummaryRow): readonly SummaryRow[] => (has === undefined ? [] : [row]);
  const how = choice && [orders.how[choice.how], choice.mode && orders.mode[choice.mode]].filter(Boolean).join(', ');
  return (
    <SummaryList
      rows={[
        { name: orders.provider, value: nameOf(order.providerId) },
        {
          name: orders.services,
          value: (
            <ul class="plain">
              {services.map(({ code, minutesPerMonth }) => (
                <li key={code}>
                  {code} <b>{hours(minutesPerMonth)}</b> {orders.aMonth}
                </li>
              ))}
            </ul>
          ),
        },
        {
          name: orders.period,
          value:
            to === null
              ? orders.furtherNotice(shortDate(from, true))
              : orders.until(shortDate(from, true), shortDate(to, true)),
        },
        ...some(choice, { name: orders.choice, value: how }),
        ...some(healthCareEnrolled, { name: orders.healthCare, value: healthCareEnrolled ? orders.yes : orders.no }),
        { name: orders.officer, value: order.officerId },
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
        { name: orders.id, value: <small>{order.id}</small> },
      ]}
    />
  );
}
