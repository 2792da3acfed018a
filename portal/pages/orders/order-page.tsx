import type { ComponentType } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { useAsk } from '../../app/use-ask.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Tag } from '../../parts/tag.tsx';
import { activeRole } from '../../sign-in/session.ts';
import type { Forms } from './acts/forms.ts';
import { OrderActs } from './acts/order-acts.tsx';
import { Deadlines } from './deadlines.tsx';
import { listHref } from './list-href.ts';
import type { Did, OrderShown, ToldProps } from './order-form.ts';
import { OrderStateTag } from './order-state-tag.tsx';
import { isUnread, Reports, UnreadReports } from './reports.tsx';

/** What stands below what is to be done comes a moment later. */
const CustomerSection = lazily(async () => (await import('./customer.tsx')).CustomerSection);
const Leads = lazily(async () => (await import('./leads.tsx')).Leads);
const MayNot = lazily(async () => (await import('./may-not.tsx')).MayNot);
const OrderFactList = lazily(async () => (await import('./order-facts.tsx')).OrderFactList);
const Timeline = lazily(async () => (await import('../../parts/timeline.tsx')).Timeline);

type Happened = AnswerOf<'GET /orders/{orderId}/history'>['items'][number];

/** Who did it, by name and role. */
function useWho(): (row: Happened) => string {
  const { shell } = useWords();
  const nameOf = useStaff();
  const roles: Readonly<Record<string, string>> = shell.roles;
  return ({ by }) => [nameOf(by.userId), roles[by.role]].filter(Boolean).join(', ');
}

/** Something that a form tells of waits for the officer (D47). */
const hasTold = ({ deadlines }: OrderShown): boolean =>
  deadlines.some(({ code, doneAt }) => code === 'D47' && doneAt === undefined);

type Props = {
  readonly path: { readonly orderId: string };
  readonly forms: Forms;
  /** What forms have told of the customer, where it is shown. */
  readonly Told?: ComponentType<ToldProps>;
};

/** One order: what it is, what it waits for and why, what may be done next, and what has happened. */
export function OrderPage({ path, forms, Told }: Props) {
  const { acts, orders } = useWords();
  const asking = useAsk('GET /orders/{orderId}', { path });
  const history = useAsk('GET /orders/{orderId}/history', { path, query: { limit: 200 } });
  const told = useAsk('GET /orders/{orderId}/reports', { path });
  const whoOf = useWho();
  const [did, setDid] = useState<Did>();
  const saying = useRef<HTMLDivElement>(null);
  const order = asking.value;
  const rows = history.value?.items ?? [];
  const last = rows.at(-1);
  const reports = told.value?.items ?? [];
  const isOfficer = activeRole() === 'officer';
  const unread = isOfficer ? reports.filter(isUnread) : [];
  function again() {
    setDid(undefined);
    for (const one of [asking, history, told]) one.again();
  }
  const onDone = (act: Did) => (next?: OrderShown, version?: number) => {
    setDid(act);
    if (next) asking.put(next, version);
    else asking.again();
    history.again();
    told.again();
    // What was done says so where the form was: it takes focus, since the form is gone.
    setTimeout(() => saying.current?.focus());
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
              <OrderStateTag state={order.state} />{' '}
              {order.urgent ? <Tag tone="warning">{orders.urgent}</Tag> : undefined}
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
                <h2>{acts.next}</h2>
                <div ref={saying} tabIndex={-1}>
                  {did && <Notice tone="success" title={acts.did[did]} aloud />}
                </div>
                <MayNot order={shown} />
                {Told && <Told order={shown} onDone={onDone} again={again} />}
                <UnreadReports reports={unread} onRead={() => onDone('acknowledgeReport')()} again={again} />
                <OrderActs
                  order={shown}
                  reports={reports}
                  forms={forms}
                  busy={unread.length > 0 || (isOfficer && hasTold(shown))}
                  workOf={(act) => ({
                    order: shown,
                    reports,
                    onDone: onDone(act),
                    again,
                    onConflict: history.again,
                    changed: last && orders.changedBy(last.text, whoOf(last), dateTime(last.at)),
                  })}
                />
              </section>
              {reports.length === 0 && !told.failure ? undefined : (
                <section class="card">
                  <h2>{acts.reports}</h2>
                  <Loaded of={told}>{({ items }) => <Reports reports={items} />}</Loaded>
                </section>
              )}
              <section class="card">
                <h2>{orders.facts}</h2>
                <OrderFactList order={shown} />
              </section>
            </div>
            <div>
              <section class="card">
                <h2>{orders.customer}</h2>
                <CustomerSection caseNo={shown.caseNo} />
              </section>
              <Leads order={shown} />
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
