import { formColumns } from '../../../shared/domain/file-columns.ts';

/** A month without deviations is the header alone. */
export const emptyDeviationForm = `${formColumns.join(';')}\r\n`;
