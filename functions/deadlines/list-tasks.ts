import * as z from 'zod';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { localIso } from '../../shared/domain/local-time.ts';
import { ownerOf } from '../../shared/domain/owner.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { filteredPage } from '../../shared/http/filtered-page.ts';
import { Cursor } from '../../shared/http/paging.ts';
import { done, type Language } from '../../shared/http/spec.ts';
import type { Page } from '../../shared/ports/table.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import type { Stored } from '../../shared/stores/stored.ts';
import { isAskedFor, letterTask, Task, TaskKind, TaskState, taskOf } from './task.ts';

const Query = z.strictObject({
  state: TaskState.optional().meta({ description: '`done` lists what has been met, the newest first' }),
  kind: TaskKind.optional(),
  about: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'The id of the order, case, switch, month or letter that it is about' }),
  limit: z.coerce.number().int().min(1).max(200).default(200),
  cursor: Cursor,
});

/** How many of the latest met ones stand at the end of the list. */
const lately = 20;

const tasksOf = async (page: Promise<Page<Stored<Deadline>>>, language: Language): Promise<Page<Task>> => {
  const { items, next } = await page;
  return { items: items.map(({ entity }) => taskOf(entity, language)), ...(next ? { next } : {}) };
};

/**
 * What is late, due and lately done for the caller's role, the earliest first, each date with its reason. What has no
 * date comes first, what is done last.
 */
export const listTasks = endpoint({
  summary: 'What is late, due and done for you',
  query: Query,
  answer: z.object({ now: z.string(), items: z.array(Task), next: z.string().optional() }),
  async run({ caller, query, at, language }, { table }) {
    const deadlines = deadlineStore(table);
    const owner = ownerOf(caller);
    const keeps = (task: Task) => isAskedFor(query, task);
    const from = { limit: query.limit, after: query.cursor };
    const now = localIso(at);
    if (query.state === 'done') {
      const met = await filteredPage((page) => tasksOf(deadlines.done(owner, page), language), keeps, from);
      return done({ now, items: [...met.items], next: met.next });
    }
    const isFirst = query.cursor === undefined;
    const asked = isFirst && caller.role === 'administrator' ? await letterStore(table).asked() : [];
    const letters = asked.map(({ entity }) => letterTask(entity, language)).filter(keeps);
    const todo = await filteredPage((page) => tasksOf(deadlines.todo(owner, page), language), keeps, from);
    const isLast = todo.next === undefined && query.state === undefined;
    const met = isLast ? (await tasksOf(deadlines.done(owner, { limit: lately }), language)).items.filter(keeps) : [];
    return done({ now, items: [...letters, ...todo.items, ...met], next: todo.next });
  },
});
