import { begin } from '../../shared/domain/deadline.ts';
import { type Instant, plusHours } from '../../shared/domain/local-time.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { deadlinesAfter } from '../../shared/steps/deadlines.ts';
import type { Effects } from '../../shared/steps/effects.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import type { Mail } from './mail.ts';

/** How long it may wait before it is late. */
const hours = 24;

const taskOf = ({ id: mailId, caseNo, owner = 'administrator' }: Mail, ref: string, at: Instant) =>
  begin('D48', {
    subject: { kind: 'mail', mailId, ...(caseNo ? { caseNo } : {}), ref },
    owner,
    dueAt: plusHours(at, hours),
    why: [],
  });

/** A mail waits for a person, who has a day: the officer of its case, else the administrator (D48). */
export async function mailTask(
  mail: Mail,
  ref: 'quarantined' | 'asked',
  at: Instant,
  { table }: Pick<Deps, 'table'>,
): Promise<Effects> {
  const standing = await deadlineStore(table).ofMail(mail.id);
  return { deadlines: deadlinesAfter(standing, { opens: [taskOf(mail, ref, at)] }, at).moved };
}

/** A person has decided: nobody waits for it any more. */
export async function mailTaskMet({ id }: Mail, at: Instant, { table }: Pick<Deps, 'table'>): Promise<Effects> {
  const standing = await deadlineStore(table).ofMail(id);
  return { deadlines: deadlinesAfter(standing, { meets: ['D48'] }, at).moved };
}
