import * as z from 'zod';
import { type Instant, instant, localIso, TimeIn } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import { mine } from '../caller-side.ts';
import { planned } from '../documents/handover.ts';
import { switchStep } from '../load-switch.ts';
import { switchStore } from '../switch-store.ts';
import { SwitchView, switchView } from '../switch-view.ts';

/** Without a time, or with the same one, nothing new is said. */
const isSaidAgain = (known: Instant, said: string | undefined): boolean =>
  said === undefined || instant(said) === known;

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
    const own = await switchStep(path.switchId, input, deps);
    if (!own.ok) return own;
    const { stored, deadlines, pack } = own.value;
    const side = mine(own.value.side, ['joining']);
    if (!side.ok) return side;
    const contactedAt = body.contactedAt ? instant(body.contactedAt) : at;
    const standing = deadlines.map(({ entity }) => entity);
    const seen = { language: input.language, pack };
    // Told again, it is written once.
    if (stored.entity.takeover && isSaidAgain(stored.entity.takeover.contactedAt, body.contactedAt))
      return done(switchView(stored.entity, stored.version, side.value, standing, seen), { version: stored.version });
    const decision = planned(stored.entity, { contactedAt, by: caller.userId, at });
    if (!decision.ok) return decision;
    const one = decision.value;
    const refs = { switchId: one.id, contactedAt: localIso(contactedAt) };
    const row = { event: 'takeover-planned', caseNo: one.caseNo, refs };
    return done(switchView(one, stored.version + 1, side.value, standing, seen), {
      version: stored.version + 1,
      saves: switchStore(deps.table).save(one, stored, at),
      rows: ownRows([row], pack),
    });
  },
});
