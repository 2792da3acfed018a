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
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
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
 *   differs --> laid: mended, or read again
 *   differs --> keyed: mended where the other has read nothing yet
 *   keying --> replaced: filed again
 *   keyed --> replaced: filed again
 *   differs --> replaced: filed again
 * ```
 */
export const MonthPaper = z.object({
  id: z.string(),
  month: Month,
  providerId: z.string(),
  state: z.enum(['keying', 'keyed', 'differs', 'laid', 'replaced']),
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
});
export type MonthPaper = z.infer<typeof MonthPaper>;

export const isOpenPaper = ({ state }: Pick<MonthPaper, 'state'>): boolean => state !== 'laid' && state !== 'replaced';

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

type Person = { readonly userId: string; readonly caseload: string };
/** Whether somebody may open a paper: an officer while it waits for a second person, and of one's own month or reading. */
export const maySee = (
  paper: MonthPaper,
  { userId, role, caseload }: Person & { readonly role: Role },
  officers: ReadonlySet<string>,
): boolean =>
  role === 'administrator' || isOpenPaper(paper) || paper.keyedBy.includes(userId) || officers.has(caseload);

type Refused = 'paper-laid' | 'paper-replaced' | 'paper-not-keyed' | 'four-eyes';

function underWay({ state }: MonthPaper): Result<true, Refused> {
  if (state === 'laid') return refuse('conflict', 'paper-laid');
  return state === 'replaced' ? refuse('conflict', 'paper-replaced') : accept(true);
}

/** Who keys every row: nobody who has read it as the second person. */
export function mayKey(paper: MonthPaper, { userId }: Person): Result<true, Refused> {
  const open = underWay(paper);
  if (!open.ok) return open;
  return paper.second?.by === userId ? refuse('conflict', 'four-eyes') : accept(true);
}

/**
 * Who reads it after the first: not whoever has keyed it, nor an officer whose cases are in the month, whoever they act
 * for. Another second person than before takes over.
 */
export function mayConfirm(
  paper: MonthPaper,
  { userId, caseload }: Person,
  officers: ReadonlySet<string>,
): Result<true, Refused> {
  const open = underWay(paper);
  if (!open.ok) return open;
  if (!paper.first || paper.state === 'keying') return refuse('conflict', 'paper-not-keyed');
  const hasKeyed = paper.keyedBy.includes(userId) && paper.second?.by !== userId;
  return hasKeyed || officers.has(userId) || officers.has(caseload) ? refuse('conflict', 'four-eyes') : accept(true);
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

/** What the journal keeps of a paper: which bytes it is, and never what stands on it. */
export const paperRow = (
  event: 'paper-filed' | 'paper-keyed' | 'paper-differs' | 'paper-confirmed',
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
  },
});
