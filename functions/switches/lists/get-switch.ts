import * as z from 'zod';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { ownSwitch } from '../load-switch.ts';
import { SwitchView, switchView } from '../switch-view.ts';
import { asItIsOn } from './load-begun.ts';

/** One switch from the caller's side: who has been told, the window and why, what is left to do. */
export const getSwitch = endpoint({
  summary: 'Read a change of provider',
  path: z.object({ switchId: z.string() }),
  answer: SwitchView,
  async run({ path, caller, at, language }, deps) {
    const own = await ownSwitch(path.switchId, { caller }, deps);
    if (!own.ok) return own;
    const { stored, side, deadlines } = own.value;
    const standing = deadlines.map(({ entity }) => entity);
    const routine = await routineOn(deps.table, dateOf(at));
    if (!routine.ok) return routine;
    const one = await asItIsOn(stored.entity, at, deps);
    return done(switchView(one, stored.version, side, standing, { language, pack: routine.value.pack }), {
      version: stored.version,
    });
  },
});
