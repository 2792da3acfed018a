import * as z from 'zod';
import { instant, localIso, TimeIn } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { mine } from '../caller-side.ts';
import { planned } from '../documents/handover.ts';
import { ownSwitch } from '../load-switch.ts';
import { switchStore } from '../switch-store.ts';
import { SwitchView, switchView } from '../switch-view.ts';

/** The joining provider has contacted the customer to plan the take-over (S-53). */
export const planTakeover = endpoint({
  summary: 'Tell that the joining provider has planned the take-over with the customer',
  path: z.object({ switchId: z.string() }),
  body: z.strictObject({
    contactedAt: TimeIn.optional().meta({ description: 'When the customer was contacted; now when left out' }),
  }),
  answer: SwitchView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const own = await ownSwitch(path.switchId, input, deps);
    if (!own.ok) return own;
    const { stored, deadlines } = own.value;
    const side = mine(own.value.side, ['joining']);
    if (!side.ok) return side;
    const contactedAt = body.contactedAt ? instant(body.contactedAt) : at;
    const decision = planned(stored.entity, { contactedAt, by: caller.userId, at });
    if (!decision.ok) return decision;
    const one = decision.value;
    const refs = { switchId: one.id, contactedAt: localIso(contactedAt) };
    const row = { event: 'takeover-planned', caseNo: one.caseNo, refs };
    const standing = deadlines.map(({ entity }) => entity);
    return done(switchView(one, stored.version + 1, side.value, standing, input.language), {
      version: stored.version + 1,
      saves: switchStore(deps.table).save(one, stored, at),
      rows: [row],
    });
  },
});
