import { visitStatuses } from '../../../shared/domain/file-columns.ts';
import { type ByteNames, nextHash, startHash } from './byte-names.ts';
import { type DaySet, holds, lengthOf } from './day-set.ts';
import { Registered, Status, type Visit } from './visit-outcome.ts';

/**
 * The quick way through a visit row that is written in the plainest form: everything as the format says it, nothing
 * quoted, no spaces, known names, a date in the month. Such a row is read where it lies, without a string or an
 * object. Any other row, right or wrong, is left to the careful reader; nothing is ever refused here. Both ways must
 * give the same answer for every row that this one takes.
 */
export class PlainRow {
  /** `2026-10;P1;`, with which every plain row begins. */
  readonly #start: Uint8Array;
  /** The year and the month of a plain date, `2026` and `-10-`, four bytes as one number. */
  readonly #year: number;
  readonly #month: number;
  readonly #days: number;
  readonly #cases: ByteNames;
  readonly #services: ByteNames;
  readonly #workers: ByteNames;
  readonly #namesWorkers: boolean;
  readonly #namesRegistration: boolean;
  readonly #carefulDays: DaySet;
  /** How the last row began, up to its service: rows of a case mostly follow each other. */
  #lastHead = new Uint8Array(256);
  #lastLength = 0;
  #lastCase = -1;
  /** Where the field is that comes next. */
  #at = 0;

  constructor(is: {
    readonly month: string;
    readonly providerId: string;
    readonly names: { readonly cases: ByteNames; readonly services: ByteNames; readonly workers: ByteNames };
    readonly namesWorkers: boolean;
    readonly namesRegistration: boolean;
    /** Days on which a time may not exist: always read with care. */
    readonly carefulDays: DaySet;
  }) {
    const encoder = new TextEncoder();
    this.#start = encoder.encode(`${is.month};${is.providerId};`);
    const date = encoder.encode(`${is.month}-`);
    this.#year = fourBytes(date, 0);
    this.#month = fourBytes(date, 4);
    this.#days = lengthOf(is.month);
    this.#cases = is.names.cases;
    this.#services = is.names.services;
    this.#workers = is.names.workers;
    this.#namesWorkers = is.namesWorkers;
    this.#namesRegistration = is.namesRegistration;
    this.#carefulDays = is.carefulDays;
  }

