import * as z from 'zod';
import { instant, localIso, TimeIn } from '../../../shared/domain/local-time.ts';
import { providerOwner } from '../../../shared/domain/owner.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { type Fields, outbox } from '../../../shared/steps/outbox.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import type { Provider } from '../../../shared/stores/provider-store.ts';
import { switchStep } from '../load-switch.ts';
import { rulesOf } from '../requesting/switch-rules.ts';
import type { Channel } from '../switch.ts';
import { windowDue } from '../switch-deadlines.ts';
import { switchStore } from '../switch-store.ts';
import { SwitchView, switchView } from '../switch-view.ts';
import { notifyProviders } from './notify-providers.ts';

const Call = TimeIn.optional().meta({
  description: 'When it was told by phone; told now by its channel when left out',
});

/**
 * Tells the leaving and the joining provider of the switch, both in one commit at one instant (L-61, S-43, S-44), each
 * by the channel that the routine has for its kind (S-45). The window begins (S-57), and it is journalled (S-46).
 */
export const tellProviders = endpoint({
  summary: 'Tell both providers of a switch at the same time',
  path: z.object({ switchId: z.string() }),
  body: z.strictObject({ outAt: Call, inAt: Call }),
  answer: SwitchView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const step = await switchStep(path.switchId, input, deps);
    if (!step.ok) return step;
    const { stored, side, leaving, joining, pack, settings, deadlines } = step.value;
    const isProtected = await identityStore(deps.table, deps.identityKeys).isProtected(stored.entity.caseNo);
    const noMailTo = ({ email }: Provider) => {
      if (isProtected) return 'protected-by-phone';
      return email === '' ? 'provider-without-email' : undefined;
    };
    const decision = notifyProviders(
      stored.entity,
      {
        kinds: { out: leaving.kind, in: joining.kind },
        noMail: { out: noMailTo(leaving), in: noMailTo(joining) },
        ...(body.outAt ? { calledOutAt: instant(body.outAt) } : {}),
        ...(body.inAt ? { calledInAt: instant(body.inAt) } : {}),
        by: caller.userId,
        at,
      },
      pack,
    );
    if (!decision.ok) return decision;
    const one = decision.value;
    const { told, window } = one;
    if (!told || !window) throw new Error('a switch that has been told has its window');

    const metAt = told.outAt > told.inAt ? told.outAt : told.inAt;
    const opens = windowDue(one, window, pack);
    const after = deadlinesAfter(deadlines, { meets: ['D18', 'D20'], metAt, opens }, at);
    const box = outbox(deps, settings, at);
    const said: Fields = { to: 'switches', id: one.id, caseNo: one.caseNo, ...days(window) };
    // Those who were phoned find it in the system as well, with the window and the next steps.
    const tellOne = (provider: Provider, channel: Channel, variant: 'leaving' | 'joining') =>
      channel === 'EMAIL'
        ? box.tell(provider, pack, 'N28', { ...said, variant })
        : box.inside(providerOwner(provider.id), 'N28', { provider: provider.name, ...said, variant });
    const refs = {
      switchId: one.id,
      outAt: localIso(told.outAt),
      outBy: told.channels.out,
      inAt: localIso(told.inAt),
      inBy: told.channels.in,
      warnings: one.warnings.join(' '),
    };
    const row = { event: 'switch-told', rule: rulesOf(pack).told, caseNo: one.caseNo, refs };
    return done(switchView(one, stored.version + 1, side, after.deadlines, { language: input.language, pack }), {
      version: stored.version + 1,
      saves: switchStore(deps.table).save(one, stored, at),
      deadlines: after.moved,
      letters: [...tellOne(leaving, told.channels.out, 'leaving'), ...tellOne(joining, told.channels.in, 'joining')],
      rows: [row],
    });
  },
});

const days = ({ earliest, latest }: { readonly earliest: string; readonly latest: string }) => ({ earliest, latest });
