import type { FileError } from './file-errors.ts';

/**
 * Of a file's errors so many are kept, whoever asks: nobody mends more in one go, and a file in which every row is wrong
 * is wrong in one way. The rest are counted. A month of 5,000 cases has room for four in each.
 */
export const mostErrors = 20_000;

/**
 * So many rows that cannot be read, and so many that say nothing, are gone through before the file is given up: as
 * many as a workbook may have rows, and what a spreadsheet may leave behind; it is found within a second.
 */
export const mostUnread = 100_000;
export const mostBlank = 1_048_576;

/** What is wrong with a file, as it is found: the first of it whole, and how much there is beyond. */
export class FoundErrors {
  readonly kept: FileError[] = [];
  more = 0;

  /** An error that is only counted is never made. */
  add(error: () => FileError): void {
    if (this.kept.length < mostErrors) this.kept.push(error());
    else this.more += 1;
  }
}