  /**
   * Reads the row at `from` into `visit` and gives where the next row starts, or −1 when the row is not plain. The
   * row's line end must be among the bytes. The checks keep every step within the line: a step is taken only past a
   * byte that is what it should be, and the line end never is.
   */
  read(bytes: Uint8Array, from: number, visit: Visit): number {
    let at = this.#readHead(bytes, from);
    if (at < 0) return -1;
    visit.caseNumber = this.#lastCase;

    const service = at;
    let hash = startHash;
    for (; bytes[at] !== semicolon; at += 1) {
      const byte = bytes[at] as number;
      if (byte === newline || byte === quote) return -1;
      hash = nextHash(hash, byte);
    }
    visit.service = this.#services.find(bytes, service, at, hash);
    if (visit.service < 0) return -1;

    if (fourBytes(bytes, at + 1) !== this.#year || fourBytes(bytes, at + 5) !== this.#month) return -1;
    const day = twoDigits(bytes, at + 9);
    if (day < 1 || day > this.#days || bytes[at + 11] !== semicolon || holds(this.#carefulDays, day)) return -1;
    visit.day = day;

    visit.start = time(bytes, at + 12);
    visit.end = time(bytes, at + 18);
    if (visit.start < 0 || visit.end < 0 || visit.start === visit.end) return -1;
    this.#at = at + 24;

    visit.ordered = this.#minutes(bytes);
    if (visit.ordered < 0) return -1;
    visit.performed = this.#minutes(bytes);
    if (visit.performed < 0) return -1;
    return this.#readEnd(bytes, this.#at, visit);
  }

  /** One to five digits before a semicolon, or −1; goes past them. */
  #minutes(bytes: Uint8Array): number {
    const from = this.#at;
    let value = 0;
    let at = from;
    for (; at < from + 6; at += 1) {
      const digit = (bytes[at] as number) - zero;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    this.#at = at + 1;
    return at > from && at < from + 6 && bytes[at] === semicolon ? value : -1;
  }

  /** Month, provider and case. Gives where the service starts; the case is the last one then. */
  #readHead(bytes: Uint8Array, from: number): number {
    const head = this.#lastHead;
    const length = this.#lastLength;
    let same = 0;
    while (same < length && bytes[from + same] === head[same]) same += 1;
    if (same === length && same > 0) return from + same;

    const start = this.#start;
    for (let index = 0; index < start.length; index += 1) if (bytes[from + index] !== start[index]) return -1;
    let at = from + start.length;
    let hash = startHash;
    for (; bytes[at] !== semicolon; at += 1) {
      const byte = bytes[at] as number;
      if (byte === newline || byte === quote) return -1;
      hash = nextHash(hash, byte);
    }
    const found = this.#cases.find(bytes, from + start.length, at, hash);
    if (found < 0) return -1;
    this.#remember(bytes, from, at + 1);
    this.#lastCase = found;
    return at + 1;
  }

  /** Keeps how this row begins, where it has room; a known case and provider are names of a few bytes. */
  #remember(bytes: Uint8Array, from: number, to: number): void {
    const head = this.#lastHead;
    this.#lastLength = to - from > head.length ? 0 : to - from;
    for (let index = 0; index < this.#lastLength; index += 1) head[index] = bytes[from + index] as number;
  }

  /** Status, worker, how the row came about and empty columns, to the end of the line. */
  #readEnd(bytes: Uint8Array, from: number, visit: Visit): number {
    const status = statusAt(bytes, from);
    if (status < 0 || (status !== Status.performed && visit.performed !== 0)) return -1;
    visit.status = status as Status;
    visit.worker = 0;
    visit.registered = Registered.unsaid;
    let at = from + (statusLengths[status] as number);
    // The worker's column may be left out where it is empty.
    if (this.#namesWorkers && bytes[at] === semicolon) {
      const worker = at + 1;
      let hash = startHash;
      for (at = worker; bytes[at] !== semicolon && bytes[at] !== carriageReturn; at += 1) {
        const byte = bytes[at] as number;
        if (byte === newline) break;
        if (byte === quote) return -1;
        hash = nextHash(hash, byte);
      }
      visit.worker = this.#workers.find(bytes, worker, at, hash);
      if (visit.worker < 0) return -1;
      if (this.#namesRegistration && bytes[at] === semicolon) {
        const registered = registeredAt(bytes, at + 1);
        if (registered < 0) return -1;
        visit.registered = registered as Registered;
        at += 1 + (registeredLengths[registered] as number);
      }
    }
    while (bytes[at] === semicolon) at += 1;
    if (bytes[at] === carriageReturn) at += 1;
    return bytes[at] === newline ? at + 1 : -1;
  }
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
const colon = 0x3a;
const semicolon = 0x3b;
const zero = 0x30;

/** The number that two digits make, or −1. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - zero;
  const ones = (bytes[at + 1] as number) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** `HH:MM;` as minutes after midnight, or −1. */
function time(bytes: Uint8Array, at: number): number {
  const hour = twoDigits(bytes, at);
  const minute = twoDigits(bytes, at + 3);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return -1;
  return bytes[at + 2] === colon && bytes[at + 5] === semicolon ? hour * 60 + minute : -1;
}

/** Four bytes as one number, to be compared at once. */
function fourBytes(bytes: Uint8Array, at: number): number {
  const [one, two] = [bytes[at] as number, bytes[at + 1] as number];
  return (one << 24) | (two << 16) | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
}

const statusBytes = visitStatuses.map((text) => new TextEncoder().encode(text));
const statusLengths = statusBytes.map((bytes) => bytes.length);

const performedBytes = statusBytes[Status.performed] as Uint8Array;
const performedBegins = fourBytes(performedBytes, 0);

const registeredBytes = ['', 'AUTO', 'MANUELL', 'ÄNDRAD'].map((text) => new TextEncoder().encode(text));
const registeredLengths = registeredBytes.map((bytes) => bytes.length);

/** How the row came about, written here in capitals or not at all; −1 for another word. */
function registeredAt(bytes: Uint8Array, from: number): number {
  for (let one = registeredBytes.length - 1; one >= 0; one -= 1) {
    const wanted = registeredBytes[one] as Uint8Array;
    let same = 0;
    while (same < wanted.length && bytes[from + same] === wanted[same]) same += 1;
    if (same !== wanted.length) continue;
    const next = bytes[from + same];
    if (next === semicolon || next === carriageReturn || next === newline) return one;
  }
  return -1;
}

/** The status that is written here in capitals, or −1. */
function statusAt(bytes: Uint8Array, from: number): number {
  // Nearly every row: seven bytes, looked at as four and three.
  if (fourBytes(bytes, from) === performedBegins) {
    let at = 4;
    while (at < performedBytes.length && bytes[from + at] === performedBytes[at]) at += 1;
    return at === performedBytes.length ? Status.performed : -1;
  }
  for (let status = 0; status < statusBytes.length; status += 1) {
    const wanted = statusBytes[status] as Uint8Array;
    let same = 0;
    while (same < wanted.length && bytes[from + same] === wanted[same]) same += 1;
    if (same === wanted.length) return status;
  }
  return -1;
}
