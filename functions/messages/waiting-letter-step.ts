import type { Instant } from '../../shared/domain/local-time.ts';
import type { Owner } from '../../shared/domain/owner.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Change } from '../../shared/ports/table.ts';
import { outbox } from '../../shared/steps/outbox.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import { settingsStore } from '../../shared/stores/settings-store.ts';
import { threadStore } from '../../shared/stores/thread-store.ts';

/** The id in `officer:O1`; empty for a role. */
const idIn = (owner: Owner): string => owner.split(':')[1] ?? '';

type Told = { readonly threadId: string; readonly caseNo?: string; readonly to: Owner };

/**
 * The letter that says that something waits, and nothing of what (M01): to those who read for an owner, once until they
 * have read. Whoever has no address finds it in the inbox; a customer with protected identity causes no mail at all.
 */
export async function waitingLetter(
  { threadId, caseNo, to }: Told,
  at: Instant,
  deps: Deps,
): Promise<readonly Change[]> {
  const settings = await settingsStore(deps.table).find();
  if (!settings || (await threadStore(deps.table).hasUnreadWords(to))) return [];
  const post = outbox(deps, settings.entity, at);
  const fields = { to: 'messages', id: threadId, about: caseNo } as const;
  if (to === 'head') return post.toHeads('M01', fields);
  if (to.startsWith('officer:')) return post.toOfficer(idIn(to), 'M01', fields);
  const provider = (await providerStore(deps.table).find(idIn(to)))?.entity;
  return provider ? post.toProvider(provider, 'M01', fields) : [];
}
