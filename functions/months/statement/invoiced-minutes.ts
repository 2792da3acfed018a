/**
 * The minutes that a statement or a settlement lets be invoiced: its own, and those by which it adjusts earlier months
 * (L-40). What is brought forward is öre alone, and changes no time.
 */
export const invoicedMinutes = ({
  totalMinutes,
  adjustments = [],
}: {
  readonly totalMinutes: number;
  readonly adjustments?: readonly { readonly minutes: number }[] | undefined;
}): number => adjustments.reduce((sum, { minutes }) => sum + minutes, totalMinutes);
