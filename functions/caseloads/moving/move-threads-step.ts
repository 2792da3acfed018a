import { type Owner, officerOwner } from '../../../shared/domain/owner.ts';
import type { ThreadSide } from '../../../shared/domain/thread.ts';
import type { Table } from '../../../shared/ports/table.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { threadStore } from '../../../shared/stores/thread-store.ts';

type Between = { readonly from: string; readonly to: string };

/** One conversation at the new officer: read or unread as it was, and the others write to them from now on. */
async function threadMoved(side: Stored<ThreadSide>, from: Owner, to: Owner, table: Table): Promise<Effects> {
  const threads = threadStore(table);
  const { threadId, others } = side.entity;
  const ours = await threads.side(threadId, to);
  const rest = others.filter((one) => one !== to);
  const found = await Promise.all(rest.map((one) => threads.side(threadId, one)));
  const theirs = found.filter((one) => one !== undefined);
  const renamed = (list: readonly Owner[]) => [...new Set(list.map((one) => (one === from ? to : one)))];
  return {
    saves: [
      threads.remove(side),
      // Between the two alone it stays a conversation of theirs: it names whom it was with.
      ours
        ? threads.save(
            {
              ...ours.entity,
              others: rest.length > 0 ? rest : ours.entity.others,
              unread: ours.entity.unread + side.entity.unread,
            },
            ours,
          )
        : threads.open({ ...side.entity, owner: to }),
      ...theirs.map((one) => threads.save({ ...one.entity, others: renamed(one.entity.others) }, one)),
    ],
  };
}

/** At most so many at a time. */
const most = 100;

/** An officer's conversations in a case, and what the system has told of it: each laid by itself. */
export async function caseThreads(caseNo: string, between: Between, table: Table): Promise<readonly Effects[]> {
  const [from, to] = [officerOwner(between.from), officerOwner(between.to)];
  const { items } = await threadStore(table).inbox(from, { caseNo, limit: most });
  return Promise.all(items.map((side) => threadMoved(side, from, to, table)));
}

/** What an officer has not read, in no case or in another's. */
export async function unreadThreads(between: Between, table: Table): Promise<readonly Effects[]> {
  const [from, to] = [officerOwner(between.from), officerOwner(between.to)];
  const items = await threadStore(table).unread(from, most);
  return Promise.all(items.map((side) => threadMoved(side, from, to, table)));
}
