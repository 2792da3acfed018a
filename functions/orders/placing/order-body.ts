import * as z from 'zod';
import { Service } from '../../../shared/domain/assignment.ts';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { CustomerIn, SamePerson } from '../../../shared/domain/identity.ts';
import { LocalDate, TimeIn } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { orderContentIn, TimeOfDay } from '../../../shared/domain/order-content.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { acceptsStated } from '../steps/stated-change.ts';

/** What the officer notes of the customer's choice (L-01, L-02, L-03, S-01, S-05). */
const ChoiceIn = z.strictObject({
  mode: z.enum(['WRITTEN', 'ORAL']).optional().meta({ description: 'In writing or orally; only of a choice' }),
  formDocumentId: SafeId.optional().meta({
    description: 'The form, of a choice or that none was made, from openUpload',
  }),
  informedOfChoice: z.boolean().optional(),
  informationHandedOver: z.boolean().optional(),
});

/** The order's own: kept with it as they were answered. A new one is a line here and one in the record. */
const own = {
  healthCareEnrolled: z
    .boolean()
    .optional()
    .meta({ description: 'Whether the customer is enrolled in home health care; asked for where the routine does' }),
  ...orderContentIn,
};
const Own = z.object(own);

const Fields = z.strictObject({
  caseNo: CaseNumber,
  providerId: SafeId.optional().meta({ description: 'The provider that the customer chose', example: 'P1' }),
  abstains: z
    .literal(true)
    .optional()
    .meta({ description: 'The customer does not choose: the provider whose turn it is gets the order' }),
  choice: ChoiceIn.optional(),
  services: z.array(Service).min(1).max(20),
  from: LocalDate.optional().meta({ description: 'First day; today when left out', example: '2026-11-03' }),
  to: LocalDate.nullish().meta({ description: 'Last day served; left out until further notice' }),
  urgent: z.boolean().optional(),
  neededBy: TimeIn.optional().meta({ description: 'When the help of an urgent order is needed' }),
  phonedAt: TimeIn.optional().meta({ description: 'When the provider was phoned about an urgent order' }),
  area: SafeId.optional().meta({ description: 'Where the customer lives, when the turn is to reckon with it' }),
  homecoming: TimeIn.optional().meta({
    description: 'The customer lies in hospital and comes home then: the start limit counts from it',
    example: '2026-11-09T13:00:00+01:00',
  }),
  ...own,
  customer: CustomerIn.optional().meta({ description: 'Sealed at once; never in letters, lists or logs' }),
  samePerson: SamePerson,
  acceptsStated,
});
type Given = Partial<z.infer<typeof Fields>>;

/** Looked at even when something else is wrong, so that every fault is listed at once. */
const always = { when: () => true };
/** The same code from the same day twice is a slip of the pen; with days of its own it is an increase (L-45). */
const repeated = ({ services }: { services: readonly Service[] }) =>
  services.flatMap(({ code, from }, index) =>
    services.findIndex((one) => one.code === code && (one.from ?? null) === (from ?? null)) < index ? [index] : [],
  );

/**
 * An order as the officer, or the night patrol, asks for it. A customer chooses, or abstains (L-05, S-02). What an order that is
 * not urgent lacks, or has too much of, is said once it is known who asks: the night patrol gives none (S-17).
 */
export const OrderIn = Fields.refine(({ from, to }) => !from || !to || from <= to, {
  path: ['to'],
  error: 'to-before-from',
})
  .refine(({ providerId, abstains, urgent }: Given) => urgent || !providerId || !abstains, {
    ...always,
    path: ['abstains'],
    error: 'choice-and-abstains',
  })
  .refine(({ choice, abstains }: Given) => !choice?.mode || !abstains, {
    ...always,
    path: ['choice', 'mode'],
    error: 'choice-and-abstains',
  })
  .refine(({ urgent, homecoming }: Given) => !urgent || !homecoming, {
    ...always,
    path: ['homecoming'],
    error: 'homecoming-of-urgent',
  })
  .superRefine((given, context) => {
    for (const index of repeated(given))
      context.addIssue({ code: 'custom', path: ['services', index, 'code'], message: 'service-repeated' });
  });
export type OrderIn = z.infer<typeof OrderIn>;

export type OwnFields = Pick<Order, keyof z.infer<typeof Own>>;

/**
 * What the order keeps of them: home health care only where the routine asks for it (S-09), the times in the order of the
 * day, and the paragraph that most decisions rest on where no other is said.
 */
export function ownFieldsOf(asked: OrderIn, { healthCare }: Pick<Pack, 'healthCare'>): OwnFields {
  const { healthCareEnrolled, timesOfDay, legalBasis = '11:1', ...rest } = Own.parse(asked);
  return {
    ...{ ...rest, legalBasis },
    ...(timesOfDay ? { timesOfDay: TimeOfDay.options.filter((time) => timesOfDay.includes(time)) } : {}),
    ...(healthCare && healthCareEnrolled !== undefined ? { healthCareEnrolled } : {}),
  };
}
