import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';

/** Why cases change hands: a word of ours, since the journal keeps it. */
export const MoveReason = z.enum(['LEAVES', 'AWAY', 'WORKLOAD', 'REQUESTED', 'OTHER']);

const Failed = z.object({ caseNo: z.string(), code: z.string() });

/** Cases on their way from one officer to another: all, or those that were named. */
export const Move = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  reason: MoveReason,
  cases: z.union([z.literal('ALL'), z.array(z.string())]),
  askedAt: Instant,
  by: z.object({ userId: z.string(), role: z.string(), actingFor: z.string().optional() }),
  state: z.enum(['RUNNING', 'DONE', 'STOPPED']),
  moved: z.int(),
  /** What stays, and why: it can be asked for again. */
  failed: z.array(Failed),
  /** Why nothing more is moved: the one who takes over is no officer any more. */
  stoppedBy: z.string().optional(),
});
export type Move = z.infer<typeof Move>;

export const MoveView = Move.omit({ cases: true, by: true })
  .extend({ left: z.int().meta({ description: 'How many are still to be moved' }) })
  .meta({ id: 'CaseloadMove' });

export const moveView = ({ cases: _, by: __, ...move }: Move, left: number): z.infer<typeof MoveView> => ({
  ...move,
  left,
});
