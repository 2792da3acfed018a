import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { dateOf, instant, LocalDate, TimeIn } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import { peopleAt } from '../requesting/load-people.ts';
import { takenPapers } from './papers-step.ts';
import { prepareFor } from './preparation.ts';

const PreparationIn = z
  .strictObject({
    contactPerson: SafeId.optional().meta({ description: 'Somebody at the receiver (B-08)' }),
    journalOpenedOn: LocalDate.optional().meta({ description: 'The performer’s own journal (B-17)' }),
    userInformedAt: TimeIn.optional().meta({ description: 'That another performer comes (B-05)' }),
    planDocumentId: SafeId.optional().meta({
      description: 'The care plan, from openUpload, or its reference in the journal (B-09, B-18)',
    }),
    caseWorkerContactedAt: TimeIn.optional().meta({ description: 'Whoever ordered it (M-13)' }),
    longTermPlanId: SafeId.optional().meta({ description: 'The plan that lets acute help come again (H-22)' }),
  })
  .refine((said) => Object.values(said).some((one) => one !== undefined), 'nothing-prepared');
type PreparationIn = z.output<typeof PreparationIn>;

const preparedIn = ({ userInformedAt, caseWorkerContactedAt, ...rest }: PreparationIn) => ({
  ...rest,
  ...(userInformedAt === undefined ? {} : { userInformedAt: instant(userInformedAt) }),
  ...(caseWorkerContactedAt === undefined ? {} : { caseWorkerContactedAt: instant(caseWorkerContactedAt) }),
});

/** What is made ready before the start, as it is done, by whose it is (B-05, B-08, B-09, B-17, B-18, H-22, M-13). */
export const prepareReceiver = purchaseAct({
  summary: 'Note what has been made ready before the help begins',
  body: PreparationIn,
  async decide({ stored, actor, facts, pack }, { body, caller, at }, deps) {
    const next = prepareFor(stored.entity, preparedIn(body), actor, facts, pack);
    if (!next.ok) return next;
    const { contactPerson, planDocumentId } = body;
    const people = contactPerson === undefined ? [] : await peopleAt(stored.entity.receiver, dateOf(at), deps);
    if (contactPerson !== undefined && !people.some(({ userId }) => userId === contactPerson))
      return refuse('invalid', 'not-at-receiver', [{ at: 'body.contactPerson', code: 'not-at-receiver' }]);
    const named = [
      ...(planDocumentId === undefined ? [] : [{ at: 'body.planDocumentId', documentId: planDocumentId }]),
      ...(body.longTermPlanId === undefined ? [] : [{ at: 'body.longTermPlanId', documentId: body.longTermPlanId }]),
    ];
    if (named.length === 0) return next;
    const files = await takenPapers(named, caller, deps);
    return files.ok ? next : files;
  },
  did: (_next, _own, { body }) => ({
    row: { event: 'purchase-prepared', refs: { said: Object.keys(body).toSorted().join(' ') } },
  }),
});
