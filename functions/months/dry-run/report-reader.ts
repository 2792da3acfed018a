import { optionalColumns, reportColumns, totalCase } from '../../../shared/domain/file-columns.ts';
import type { ByteNames } from './byte-names.ts';
import type { ByteSource } from './byte-source.ts';
import { type RowWindow, windowsOf } from './byte-window.ts';
import { type CsvRow, isPassedOver, readRow } from './csv-rows.ts';
import { type DaySet, lengthOf } from './day-set.ts';
import type { Expected } from './deviation-form.ts';
import { columnsOfHeader, emptyFile, type FileRefusal, unreadable } from './file-header.ts';
import { mostBlank, mostUnread } from './found-errors.ts';
import type { Ledger } from './ledger.ts';
import { PlainRow } from './plain-row.ts';
import { readReportRow } from './report-row.ts';
import { Registered, Status, type Visit } from './visit-outcome.ts';

export type ReportReading = {
  readonly expected: Expected;
  readonly caseNames: ByteNames;
  readonly serviceNames: ByteNames;
  /** Workers by number; the first is the one that a row does not name. */
  readonly workerNames: ByteNames;
  /** Days on which a time may not exist. */
  readonly carefulDays: DaySet;
  readonly ledger: Ledger;
  /** Reads every row the careful way; for tests, which compare the two. */
  readonly careful?: boolean;
};

/** Passes every row of the report to the ledger, in file order; a refusal when the file cannot be read. */
export async function readReport(source: ByteSource, reading: ReportReading): Promise<FileRefusal | undefined> {
  const reader = new ReportReader(reading);
  for await (const window of windowsOf(source, 'report')) {
    if (typeof window === 'string') return unreadable('report', reader.row, window);
    if (window.hides) reading.ledger.fileHides = true;
    const refusal = reader.read(window);
    if (refusal) return refusal;
  }
  return reader.columns === 0 ? emptyFile('report') : undefined;
}

class ReportReader {
  /** The line of the file that comes next, and how many columns its header has: 0 before the header. */
  row = 1;
  columns = 0;
  readonly #reading: ReportReading;
  readonly #visit: Visit = {
    ...{ row: 0, caseNumber: 0, service: 0, worker: 0, day: 0, start: 0, end: 0 },
    ...{ ordered: 0, performed: 0, status: Status.performed, registered: Registered.unsaid },
  };
  #plain: PlainRow | undefined;
  #blank = 0;

  constructor(reading: ReportReading) {
    this.#reading = reading;
  }

  /** Reads every row that is whole in the window and leaves the rest of it. */
  read(window: RowWindow): FileRefusal | undefined {
    const { bytes, last } = window;
    const visit = this.#visit;
    const { ledger } = this.#reading;
    const plainTo = bytes.lastIndexOf(0x0a);
    while (window.start < bytes.length) {
      const plain = this.#plain && window.start <= plainTo ? this.#plain.read(bytes, window.start, visit) : -1;
      if (plain >= 0) {
        visit.row = this.row;
        ledger.visit(visit);
        window.start = plain;
        this.row += 1;
        continue;
      }
      const row = readRow(bytes, window.start, last);
      if (row === 'CUT') return undefined;
      if (typeof row === 'string') return unreadable('report', this.row, row);
      const refusal = this.#take(row);
      if (refusal) return refusal;
      window.start = row.next;
      this.row += row.lines;
    }
    return undefined;
  }

  #take({ fields }: CsvRow): FileRefusal | undefined {
    if (isPassedOver(fields, this.row)) {
      this.#blank += 1;
      return this.#blank > mostBlank ? unreadable('report', this.row, 'TOO_MANY_ROWS') : undefined;
    }
    if (this.columns > 0) {
      this.#takeRow(fields);
      return this.#reading.ledger.unread > mostUnread ? unreadable('report', this.row, 'TOO_MANY_ERRORS') : undefined;
    }
    const columns = columnsOfHeader('report', { row: this.row, fields }, reportColumns, optionalColumns);
    if (typeof columns !== 'number') return columns;
    this.columns = columns;
    if (!this.#reading.careful) this.#plain = this.#plainRow();
    return undefined;
  }

  #takeRow(fields: readonly string[]): void {
    const { expected, caseNames, serviceNames, workerNames, ledger } = this.#reading;
    const { row } = this;
    const read = readReportRow(fields, this.columns, expected);
    const caseNumber = expected.knows(read.caseNo) ? caseNames.add(read.caseNo) : -1;
    if (read.kind === 'unreadable') {
      if (read.sumRow && read.caseNo === totalCase) ledger.totalWasSeen = true;
      ledger.unreadable(row, caseNumber, read);
    } else if (read.kind === 'sum') {
      if (read.caseNo === totalCase) ledger.totalRow({ row, ...read.sums });
      else ledger.sum(caseNumber, { row, ...read.sums });
    } else {
      const { service, worker, day, ...rest } = read.visit;
      const inMonth = day >= 1 && day <= lengthOf(expected.month);
      Object.assign(this.#visit, rest, {
        row,
        caseNumber,
        service: serviceNames.add(service),
        worker: workerNames.add(worker),
        day: inMonth ? day : 0,
      });
      ledger.visit(this.#visit);
    }
  }

  #plainRow(): PlainRow {
    const { expected, caseNames, serviceNames, workerNames, carefulDays } = this.#reading;
    return new PlainRow({
      month: expected.month,
      providerId: expected.providerId,
      names: { cases: caseNames, services: serviceNames, workers: workerNames },
      namesWorkers: this.columns > reportColumns.length,
      namesRegistration: this.columns > reportColumns.length + 1,
      carefulDays,
    });
  }
}
