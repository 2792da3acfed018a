import type { ProviderMonth, Submission } from '../month.ts';

/** What stands in the way of taking files in: a signed report whose lines they change, or the statement. */
export type FiledBecause = 'report-signed' | 'statement-sent';

/** A month with files that came too late to be taken in: the latest take the place of those before them. */
export type MonthFiled = ProviderMonth & { readonly filed: Submission };

export const filedMonth = (month: ProviderMonth, filed: Submission): MonthFiled => ({ ...month, filed });

/** What the journal keeps of it. */
export const filedRow = ({ month, providerId, filed }: MonthFiled, because: FiledBecause) => ({
  event: 'month-filed',
  month,
  providerId,
  refs: {
    because,
    submissionId: filed.id,
    version: filed.version,
    fileStatus: filed.fileStatus,
    errors: filed.errorCount,
    reportSha256: filed.report.sha256,
    deviationsSha256: filed.deviations.sha256,
  },
});
