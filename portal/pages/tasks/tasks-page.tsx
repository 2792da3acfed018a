import type { ComponentChildren } from 'preact';
import { dateTime, dueDate, longDate, monthName, shortDate, wallDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Tag } from '../../parts/tag.tsx';
import { WhyDetails } from '../../parts/why.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { type MonthNews, type NewsTask, WithMonth } from './month-news.tsx';
import { useTaskWords } from './use-task-words.ts';

/** Where a month's task is worked on, by who does it: a provider has one month, the municipality one for each. */
function monthLink({ month = '', providerId = '' }: NewsTask['subject']): string | undefined {
  const role = activeRole();
  if (role === 'provider' || role === 'provider-manager') return hrefOf('/manad/:month', { month });
  // The administrator has no other task of a month than its paper.
  if (role === 'administrator') return hrefOf('/papper/:month/:providerId', { month, providerId });
  return role === 'officer' || role === 'head' ? hrefOf('/manad/:month/:providerId', { month, providerId }) : undefined;
}

/** The page on which a task is done. */
function linkOf({ code, subject }: NewsTask): string | undefined {
  if (code === 'D57') return hrefOf('/administration/:room', { room: 'stallforetradare' });
  if (subject.kind === 'order') return hrefOf('/bestallningar/:orderId', { orderId: subject.orderId ?? '' });
  if (subject.kind === 'case') return hrefOf('/arenden/:caseNo', { caseNo: subject.caseNo ?? '' });
  if (subject.kind === 'purchase') return hrefOf('/kop/:purchaseId', { purchaseId: subject.purchaseId ?? '' });
  if (subject.kind === 'basis') return hrefOf('/kop/sidor/:room', { room: 'underlag' }, { manad: subject.month });
  if (subject.kind === 'pair') return hrefOf('/kop/sidor/:room', { room: 'moten' });
  if (subject.kind === 'invoice') return hrefOf('/fakturor/:invoiceId', { invoiceId: subject.invoiceId ?? '' });
  if (subject.kind === 'mail') return hrefOf('/epost/:mailId', { mailId: subject.mailId ?? '' });
  // That letters are held back is nothing to open.
  if (subject.kind === 'letter' && subject.letterId !== undefined)
    return hrefOf('/epost/ut/:letterId', { letterId: subject.letterId });
  if (subject.kind === 'switch') return hrefOf('/byten/:switchId', { switchId: subject.switchId ?? '' });
  return subject.kind === 'month' ? monthLink(subject) : undefined;
}

/** The page of the customer whom it is about, for whom it is there. */
function customerOf({ subject: { caseNo } }: NewsTask): string | undefined {
  const role = activeRole();
  return caseNo && (role === 'officer' || role === 'head') ? hrefOf('/kunder/:caseNo', { caseNo }) : undefined;
}

/** What the task is about, by number and id only. */
function useSubject(): (task: NewsTask) => string | undefined {
  const tasks = useTaskWords();
  const nameOf = useProviders();
  return ({ subject }) => {
    if (subject.kind === 'basis') return monthName(subject.month ?? '');
    if (subject.caseNo !== undefined) return tasks.order(subject.caseNo);
    if (subject.kind === 'month' || subject.kind === 'invoice')
      return tasks.month(monthName(subject.month ?? ''), nameOf(subject.providerId ?? ''));
    return subject.kind === 'letter' ? tasks.letter : undefined;
  };
}

/** Beyond this a task is no work of today's: it is folded away, and its date told with the year. */
const daysAhead = 31;
const isFar = (due: string | undefined, now: string): boolean =>
  due !== undefined && Date.parse(due) - Date.parse(now) > daysAhead * 86_400_000;

function When({ task, isLater }: { readonly task: NewsTask; readonly isLater: boolean }) {
  const { parts } = useWords();
  const { state, due, doneAt } = task;
  if (doneAt !== undefined) return <Tag tone="success">{parts.met(dateTime(doneAt))}</Tag>;
  if (due === undefined) return null;
  return state === 'late' ? (
    <Tag tone="danger">{parts.lateSince(dueDate(due))}</Tag>
  ) : (
    <Tag tone="info">{parts.by(dueDate(due, isLater))}</Tag>
  );
}

type RowProps = {
  readonly task: NewsTask;
  readonly about: string | undefined;
  /** How far it has come. */
  readonly says: string | undefined;
  readonly isLater: boolean;
};

