import * as z from 'zod';
import {
  dateOf,
  firstDay,
  Instant,
  instantAt,
  LocalDate,
  Month,
  nextMonth,
} from '../../../shared/domain/local-time.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import { Role } from '../../../shared/domain/roles.ts';
import { scanKinds } from '../../../shared/domain/scan-file.ts';
import { printedForms } from '../forms/paper-pages.ts';

/** One person's reading of the paper: what they have keyed is a document, a month has more rows than an item holds. */
const Reading = z.object({ by: z.string(), role: Role, at: Instant, keyingId: z.string() });
export type Reading = z.infer<typeof Reading>;

export const Scan = z
  .object({ documentId: z.string(), sha256: z.string(), bytes: z.int(), contentType: z.enum(scanKinds) })
  .meta({ id: 'PaperScan' });

/** Where a page of a print lies in the scans: the file from 0, the sheet in it from 1. */
const PlacedPage = z.object({ letters: z.string(), page: z.int(), scan: z.int(), sheet: z.int() });

/**
 * A month that came on paper: the scans of it, filed by the administrator, and what two persons read of them (Paper).
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> keying: filed
 *   keying --> keyed: every page read by one
 *   keyed --> laid: another reads the same
 *   keyed --> differs: another reads something else
 *   differs --> laid: the first mends it
 *   differs --> keyed: the first stands by it, or mends where the other has read nothing yet
 *   keying --> replaced: filed again
 *   keyed --> replaced: filed again
 *   differs --> replaced: filed again
 *   keying --> returned: not signed
 *   differs --> returned: not signed
 *   keying --> withdrawn: taken back, with a reason
 *   keyed --> withdrawn: taken back, with a reason
 *   differs --> withdrawn: taken back, with a reason
 *   returned --> replaced: the signed one is filed
 *   withdrawn --> replaced: filed again
 * ```
 */
export const MonthPaper = z.object({
  id: z.string(),
  month: Month,
  providerId: z.string(),
  state: z.enum(['keying', 'keyed', 'differs', 'laid', 'replaced', 'returned', 'withdrawn']),
  /** The day on its stamp: when it was received (A59). */
  arrivedOn: LocalDate,
  filedBy: z.string(),
  filedAt: Instant,
  scans: z.array(Scan),
  prints: z.array(
    z.object({
      form: z.enum(printedForms),
      letters: z.string(),
      pages: z.int(),
      rowsId: z.string().optional(),
      draftTime: z.int().optional(),
    }),
  ),
  pages: z.array(PlacedPage),
  first: Reading.optional(),
  second: Reading.optional(),
  /** Everybody who has keyed it, also one whose reading another has taken the place of. */
  keyedBy: z.array(z.string()),
  submissionId: z.string().optional(),
  /** Who took it back, or handed it back unsigned, and why it was taken back. */
  ended: z.object({ by: z.string(), at: Instant, reason: z.string().optional() }).optional(),
});
export type MonthPaper = z.infer<typeof MonthPaper>;

/** Somebody is to do something with it. */
export const isOpenPaper = ({ state }: Pick<MonthPaper, 'state'>): boolean =>
  state === 'keying' || state === 'keyed' || state === 'differs';

/** What is filed again takes its place, and what was keyed of the same pages goes on: of one handed back or taken back too. */
export const isTakenUp = (paper: Pick<MonthPaper, 'state'>): boolean =>
  isOpenPaper(paper) || paper.state === 'returned' || paper.state === 'withdrawn';

/** The day on the stamp is not after today, and not before the month is over. */
export function* faultsOfArrival(arrivedOn: LocalDate, month: Month, at: Instant): Generator<Fault> {
  if (arrivedOn > dateOf(at)) yield { at: 'body.arrivedOn', code: 'date-ahead' };
  if (arrivedOn < firstDay(nextMonth(month))) yield { at: 'body.arrivedOn', code: 'before-month-end' };
}

/** A stamp says the day and no hour: its noon, or now when that is still to come. */
export function receivedAt({ arrivedOn }: Pick<MonthPaper, 'arrivedOn'>, at: Instant): Instant {
  const noon = instantAt(arrivedOn, '12:00');
  return noon < at ? noon : at;
}

const withHand = ({ keyedBy }: MonthPaper, userId: string): string[] => [...new Set([...keyedBy, userId])];

/** What the first person has keyed so far, or anew; the paper waits for them until it is said to be all. */
export const keyed = (paper: MonthPaper, first: Reading): MonthPaper => ({
  ...paper,
  first,
  keyedBy: withHand(paper, first.by),
});

export const confirmed = (paper: MonthPaper, second: Reading): MonthPaper => ({
  ...paper,
  second,
  keyedBy: withHand(paper, second.by),
});

/** It waits for nobody any more: handed back since its manager has not signed it, or taken back for a reason. */
export const ended = <State extends 'returned' | 'withdrawn'>(
  paper: MonthPaper,
  state: State,
  by: NonNullable<MonthPaper['ended']>,
): MonthPaper & { readonly state: State } => ({ ...paper, state, ended: by });

/** What the journal keeps of a paper: which bytes it is, and never what stands on it. */
export const paperRow = (
  event: ('paper-filed' | 'paper-keyed' | 'paper-differs' | 'paper-confirmed') | ('paper-returned' | 'paper-withdrawn'),
  paper: MonthPaper,
) => ({
  event,
  month: paper.month,
  providerId: paper.providerId,
  refs: {
    paperId: paper.id,
    arrivedOn: paper.arrivedOn,
    pages: paper.pages.length,
    // Of so many as fit a row; the record has all.
    scanSha256: paper.scans[0]?.sha256 ?? '',
    ...(paper.ended?.reason === undefined ? {} : { reason: paper.ended.reason }),
  },
});
