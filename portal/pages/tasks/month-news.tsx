import type { ComponentChildren } from 'preact';
import type { AnswerOf } from '../../api/contract.ts';
import { useAsk } from '../../app/use-ask.ts';
import { activeRole, session } from '../../sign-in/session.ts';
import { useTaskWords } from './use-task-words.ts';

type Answer = AnswerOf<'GET /tasks'>;
export type NewsTask = Answer['items'][number];
type Words = ReturnType<typeof useTaskWords>;

/** What the month adds to the tasks: how far each has come, and the questions and answers, which wait for somebody too. */
export type MonthNews = { readonly saysOf: (task: NewsTask) => string | undefined; readonly more: readonly NewsTask[] };
const noNews: MonthNews = { saysOf: () => undefined, more: [] };

type Part = AnswerOf<'GET /months/{month}'>['items'][number]['parts'][number];

/** A question or an answer of a month, as a task: the rest of a task is about a date, and it has none. */
const aTask = (code: string, title: string, month: string, providerId: string): NewsTask => ({
  ...{ code, title, state: 'due', hard: true, why: [] },
  subject: { kind: 'month', month, providerId },
});

const progressOf = ({ lines, undecided, asked, answered = 0 }: Part, tasks: Words): string =>
  [
    tasks.progress(lines - undecided, lines),
    asked > 0 ? tasks.waiting(asked) : '',
    answered > 0 ? tasks.answered(answered) : '',
  ]
    .filter(Boolean)
    .join(' · ');

type Props = { readonly month: string; readonly children: (news: MonthNews) => ComponentChildren };

/** An officer's own parts of the month, at every provider. */
function OfficersMonth({ month, children }: Props) {
  const tasks = useTaskWords();
  const { value } = useAsk('GET /months/{month}', { path: { month } });
  const me = session.get().me;
  const mine = new Map(
    (value?.items ?? []).flatMap(({ providerId, parts }) => {
      const part = parts.find(({ officerId }) => officerId === me?.userId);
      return part ? [[providerId, part]] : [];
    }),
  );
  const saysOf = ({ code, subject, doneAt }: NewsTask) => {
    const part =
      code === 'D12' && doneAt === undefined && subject.month === month && mine.get(subject.providerId ?? '');
    return part ? progressOf(part, tasks) : undefined;
  };
  const more = [...mine].flatMap(([providerId, { answered = 0 }]) =>
    answered > 0 ? [aTask('answered', tasks.readAnswers(answered), month, providerId)] : [],
  );
  return <>{children({ saysOf, more })}</>;
}

/** What the officers have asked a provider about its month and it has not answered (L-32). */
function ProvidersMonth({ month, providerId, children }: Props & { readonly providerId: string }) {
  const tasks = useTaskWords();
  const path = { month, providerId };
  const { value } = useAsk('GET /months/{month}/providers/{providerId}', { path, query: { lines: 'none' } });
  const asked = (value?.parts ?? []).reduce((sum, part) => sum + part.asked, 0);
  const more = asked > 0 ? [aTask('asked', tasks.answerQuestions(asked), month, providerId)] : [];
  return <>{children({ saysOf: () => undefined, more })}</>;
}

/** The month that is being settled, by its tasks, as far as it is the role's own. */
export function WithMonth({
  items,
  children,
}: {
  readonly items: readonly NewsTask[];
  readonly children: Props['children'];
}) {
  const role = activeRole();
  const about = (codes: readonly string[]) =>
    items.filter(({ code }) => codes.includes(code)).find(({ subject }) => subject.month !== undefined)?.subject;
  const officers = role === 'officer' ? about(['D12']) : undefined;
  if (officers?.month !== undefined) return <OfficersMonth month={officers.month}>{children}</OfficersMonth>;
  const theirs = role === 'provider' || role === 'provider-manager' ? about(['D10']) : undefined;
  if (theirs?.month !== undefined && theirs.providerId !== undefined)
    return (
      <ProvidersMonth month={theirs.month} providerId={theirs.providerId}>
        {children}
      </ProvidersMonth>
    );
  return <>{children(noNews)}</>;
}
