import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { switchStep } from '../load-switch.ts';
import { loadSwitchCase } from '../load-switch-case.ts';
import { isInFlight } from '../switch.ts';
import { SwitchView, switchView } from '../switch-view.ts';
import { calledOff } from './calling-off-step.ts';

/** The customer stays after all, before the day has come: everything is as it was before the switch (L-60, S-41). */
export const callOffSwitch = endpoint({
  summary: 'Call off a switch before its day has come',
  path: z.object({ switchId: z.string() }),
  body: z.strictObject({ reason: Remark }),
  answer: SwitchView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await switchStep(path.switchId, input, deps);
    if (!step.ok) return step;
    const { stored, side } = step.value;
    const { date } = stored.entity;
    if (!isInFlight(stored.entity) || (date && date.on <= dateOf(at))) return refuse('conflict', 'switch-over');
    const switchCase = await loadSwitchCase(stored.entity, deps);
    if (!switchCase.ok) return switchCase;
    const why = { cause: 'CUSTOMER', reason: body.reason } as const;
    const off = await calledOff(step.value, { switchCase: switchCase.value, why, by: caller.userId, at }, deps);
    if (!off.ok) return off;
    const { one, deadlines, effects } = off.value;
    return done(
      switchView(one, stored.version + 1, side, deadlines, { language: input.language, pack: step.value.pack }),
      {
        version: stored.version + 1,
        ...effects,
      },
    );
  },
});
