import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';

const Minutes = z.int().min(0);

/** What the rules propose of a case's month, before anyone has decided: the dry run's figures. */
const Proposal = z.object({
  charged: Minutes,
  topUp: Minutes,
  status: z.enum(['MATCH', 'MISMATCH', 'FAULTY']),
  unpaid: z.record(z.string(), Minutes),
  faults: z.array(z.string()),
  warnings: z.array(z.string()),
});

/** Who may be asked: the customer, a relative or the estate, the provider; or that nobody on that side can be (A68). */
export const contactKinds = ['customer', 'relative', 'provider', 'not-possible'] as const;

/** That somebody was asked what had happened, before a time that did not match was decided (L-32). */
export const Contact = z.object({
  with: z.enum(contactKinds),
  at: Instant,
  by: z.string(),
  note: z.string().optional(),
  /** Why nobody on the customer's side could be asked. */
  reason: z.string().optional(),
});
export type Contact = z.infer<typeof Contact>;

export const Decision = z.object({
  kind: z.enum(['APPROVED', 'ADJUSTED', 'REJECTED', 'CHARGED_AS_GRANTED']),
  charged: Minutes,
  by: z.string(),
  at: Instant,
  comment: z.string().optional(),
  faultCode: z.string().optional(),
  batchId: z.string().optional(),
});
export type Decision = z.infer<typeof Decision>;

const Said = z.object({ text: z.string(), at: Instant, by: z.string() });

/**
 * One case of a provider's month: the three times that the routine follows up (L-76) — granted, performed and
 * charged — what is proposed and why not, and what a person has decided. Minutes throughout.
 */
export const Line = z
  .object({
    caseNo: z.string(),
    officerId: z.string(),
    granted: Minutes,
    ordered: Minutes,
    performed: Minutes,
    absence: Minutes,
    submitted: Minutes,
    /** Days in force within a stay or a planned absence; older lines, and those without any, have none. */
    absenceDays: z.int().min(0).optional(),
    proposal: Proposal,
    contacts: z.array(Contact),
    question: Said.extend({ answer: Said.optional() }).optional(),
    decision: Decision.optional(),
    /** Counts the changes of this line alone, so that a colleague's other lines are in nobody's way. */
    version: z.int(),
  })
  .meta({ id: 'MonthLine' });
export type Line = z.infer<typeof Line>;

export type Figures = {
  readonly charged: number;
  readonly topUp: number;
  readonly unpaid: Readonly<Record<string, number>>;
};

/** The minutes that a person, and no rule, left unpaid. */
const decidedReason = 'DECIDED';

/**
 * What is charged once a person has decided. Always, before and after: submitted + top-up = charged + Σ unpaid; what
 * a person added beyond the proposal is top-up, what a person took away is first top-up, then unpaid as decided.
 */
export function figuresOf({
  proposal,
  decision,
}: Pick<Line, 'proposal'> & { readonly decision?: Pick<Decision, 'charged'> | undefined }): Figures {
  const { charged, topUp, unpaid } = proposal;
  const change = (decision?.charged ?? charged) - charged;
  if (change >= 0) return { charged: charged + change, topUp: topUp + change, unpaid };
  const fromTopUp = Math.min(topUp, -change);
  const left = -change - fromTopUp;
  return {
    charged: charged + change,
    topUp: topUp - fromTopUp,
    unpaid: left === 0 ? unpaid : { ...unpaid, [decidedReason]: left },
  };
}
