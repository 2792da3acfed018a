import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import { providerOwner } from '../../../shared/domain/owner.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { nurseDateLetters } from '../date/date-letters-step.ts';
import { planSwitch } from '../date/plan-step.ts';
import type { SwitchStep } from '../load-switch.ts';
import type { SwitchCase } from '../load-switch-case.ts';
import type { Switch } from '../switch.ts';
import { switchStore } from '../switch-store.ts';
import { rulesOf } from './switch-rules.ts';

type Why = Pick<NonNullable<Switch['calledOff']>, 'cause' | 'reason'>;

type CallingOff = {
  readonly switchCase: SwitchCase;
  readonly why: Why;
  readonly by: string;
  readonly at: Instant;
};

export type CalledOff = {
  readonly one: Switch;
  readonly deadlines: readonly Deadline[];
  readonly effects: Effects;
};

/**
 * The switch is called off. What its date had moved is put back, but for a case in which nothing goes on or others have
 * the days by now; both providers who had been told are told inside the system, and nobody waits any more.
 */
export async function calledOff(
  step: Omit<SwitchStep, 'side'>,
  { switchCase, why, by, at }: CallingOff,
  deps: Deps,
): Promise<Result<CalledOff>> {
  const { stored, deadlines, pack, settings, leaving, joining } = step;
  const was = stored.entity;
  const next: Switch = { ...was, state: 'called-off', calledOff: { at, by, ...why } };
  const putsBack = why.cause !== 'OVERTAKEN' && why.cause !== 'CASE_ENDED';
  const plan = { was, next, switchCase, pack, settings, joining, by, at };
  const planned = was.moved && putsBack ? await planSwitch(plan, deps) : accept({ effects: {}, moved: undefined });
  if (!planned.ok) return planned;
  const after = deadlinesAfter(deadlines, { lapses: ['D09', 'D18', 'D19', 'D20', 'D21'] }, at);
  const box = outbox(deps, settings, at);
  const fields = { to: 'switches', id: was.id, caseNo: was.caseNo, variant: 'called-off' } as const;
  const refs = { switchId: was.id, cause: why.cause };
  const row = { event: 'switch-called-off', rule: rulesOf(pack).requested, caseNo: was.caseNo, refs };
  return accept({
    one: next,
    deadlines: after.deadlines,
    effects: together(
      {
        saves: [
          ...switchStore(deps.table).save(next, stored, at),
          switchStore(deps.table).setInFlight(was.caseNo, undefined, switchCase.flight),
        ],
        deadlines: after.moved,
      },
      planned.value.effects,
      {
        letters: (was.told ? [leaving, joining] : []).flatMap(({ id, name }) =>
          box.inside(providerOwner(id), 'N28', { ...fields, provider: name }),
        ),
      },
      was.date && putsBack ? await nurseDateLetters({ one: next, step, at }, undefined, deps) : {},
      { rows: [row] },
    ),
  });
}
