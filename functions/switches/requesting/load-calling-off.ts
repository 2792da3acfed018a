import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import { providerOwner } from '../../../shared/domain/owner.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { journalRow, journalStore } from '../../../shared/stores/journal-store.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { tellNurses } from '../date/load-date-letters.ts';
import { redrawn } from '../date/load-redrawn.ts';
import { type SwitchStep, settled } from '../load-switch.ts';
import type { Moving } from '../outcome/load-moving.ts';
import type { Switch } from '../switch.ts';
import { switchStore } from '../switch-store.ts';
import { rulesOf } from './switch-rules.ts';

type Who = { readonly userId: string; readonly role: string };
type Why = Pick<NonNullable<Switch['calledOff']>, 'cause' | 'reason'>;

export type CalledOff = {
  readonly one: Switch;
  readonly deadlines: readonly Deadline[];
  readonly changes: readonly Change[];
};

/**
 * The switch comes to nothing. What its date had moved is put back, but for a case in which nothing goes on or others
 * have the days by now; both providers who had been told are told inside the system, and nobody waits any more.
 */
export async function calledOff(
  step: Omit<SwitchStep, 'side'>,
  { moving, why, by, at }: { readonly moving: Moving; readonly why: Why; readonly by: Who; readonly at: Instant },
  deps: Deps,
): Promise<Result<CalledOff>> {
  const { stored, deadlines, pack, settings, leaving, joining } = step;
  const was = stored.entity;
  const next: Switch = { ...was, state: 'called-off', calledOff: { at, by: by.userId, ...why } };
  const putsBack = why.cause !== 'OVERTAKEN' && why.cause !== 'CASE_ENDED';
  const drawing = { was, next, moving, pack, kind: joining.kind, by: by.userId, at };
  const drawn = was.moved && putsBack ? await redrawn(drawing, deps) : accept({ changes: [], moved: undefined });
  if (!drawn.ok) return drawn;
  const gone = settled(deadlines, { lapses: ['D09', 'D18', 'D19', 'D20', 'D21'] }, at, deps);
  const box = outbox(deps, settings, at);
  const fields = { to: 'switches', id: was.id, caseNo: was.caseNo, variant: 'called-off' } as const;
  const refs = { switchId: was.id, cause: why.cause };
  const row = { event: 'switch-called-off', rule: rulesOf(pack).requested, caseNo: was.caseNo, refs };
  return accept({
    one: next,
    deadlines: gone.deadlines,
    changes: [
      ...switchStore(deps.table).save(next, stored, at),
      switchStore(deps.table).setInFlight(was.caseNo, undefined, moving.flight),
      ...gone.changes,
      ...drawn.value.changes,
      ...(was.told
        ? [leaving, joining].flatMap(({ id, name }) =>
            box.inside(providerOwner(id), 'N28', { ...fields, provider: name }),
          )
        : []),
      ...(was.date && putsBack ? await tellNurses({ one: next, step, at }, undefined, by, deps) : []),
      journalStore(deps.table).append(journalRow(deps.newId('J'), at, by, row)),
    ],
  });
}
