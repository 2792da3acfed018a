import * as z from 'zod';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { localIso } from '../../shared/domain/local-time.ts';
import { ownerOf } from '../../shared/domain/owner.ts';
import { WhyStep } from '../../shared/domain/why.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done, type Language } from '../../shared/http/spec.ts';
import { sentence } from '../../shared/messages/sentence.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';

const Task = z
  .object({
    code: z.string(),
    rule: z.string().optional(),
    title: z.string(),
    state: z.enum(['late', 'due', 'done']),
    hard: z.boolean(),
    due: z.string().optional(),
    doneAt: z.string().optional(),
    subject: z.record(z.string(), z.string()),
    why: z.array(WhyStep),
  })
  .meta({ id: 'Task' });
type Task = z.infer<typeof Task>;

const stateOf = (deadline: Deadline): Task['state'] => {
  if (deadline.doneAt !== undefined) return 'done';
  return deadline.state === 'overdue' ? 'late' : 'due';
};

const taskOf = (deadline: Deadline, language: Language): Task => ({
  code: deadline.code,
  rule: deadline.rule,
  title: sentence(`task-${deadline.code}`, language),
  state: stateOf(deadline),
  hard: deadline.hard,
  due: localIso(deadline.dueAt),
  ...(deadline.doneAt ? { doneAt: localIso(deadline.doneAt) } : {}),
  subject: Object.fromEntries(Object.entries(deadline.subject).filter(([, value]) => value !== undefined)),
  why: deadline.why,
});

/** What is late, due and lately done for the caller's role, the earliest first, each date with its reason. */
export const listTasks = endpoint({
  summary: 'What is late, due and done for you',
  answer: z.object({ now: z.string(), items: z.array(Task) }),
  async run({ caller, at, language }, { table }) {
    const deadlines = deadlineStore(table);
    const owner = ownerOf(caller);
    const todo = await deadlines.todo(owner);
    const met = await deadlines.done(owner);
    const letters = caller.role === 'administrator' ? await letterStore(table).asked() : [];
    const asked: readonly Task[] = letters.map(({ entity }) => ({
      code: `letter-${entity.state}`,
      title: sentence(`task-letter-${entity.state}`, language),
      state: 'due',
      hard: false,
      subject: { kind: 'letter', letterId: entity.id, letter: entity.kind, rules: (entity.blockedBy ?? []).join(' ') },
      why: [],
    }));
    const items = [...todo, ...met].map(({ entity }) => taskOf(entity, language));
    return done({ now: localIso(at), items: [...asked, ...items] });
  },
});
