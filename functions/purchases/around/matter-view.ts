import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';
import { PurchaseSide } from '../agreements/agreement.ts';
import { managerSide, type PurchaseActor, purchaseSide } from '../party.ts';
import type { Purchase } from '../purchase.ts';
import type { Matter } from './matter.ts';
import { NoteForm } from './note.ts';

const said = z.object({
  at: Instant,
  by: z.string(),
  words: z.string().optional(),
  documentIds: z.array(z.string()).optional(),
});

/** Something around a purchase, as somebody of either side sees it. */
export const MatterView = z
  .object({
    id: z.string(),
    what: z.enum(['deviation', 'injury', 'training', 'question', 'note']),
    kind: z.enum(['DEVIATION', 'LEX_SARAH']).optional(),
    state: z.enum(['OPEN', 'SHARED', 'CLOSED', 'KEPT']).meta({
      description: 'SHARED: the measures of an injury have been told; KEPT: a note, which nobody closes',
    }),
    owner: PurchaseSide.meta({ description: 'Whose managers see to it' }),
    opened: said,
    form: NoteForm.optional(),
    reference: z.string().optional(),
    measures: said.optional(),
    closed: said.optional().meta({ description: 'What came of it: an answer, or the end of it' }),
    next: z.array(z.string()).meta({ description: 'What the caller may do next, by the names of the ways in' }),
  })
  .meta({ id: 'PurchaseMatter' });
export type MatterView = z.infer<typeof MatterView>;

type Shown = Omit<MatterView, 'id' | 'what' | 'next'> & {
  /** Which side wrote what is written first, and last. */
  readonly wrote: { readonly opened: PurchaseSide; readonly closed: PurchaseSide };
  /** The step that takes it further, and whose managers take it. */
  readonly step?: { readonly ways: readonly string[]; readonly by: PurchaseSide };
};

function shownAs(matter: Matter): Shown {
  switch (matter.what) {
    case 'deviation': {
      const { kind, owner, closed } = matter;
      const { from, ...opened } = matter.opened;
      const wrote = { opened: from, closed: owner };
      return {
        kind,
        opened,
        owner,
        closed,
        wrote,
        state: closed ? 'CLOSED' : 'OPEN',
        step: { ways: ['closeDeviation'], by: owner },
      };
    }
    case 'injury': {
      const { reported, measures, closed } = matter;
      const { reference, ...opened } = reported;
      const state = closed ? 'CLOSED' : measures ? 'SHARED' : 'OPEN';
      const ways = measures ? ['shareMeasures', 'closeInjury'] : ['shareMeasures'];
      return {
        opened,
        reference,
        owner: 'RECEIVING',
        wrote: { opened: 'RECEIVING', closed: 'RECEIVING' },
        measures,
        closed,
        state,
        step: { ways, by: 'RECEIVING' },
      };
    }
    case 'training': {
      const { told, answered } = matter;
      const step = { ways: ['answerTrainingNeed'], by: 'ORDERING' } as const;
      return {
        opened: told,
        owner: 'ORDERING',
        wrote: { opened: 'RECEIVING', closed: 'ORDERING' },
        closed: answered,
        state: answered ? 'CLOSED' : 'OPEN',
        step,
      };
    }
    case 'question': {
      const { asked, answered } = matter;
      const step = { ways: ['answerInformation'], by: 'RECEIVING' } as const;
      return {
        opened: asked,
        owner: 'RECEIVING',
        wrote: { opened: 'ORDERING', closed: 'RECEIVING' },
        closed: answered,
        state: answered ? 'CLOSED' : 'OPEN',
        step,
      };
    }
    case 'note': {
      const { noted, form, documentId, reference, words } = matter;
      const documentIds = documentId === undefined ? undefined : [documentId];
      return {
        opened: { ...noted, words, documentIds },
        form,
        reference,
        owner: 'RECEIVING',
        wrote: { opened: 'RECEIVING', closed: 'RECEIVING' },
        state: 'KEPT',
      };
    }
  }
}

/** That there is something, without what was written. */
const wordless = ({ words: _, documentIds: __, ...one }: z.infer<typeof said>) => one;

/**
 * What people wrote is there for both sides' managers, and for who wrote it; a note also for the performer's own people,
 * and what answers a question for those two alone (B-22). A performer who may not know whom the help is for, or no longer,
 * reads nothing that the orderer wrote (B-06).
 */
export function matterView(matter: Matter, purchase: Purchase, actor: PurchaseActor, isKnown: boolean): MatterView {
  const { step, wrote, ...shown } = shownAs(matter);
  const [side, manages] = [purchaseSide(purchase, actor), managerSide(purchase, actor)];
  const isOpeners = shown.opened.by === actor.userId;
  const isShared = manages !== undefined || (matter.what === 'note' && side === 'RECEIVING');
  const mayRead = (by: PurchaseSide): boolean => isShared && (isKnown || side === by || side === 'ORDERING');
  const mayReadAnswer = matter.what === 'question' ? isOpeners : isOpeners || mayRead(wrote.closed);
  const only = (one: z.infer<typeof said>, may: boolean) => (may || one.by === actor.userId ? one : wordless(one));
  const { opened, measures, closed } = shown;
  return {
    ...shown,
    ...{ id: matter.id, what: matter.what },
    opened: only(opened, mayRead(wrote.opened)),
    measures: measures && only(measures, mayRead('RECEIVING')),
    closed: closed && only(closed, mayReadAnswer),
    next: step && shown.state !== 'CLOSED' && manages === step.by ? [...step.ways] : [],
  };
}
