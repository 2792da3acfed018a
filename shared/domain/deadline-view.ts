import * as z from 'zod';
import type { Deadline } from './deadline.ts';
import { localIso } from './local-time.ts';
import { WhyStep } from './why.ts';

/** A deadline as it is shown: in local time, with the reason for it. */
export const DeadlineView = z
  .object({
    code: z.string(),
    rule: z.string(),
    due: z.string(),
    hard: z.boolean(),
    state: z.enum(['open', 'done', 'overdue', 'lapsed']),
    doneAt: z.string().optional(),
    officerId: z.string().optional(),
    why: z.array(WhyStep),
  })
  .meta({ id: 'Deadline' });
export type DeadlineView = z.infer<typeof DeadlineView>;

export const deadlineView = (deadline: Deadline): DeadlineView => ({
  code: deadline.code,
  rule: deadline.rule,
  due: localIso(deadline.dueAt),
  hard: deadline.hard,
  state: deadline.state,
  ...(deadline.doneAt ? { doneAt: localIso(deadline.doneAt) } : {}),
  ...(deadline.subject.kind === 'month' && deadline.subject.officerId ? { officerId: deadline.subject.officerId } : {}),
  why: deadline.why,
});
