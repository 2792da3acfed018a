import * as z from 'zod';
import { Month } from '../../../shared/domain/local-time.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import { printedForms } from '../forms/paper-pages.ts';
import { type PaperRow, printedRow, RowValues } from './keyed-row.ts';
import { differencesOf, Keying, type PrintToKey, rowsToKeyAgain } from './keying.ts';
import { isOpenPaper, MonthPaper, Scan } from './paper.ts';

const Place = z.object({ letters: z.string(), page: z.int(), line: z.int() });
const Form = z.enum(printedForms);

/** Where a paper stands, to anybody who may see it: nothing of what was keyed. */
export const PaperState = z
  .object({
    id: z.string(),
    month: Month,
    providerId: z.string(),
    state: MonthPaper.shape.state,
    arrivedOn: z.string(),
    filedBy: z.string(),
    filedAt: z.string(),
    pages: z.int(),
    forms: z.array(Form),
    firstBy: z.string().optional(),
    secondBy: z.string().optional(),
    submissionId: z.string().optional(),
    endedBy: z.string().optional().meta({ description: 'Who took it back, or found it unsigned' }),
    reason: z.string().optional().meta({ description: 'Why it was taken back' }),
  })
  .meta({ id: 'PaperState' });
export type PaperState = z.infer<typeof PaperState>;

const Difference = Place.extend({
  form: Form,
  fields: z.array(z.string()),
  first: RowValues,
  second: RowValues,
});

export const PaperView = z
  .object({
    paper: PaperState,
    scans: z.array(Scan.extend({ url: z.string() })).meta({
      description: 'The files; whoever has an address may read the file until it expires',
    }),
    sheets: z
      .array(
        Place.omit({ line: true }).extend({
          form: Form,
          scan: z.int().meta({ description: 'In which of the files, from 0' }),
          sheet: z.int().meta({ description: 'Which picture in that file, from 1' }),
          rows: z.array(RowValues).meta({ description: 'As they are printed: an ordered visit as if performed so' }),
        }),
      )
      .meta({ description: 'Every page, in the order that it is keyed in' }),
    yours: Keying.optional().meta({ description: 'What the caller has keyed of it' }),
    may: z.enum(['key', 'confirm']).optional().meta({ description: 'What the caller may do with it now' }),
    mayNot: z
      .enum(['keyed-it', 'cases-in-month', 'first-mends', 'paper-not-keyed', 'read-as-second'])
      .optional()
      .meta({ description: 'Why the caller may not read it as the second person, while it waits' }),
    readers: z
      .object({ names: z.array(z.string()), more: z.int() })
      .optional()
      .meta({
        description: 'While it waits: who may read it as the second person, ten by name; none: appoint somebody',
      }),
    isStated: z.boolean().meta({ description: 'The month is stated: what the paper says becomes adjustments' }),
    again: z.array(Place).optional().meta({ description: 'To who reads it second: the rows to key' }),
    differences: z
      .object({ rows: z.array(Difference), signatures: z.array(Form) })
      .optional()
      .meta({ description: 'To both who have keyed it, once they have read differently' }),
  })
  .meta({ id: 'MonthPaper' });

export const paperState = (paper: MonthPaper): PaperState => ({
  id: paper.id,
  month: paper.month,
  providerId: paper.providerId,
  state: paper.state,
  arrivedOn: paper.arrivedOn,
  filedBy: paper.filedBy,
  filedAt: paper.filedAt,
  pages: paper.pages.length,
  forms: paper.prints.map(({ form }) => form),
  ...(paper.first ? { firstBy: paper.first.by } : {}),
  ...(paper.second ? { secondBy: paper.second.by } : {}),
  ...(paper.submissionId ? { submissionId: paper.submissionId } : {}),
  ...(paper.ended ? { endedBy: paper.ended.by } : {}),
  ...(paper.ended?.reason === undefined ? {} : { reason: paper.ended.reason }),
});

/** So many are named; who waits for one of them needs no longer a list. */
const mostNames = 10;

/** Somebody who may read it as the second person. */
type Named = { readonly userId: string; readonly name?: string | undefined };

const namesOf = (readers: readonly Named[]) => ({
  names: readers.slice(0, mostNames).map(({ userId, name }) => name ?? userId),
  more: Math.max(readers.length - mostNames, 0),
});

type Seen = {
  readonly paper: MonthPaper;
  readonly prints: readonly PrintToKey[];
  readonly first: Keying | undefined;
  readonly second: Keying | undefined;
  readonly urls: readonly string[];
  readonly may: 'key' | 'confirm' | undefined;
  readonly mayNot: z.infer<typeof PaperView>['mayNot'];
  readonly readers: readonly Named[];
  readonly isStated: boolean;
};

const sheetsOf = ({ paper, prints }: Seen): z.infer<typeof PaperView>['sheets'] =>
  prints.flatMap(({ letters, form, rows }) =>
    rows.flatMap((lines, at) => {
      const placed = paper.pages.find((one) => one.letters === letters && one.page === at + 1);
      const printed = lines.map((cells): PaperRow => printedRow(form, cells));
      return placed ? [{ ...placed, form, rows: printed }] : [];
    }),
  );

/**
 * A paper as one person sees it. Neither sees what the other has keyed until both have: then where they differ, and
 * nothing of the rest.
 */
export function paperView(seen: Seen, { userId }: Pick<Caller, 'userId'>): z.infer<typeof PaperView> {
  const { paper, prints, first, second, urls, may, mayNot, readers, isStated } = seen;
  const isFirst = paper.first?.by === userId;
  const isSecond = paper.second?.by === userId;
  const yours = isFirst ? first : isSecond ? second : undefined;
  const bothSee = paper.state === 'differs' && (isFirst || isSecond) && first && second;
  const { rows, signatures } = bothSee ? differencesOf(prints, first, second) : { rows: [], signatures: [] };
  return {
    paper: paperState(paper),
    scans: paper.scans.map((scan, n) => ({ ...scan, url: urls[n] ?? '' })),
    sheets: sheetsOf(seen),
    ...(yours ? { yours } : {}),
    ...(may ? { may } : {}),
    ...(mayNot ? { mayNot } : {}),
    ...(isOpenPaper(paper) ? { readers: namesOf(readers) } : {}),
    isStated,
    ...(may === 'confirm' && first && isOpenPaper(paper) ? { again: [...rowsToKeyAgain(prints, first)] } : {}),
    ...(bothSee
      ? {
          differences: {
            rows: rows.map((one) => ({ ...one, fields: [...one.fields] })),
            signatures: [...signatures],
          },
        }
      : {}),
  };
}
