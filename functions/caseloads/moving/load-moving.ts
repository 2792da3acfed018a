import { officerOwner } from '../../../shared/domain/owner.ts';
import type { Table } from '../../../shared/ports/table.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { journalStore } from '../../../shared/stores/journal-store.ts';
import type { Move } from './move.ts';

/** Every case of an officer's, by number. */
export async function casesOf(officerId: string, table: Table): Promise<readonly string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = await caseStore(table).ofOfficer(officerId, { limit: 1000, after });
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
}

/** Those of a move that are still the old officer's, and have not failed. */
export async function casesLeft({ cases, from, failed }: Move, table: Table): Promise<readonly string[]> {
  const theirs = await casesOf(from, table);
  const isFailed = new Set(failed.map(({ caseNo }) => caseNo));
  const wanted = cases === 'ALL' ? undefined : new Set(cases);
  return theirs.filter((caseNo) => !isFailed.has(caseNo) && (wanted?.has(caseNo) ?? true));
}

export type OpenMonth = { readonly month: string; readonly providerId: string };

/** The providers' months in which an officer's report is not signed yet: their own dates say which (D12). */
export async function openMonths(officerId: string, table: Table): Promise<readonly OpenMonth[]> {
  const months = new Map<string, OpenMonth>();
  let after: string | undefined;
  do {
    const page = await deadlineStore(table).todo(officerOwner(officerId), { limit: 500, after });
    for (const { entity } of page.items) {
      const { subject } = entity;
      if (subject.kind !== 'month') continue;
      const { month, providerId } = subject;
      months.set(`${month} ${providerId}`, { month, providerId });
    }
    after = page.next;
  } while (after !== undefined);
  return [...months.values()];
}

/** The orders and switches that a case has ever had, by its journal: also those that nothing else leads to any more. */
export async function namedInJournal(caseNo: string, table: Table) {
  const named: Readonly<Record<string, unknown>>[] = [];
  let after: string | undefined;
  do {
    const page = await journalStore(table).ofCase(caseNo, { limit: 500, after });
    named.push(...page.items.map(({ refs }) => refs));
    after = page.next;
  } while (after !== undefined);
  const each = (key: 'orderId' | 'switchId') =>
    [...new Set(named.map((refs) => refs[key]))].filter((id) => typeof id === 'string');
  return { orders: each('orderId'), switches: each('switchId') };
}
