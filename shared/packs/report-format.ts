import * as z from 'zod';
import { optionalColumns, reportColumns, visitStatuses } from '../domain/file-columns.ts';

const name = z.string().trim().min(1).max(100);

/** What a print's column may stand for: each column of the time report but the month, which is said by itself. */
const meant = z.enum([...reportColumns, ...optionalColumns]).exclude(['Månad']);
type Meant = z.infer<typeof meant>;

/** Without these no row is a visit; whose it is, the provider's own files need not say. */
const needed: readonly Meant[] = reportColumns.filter((column) => column !== 'Månad' && column !== 'Utförare');
/** A print that has none of them tells totals alone. */
const ofVisits: readonly Meant[] = ['Datum', 'Start', 'Slut'];

const Written = z.strictObject({
  /** The sheet that it stands in, of a workbook. */
  sheet: name,
  /** The print's own columns, all of them, in any order. */
  header: z.array(name).min(1).max(100),
  /** The column that says the month, or `--month` where the print does not say it. */
  month: z.union([z.literal('--month'), name]),
  /** By each column of the time report, the print's own. */
  columns: z.partialRecord(meant, name),
  /** How minutes are written: whole, as hours and minutes, or as hours with decimals. */
  minutes: z.enum(['MIN', 'H:MM', 'HOURS']),
  /** By each word of the print, what it means here. */
  status: z.record(name, z.enum(visitStatuses)),
  /** The rows of sums, which are no visits: where the column says this. */
  sumRows: z.strictObject({ column: name, equals: name }).optional(),
});

/** A print without visits: filed, and never judged. */
export const tellsTotalsAlone = ({ columns }: Pick<z.infer<typeof Written>, 'columns'>): boolean =>
  ofVisits.every((column) => columns[column] === undefined);

function* faultsIn({
  header,
  month,
  columns,
  sumRows,
  status,
}: z.infer<typeof Written>): Generator<readonly [string, string]> {
  const names = new Set(header);
  if (names.size < header.length) yield ['header', 'en rubrik står två gånger'];
  const said = Object.values(columns);
  if (new Set(said).size < said.length) yield ['columns', 'en av utskriftens kolumner är två saker'];
  for (const [column, own] of Object.entries(columns))
    if (!names.has(own)) yield ['columns', `${column}: ${own} finns inte i header`];
  if (month !== '--month' && !names.has(month)) yield ['month', `${month} finns inte i header`];
  if (sumRows && !names.has(sumRows.column)) yield ['sumRows', `${sumRows.column} finns inte i header`];
  if (tellsTotalsAlone({ columns })) return;
  const missing = needed.filter((column) => columns[column] === undefined);
  if (missing.length > 0) yield ['columns', `saknas: ${missing.join(', ')}`];
  if (Object.keys(status).length === 0) yield ['status', 'inget ord är översatt'];
}

/** How a municipal provider's own print becomes the month's time report, as data of the pack (`reports.NAME`). */
export const ReportFormat = Written.superRefine((format, context) => {
  for (const [at, message] of faultsIn(format)) context.addIssue({ code: 'custom', path: [at], message });
});
export type ReportFormat = z.output<typeof ReportFormat>;

/** What a print is called in a pack, on the command line and with a provider. */
export const FormatName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
