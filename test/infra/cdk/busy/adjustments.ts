import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';
import { begin } from '../../../../shared/domain/deadline.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../../shared/stores/assignment-store.ts';
import { deadlineStore } from '../../../../shared/stores/deadline-store.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;

const Listed = z.looseObject({ proposed: z.array(z.looseObject({ caseNo: z.string() })) });

/** Something is known of a case of a stated month that was not when it was handed in: its officer adjusts it. */
export async function busyAdjustments(
  ask: Ask,
  deps: Deps,
  of: { readonly month: string; readonly providerId: string; readonly officers: readonly Actor[] },
): Promise<void> {
  const { table } = deps;
  const { month, providerId, officers } = of;
  const path = { month, providerId };
  const known = [{ kind: 'DEATH', on: '2025-12-24' }];
  for (const { caseNo } of (await assignmentStore(table).ofProvider(providerId, `${month}-01`)).slice(0, 10))
    for (const { pk, sk, data, version, indexes } of (await table.query({ pk: `CASE#${caseNo}` })).items) {
      if (!sk.startsWith('ASSIGNMENT#') || !`${sk}#`.includes(`#${providerId}#`)) continue;
      const item = { pk, sk, data: { ...(data as object), known }, ...(indexes ? { indexes } : {}) };
      await table.commit([{ kind: 'put', over: version, item }]);
    }
  await toldLate(deps, of, officers[0]?.userId ?? '');
  for (const officer of officers) {
    const { proposed } = Listed.parse(await ask(officer, 'listAdjustments', path));
    for (const { caseNo } of proposed) {
      const contacts = [{ with: 'customer' }, { with: 'provider' }];
      await ask(officer, 'decideAdjustment', { ...path, caseNo }, { minutes: 0, comment: 'Avliden', contacts });
    }
  }
}

/** What was told of one of them is a task already, as an act that reaches back makes it (D50). */
async function toldLate(
  { table }: Deps,
  { month, providerId }: { readonly month: string; readonly providerId: string },
  officerId: string,
): Promise<void> {
  for (const { caseNo } of (await assignmentStore(table).ofProvider(providerId, `${month}-01`)).slice(0, 10)) {
    const subject = { kind: 'case', caseNo, providerId, officerId, ref: `adjust:${month}:${providerId}` } as const;
    const at = '2026-02-20T10:00:00.000Z';
    const task = begin('D50', { subject, dueAt: '2026-03-06T23:00:00.000Z', why: [] });
    await table.commit([deadlineStore(table).open(task, at)]);
  }
}
