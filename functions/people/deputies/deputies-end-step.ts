import { type Deputy, isDeputyOver } from '../../../shared/domain/deputy.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Change, Table } from '../../../shared/ports/table.ts';
import { deputyStore } from '../../../shared/stores/deputy-store.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { roleTakenBack, unrelieved } from './appointing.ts';

/** Nobody has more deputies at one time. */
const most = 100;

/** Whose membership a deputy's days stand in: an officer's own, and for another role the deputy's. */
const holderOf = ({ role, forUserId, deputyUserId }: Deputy): string => (role === 'officer' ? forUserId : deputyUserId);

/**
 * Everything that somebody who leaves has been handed, or has handed over, is over: they are nobody's deputy, and nobody
 * is theirs. Their own memberships are not touched here.
 */
export async function deputiesEnded(userId: string, at: Instant, table: Table): Promise<readonly Change[]> {
  const deputies = deputyStore(table);
  const memberships = membershipStore(table);
  const today = dateOf(at);
  const theirs = (await deputies.list(userId, { limit: most })).items;
  const standing = [...(await deputies.of(userId)), ...theirs].filter((one) => !isDeputyOver(one, today));
  const changes: Change[] = [];
  for (const one of standing) {
    const stored = await deputies.find(one);
    if (stored) changes.push(deputies.save({ ...stored.entity, endedAt: at }, stored));
  }
  const others = Map.groupBy(standing, (one) => `${one.role} ${holderOf(one)}`);
  for (const [one, ...more] of others.values()) {
    if (!one || holderOf(one) === userId) continue;
    const over = await memberships.find(holderOf(one), one.role);
    if (!over) continue;
    const next =
      one.role === 'officer'
        ? [one, ...more].reduce((held, each) => unrelieved(held, each), over.entity)
        : roleTakenBack(over.entity, one, today);
    if (next) changes.push(memberships.save(next, over));
  }
  return changes;
}
