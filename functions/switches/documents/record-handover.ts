import * as z from 'zod';
import { dateOf, LocalDate } from '../../../shared/domain/local-time.ts';
import { providerOwner } from '../../../shared/domain/owner.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { mine } from '../caller-side.ts';
import { switchStep } from '../load-switch.ts';
import { loadSwitchCase } from '../load-switch-case.ts';
import { rulesOf } from '../requesting/switch-rules.ts';
import { HandoverDocument } from '../switch.ts';
import { switchStore } from '../switch-store.ts';
import { SwitchView, switchView } from '../switch-view.ts';
import { answeredDeadlines } from './documentation-deadlines-step.ts';
import { leavesNothing, recordAnswer } from './handover.ts';

/**
 * Whether the customer wants the leaving provider's documentation to be shared with the new one (S-51, L-64): always an
 * answer. What goes over and what goes to the officer (L-65), in date order (L-66).
 */
export const recordHandover = endpoint({
  summary: "Record the customer's answer about the documentation, and where each document goes",
  path: z.object({ switchId: z.string() }),
  body: z.strictObject({
    consent: z.boolean(),
    askedOn: LocalDate.optional().meta({ description: 'The day on which the customer was asked; today when left out' }),
    documents: z.array(HandoverDocument).max(500).default([]),
  }),
  answer: SwitchView,
  async run(input, deps) {
    const { path, body, caller, at } = input;
    const { table } = deps;
    const step = await switchStep(path.switchId, input, deps);
    if (!step.ok) return step;
    const { stored, deadlines, pack, settings, joining } = step.value;
    const side = mine(step.value.side, ['officer', 'leaving']);
    if (!side.ok) return side;
    const { consent, documents, askedOn = dateOf(at) } = body;
    const said = { side: side.value, consent, documents, askedOn, by: caller.userId, at };
    const decision = recordAnswer(stored.entity, said);
    if (!decision.ok) return decision;
    const one = decision.value;
    const switchCase = await loadSwitchCase(one, deps);
    if (!switchCase.ok) return switchCase;

    const goesOver = documents.filter(({ to }) => to === 'NEW').length;
    const refs = {
      switchId: one.id,
      consent,
      toNew: goesOver,
      toOfficer: documents.length - goesOver,
      nothingLeft: leavesNothing(one),
    };
    const row = { event: 'handover-recorded', rule: rulesOf(pack).handover, caseNo: one.caseNo, refs };
    const fields = {
      to: 'switches',
      id: one.id,
      caseNo: one.caseNo,
      provider: joining.name,
      variant: 'handover',
    } as const;
    return done(
      switchView(
        one,
        stored.version + 1,
        side.value,
        deadlines.map(({ entity }) => entity),
        { language: input.language, pack },
      ),
      {
        version: stored.version + 1,
        saves: switchStore(table).save(one, stored, at),
        deadlines: answeredDeadlines(one, switchCase.value, pack, at),
        // The joining provider learns inside the system alone that papers will come (S-52).
        letters: consent ? outbox(deps, settings, at).inside(providerOwner(joining.id), 'N28', fields) : [],
        rows: [row],
      },
    );
  },
});
