import * as z from 'zod';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { taskKey } from '../../../shared/domain/deadline-kinds.ts';
import type { Letter } from '../../../shared/domain/letter.ts';
import { localIso } from '../../../shared/domain/local-time.ts';
import { WhyStep } from '../../../shared/domain/why.ts';
import { sentence } from '../../../shared/messages/sentence.ts';

export const TaskState = z.enum(['late', 'due', 'done']);
export const TaskKind = z.enum([
  'order',
  'month',
  'case',
  'switch',
  'purchase',
  'pair',
  'basis',
  'routine',
  'provider',
  'letter',
  'mail',
  'invoice',
  'aside',
]);

/** Something to do, as it is shown: until when, what it is about by its ids, and why it is due then. */
export const Task = z
  .object({
    code: z.string(),
    rule: z.string().optional(),
    title: z.string(),
    about: z.string().optional().meta({ description: 'What was told that the task waits for, in words' }),
    on: z.string().optional().meta({ description: 'The day of what was told' }),
    state: TaskState,
    hard: z.boolean(),
    due: z.string().optional(),
    doneAt: z.string().optional(),
    subject: z
      .record(z.string(), z.string())
      .meta({ description: 'What it is about: `kind`, and the ids that its kind has (orderId, caseNo, switchId, …)' }),
    why: z.array(WhyStep),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;

const stateOf = (deadline: Deadline): Task['state'] => {
  if (deadline.doneAt !== undefined) return 'done';
  return deadline.state === 'overdue' ? 'late' : 'due';
};

export const taskOf = (deadline: Deadline, language: string): Task => ({
  code: deadline.code,
  rule: deadline.rule,
  title: sentence(taskKey(deadline.code, 'ref' in deadline.subject ? deadline.subject.ref : undefined), language),
  ...(deadline.told ? { about: sentence(`told-${deadline.told.kind}`, language), on: deadline.told.on } : {}),
  state: stateOf(deadline),
  hard: deadline.hard,
  due: localIso(deadline.dueAt),
  ...(deadline.doneAt ? { doneAt: localIso(deadline.doneAt) } : {}),
  subject: Object.fromEntries(
    Object.entries(deadline.subject).flatMap(([key, value]): readonly (readonly [string, string])[] =>
      // A performer of bought help may not know yet whom it is for: the purchase says it to who may.
      typeof value === 'string' && !(deadline.subject.kind === 'purchase' && key === 'caseNo') ? [[key, value]] : [],
    ),
  ),
  why: deadline.why,
});

/** A letter that a person must look at. */
export const letterTask = (letter: Letter, language: string): Task => ({
  code: `letter-${letter.state}`,
  title: sentence(`task-letter-${letter.state}`, language),
  ...(letter.returned ? { about: sentence(`returned-${letter.returned}`, language) } : {}),
  state: 'due',
  hard: false,
  subject: {
    ...{ kind: 'letter', letterId: letter.id, letter: letter.kind, rules: (letter.blockedBy ?? []).join(' ') },
    // Whom to phone about what, to the case's own officer alone.
    ...(letter.phones && letter.fields.caseNo ? { caseNo: letter.fields.caseNo } : {}),
    ...(letter.phones && letter.fields.orderId ? { orderId: letter.fields.orderId } : {}),
  },
  why: [],
});

/** Letters that wait for the mail service's next day; somebody may ask it for more. */
export const heldTask = (count: number, language: string): Task => ({
  code: 'letters-held',
  title: sentence('task-letters-held', language),
  state: 'due',
  hard: false,
  subject: { kind: 'letter', count: String(count) },
  why: [],
});

/** Something that could not be read: which kind of thing, in words, and nothing of what it holds. */
export const asideTask = (
  { asideId, queue }: { readonly asideId: string; readonly queue: string },
  language: string,
): Task => ({
  code: `aside-${queue}`,
  title: sentence(`task-aside-${queue}`, language),
  state: 'due',
  hard: false,
  subject: { kind: 'aside', asideId },
  why: [],
});

/** Which tasks are asked for; `about` is the id of an order, a case, a switch, a month or a letter. */
export type TaskFilter = {
  readonly state?: z.infer<typeof TaskState>;
  readonly kind?: z.infer<typeof TaskKind>;
  readonly about?: string;
};

export const isAskedFor = ({ state, kind, about }: TaskFilter, task: Task): boolean =>
  (state === undefined || task.state === state) &&
  (kind === undefined || task.subject.kind === kind) &&
  (about === undefined || Object.entries(task.subject).some(([name, id]) => name !== 'kind' && id === about));
