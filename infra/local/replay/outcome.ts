import * as z from 'zod';
import { Task } from '../../../functions/deadlines/tasks/task.ts';
import type { Machine } from '../machine.ts';
import { request } from '../request.ts';
import { demoUsers } from '../server/sign-in/demo-users.ts';

const Tasks = z.looseObject({ items: z.array(Task), next: z.string().optional() });

/** Something that waits for somebody; `due` is null where it has no day. */
export type WaitingTask = Pick<Task, 'code' | 'subject'> & { readonly due: string | null; readonly late: boolean };

const waiting = ({ code, subject, due, state }: Task): readonly WaitingTask[] =>
  state === 'done' ? [] : [{ code, subject, due: due ?? null, late: state === 'late' }];

/** What waits for everybody, as each of their roles sees it; whose role is over sees nothing. */
export async function tasksOfAll(machine: Machine): Promise<Readonly<Record<string, readonly WaitingTask[]>>> {
  const all: Record<string, WaitingTask[]> = {};
  for (const { user: userId, role } of await demoUsers(machine.deps.table)) {
    all[userId] ??= [];
    let cursor: string | undefined;
    do {
      const query = { ...(cursor === undefined ? {} : { cursor }) };
      const { status, body } = await request(machine, { userId, role }, 'listTasks', { query });
      const page = status === 200 ? Tasks.parse(body) : { items: [], next: undefined };
      all[userId].push(...page.items.flatMap(waiting));
      cursor = page.next;
    } while (cursor !== undefined);
  }
  return all;
}
