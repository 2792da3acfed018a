import type { Why } from '../../shared/domain/why.ts';
import { dateTime, dueDate } from '../app/format.ts';
import { useWords } from '../app/language.ts';
import { WhyDetails, WhyList } from './why.tsx';

type Dated = {
  readonly due: string;
  readonly state: 'open' | 'done' | 'overdue';
  readonly doneAt?: string;
  readonly why: readonly Why[];
};

type Props = {
  readonly title: string;
  readonly deadline: Dated;
  /** What is said of one that is over and was not met. */
  readonly ended?: string;
  /** The reasons lie open. */
  readonly open?: boolean;
};

/** A limit in words: when, whether it is met or passed, and why it is that date. */
export function DeadlineBox({ title, deadline, ended, open = false }: Props) {
  const { parts } = useWords();
  const { due, state, doneAt, why } = deadline;
  const when = dueDate(due);
  return (
    <section class="deadline" data-state={state} aria-label={title}>
      <p class="deadline-title">{title}</p>
      <p class="deadline-when">
        {ended ??
          (doneAt !== undefined
            ? parts.met(dateTime(doneAt))
            : state === 'overdue'
              ? parts.lateSince(when)
              : parts.by(when))}
      </p>
      {open ? <WhyList steps={why} /> : <WhyDetails steps={why} about={title} />}
    </section>
  );
}
