import { type ValueFault, valueFault } from '../../../shared/domain/keyed-values.ts';
import { type Kept, rowKey, type ScannedSheet } from './keyed.ts';

/** What was keyed on a page that is no value of its field, row by row. */
export const faultsOnSheet = (
  sheet: ScannedSheet,
  { rows }: Kept,
): readonly { readonly line: number; readonly field: string; readonly fault: ValueFault }[] =>
  sheet.rows.flatMap((_, at) =>
    Object.entries(rows[rowKey(sheet, at + 1)] ?? {}).flatMap(([field, text]) => {
      const fault = valueFault(field, text);
      return fault === undefined ? [] : [{ line: at + 1, field, fault }];
    }),
  );
