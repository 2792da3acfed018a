import * as z from 'zod';
import { Role } from '../domain/roles.ts';
import { Rule } from './routine-rules.ts';

/** Who takes a step in a purchase; a private performer's manager stands where a receiving unit's does. */
export const PurchaseRole = Role.extract([
  'ordering-manager',
  'ordering-administrator',
  'ordering-officer',
  'receiving-manager',
  'receiving-coordinator',
  'provider-manager',
  'development-leader',
  'registrar-own',
  'registrar-lov',
]);
export type PurchaseRole = z.infer<typeof PurchaseRole>;
const Roles = z.array(PurchaseRole).min(1);

/** What a routine may ask for before a step. Each is something that is found in the purchase, never a bare tick. */
export const PurchaseCondition = z.enum([
  ...(['own-staffing-excluded', 'no-employable-relative', 'point-intervention', 'care-only'] as const),
  ...(['ground-known', 'alternatives-considered', 'arisen-suddenly', 'period', 'legal-basis'] as const),
  ...(['dialogue-held', 'temporary-has-end'] as const),
  ...(['binding-told', 'actual-cost-told', 'binding-acknowledged'] as const),
  ...(['user-informed', 'transfer-consent', 'description-handed-over', 'contact-person'] as const),
  ...(['care-plan', 'own-journal', 'plan-in-journal', 'information-handed-over', 'risks-readable'] as const),
  ...(['agreement-signed', 'template-used', 'long-term-plan'] as const),
  ...(['registered', 'case-worker-contacted'] as const),
]);
export type PurchaseCondition = z.infer<typeof PurchaseCondition>;

/** A missing `BLK` stops the step; a missing `WRN` asks for a reason, which is kept. */
const AskedCondition = z.strictObject({ what: PurchaseCondition, level: z.enum(['BLK', 'WRN']), rule: Rule });
export type AskedCondition = z.output<typeof AskedCondition>;

/** A reason for buying that the routine names. `considered` asks what else was tried first. */
const Ground = z.strictObject({
  code: z.string().regex(/^[A-Z_]{3,30}$/),
  name: z.string(),
  rule: Rule,
  considered: z.boolean().default(false),
});

/** The reasons that the routine names; an open list takes OTHER with words (A76). */
export const Grounds = z.strictObject({ open: z.boolean(), list: z.array(Ground) });

/** What the written agreement says beside who, what and when. */
export const Clause = z.strictObject({
  what: z.enum(['COST', 'STAFFING', 'LEGAL_BASIS', 'QUALITY', 'WORK_ENVIRONMENT', 'RESPONSIBILITIES']),
  level: z.enum(['BLK', 'WRN']).default('WRN'),
  rule: Rule,
});
export type Clause = z.output<typeof Clause>;

/** Who gets a month's basis. */
const BasisRole = Role.extract(['ordering-administrator', 'economist', 'finance']);

const Registrar = z.strictObject({ by: PurchaseRole, rule: Rule });

/** How a routine buys hours between departments: who does what, what is asked before it, and under which of its rules. */
export const PurchaseRules = z.strictObject({
  request: z.strictObject({
    by: Roles,
    rule: Rule,
    kinds: Rule,
    grounds: Grounds,
    conditions: z.array(AskedCondition),
  }),
  /** The message that goes to all of these at the receiver (B-15). */
  message: z.strictObject({ by: Roles, to: Roles, rule: Rule }).optional(),
  /** Consents: to the transfer (B-06), to the journal, which they are written down in (B-21), to passing on (B-25). */
  consents: z.strictObject({ transfer: Rule, journal: Rule, forward: Rule }).optional(),
  /** Another unit may be asked after a no. */
  resent: Rule.optional(),
  /** The dialogue of both managers that a decision waits for (H-10), and that the extent may come down in it (H-11). */
  dialogue: z.strictObject({ rule: Rule, adjusted: Rule }).optional(),
  /** Told and acknowledged before a decision: the period binds (M-04), actual cost is charged (M-05). */
  binding: z.strictObject({ by: Roles, period: Rule, cost: Rule }).optional(),
  /** `beforeNo`: what a no waits for as well. */
  decision: z.strictObject({
    by: Roles,
    rule: Rule,
    declined: Rule,
    conditions: z.array(AskedCondition),
    beforeNo: z.array(AskedCondition).default([]),
  }),
  /** Ordered with the approval; by whom it is done follows the performer's kind (M-07..M-12). */
  registration: z
    .strictObject({ ordered: Rule, caseCode: Rule, told: Rule, municipal: Registrar, private: Registrar })
    .optional(),
  /** The written agreement of both managers (H-17); the template's version and its clauses (H-18). */
  agreement: z
    .strictObject({ rule: Rule, template: z.string(), templateRule: Rule, clauses: z.array(Clause) })
    .optional(),
  start: z.array(AskedCondition),
  /** Whom the orderer tells of a change, by the performer's kind; what the performer tells; and more, which is asked for. */
  changes: z
    .strictObject({
      told: Rule,
      inGoodTime: Rule,
      increase: Rule,
      municipal: z.strictObject({ to: PurchaseRole, rule: Rule }),
      private: z.strictObject({ to: PurchaseRole, rule: Rule }),
    })
    .optional(),
  /**
   * Only what was ordered is performed (M-15), or paid; above the extent with a comment (B-27). To whom a month's basis
   * goes, all of them (B-28, M-17), on which form (M-18), and by which deadline (B-26, M-17). Whoever is first among them
   * accepts it. With an `invoice` the orderer sends an internal one from an accepted basis (B-29) before the cost is
   * allocated (B-30); in two `legs` the performer is paid by its department's finance, and that by the orderer (A78).
   */
  basis: z.strictObject({
    ordered: Rule,
    above: Rule,
    to: z.array(BasisRole).min(1),
    toRule: Rule,
    form: z.strictObject({ id: z.string(), rule: Rule }).optional(),
    due: z.strictObject({ code: z.enum(['D31', 'D38']), rule: Rule }),
    invoice: Rule.optional(),
    allocation: Rule,
    legs: Rule.optional(),
  }),
  /** Under which rule help is documented as `documentation.mode` says (H-35). */
  documentation: Rule.optional(),
  /** Under which rules deviations (B-11, H-36), questions (B-10) and training needs (H-34) are told of. */
  around: z
    .strictObject({ deviation: Rule.optional(), information: Rule.optional(), training: Rule.optional() })
    .default({}),
  /** How often a pair of units meets in a calendar year (H-13), and about what (H-14). */
  meetings: z.strictObject({ perYear: z.int().min(1), rule: Rule, agenda: Rule }).optional(),
  /** The performer's manager investigates a work injury (H-40) and tells the measures before it is closed (H-41). */
  injury: z.strictObject({ investigated: Rule, shared: Rule }).optional(),
});
export type PurchaseRules = z.output<typeof PurchaseRules>;

/** What a routine asks of help that could not be planned (H-19..H-30). */
export const AcuteRules = z.strictObject({
  grounds: Grounds,
  request: z.array(AskedCondition),
  start: z.array(AskedCondition),
  /** The first visit's day is day 1: both managers are warned on one day and decide together on the other (H-28). */
  followUp: z.strictObject({ warnDay: z.int().min(1), day: z.int().min(2), rule: Rule, joint: Rule }),
  /** So many days back another acute help of the same person counts (H-22, A42). */
  recurrence: z.strictObject({ days: z.int().min(1), rule: Rule }),
  /** The agreement that is signed afterwards (H-30). */
  afterwards: Rule,
});
export type AcuteRules = z.output<typeof AcuteRules>;
