/** What others may ask of months: how its files are handed in and read, that a line goes with its case, and how something is signed. Nothing else of this capability is known to others. */
export { HandedIn, openHandedIn } from './checks/open-files-step.ts';
export type { ByteSource } from './dry-run/byte-source.ts';
export { eachRow, type Unreadable } from './dry-run/csv-rows.ts';
export { fitsTimes } from './dry-run/elapsed.ts';
export { readDate, readWhole } from './dry-run/field-values.ts';
export { rowError } from './dry-run/file-errors.ts';
export { type Rate, rateInForce } from './dry-run/rates.ts';
export { sameWord } from './dry-run/readable-text.ts';
export type { ReportRow } from './dry-run/report-row.ts';
export { eachReportRow, wasPerformed } from './dry-run/report-rows.ts';
export { type Between, leaveMonth, moveLine } from './handing-over/line-move-step.ts';
export { isStated } from './load-stated.ts';
export { amountOre } from './money.ts';
export { intentOf } from './signing/load-intent.ts';
export { IntentView, intend, Signing, seal, sealNext } from './signing/signing-step.ts';
export { RecordRef } from './signing/signing-store.ts';
export { kronor } from './statement/statement-words.ts';
