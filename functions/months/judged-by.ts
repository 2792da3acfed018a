import * as z from 'zod';
import { KnownFact } from '../../shared/domain/known-fact.ts';
import { LocalDate } from '../../shared/domain/local-date.ts';
import { ProviderKind } from '../../shared/packs/pack.ts';
import { ReportFormat } from '../../shared/packs/report-format.ts';

const day = LocalDate.nullish();

/** The pay rules of a month as they were when it was handed in (`PayRules`). */
const Rules = z.object({
  wrongBasis: z.enum(['GRANTED', 'MIN', 'HOLD']),
  bomtidNotice: z.union([z.enum(['BEFORE_VISIT_DAY', 'BEFORE_VISIT']), z.templateLiteral(['HOURS:', z.number()])]),
  deathDayRemainder: z.enum(['BOMTID', 'NONE']),
  toleranceMinutes: z.int(),
  grantedProRata: z.boolean(),
  doubleStaffing: z.enum(['ONCE', 'EACH']),
});

/** What a submission was judged by: the rules and the cases as they were known then. */
export const JudgedBy = z.object({
  rules: Rules,
  /** What is charged where nothing was handed in (A81); older ones have none. */
  notHandedIn: z.enum(['GRANTED', 'NOTHING']).optional(),
  provider: z.object({ id: z.string(), kind: ProviderKind }),
  /** By which map its print was read, where it handed in its own. */
  format: ReportFormat.optional(),
  cases: z.array(
    z.object({
      caseNo: z.string(),
      from: day,
      to: day,
      services: z.array(z.object({ code: z.string(), minutesPerMonth: z.int(), from: day, to: day })),
      known: z.array(KnownFact).optional(),
      needIsTold: z.boolean().optional(),
    }),
  ),
});
export type JudgedBy = z.infer<typeof JudgedBy>;
