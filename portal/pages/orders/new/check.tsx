import { dateTime, hours } from '../../../app/format.ts';
import { useWords } from '../../../app/language.ts';
import { useAsk } from '../../../app/use-ask.ts';
import { useProviders } from '../../../app/use-providers.ts';
import { useServiceNames } from '../../../app/use-services.ts';
import { withOffset } from '../../../app/with-offset.ts';
import { totalMinutes } from '../../../parts/minutes-field.tsx';
import { SummaryList, type SummaryRow } from '../../../parts/summary-list.tsx';
import type { Customer } from '../customer-fields.tsx';
import { contentIn, contentInWords } from '../order-content.ts';
import type { CaseStanding } from './known-case.ts';
import { isUrgent, lineKeys, lines, type OrderDraft, type OrderRoutine, stepHref } from './order-draft.ts';

type Props = {
  readonly draft: OrderDraft;
  readonly customer: Customer;
  readonly routine: OrderRoutine;
  /** What the register says of the case number; undefined while it is being asked. */
  readonly standing: CaseStanding | undefined;
};

/** Whose turn it is as the answers are looked at; the turn is taken first when they are sent. */
function WhoseTurn({ urgent }: { readonly urgent: boolean }) {
  const { newOrder } = useWords();
  const { value } = useAsk('GET /choices/turns');
  const next = urgent ? value?.nextUrgent : value?.next;
  return next ? <p class="soft">{newOrder.turn(next.name)}</p> : null;
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** Every answer, each with the way to change it. */
export function Answers({ draft, customer, routine, standing }: Props) {
  const { choosing, newOrder, orders, states } = useWords();
  const nameOf = useProviders();
  const serviceName = useServiceNames();
  const { caseNo, known, how, providerId, mode, services, neededBy, health } = draft;
  const provider =
    how === 'CHOSEN' ? newOrder.chosen(nameOf(providerId), orders.mode[mode ?? 'ORAL']) : how && newOrder[how];
  const isThere = standing === 'own';
  const news = isThere ? newOrder.customerReplaced : newOrder.customerNew;
  const found = {
    own: newOrder.customerKnown,
    none: newOrder.customerUnknown,
    bad: newOrder.customerUnknown,
    unsure: newOrder.customerUnsure,
  };
  const there = standing ? found[standing] : `${states.loading} …`;
  const urgent = isUrgent(draft) ? orders.yes : orders.no;
  const by = neededBy === '' ? '' : `, ${newOrder.neededBy.toLowerCase()} ${dateTime(withOffset(neededBy))}`;
  const to_ = (step: Parameters<typeof stepHref>[0]) => stepHref(step, 'kontrollera');
  const rows: readonly SummaryRow[] = [
    { name: choosing.caseNo, value: caseNo, change: to_('arende') },
    {
      name: newOrder.customer,
      value: known === 'no' ? `${customer.name} (${lowerFirst(news)})` : there,
      change: to_('arende'),
    },
    {
      name: choosing.provider,
      value: (
        <>
          {provider}
          {how === 'ABSTAINED' || how === 'URGENT' ? <WhoseTurn urgent={how === 'URGENT'} /> : undefined}
        </>
      ),
      change: to_('val'),
    },
    {
      name: orders.services,
      value: (
        <ul class="plain">
          {services.map((one, index) => (
            <li key={index}>
              {serviceName(one.code.trim())} <b>{hours(totalMinutes(one) ?? 0)}</b> {orders.aMonth}
            </li>
          ))}
        </ul>
      ),
      change: to_('insatser'),
    },
    ...contentInWords(contentIn(draft), orders).map((row) => ({ ...row, change: to_('insatser') })),
    ...lineKeys.map((field) => {
      const { show, otherwise } = lines[field];
      const value = draft[field] === '' ? newOrder[otherwise] : show(draft[field]);
      return { name: newOrder[field], value, change: to_('nar') };
    }),
    { name: orders.urgent, value: `${urgent}${by}`, change: to_(routine.urgentByList ? 'val' : 'nar') },
    ...(routine.healthCare
      ? [{ name: orders.healthCare, value: health && orders[health], change: to_('hemsjukvard') }]
      : []),
  ];
  return <SummaryList rows={rows} />;
}
