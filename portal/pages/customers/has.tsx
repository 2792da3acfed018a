import { hours, monthName, shortDate, tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { DataTable } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { OrderStateTag } from '../orders/order-state-tag.tsx';

type Of = { readonly caseNo: string };

/** What is decided and where: each order with its services. */
export function Orders({ caseNo }: Of) {
  const { customers, orders } = useWords();
  const nameOf = useProviders();
  const path = { caseNo };
  return (
    <section class="card">
      <h2>{customers.orders}</h2>
      <Loaded of={useAsk('GET /cases/{caseNo}/orders', { path })}>
        {({ items }) => (
          <DataTable
            caption={customers.orders}
            captionHidden
            rows={items}
            keyOf={({ id }) => id}
            empty={customers.noOrders}
            columns={[
              {
                id: 'order',
                name: customers.order,
                cell: ({ id }) => (
                  <a class="ds-link" href={hrefOf('/bestallningar/:orderId', { orderId: id })}>
                    {id}
                  </a>
                ),
              },
              { id: 'provider', name: orders.provider, cell: ({ providerId }) => nameOf(providerId) },
              {
                id: 'state',
                name: orders.state,
                cell: ({ state, from, to }) => (
                  <>
                    <OrderStateTag state={state} />
                    <div>
                      {to
                        ? orders.until(shortDate(from, true), shortDate(to, true))
                        : orders.fromDay(shortDate(from, true))}
                    </div>
                  </>
                ),
              },
              {
                id: 'services',
                name: orders.services,
                cell: ({ services }) =>
                  services.map(({ code, minutesPerMonth, from, to }) => (
                    <div key={`${code} ${from} ${to}`}>
                      {code} {hours(minutesPerMonth)}
                      {to ? ` ${orders.toDay(shortDate(to, true))}` : ''}
                    </div>
                  )),
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}

/** What has been granted, performed and charged, month by month; each leads to its line. */
export function Months({ caseNo }: Of) {
  const { customers, orders } = useWords();
  const nameOf = useProviders();
  const query = activeRole() === 'officer' ? { show: 'all', line: caseNo } : {};
  return (
    <section class="card">
      <h2>{customers.months}</h2>
      <Loaded of={useAsk('GET /cases/{caseNo}/months', { path: { caseNo } })}>
        {({ items }) => (
          <DataTable
            caption={customers.months}
            captionHidden
            rows={items}
            keyOf={({ month, providerId }) => `${month} ${providerId}`}
            empty={customers.noMonths}
            columns={[
              {
                id: 'month',
                name: customers.month,
                cell: ({ month, providerId, stated }) => (
                  <>
                    <a class="ds-link" href={hrefOf('/manad/:month/:providerId', { month, providerId }, query)}>
                      {monthName(month)}
                    </a>{' '}
                    {stated ? <Tag tone="success">{customers.stated}</Tag> : undefined}
                  </>
                ),
              },
              { id: 'provider', name: orders.provider, cell: ({ providerId }) => nameOf(providerId) },
              { id: 'granted', name: customers.granted, figure: true, cell: ({ granted }) => tight(granted) },
              { id: 'performed', name: customers.performed, figure: true, cell: ({ performed }) => tight(performed) },
              { id: 'charged', name: customers.charged, figure: true, cell: ({ charged }) => tight(charged) },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}

/** The changes of provider; the head asks by whose case it is. */
export function Switches({ caseNo, officerId }: Of & { readonly officerId: string }) {
  const { customers } = useWords();
  const nameOf = useProviders();
  const query = { state: 'all', caseNo, officerId, limit: 20 } as const;
  return (
    <section class="card">
      <h2>{customers.switches}</h2>
      <Loaded of={useAsk('GET /switches', { query })}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="soft">{customers.noSwitches}</p>
          ) : (
            <ul>
              {items.map(({ id, leavingId, joiningId, date }) => (
                <li key={id}>
                  <a class="ds-link" href={hrefOf('/byten/:switchId', { switchId: id })}>
                    {customers.aSwitch(nameOf(leavingId), nameOf(joiningId))}
                  </a>{' '}
                  {date ? customers.switchOn(shortDate(date.on, true)) : undefined}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

/** The conversations about the case, and the way to a new one. */
export function Messages({ caseNo }: Of) {
  const { customers } = useWords();
  return (
    <section class="card">
      <h2>{customers.messages}</h2>
      <Loaded of={useAsk('GET /messages', { query: { caseNo, limit: 20 } })}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="soft">{customers.noMessages}</p>
          ) : (
            <ul>
              {items.map(({ threadId, title, lastAt }) => (
                <li key={threadId}>
                  <a class="ds-link" href={hrefOf('/meddelanden/:threadId', { threadId })}>
                    {title}
                  </a>{' '}
                  <time class="soft" dateTime={lastAt}>
                    {shortDate(lastAt.slice(0, 10), true)}
                  </time>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <ButtonLink href={hrefOf('/meddelanden/nytt', undefined, { arende: caseNo })}>{customers.write}</ButtonLink>
    </section>
  );
}