/**
 * What the task is called: what was told, where something was, with its day; else what is to be done. Of a mail that came
 * back, to phone: why it came back is beside.
 */
const headOf = ({ title, about, on, subject }: NewsTask): string =>
  about === undefined || subject.kind === 'letter' ? title : `${about}${on === undefined ? '' : `, ${shortDate(on)}`}`;

function TaskRow({ task, about, says, isLater }: RowProps) {
  const tasks = useTaskWords();
  const href = linkOf(task);
  const customer = customerOf(task);
  return (
    <li class="task" data-state={task.state}>
      <div class="task-what">
        <h3>
          {href === undefined ? (
            headOf(task)
          ) : (
            <a class="ds-link" href={href}>
              {headOf(task)}
            </a>
          )}
        </h3>
        <p class="soft">
          {task.about && `${task.subject.kind === 'letter' ? task.about : task.title} · `}
          {customer === undefined ? (
            about
          ) : (
            <a class="ds-link" href={customer}>
              {about}
            </a>
          )}
        </p>
        {says === undefined ? undefined : <p>{says}</p>}
        <WhyDetails steps={task.why} about={`${headOf(task)}, ${about ?? ''}`} />
      </div>
      <p class="task-when">
        <When task={task} isLater={isLater} />{' '}
        {task.hard || task.state === 'done' ? undefined : <Tag>{tasks.soft}</Tag>}
      </p>
    </li>
  );
}

type GroupProps = {
  readonly heading: string;
  readonly items: readonly NewsTask[];
  readonly aboutOf: (task: NewsTask) => string | undefined;
  readonly saysOf: MonthNews['saysOf'];
  readonly isLater?: boolean;
  /** Shown when it is asked for: what is no work of today's. */
  readonly isFolded?: boolean;
};

function Group({ heading, items, aboutOf, saysOf, isLater = false, isFolded = false }: GroupProps) {
  if (items.length === 0) return null;
  const title = (
    <h2>
      {heading} <span class="count">{items.length}</span>
    </h2>
  );
  const list = (
    <ul class="card tasks">
      {items.map((task) => (
        <TaskRow
          key={`${task.code} ${JSON.stringify(task.subject)}`}
          task={task}
          about={aboutOf(task)}
          says={saysOf(task)}
          isLater={isLater}
        />
      ))}
    </ul>
  );
  return isFolded ? (
    <details class="task-group">
      <summary>{title}</summary>
      {list}
    </details>
  ) : (
    <section class="task-group">
      {title}
      {list}
    </section>
  );
}

/** What is late, due and done for the role that is active, each date with its reason; `first` is what comes before all that. */
export function TasksPage({ first }: { readonly first?: ComponentChildren; readonly query?: unknown }) {
  const tasks = useTaskWords();
  const aboutOf = useSubject();
  const asking = useAsk('GET /tasks');
  const items = asking.value?.items ?? [];
  const having = (state: NewsTask['state']) => items.filter((task) => task.state === state);
  const [late, waiting, done] = [having('late'), having('due'), having('done')];
  const now = asking.value?.now ?? '';
  const due = waiting.filter((task) => !isFar(task.due, now));
  const later = waiting.filter((task) => isFar(task.due, now));
  // The next of the month's own dates, which everybody goes by.
  const date = due.find(({ subject, due: at }) => subject.kind === 'month' && at !== undefined);
  const lead = asking.value && (
    <>
      {tasks.now(longDate(wallDate(now)))}{' '}
      {date?.due === undefined ? undefined : tasks.nextDate(dueDate(date.due), date.title)}
    </>
  );
  return (
    <>
      <PageHead title={tasks.title} lead={lead} />
      <Loaded of={asking}>
        {() => (
          <WithMonth items={items}>
            {({ saysOf, more }) => {
              const every = { aboutOf, saysOf };
              const now = [...more, ...due];
              return (
                <>
                  {first}
                  {first === undefined && late.length + now.length === 0 ? (
                    <p class="card nothing">{tasks.nothingDue}</p>
                  ) : undefined}
                  <Group heading={tasks.lateHeading} items={late} {...every} />
                  <Group heading={tasks.dueHeading} items={now} {...every} />
                  <Group heading={tasks.laterHeading} items={later} {...every} isLater isFolded />
                  <Group heading={tasks.doneHeading} items={done} {...every} isFolded />
                </>
              );
            }}
          </WithMonth>
        )}
      </Loaded>
    </>
  );
}
