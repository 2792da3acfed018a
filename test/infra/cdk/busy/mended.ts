import * as z from 'zod';
import { toldFactStore } from '../../../../functions/orders/reports/told-fact-store.ts';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';
import { dateOf, monthOf, plusDays } from '../../../../shared/domain/local-time.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;
type Cast = { readonly officer: Actor; readonly head: Actor; readonly manager: Actor; readonly deps: Deps };

const idOf = (answer: unknown): string => z.looseObject({ id: z.string() }).parse(answer).id;
const reason = 'Det var fel ärende.';

/** Slips that are mended, and what a form tells of that the order does not know. */
export async function busyMended(ask: Ask, { officer, head, manager, deps }: Cast): Promise<void> {
  const now = deps.clock.now();
  const today = dateOf(now);
  const earlier = plusDays(today, -3);
  const services = [{ code: 'OMV', minutesPerMonth: 600 }];
  const placed = async (caseNo: string, over: object = {}) => {
    const wanted = { caseNo, providerId: 'P1', services, customer: { name: 'Elsa Prov' }, ...over };
    return { orderId: idOf(await ask(officer, 'placeOrder', {}, wanted)) };
  };
  const begun = async (caseNo: string) => {
    const path = await placed(caseNo, { from: earlier });
    await ask(manager, 'startOrder', path, { startedOn: earlier });
    return path;
  };

  // Taken back, and sent anew with another customer, by whom the case is found from then on.
  const berit = { name: 'Berit Prov', personnummer: '191500882392' };
  await ask(officer, 'withdrawOrder', await placed('A-9301', { customer: berit }), { reason });
  await placed('A-9301');

  const stayed = await begun('A-9302');
  await ask(manager, 'reportHospital', stayed, { from: plusDays(today, -2) });
  await ask(manager, 'resumeOrder', stayed, { on: today });
  await ask(officer, 'correctStay', stayed, { admittedOn: plusDays(today, -2), from: plusDays(today, -1), reason });
  await ask(officer, 'endOrder', stayed, { lastDay: plusDays(today, 3) });
  await ask(officer, 'withdrawEnd', stayed, { reason });

  // Two cases of one person: what is told in one reaches the other, and so does taking it back (A73).
  const dead = { orderId: '' };
  for (const caseNo of ['A-9303', 'A-9304'])
    Object.assign(dead, await placed(caseNo, { customer: berit, from: today }));
  await ask(officer, 'reportDeath', dead, { date: today });
  await ask(officer, 'undoDeath', dead, { reason });

  for (const [caseNo, factId, act] of [
    ['A-9305', 'upp-1', 'takeOverFact'],
    ['A-9306', 'upp-2', 'dismissFact'],
    ['A-9307', 'upp-3', 'takeOverFact'],
  ] as const) {
    const { orderId } = await begun(caseNo);
    const fact =
      factId === 'upp-1'
        ? ({ kind: 'HOSPITAL', from: plusDays(today, -2), to: today } as const)
        : ({ kind: 'DEATH', on: plusDays(today, -1) } as const);
    const told = { id: factId, orderId, caseNo, providerId: 'P1', fact, month: monthOf(today), at: now, by: 'M1' };
    await deps.table.commit([toldFactStore(deps.table).save(told, undefined)]);
    for (const person of [officer, head]) await ask(person, 'listTold', { orderId });
    await ask(officer, act, { orderId, factId }, act === 'dismissFact' ? { reason } : {});
  }
}
