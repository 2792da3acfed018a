import * as z from 'zod';
import { kindOf } from '../domain/deadline-kinds.ts';
import { LocalDate } from '../domain/local-time.ts';
import { Parameters } from './parameters.ts';
import { AcuteRules, PurchaseRules } from './purchase-rules.ts';
import { FormatName, ReportFormat } from './report-format.ts';
import { RoutineRules, Rule } from './routine-rules.ts';

/** The parts of the system that a routine knows of; a pack without one has no rules for it. */
export const Module = z.enum(['choices', 'orders', 'switches', 'months', 'invoices', 'purchases', 'acute']);
export type Module = z.infer<typeof Module>;

export const ProviderKind = z.enum(['municipal', 'private']);
export type ProviderKind = z.infer<typeof ProviderKind>;

/** The event from which a start limit counts (A10). */
export const ClockEvent = z.enum(['SENT', 'DISTRIBUTED', 'CONTACTED']);
export type ClockEvent = z.infer<typeof ClockEvent>;

const nth = z.int().min(1).max(20);

const Written = z.strictObject({
  /** Of several packs together, each for its modules, their names with a plus between (`together.ts`). */
  name: z.string().regex(/^[a-z0-9-]+(?:\+[a-z0-9-]+)*$/),
  title: z.string(),
  validFrom: LocalDate,
  /** The last day in force; without it, until further notice. */
  validTo: LocalDate.optional(),
  replaces: z.string().optional(),
  source: z.string(),
  modules: z.array(Module),
  providerKinds: z.array(ProviderKind),
  /** When the start limit begins, by the provider's kind. */
  clock: z.strictObject({ municipal: ClockEvent, private: ClockEvent }).optional(),
  /** Whether receipt is to be confirmed, and if being late is a breach or a remark (L-12, S-28, A11). */
  confirmation: z.record(ProviderKind, z.enum(['HARD', 'SOFT', 'NONE'])).optional(),
  /**
   * How a provider is notified, by its kind: by mail, or inside the system only (S-45). Mail where the pack is silent.
   */
  channel: z.record(ProviderKind, z.enum(['MAIL', 'SYSTEM'])).optional(),
  /** Who sets an order as executed: the provider itself (L-16), or the officer on the provider's word (S-38). */
  execution: z.record(ProviderKind, z.enum(['PROVIDER', 'OFFICER'])).optional(),
  /** Where the order also goes out on paper, with the personal data (S-20, S-21). */
  paper: z.record(ProviderKind, z.boolean()).optional(),
  /**
   * Whether the provider's papers are returned to the officer, and the case is followed up, yearly at least (L-53,
   * L-55, L-56).
   */
  caseFile: z.boolean().optional(),
  /** Whether the officer says if the customer is enrolled in home health care (S-09). */
  healthCare: z.boolean().optional(),
  /** The working days on which the signed report and the statement are due; the submission's is `monthly.dueVardag`. */
  month: z.strictObject({ report: nth, statement: nth }).optional(),
  /** Prints of municipal providers' own systems, by the name that a provider's file says, and what their columns mean. */
  reports: z.record(FormatName, ReportFormat).optional(),
  /** Calendar days between notice and the first day with nothing (M-21) or with less (M-22, A37). */
  notice: z.strictObject({ days: z.int().min(0), ending: Rule, reduction: Rule }).optional(),
  /**
   * What is reported of decisions that are not carried out: by which paragraph, of decisions under which, after how many
   * months, and on which days (`MM-DD`) the quarters begin.
   */
  unexecuted: z
    .strictObject({
      paragraph: z.string(),
      decidedBy: z.array(z.string()).min(1),
      months: nth,
      quarters: z
        .array(z.string().regex(/^(?:0[1-9]|1[0-2])-01$/))
        .min(1)
        .max(4),
    })
    .optional(),
  /** How hours are bought between departments, and what acute help asks beside it. */
  purchases: PurchaseRules.optional(),
  acute: AcuteRules.optional(),
  /** Its own paragraphs, which no code chooses between. */
  rules: RoutineRules.default({}),
  params: Parameters.refine(
    (params) => params['switch.minDays'] <= params['switch.maxDays'],
    'switch.minDays är större än switch.maxDays',
  ),
});

const kinds = ProviderKind.options;

/** What a pack has rules for, it names as a module; what it asks of a receipt is what its deadline is. */
const faultsIn = ({
  modules,
  clock,
  confirmation,
  rules,
  purchases,
  acute,
}: z.output<typeof Written>): readonly string[] => [
  ...(modules.includes('orders') === (rules.orders !== undefined) ? [] : ['rules.orders följer inte modules']),
  ...(modules.includes('switches') === (rules.switches !== undefined) ? [] : ['rules.switches följer inte modules']),
  ...(modules.includes('purchases') === (purchases !== undefined) ? [] : ['purchases följer inte modules']),
  ...(modules.includes('acute') === (acute !== undefined) ? [] : ['acute följer inte modules']),
  ...(acute === undefined || purchases !== undefined ? [] : ['acute förutsätter purchases']),
  ...((clock !== undefined) === (rules.orders !== undefined) ? [] : ['clock och rules.orders hör ihop']),
  ...kinds.flatMap((kind) => {
    const code = rules.orders?.[kind].confirmBy;
    const demand = code === undefined ? 'NONE' : kindOf(code).hard ? 'HARD' : 'SOFT';
    return (confirmation?.[kind] ?? 'NONE') === demand
      ? []
      : [`confirmation.${kind} och confirmBy säger emot varandra`];
  }),
];

/** A municipality's routine as dated data. Code reads what the pack says and never which municipality it is. */
export const Pack = Written.superRefine((pack, context) => {
  for (const message of faultsIn(pack)) context.addIssue({ code: 'custom', path: ['rules'], message });
});
export type Pack = z.output<typeof Pack>;

/** What a pack's file writes: only the parameters on which it differs. */
export type PackData = z.input<typeof Pack>;
