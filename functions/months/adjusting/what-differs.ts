import { formColumns, reportColumns } from '../../../shared/domain/file-columns.ts';
import type { ByteSource } from '../dry-run/byte-source.ts';
import { eachRow } from '../dry-run/csv-rows.ts';
import type { FileName } from '../dry-run/file-errors.ts';
import type { FactKind } from './adjustment-rows.ts';
import { isGrantedOtherwise, type KnownInMonth } from './known-in-month.ts';

/** What is known of one case of a month: what was decided, and its rows of the two files as they are written. */
export type CaseFacts = {
  readonly decided: KnownInMonth | undefined;
  /** Undefined where nothing was handed in. */
  readonly report: string | undefined;
  readonly form: string | undefined;
};

/** A case that is not there. */
export const noFacts: CaseFacts = { decided: undefined, report: undefined, form: undefined };

/** All that counts of what is known of a case, in one text: the same facts are written alike, whoever's the case is. */
export const factsKey = ({ decided, report, form }: CaseFacts): string =>
  JSON.stringify([decided ?? null, report ?? null, form ?? null]);

/** The facts by which two states of a case differ; none where it is the same case. */
export function whatDiffers(before: CaseFacts, after: CaseFacts): readonly FactKind[] {
  const [was, is] = [before.decided, after.decided];
  const isThere = was !== undefined && is !== undefined;
  const wasHandedIn = before.report !== undefined || before.form !== undefined;
  const found: [FactKind, boolean][] = [
    ['DEATH', is !== undefined && was?.death !== is.death],
    ['HOSPITAL', is !== undefined && (was?.stays ?? []).join() !== is.stays.join()],
    ['SERVICES', isThere && isGrantedOtherwise(was, is)],
    ['CASE_DATES', was?.days !== is?.days],
    ['REPORT', isThere && wasHandedIn && before.report !== after.report],
    ['FORM', isThere && wasHandedIn && before.form !== after.form],
    ['HANDED_IN', isThere && !wasHandedIn && (after.report ?? after.form) !== undefined],
  ];
  return found.filter(([, is]) => is).map(([kind]) => kind);
}

const columnOf = { report: reportColumns.indexOf('Ärendenummer'), deviations: formColumns.indexOf('Ärendenummer') };
const comment = formColumns.indexOf('Kommentar');

/** The rows of a file by the case that they name, as they are written, in the file's order. */
export async function rowsByCase(source: ByteSource, sheet: FileName): Promise<ReadonlyMap<string, string>> {
  const rows = new Map<string, string>();
  const take = ({ fields }: { readonly fields: readonly string[] | string }): undefined => {
    if (typeof fields === 'string') return undefined;
    const caseNo = fields[columnOf[sheet]] ?? '';
    // A comment decides nothing, and is never kept.
    const said = sheet === 'deviations' ? fields.toSpliced(comment, 1) : fields;
    rows.set(caseNo, `${rows.get(caseNo) ?? ''}${JSON.stringify(said)}\n`);
    return undefined;
  };
  await eachRow(source, take, { sheet, ...(sheet === 'deviations' ? { comment } : {}) });
  return rows;
}
