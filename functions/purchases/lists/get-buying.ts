import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { ProviderKind } from '../../../shared/packs/pack.ts';
import { Grounds, PurchaseRole } from '../../../shared/packs/purchase-rules.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOfUnit } from '../../../shared/stores/routine.ts';
import { unitStore } from '../../../shared/stores/unit-store.ts';
import { askedBefore, type BuyingPack, buying, groundsOf } from '../buying-pack.ts';
import { ConditionView, inWords } from '../conditions/missing.ts';
import { isBoughtOf } from '../requesting/request.ts';

const Help = z
  .object({
    grounds: Grounds,
    asked: z.object({
      request: z.array(ConditionView),
      decision: z.array(ConditionView),
      start: z.array(ConditionView),
    }),
  })
  .meta({ id: 'BoughtHelp' });

const Asked = z.object({ id: z.string(), name: z.string() });

const BuyingView = z
  .object({
    unit: Asked,
    pack: z.string(),
    title: z.string(),
    requestBy: z.array(PurchaseRole),
    decisionBy: z.array(PurchaseRole),
    planned: Help,
    acute: Help.optional().meta({ description: 'Absent where the routine has no acute help' }),
    hasMessage: z.boolean(),
    hasDialogue: z.boolean(),
    hasBinding: z.boolean(),
    hasRegistration: z.boolean(),
    hasAgreement: z.boolean(),
    hasMeetings: z.boolean(),
    noticeDays: z.int().optional(),
    receiverKinds: z.array(ProviderKind),
    units: z.array(Asked.extend({ board: z.string() })).meta({ description: 'The units that it may ask' }),
    providers: z.array(Asked).meta({ description: 'The private performers that it may ask' }),
  })
  .meta({ id: 'Buying' });

const helpOf = (mode: 'PLANNED' | 'ACUTE', pack: BuyingPack): z.output<typeof Help> => {
  const asked = (step: 'request' | 'decision' | 'start') => askedBefore(step, { mode }, pack).map(inWords);
  return {
    grounds: groundsOf({ mode }, pack),
    asked: { request: asked('request'), decision: asked('decision'), start: asked('start') },
  };
};

/** What the routine asks of a unit that buys hours, in words, and whom it may ask: what a request is written by. */
export const getBuying = endpoint({
  summary: 'How a unit buys hours: its routine’s grounds and conditions, and whom it may ask',
  path: z.object({ unitId: SafeId }),
  answer: BuyingView,
  async run({ path: { unitId }, at }, { table }) {
    const routine = await routineOfUnit(table, unitId, dateOf(at));
    if (!routine.ok) return routine;
    const bought = buying(routine.value.pack);
    if (!bought.ok) return bought;
    const pack = bought.value;
    const { purchases, acute, notice } = pack;
    const [units, providers] = await Promise.all([unitStore(table).readable(), providerStore(table).readable()]);
    const { unit } = routine.value;
    return done({
      unit: { id: unit.id, name: unit.name },
      ...{ pack: pack.name, title: pack.title, receiverKinds: pack.providerKinds },
      ...{ requestBy: purchases.request.by, decisionBy: purchases.decision.by },
      planned: helpOf('PLANNED', pack),
      ...(acute ? { acute: helpOf('ACUTE', pack) } : {}),
      hasMessage: purchases.message !== undefined,
      hasDialogue: purchases.dialogue !== undefined,
      hasBinding: purchases.binding !== undefined,
      hasRegistration: purchases.registration !== undefined,
      hasAgreement: purchases.agreement !== undefined,
      hasMeetings: purchases.meetings !== undefined,
      ...(notice ? { noticeDays: notice.days } : {}),
      units: units.items
        .map(({ entity }) => entity)
        .filter(({ id }) => id !== unitId && isBoughtOf({ unitId: id, kind: 'municipal' }, pack))
        .map(({ id, name, board }) => ({ id, name, board })),
      providers: providers.items
        .map(({ entity }) => entity)
        .filter(({ id, kind }) => isBoughtOf({ providerId: id, kind }, pack))
        .map(({ id, name }) => ({ id, name })),
    });
  },
});
