import { type MonthView, shortSum } from './lines.ts';

/** The checksum of what was signed, the same before and after: its beginning, as people read it to each other. */
export function Checksum({ of }: { readonly of: string | undefined }) {
  return of ? <code>{shortSum(of)} …</code> : <>–</>;
}

/** That of a record among a month's; one that was signed before it was kept has none here, but on its own page. */
export const sumOfRecord = ({ records }: Pick<MonthView, 'records'>, recordId: string): string | undefined =>
  records.find((record) => record.recordId === recordId)?.contentSha256;
