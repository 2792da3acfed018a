import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import { FileCounts } from '../dry-run/file-counts.ts';
import { figuresOf, type Line } from '../lines/line.ts';
import { ProviderMonth } from '../month.ts';

/** A share in per mille; nothing where there is nothing that it is a share of. */
const Share = z.int().min(0).nullable();

/** How a provider's month went, in numbers alone (L-76): minutes throughout, but where rows or orders are counted. */
export const MonthFigures = z
  .object({
    month: Month,
    providerId: z.string(),
    state: ProviderMonth.shape.state,
    cases: z.int(),
    granted: z.int(),
    ordered: z.int(),
    performed: z.int(),
    charged: z.int(),
    executedPerMille: Share.meta({ description: 'Performed of granted' }),
    unpaid: z.record(z.string(), z.int()).meta({ description: 'Minutes handed in and not paid, by reason' }),
    deviations: FileCounts.shape.deviations
      .optional()
      .meta({ description: 'Rows of the form by kind; not known of what was handed in before they were counted' }),
    registrations: FileCounts.shape.registrations.optional(),
    byHandPerMille: Share.meta({ description: 'Visits written down by hand, or changed, of those that say how' }),
    confirmations: z.object({
      asked: z.int().meta({ description: 'Orders placed in the month that were to be confirmed' }),
      late: z.int().meta({ description: 'Of those, confirmed late or still not' }),
    }),
  })
  .meta({ id: 'MonthFigures' });
export type MonthFigures = z.infer<typeof MonthFigures>;

/** A part of a whole in per mille, rounded half up. */
export const perMille = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * 2000 + whole) / (whole * 2));

const sumOf = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((sum, one) => sum + of(one), 0);

/** Minutes by reason, of all lines together. */
function unpaidIn(lines: readonly Line[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const line of lines)
    for (const [reason, minutes] of Object.entries(figuresOf(line).unpaid))
      sums[reason] = (sums[reason] ?? 0) + minutes;
  return Object.fromEntries(Object.entries(sums).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** What a provider's lines come to as they are decided so far, beside what its files hold and how it confirms. */
export function monthFigures(
  of: Pick<ProviderMonth, 'month' | 'providerId' | 'state' | 'submission'>,
  lines: readonly Line[],
  confirmations: MonthFigures['confirmations'],
): MonthFigures {
  const { month, providerId, state, submission } = of;
  const [granted, performed] = [sumOf(lines, (line) => line.granted), sumOf(lines, (line) => line.performed)];
  const { registrations, deviations } = submission?.counts ?? {};
  const byHand = registrations && registrations.manual + registrations.changed;
  return {
    ...{ month, providerId, state, cases: lines.length, granted, performed },
    ordered: sumOf(lines, (line) => line.ordered),
    charged: sumOf(lines, (line) => figuresOf(line).charged),
    executedPerMille: perMille(performed, granted),
    unpaid: unpaidIn(lines),
    ...(deviations ? { deviations } : {}),
    ...(registrations ? { registrations } : {}),
    byHandPerMille: registrations ? perMille(byHand ?? 0, (byHand ?? 0) + registrations.automatic) : null,
    confirmations: { ...confirmations },
  };
}
