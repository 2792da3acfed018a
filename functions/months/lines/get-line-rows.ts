import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { submittedFiles } from '../adjusting/load-adjusting.ts';
import { draftStore } from '../drafting/draft-store.ts';
import { monthForm } from '../forms/month-form.ts';
import { casesOfCase, termsOf } from '../load-basis.ts';
import { lineOf } from '../load-month.ts';
import { linesIdOf, type ProviderMonth } from '../month.ts';
import { monthStore } from '../month-store.ts';
import { type OrderedVisit, RowBeside, rowsBeside, ServiceBeside, servicesBeside } from './rows-beside.ts';
import { saidRows } from './said-rows.ts';

/** How the rows came: on paper and keyed, by mail, filled in on a page, chosen as a file, or not at all. */
const RowSource = z
  .object({
    way: z.enum(['PAPER', 'MAIL', 'PAGE', 'FILE', 'NONE']),
    isPrint: z.boolean().meta({ description: 'A municipal provider’s own print: rows are those it must become' }),
    paperId: z.string().optional(),
    version: z.int().optional().meta({ description: 'Which of the hand-ins of the month' }),
  })
  .meta({ id: 'RowSource' });

/** By which way the files of a month came; a draft that was signed says its own. */
async function sourceOf(
  { month, providerId, submission }: ProviderMonth,
  isPrint: boolean,
  table: Parameters<typeof draftStore>[0],
): Promise<z.infer<typeof RowSource>> {
  if (!submission) return { way: 'NONE', isPrint };
  const { paper, version, report } = submission;
  if (paper) return { way: 'PAPER', isPrint, version, paperId: paper.paperId };
  const draft = (await draftStore(table).find(month, providerId))?.entity.report;
  const way = draft?.sha256 === report.sha256 && draft.way !== 'PORTAL' ? draft.way : 'FILE';
  return { way, isPrint, version };
}

/** One case's month row by row: what the file said, beside what the order knows. */
export const getLineRows = endpoint({
  summary: 'What the file said of one case, row by row, beside what was ordered',
  path: z.object({ month: Month, providerId: SafeId, caseNo: CaseNumber }),
  answer: z.object({
    source: RowSource,
    hasTimes: z.boolean().meta({ description: 'Whether the order says weekdays and times' }),
    rows: z.array(RowBeside),
    moreRows: z.int(),
    services: z.array(ServiceBeside),
  }),
  async run({ path, caller }, deps) {
    const own = await lineOf(path, caller, deps);
    if (!own.ok) return own;
    const { month, providerId, caseNo } = path;
    const terms = await termsOf(month, providerId, deps);
    if (!terms.ok) return terms;
    const { entity } = own.value.month;
    const laid = linesIdOf(entity);
    const kept = laid === undefined ? undefined : await monthStore(deps.table).basis(month, providerId, laid);
    const files = await submittedFiles(entity, entity.submission, kept?.format, deps);
    const said = files ? await saidRows(files.report, caseNo) : { rows: [], more: 0 };
    const { provider, settings } = terms.value;
    const { municipality, services } = settings;
    const cases = await casesOfCase(path, deps);
    const form = monthForm(cases, { month, municipality, services, provider })?.cases[0];
    const visits = (form?.rows ?? []).flatMap(({ code, visit }): OrderedVisit[] =>
      visit
        ? [{ code, date: visit.date, ordered: { start: visit.start, end: visit.end, minutes: visit.minutes } }]
        : [],
    );
    return done({
      source: await sourceOf(entity, kept?.format !== undefined, deps.table),
      hasTimes: visits.length > 0,
      rows: [...rowsBeside(said.rows, visits)],
      moreRows: said.more,
      services: [...servicesBeside(said.rows, form?.services ?? [])],
    });
  },
});
