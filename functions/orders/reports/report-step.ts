import { officerOwner, providerOwner } from '../../../shared/domain/owner.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { threadStore } from '../../../shared/stores/thread-store.ts';
import type { ReportBasis } from '../steps/load-order-and-routine.ts';
import type { Report } from './report.ts';
import { reportStore } from './report-store.ts';

type ReportedFacts = Pick<Report, 'kind' | 'on' | 'late'> &
  Partial<Pick<Report, 'to' | 'minutesPerMonth' | 'count' | 'form'>>;

const firstWords = 60;

/** The words go into a thread between the provider and the officer, and nowhere else (E0, architecture of letters). */
function conversation(text: string, { stored, caller, at }: ReportBasis, deps: Deps) {
  const { caseNo, officerId, providerId } = stored.entity;
  const threads = threadStore(deps.table);
  const threadId = deps.newId('trad');
  const from = providerOwner(providerId);
  const to = officerOwner(officerId);
  const side = { threadId, caseNo, title: text.slice(0, firstWords), lastAt: at };
  const message = { id: deps.newId('medd'), threadId, at, from: { owner: from, userId: caller.userId }, text };
  const saves: readonly Change[] = [
    threads.open({ ...side, owner: to, others: [from], unread: 1 }),
    threads.open({ ...side, owner: from, others: [to], unread: 0 }),
    threads.append(message),
  ];
  return { threadId, saves };
}

/**
 * Something reported of a case: kept as it was received, its words in a thread, and the officer notified that something
 * has happened, never what (N23). Where the officer reports it, nobody needs to be notified.
 */
export async function reporting(
  told: ReportedFacts,
  text: string | undefined,
  step: ReportBasis,
  deps: Deps,
): Promise<{ readonly report: Report; readonly effects: Effects }> {
  const { stored, caller, at, provider, settings } = step;
  const { id: orderId, caseNo, officerId } = stored.entity;
  const talk = text === undefined ? undefined : conversation(text, step, deps);
  const isOfficers = caller.role === 'officer';
  const report: Report = {
    ...told,
    id: deps.newId('rapport'),
    orderId,
    caseNo,
    at,
    by: caller.userId,
    ...(talk ? { threadId: talk.threadId } : {}),
    ...(isOfficers ? { acknowledged: { at, by: caller.userId } } : {}),
  };
  const fields = { to: 'orders', orderId, caseNo, provider: provider.name } as const;
  const letters = isOfficers ? [] : await outbox(deps, settings, at).toOfficer(officerId, 'N23', fields);
  return {
    report,
    effects: { saves: [reportStore(deps.table).add(report), ...(talk?.saves ?? [])], letters },
  };
}
