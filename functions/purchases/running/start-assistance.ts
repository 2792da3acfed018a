import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { together } from '../../../shared/steps/effects.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { routineOfUnit, routineOn } from '../../../shared/stores/routine.ts';
import { endingByAssistance } from '../../orders/door.ts';
import { casesOfPerson, isAnyDead } from '../../people/door.ts';
import { buying } from '../buying-pack.ts';
import { purchaseStore } from '../purchase-store.ts';
import { Assistance, assistanceStore } from './assistance-store.ts';

/**
 * The ordering manager tells the day on which personal assistance begins, whether or not hours are bought: what bridged
 * until then goes on until it (H-05), and its end is opened (H-06, D36).
 */
export const startAssistance = endpoint({
  summary: 'Tell the day on which personal assistance begins',
  path: z.object({ caseNo: CaseNumber }),
  body: z.strictObject({ on: LocalDate }),
  answer: Assistance,
  async run({ path: { caseNo }, body: { on }, caller, at }, deps) {
    const { table } = deps;
    const { unitId } = caller;
    if (unitId === undefined) return refuse('forbidden', 'not-your-unit');
    const unit = await routineOfUnit(table, unitId, dateOf(at));
    if (!unit.ok) return unit;
    const pack = buying(unit.value.pack);
    if (!pack.ok) return pack;
    const isKnown = (await caseStore(table).find(caseNo)) ?? (await purchaseStore(table).ofCase(caseNo))[0];
    if (!isKnown) return refuse('missing', 'case-not-found');
    const cases = await casesOfPerson(caseNo, deps);
    if (await isAnyDead(cases, deps)) return refuse('conflict', 'customer-dead');
    const standing = await assistanceStore(table).find(caseNo);
    // Told again of the same day nothing is new.
    if (standing?.entity.on === on) return done(standing.entity, { version: standing.version });
    // The orders are by the municipality's own routine, whatever the unit's is.
    const routine = await routineOn(table, dateOf(at));
    if (!routine.ok) return routine;
    const told = { caseNo, on, unitId, at, by: caller.userId };
    const orders = await endingByAssistance(cases, { ...routine.value, on, by: caller.userId, at }, deps);
    const refs = { on, ...(standing ? { was: standing.entity.on } : {}) };
    const row = { event: 'assistance-told', caseNo, refs } as const;
    const effects = together({ saves: [assistanceStore(table).save(told, standing)], rows: [row] }, orders);
    return done(told, { version: (standing?.version ?? 0) + 1, ...effects });
  },
});
