import { useRef, useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import type { PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { Acts } from './acts.tsx';
import { CustomerSection } from './customer.tsx';
import { Deadlines } from './deadlines.tsx';
import { Facts } from './facts.tsx';
import { listHref } from './list-page.tsx';
import { StateTag } from './state-tag.tsx';
import type { ActKey, OrderShown } from './work.ts';

type Happened = AnswerOf<'GET /orders/{orderId}/history'>['items'][number];

/** Who did it, by id and role: staff are known by their id here. */
function useWho(): (row: Happened) => string {
  const { shell } = useWords();
  const roles: Readonly<Record<string, string>> = shell.roles;
  return ({ by }) => [by.userId, roles[by.role]].filter(Boolean).join(', ');
}

/** One order: what it is, what it waits for and why, what may be done next, and what has happened. */
export function OrderPage({ params: path }: PageProps<'/bestallningar/:orderId'>) {
  const { orders } = useWords();
  const asking = useAsk('GET /orders/{orderId}', { path });
  const history = useAsk('GET /orders/{orderId}/history', { path, query: { limit: 200 } });
  const whoOf = useWho();
  const [did, setDid] = useState<ActKey>();
  const told = useRef<HTMLDivElement>(null);
  const order = asking.value;
  const rows = history.value?.items ?? [];
  const last = rows.at(-1);
  function again() {
    setDid(undefined);
    asking.again();
    history.again();
  }
  const onDone = (act: ActKey) => (next: OrderShown, version: number | undefined) => {
    setDid(act);
    asking.put(next, version);
    history.again();
    // What was done says so where the form was: it takes focus, since the form is gone.
    setTimeout(() => told.current?.focus());
  };
  return (
    <>
      <p class="back">
        <a class="ds-link" href={listHref()}>
          {orders.back}
        </a>
      </p>
      <PageHead
        title={order ? orders.one(order.caseNo) : orders.order}
        lead={
          order && (
            <>
              <StateTag state={order.state} /> {order.urgent ? <Tag tone="warning">{orders.urgent}</Tag> : undefined}
            </>
          )
        }
      >
        {order && <Deadlines of={order.deadlines} />}
      </PageHead>
      <Loaded of={asking}>
        {(shown) => (
          <div class="sides">
            <div>
              <section class="card acts">
                <h2>{orders.next}</h2>
                <div ref={told} tabIndex={-1}>
                  {did && <Notice tone="success" title={orders.did[did]} aloud />}
                </div>
                <Acts
                  next={shown.next}
                  workOf={(act) => ({
                    order: shown,
                    onDone: onDone(act),
                    again,
                    onConflict: history.again,
                    changed: last && orders.changedBy(last.text, whoOf(last), dateTime(last.at)),
                  })}
                />
              </section>
              <section class="card">
                <h2>{orders.facts}</h2>
                <Facts order={shown} />
              </section>
            </div>
            <div>
              <section class="card">
                <h2>{orders.customer}</h2>
                <CustomerSection caseNo={shown.caseNo} />
              </section>
              <section class="card">
                <h2>{orders.history}</h2>
                <Loaded of={history}>
                  {({ items }) => (
                    <Timeline
                      happenings={items.toReversed().map((row) => ({
                        at: row.at,
                        title: row.text,
                        by: whoOf(row),
                        more: row.rule === undefined ? undefined : <p class="rule">{row.rule}</p>,
                      }))}
                    />
                  )}
                </Loaded>
              </section>
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}
