import { formColumns, reportColumns, sumService, totalCase } from '../../../shared/domain/file-columns.ts';
import { ask } from '../../api/client.ts';
import type { Outcome } from '../../api/outcome.ts';

/** The first row of a file, which is all there is of a blank form. */
const header = (columns: readonly string[]) => `${columns.join(';')}\r\n`;

/** A month without deviations is the header alone. */
export const emptyDeviationForm = header(formColumns);

/** The provider's cases in the month: an empty report is judged, and the answer names every one of them. */
async function casesOf(month: string): Promise<Outcome<readonly string[]>> {
  const body = { report: { text: header(reportColumns) }, deviations: { text: emptyDeviationForm } };
  const outcome = await ask('POST /months/{month}/check', { path: { month }, body });
  if (!outcome.ok) return outcome;
  return { ok: true, value: 'cases' in outcome.value ? outcome.value.cases.map(({ caseNo }) => caseNo) : [] };
}

/** The report's template: the header, and a sum row for each case and for the file, to be filled in. */
export async function reportTemplate(month: string, providerId: string): Promise<Outcome<string>> {
  const cases = await casesOf(month);
  if (!cases.ok) return cases;
  const rows = [...cases.value, totalCase].map(
    (caseNo) => `${month};${providerId};${caseNo};${sumService};;;;0;0;\r\n`,
  );
  return { ok: true, value: header(reportColumns) + rows.join('') };
}
