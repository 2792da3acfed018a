import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;

const Listed = z.looseObject({ proposed: z.array(z.looseObject({ caseNo: z.string() })) });

/** Something is known of a case of a stated month that was not when it was handed in: its officer adjusts it. */
export async function busyAdjustments(
  ask: Ask,
  { table }: Deps,
  of: { readonly month: string; readonly providerId: string; readonly officers: readonly Actor[] },
): Promise<void> {
  const { month, providerId, officers } = of;
  const path = { month, providerId };
  const known = [{ kind: 'DEATH', on: '2025-12-24' }];
  for (const { caseNo } of (await assignmentStore(table).ofProvider(providerId, `${month}-01`)).slice(0, 10))
    for (const { pk, sk, data, version, indexes } of (await table.query({ pk: `CASE#${caseNo}` })).items) {
      if (!sk.startsWith('ASSIGNMENT#') || !`${sk}#`.includes(`#${providerId}#`)) continue;
      const item = { pk, sk, data: { ...(data as object), known }, ...(indexes ? { indexes } : {}) };
      await table.commit([{ kind: 'put', over: version, item }]);
    }
  for (const officer of officers) {
    const { proposed } = Listed.parse(await ask(officer, 'listAdjustments', path));
    for (const { caseNo } of proposed) {
      const contacts = [{ with: 'customer' }, { with: 'provider' }];
      await ask(officer, 'decideAdjustment', { ...path, caseNo }, { minutes: 0, comment: 'Avliden', contacts });
    }
  }
}
