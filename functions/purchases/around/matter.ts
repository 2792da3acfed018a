import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Instant } from '../../../shared/domain/local-time.ts';
import { PurchaseDeviation } from './deviation.ts';
import { InformationAsked } from './information.ts';
import { WorkInjury } from './injury.ts';
import { PurchaseNote } from './note.ts';
import { TrainingNeed } from './training.ts';

const known = { id: z.string(), purchaseId: SafeId, since: Instant };

/** Something beside a purchase that somebody sees to, or that is kept with it. */
export const Matter = z.discriminatedUnion('what', [
  z.object({ what: z.literal('deviation'), ...known, ...PurchaseDeviation.shape }),
  z.object({ what: z.literal('injury'), ...known, ...WorkInjury.shape }),
  z.object({ what: z.literal('training'), ...known, ...TrainingNeed.shape }),
  z.object({ what: z.literal('question'), ...known, ...InformationAsked.shape }),
  z.object({ what: z.literal('note'), ...known, ...PurchaseNote.shape }),
]);
export type Matter = z.infer<typeof Matter>;
export type MatterKind = Matter['what'];
/** One of a kind. */
export type MatterOf<Kind extends MatterKind> = Extract<Matter, { what: Kind }>;

/** What their ids begin with, which keeps those of a kind together. */
export const matterIds = {
  deviation: 'avvikelse',
  injury: 'skada',
  training: 'behov',
  question: 'fraga',
  note: 'notering',
} as const satisfies Readonly<Record<MatterKind, string>>;
