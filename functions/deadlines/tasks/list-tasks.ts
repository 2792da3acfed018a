import * as z from 'zod';
import { isAskedOf } from '../../../shared/domain/deadline.ts';
import { localIso } from '../../../shared/domain/local-time.ts';
import { type Owner, ownerOf } from '../../../shared/domain/owner.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { filteredPage } from '../../../shared/http/filtered-page.ts';
import { Cursor } from '../../../shared/http/paging.ts';
import { done, type Language } from '../../../shared/http/spec.ts';
import type { Page, Table } from '../../../shared/ports/table.ts';
import { asideOfKey, asideStore } from '../../../shared/stores/aside-store.ts';
import { type DeadlinePage, deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { asideTask, heldTask, isAskedFor, letterTask, Task, TaskKind, TaskState, taskOf } from './task.ts';

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

/** How many of the latest met ones end the list. */
const lately = 20;

/** One that cannot be read is last on its page: its owner sees that there is something. */
const tasksOf = async (page: Promise<DeadlinePage>, caller: Caller, language: Language): Promise<Page<Task>> => {
  const { items: all, unreadable, next } = await page;
  const items = all.filter(({ entity }) => isAskedOf(entity, caller));
  const asides = await Promise.all(unreadable.map((key) => asideOfKey(key, 'deadlines')));
  return {
    items: [...items.map(({ entity }) => taskOf(entity, language)), ...asides.map((one) => asideTask(one, language))],
    ...(next ? { next } : {}),
  };
};

/** Before a place among what was set aside, which comes before what has a date. */
const asideMark = 'aside-';

const isAmongAside = (cursor: string | undefined): boolean => cursor === undefined || cursor.startsWith(asideMark);

/** What nobody could read: a page of it, for an administrator. */
async function asidesOf(
  table: Table,
  language: Language,
  page: { limit: number; after?: string },
): Promise<Page<Task>> {
  const after = page.after?.replace(asideMark, '');
  const { items, next } = await asideStore(table).list({ ...page, after });
  return { items: items.map((one) => asideTask(one, language)), ...(next ? { next: `${asideMark}${next}` } : {}) };
}

/** Letters that a person must look at; of one that cannot be read, that there is one; and that letters are held back. */
async function lettersOf(owner: Owner, table: Table, language: Language): Promise<readonly Task[]> {
  const letters = letterStore(table);
  const { items, unreadable } = await letters.asked(owner);
  const held = owner === 'administrator' ? await letters.countHeld() : 0;
  const asides = await Promise.all(unreadable.map((key) => asideOfKey(key, 'letters')));
  return [
    ...(held > 0 ? [heldTask(held, language)] : []),
    ...items.map(({ entity }) => letterTask(entity, language)),
    ...asides.map((one) => asideTask(one, language)),
  ];
}

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
      const met = await filteredPage((page) => tasksOf(deadlines.done(owner, page), caller, language), keeps, from);
      return done({ now, items: [...met.items], next: met.next });
    }
    const undated: Task[] = [];
    const phones = caller.role === 'administrator' || caller.role === 'officer';
    if (phones && query.cursor === undefined) undated.push(...(await lettersOf(owner, table, language)).filter(keeps));
    if (caller.role === 'administrator' && isAmongAside(query.cursor)) {
      const asides = await filteredPage((page) => asidesOf(table, language, page), keeps, from);
      undated.push(...asides.items);
      if (asides.next !== undefined) return done({ now, items: undated, next: asides.next });
    }
    const dated = { ...from, after: isAmongAside(query.cursor) ? undefined : query.cursor };
    const todo = await filteredPage((page) => tasksOf(deadlines.todo(owner, page), caller, language), keeps, dated);
    const isLast = todo.next === undefined && query.state === undefined;
    const met = isLast
      ? (await tasksOf(deadlines.done(owner, { limit: lately }), caller, language)).items.filter(keeps)
      : [];
    return done({ now, items: [...undated, ...todo.items, ...met], next: todo.next });
  },
});
