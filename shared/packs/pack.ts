import * as z from 'zod';
import { LocalDate } from '../domain/local-time.ts';
import { Parameters } from './parameters.ts';

/** The parts of the system that a routine knows of; a pack without one has no rules for it. */
const Module = z.enum(['choices', 'orders', 'switches', 'months', 'invoices', 'purchases', 'acute']);

export const ProviderKind = z.enum(['municipal', 'private']);
export type ProviderKind = z.infer<typeof ProviderKind>;

/** The event from which a start limit counts (A10). */
export const ClockEvent = z.enum(['SENT', 'DISTRIBUTED', 'CONTACTED']);
export type ClockEvent = z.infer<typeof ClockEvent>;

const nth = z.int().min(1).max(20);

/** A municipality's routine as dated data. Code reads what the pack says and never which municipality it is. */
export const Pack = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
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
  /** How a provider is told, by its kind: by mail, or inside the system only (S-45). Mail where the pack is silent. */
  channel: z.record(ProviderKind, z.enum(['MAIL', 'SYSTEM'])).optional(),
  /** Who sets an order as executed: the provider itself (L-16), or the officer on the provider's word (S-38). */
  execution: z.record(ProviderKind, z.enum(['PROVIDER', 'OFFICER'])).optional(),
  /** Where the order also goes out on paper, with the personal data (S-20, S-21). */
  paper: z.record(ProviderKind, z.boolean()).optional(),
  /** Whether the provider's papers come to the officer, and the case is followed up, yearly at least (L-53, L-55, L-56). */
  caseFile: z.boolean().optional(),
  /** Whether the officer says if the customer is enrolled in home health care (S-09). */
  healthCare: z.boolean().optional(),
  /** The working days on which the signed report and the statement are due; the submission's is `monthly.dueVardag`. */
  month: z.strictObject({ report: nth, statement: nth }).optional(),
  /** Calendar days between notice and the first day with less or nothing (M-21, A37). */
  notice: z.strictObject({ days: z.int().min(0) }).optional(),
  params: Parameters.refine(
    (params) => params['switch.minDays'] <= params['switch.maxDays'],
    'switch.minDays är större än switch.maxDays',
  ),
});
export type Pack = z.output<typeof Pack>;

/** What a pack's file writes: only the parameters on which it differs. */
export type PackData = z.input<typeof Pack>;
