import * as z from 'zod';
import { type Deadline, moveTo } from '../../../shared/domain/deadline.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { LocalDate, plusDays, startOfDay, swedishDate } from '../../../shared/domain/local-time.ts';
import { isPermittedOn } from '../../../shared/domain/provider-standing.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { endOfLimit } from '../../../shared/packs/calendars.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { together } from '../../../shared/steps/effects.ts';
import { whileCaseAlive } from '../../orders/door.ts';
import { mine } from '../caller-side.ts';
import { switchStep } from '../load-switch.ts';
import { loadSwitchCase } from '../load-switch-case.ts';
import { rulesOf } from '../requesting/switch-rules.ts';
import { switchStore } from '../switch-store.ts';
import { SwitchView, switchView } from '../switch-view.ts';
import { dateLetters, nurseDateLetters } from './date-letters-step.ts';
import { orderableFaults } from './orderable.ts';
import { planSwitch } from './plan-step.ts';
import { settleDate } from './switch-date.ts';

const Body = z.strictObject({
  on: LocalDate.optional().meta({ description: "The joining provider's first day" }),
  lastDay: LocalDate.optional().meta({
    description: "The leaving provider's last day, the day before; instead of `on`",
  }),
  reason: Remark.optional().meta({ description: 'Needed outside the window, or for a day that has passed' }),
  wishedByCustomer: z
    .boolean()
    .default(false)
    .meta({ description: "The customer's own day (S-47); an officer says so" }),
});

/**
 * The day of the switch: agreed with the customer and reported by either provider (S-49, S-50, S-54), or relayed by the
 * officer (S-47, S-48). In the same commit the leaving provider's days end the day before, and the joining one gets its
 * order from that day; another day moves all of it, until it has come. The journal says each day that was set (S-55).
 */
export const setSwitchDate = endpoint({
  summary: 'Settle the day on which the new provider takes over',
  path: z.object({ switchId: z.string() }),
  body: Body,
  answer: SwitchView,
  async run(input, deps) {
    const { path, body, caller, at, language } = input;
    const switches = switchStore(deps.table);
    const on = body.on ?? (body.lastDay && plusDays(body.lastDay, 1));
    if (on === undefined || (body.on && body.lastDay && body.on !== plusDays(body.lastDay, 1)))
      return refuse('invalid', 'bad-request', [{ at: 'body.on', code: 'day-or-last-day' }]);
    const step = await switchStep(path.switchId, input, deps);
    if (!step.ok) return step;
    const { stored, deadlines, pack, settings, joining } = step.value;
    const side = mine(step.value.side, ['officer', 'leaving', 'joining']);
    if (!side.ok) return side;
    const alive = await whileCaseAlive(stored.entity.caseNo, deps);
    if (!alive.ok) return alive;
    const wishedByCustomer = body.wishedByCustomer && side.value === 'officer';
    const said = { on, side: side.value, wishedByCustomer, reason: body.reason, by: caller.userId, at, language };
    const decision = settleDate(stored.entity, said, pack);
    if (!decision.ok) return decision;

    if (!isPermittedOn(joining, on))
      return refuse('invalid', 'bad-request', [{ at: 'body.on', code: 'provider-without-permit' }]);
    const switchCase = await loadSwitchCase(stored.entity, deps);
    if (!switchCase.ok) return switchCase;
    const plan = { was: stored.entity, next: decision.value, switchCase: switchCase.value, pack, settings, joining };
    const held = switchCase.value.held.map(({ entity }) => entity);
    const unknown = orderableFaults({ was: stored.entity, held, catalogue: settings.services }, on, language);
    if (unknown.length > 0) return refuse('invalid', 'bad-request', unknown);
    const planned = await planSwitch({ ...plan, by: caller.userId, at }, deps);
    if (!planned.ok) return planned;
    const one = { ...decision.value, moved: planned.value.moved };
    const hasCome = one.state === 'switched';
    const isOutside = one.warnings.includes('OUTSIDE_WINDOW');
    const lastInTime = isOutside ? on : (one.window?.latest ?? on);
    const where = isOutside ? 'utanför' : 'inom';
    const why = { rule: 'A23', text: `Bytet sker ${swedishDate(on)}, ${where} fönstret.` };
    const isWindow = ({ code, doneAt }: Deadline) => doneAt === undefined && (code === 'D19' || code === 'D21');
    const after = deadlinesAfter(
      deadlines,
      {
        meets: hasCome ? ['D09', 'D19', 'D21'] : ['D09'],
        metAt: hasCome && startOfDay(on) < at ? startOfDay(on) : at,
        // A day outside the window, once set, is what is waited for; the window's own end is no breach then.
        moves: (deadline) =>
          isWindow(deadline) && !hasCome ? movedWindow(deadline, endOfLimit(lastInTime, pack), at, why) : deadline,
      },
      at,
    );
    const says = { one, step: step.value, at };
    const { effects } = planned.value;
    const refs = { switchId: one.id, on, side: side.value, outsideWindow: isOutside };
    const row = { event: 'switch-dated', rule: rulesOf(pack).dated, caseNo: one.caseNo, refs };
    return done(switchView(one, stored.version + 1, side.value, after.deadlines, { language, pack }), {
      version: stored.version + 1,
      ...together(
        {
          saves: [
            ...switches.save(one, stored, at),
            ...(hasCome ? [switches.setInFlight(one.caseNo, undefined, switchCase.value.flight)] : []),
          ],
          deadlines: after.moved,
        },
        effects,
        { letters: await dateLetters(says, on, side.value, deps) },
        await nurseDateLetters(says, on, deps),
        { rows: [row] },
      ),
    });
  },
});

/** The same deadline when its day does not move. */
const movedWindow = (...[deadline, dueAt, at, why]: Parameters<typeof moveTo>) =>
  deadline.dueAt === dueAt ? deadline : moveTo(deadline, dueAt, at, why);
