import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor, actorsOf } from '../../../../infra/local/scripted-month/actors.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';
import { type Provider, providerStore } from '../../../../shared/stores/provider-store.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;
type Of = { readonly month: string; readonly providerId: string; readonly head: Actor; readonly administrator: Actor };

/** A provider ends with its last stated month: what was decided of it is settled, and claimed back; then it goes on. */
export async function busySettlement(
  ask: Ask,
  { month, providerId, head, administrator }: Of,
  { sign, deps: { table } }: { readonly sign: ReturnType<typeof actorsOf>['sign']; readonly deps: Deps },
): Promise<void> {
  const path = { month, providerId };
  const standing = (await providerStore(table).find(providerId))?.entity;
  if (!standing) throw new Error('no provider to end');
  const put = async (next: Provider) =>
    table.commit([providerStore(table).save(next, await providerStore(table).find(providerId))]);
  await put({ ...standing, approvedTo: `${month}-31` });
  await ask(head, 'getMonth', path);
  await sign(head, ['intendSettlement', 'sendSettlement'], { path, body: {} }, z.looseObject({}));
  await ask(administrator, 'makeClaim', path, {});
  await put(standing);
}
