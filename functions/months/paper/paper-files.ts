import { formColumns, reportColumns } from '../../../shared/domain/file-columns.ts';
import type { Month } from '../../../shared/domain/local-time.ts';
import type { PaperForm } from '../forms/paper-pages.ts';
import { isWritten, type PaperRow } from './keyed-row.ts';
import { type Keying, type PrintToKey, rowsRead } from './keying.ts';

type Of = { readonly month: Month; readonly providerId: string };

const columns = { report: reportColumns, deviations: formColumns } as const satisfies Record<
  PaperForm,
  readonly string[]
>;

const fieldsOf = (form: PaperForm, { month, providerId }: Of, row: PaperRow): readonly (string | undefined)[] =>
  form === 'report'
    ? [month, providerId, row.caseNo, row.service, row.date, row.start, row.end, row.ordered, row.performed, row.status]
    : [month, providerId, row.caseNo, row.date, row.to, row.start, row.type, row.minutes, row.notice, ''];

/**
 * What two persons have read of a paper, as the file that a provider would have handed in: judged as any other. Each row
 * of the paper is a line, also one that nobody wrote on: line 18 is page 2, row 1. A form that was not asked for is one
 * without deviations.
 */
export function paperFile(form: PaperForm, of: Of, prints: readonly PrintToKey[], keying: Keying): Uint8Array {
  const lines = rowsRead(
    prints.filter((print) => print.form === form),
    keying,
  ).map(({ row }) => (isWritten(form, row) ? fieldsOf(form, of, row).join(';') : ''));
  return Buffer.from([columns[form].join(';'), ...lines, ''].join('\r\n'));
}
