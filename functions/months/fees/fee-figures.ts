import * as z from 'zod';

/** Absent in a way that the customer, or nobody, could help: what the fee is decided on beside what was paid (L-26). */
const absent = ['ABSENT', 'HOSPITAL', 'NOTICE_GIVEN', 'AFTER_DEATH'] as const;

/** What a fee is decided on beside what was paid, by what is known of the case. Whole minutes, and days. */
export const FeeFigures = z.object({
  granted: z.int(),
  performed: z.int(),
  paidAbsence: z.int(),
  unpaidAbsence: z.int(),
  absenceDays: z.int(),
});
export type FeeFigures = z.infer<typeof FeeFigures>;

/** A case as it was judged. */
type Judged = {
  readonly granted: number;
  readonly performed: number;
  readonly absence: number;
  readonly absenceDays?: number | undefined;
};

export const feeFigures = (
  { granted, performed, absence, absenceDays = 0 }: Judged,
  unpaid: Readonly<Record<string, number>>,
): FeeFigures => ({
  ...{ granted, performed, paidAbsence: absence, absenceDays },
  unpaidAbsence: absent.reduce((sum, reason) => sum + (unpaid[reason] ?? 0), 0),
});

/** A case that the provider has not in the month. */
export const noFigures: FeeFigures = feeFigures({ granted: 0, performed: 0, absence: 0 }, {});
