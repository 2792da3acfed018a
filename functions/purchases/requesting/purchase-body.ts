import * as z from 'zod';
import { Service } from '../../../shared/domain/assignment.ts';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { instant, LocalDate, TimeIn } from '../../../shared/domain/local-time.ts';
import { Extent } from '../extent.ts';
import type { WantedHelp } from './request.ts';

const Grounds = z.strictObject({
  code: z.string().regex(/^[A-Z_]{3,30}$/),
  words: Remark.optional(),
  ownStaffingExcludedAt: TimeIn.optional().meta({
    description: 'When own staff had been found not to do (H-15, B-13)',
  }),
  noEmployableRelative: Remark.optional().meta({ description: 'What was found about relatives to employ (B-02)' }),
  kind: z.enum(['POINT', 'OTHER']).optional(),
  careOnly: z.boolean().optional(),
  considered: z
    .strictObject({ relocation: Remark.optional(), callIn: Remark.optional() })
    .optional()
    .meta({ description: 'What came of moving own staff, or of calling somebody in (H-04)' }),
});

/** Whom the help is asked of: a unit of the municipality's own, or a provider. */
export const AskedOf = {
  receivingUnitId: SafeId.optional(),
  providerId: SafeId.optional(),
} as const;

/** What a unit writes when it asks another for hours. */
export const PurchaseIn = z
  .strictObject({
    orderingUnitId: SafeId,
    ...AskedOf,
    mode: z.enum(['PLANNED', 'ACUTE']),
    caseNo: CaseNumber,
    services: z
      .array(z.strictObject({ code: Service.shape.code }))
      .min(1)
      .max(20)
      .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, 'same-service-twice'),
    extent: Extent.refine(({ minutes }) => minutes > 0, { path: ['minutes'], error: 'no-time' }),
    from: LocalDate,
    to: LocalDate.nullable().optional(),
    grounds: Grounds,
    arisenAt: TimeIn.optional().meta({ description: 'When the need of acute help arose (H-19)' }),
    linkedOrderId: SafeId.optional().meta({
      description: 'The order that goes on beside it, or until it begins (H-05)',
    }),
    longTermPlanId: SafeId.optional().meta({ description: 'The plan that lets acute help come again (H-22)' }),
    reason: Remark.optional().meta({ description: 'Why, where the routine only asks for a reason' }),
  })
  .meta({ id: 'PurchaseIn' });
export type PurchaseIn = z.infer<typeof PurchaseIn>;

/** The same with its times as instants. */
export function groundsIn({ ownStaffingExcludedAt, ...grounds }: PurchaseIn['grounds']): WantedHelp['grounds'] {
  return {
    ...grounds,
    ...(ownStaffingExcludedAt === undefined ? {} : { ownStaffingExcludedAt: instant(ownStaffingExcludedAt) }),
  };
}
