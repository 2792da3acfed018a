import { ownerOf } from '../../shared/domain/owner.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import type { Table } from '../../shared/ports/table.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import type { Stored } from '../../shared/stores/stored.ts';
import type { Mail } from './mail.ts';
import { mailStore } from './mail-store.ts';

/**
 * Whose a mail is today: its case’s officer’s, whoever that has become, else the administrators’, and an officer’s who has
 * it as a task; the head reads all.
 */
async function mayRead({ id, caseNo }: Mail, caller: Caller, table: Table): Promise<boolean> {
  const { role, caseload } = caller;
  if (role === 'head') return true;
  if (caseNo === undefined) {
    const owner = ownerOf(caller);
    return (
      role === 'administrator' ||
      (role === 'officer' && (await deadlineStore(table).ofMail(id)).some(({ entity }) => entity.owner === owner))
    );
  }
  return role === 'officer' && (await caseStore(table).find(caseNo))?.entity.officerId === caseload;
}

/** A mail that the caller may read, in the version that they have seen; another’s answers as missing. */
export async function ownMail(
  mailId: string,
  { caller, ifMatch }: { readonly caller: Caller; readonly ifMatch?: number },
  table: Table,
): Promise<Result<Stored<Mail>, 'mail-not-found' | 'stale-version'>> {
  const stored = await mailStore(table).find(mailId);
  if (!stored || !(await mayRead(stored.entity, caller, table))) return refuse('missing', 'mail-not-found');
  if (ifMatch !== undefined && ifMatch !== stored.version) return refuse('conflict', 'stale-version');
  return accept(stored);
}
