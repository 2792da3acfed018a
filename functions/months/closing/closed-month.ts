import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Line } from '../lines/line.ts';
import type { Part, ProviderMonth } from '../month.ts';
import { type Chunked, partOf, placesOf } from '../signing/submission.ts';

export type ClosingRefusal =
  | 'month-submitted'
  | 'statement-sent'
  | 'month-closed'
  | 'closing-too-early'
  | 'not-your-month';

/**
 * Whether an officer may close a month that nothing was handed in of: from the sixth working day, once, and whoever has
 * cases in it (A81).
 */
export function mayClose(
  month: ProviderMonth | undefined,
  officers: readonly string[],
  by: { readonly caseload: string; readonly at: Instant; readonly from: Instant },
): Result<true, ClosingRefusal> {
  if (month?.state === 'stated') return refuse('conflict', 'statement-sent');
  if (month?.submission) return refuse('conflict', 'month-submitted');
  if (month?.closed) return refuse('conflict', 'month-closed');
  if (!officers.includes(by.caseload)) return refuse('missing', 'not-your-month');
  return by.at < by.from ? refuse('conflict', 'closing-too-early') : accept(true);
}

type Closing = {
  readonly of: Pick<ProviderMonth, 'month' | 'providerId'>;
  readonly orePerHour: number;
  readonly officers: readonly string[];
  readonly chunks: readonly Chunked[];
  readonly closed: NonNullable<ProviderMonth['closed']>;
};

/** A provider's month as closing it leaves it. What is handed in before the statement takes its place. */
export const closedMonth = ({ of, orePerHour, officers, chunks, closed }: Closing): ProviderMonth => ({
  ...of,
  state: 'closed',
  closed,
  officers: [...officers],
  chunks: placesOf(chunks),
  orePerHour,
});

/** Each officer's part; who closed it has had a hand in the month (A72). */
export const partsClosed = (
  { closed, officers }: Pick<Closing, 'closed' | 'officers'>,
  lines: readonly Line[],
): readonly Part[] => officers.map((officerId) => ({ ...partOf(officerId, closed.id, lines), decidedBy: [closed.by] }));
