import { type ByteNames, nextHash, startHash } from './byte-names.ts';
import { Status, type Visit } from './row-rules.ts';

/**
 * The quick way through a visit row that is written in the plainest form: everything as the format says it, nothing
 * quoted, no spaces, known names, a date in the month. Such a row is read where it lies, without a string or an
 * object. Any other row, right or wrong, is left to the careful reader; nothing is ever refused here. Both ways must
 * give the same answer for every row that this one takes.
 */
export class PlainRow {
  /** `2026-10;P1;`, with which every plain row begins. */
  readonly #start: Uint8Array;
  /** `2026-10-`, with which every plain date begins. */
  readonly #month: Uint8Array;
  readonly #days: number;
  readonly #cases: ByteNames;
  readonly #services: ByteNames;
  readonly #workers: ByteNames;
  readonly #namesWorkers: boolean;
  readonly #carefulDays: number;
  /** Where the last row's case number stands, and which case it was: rows of a case mostly follow each other. */
  #lastCase = new Uint8Array(0);
  #lastCaseNumber = -1;

  constructor(is: {
    readonly month: string;
    readonly providerId: string;
    readonly days: number;
    readonly names: { readonly cases: ByteNames; readonly services: ByteNames; readonly workers: ByteNames };
    readonly namesWorkers: boolean;
    /** Days on which a time may not exist: always read with care. */
    readonly carefulDays: number;
  }) {
    const encoder = new TextEncoder();
    this.#start = encoder.encode(`${is.month};${is.providerId};`);
    this.#month = encoder.encode(`${is.month}-`);
    this.#days = is.days;
    this.#cases = is.names.cases;
    this.#services = is.names.services;
    this.#workers = is.names.workers;
    this.#namesWorkers = is.namesWorkers;
    this.#carefulDays = is.carefulDays;
  }

  /**
   * Reads the row at `from` into `visit` and gives where the next row starts, or −1 when the row is not plain. The
   * row's line end must be among the bytes. The checks keep every step within the line: a step is taken only past a
   * byte that is what it should be, and the line end never is.
   */
  read(bytes: Uint8Array, from: number, visit: Visit): number {
    const start = this.#start;
    let at = from;
    for (let index = 0; index < start.length; index += 1, at += 1) if (bytes[at] !== start[index]) return -1;

    at = this.#readCase(bytes, at, visit);
    if (at < 0) return -1;

    const service = at;
    let hash = startHash;
    for (; bytes[at] !== semicolon; at += 1) {
      const byte = bytes[at] as number;
      if (byte === newline || byte === quote) return -1;
      hash = nextHash(hash, byte);
    }
    visit.service = this.#services.find(bytes, service, at, hash);
    if (visit.service < 0) return -1;
    at += 1;

    const month = this.#month;
    for (let index = 0; index < month.length; index += 1, at += 1) if (bytes[at] !== month[index]) return -1;
    const day = twoDigits(bytes, at);
    if (day < 1 || day > this.#days || bytes[at + 2] !== semicolon || (this.#carefulDays & (1 << day)) !== 0) return -1;
    visit.day = day;

    visit.start = time(bytes, at + 3);
    visit.end = time(bytes, at + 9);
    if (visit.start < 0 || visit.end < 0 || visit.start === visit.end) return -1;
    at += 15;

    visit.ordered = minutes(bytes, at);
    if (visit.ordered < 0) return -1;
    at += digits(bytes, at) + 1;
    visit.performed = minutes(bytes, at);
    if (visit.performed < 0) return -1;
    at += digits(bytes, at) + 1;
    return this.#readEnd(bytes, at, visit);
  }

  #readCase(bytes: Uint8Array, from: number, visit: Visit): number {
    const last = this.#lastCase;
    let at = from;
    while (at - from < last.length && bytes[at] === last[at - from]) at += 1;
    if (at - from === last.length && bytes[at] === semicolon && this.#lastCaseNumber >= 0) {
      visit.caseNumber = this.#lastCaseNumber;
      return at + 1;
    }
    let hash = startHash;
    for (at = from; bytes[at] !== semicolon; at += 1) {
      const byte = bytes[at] as number;
      if (byte === newline || byte === quote) return -1;
      hash = nextHash(hash, byte);
    }
    visit.caseNumber = this.#cases.find(bytes, from, at, hash);
    if (visit.caseNumber < 0) return -1;
    this.#lastCase = bytes.slice(from, at);
    this.#lastCaseNumber = visit.caseNumber;
    return at + 1;
  }

  /** Status, worker and empty columns to the end of the line. */
  #readEnd(bytes: Uint8Array, from: number, visit: Visit): number {
    const status = statusAt(bytes, from);
    if (status < 0 || (status !== Status.performed && visit.performed !== 0)) return -1;
    visit.status = status as Status;
    visit.worker = 0;
    let at = from + (statusLengths[status] as number);
    if (this.#namesWorkers) {
      if (bytes[at] !== semicolon) return -1;
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

/** How many digits stand here. */
function digits(bytes: Uint8Array, from: number): number {
  let at = from;
  while ((bytes[at] as number) - zero >= 0 && (bytes[at] as number) - zero <= 9) at += 1;
  return at - from;
}

/** One to five digits before a semicolon, or −1. */
function minutes(bytes: Uint8Array, from: number): number {
  let value = 0;
  let at = from;
  for (; at < from + 6; at += 1) {
    const digit = (bytes[at] as number) - zero;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return at > from && at < from + 6 && bytes[at] === semicolon ? value : -1;
}

const statusBytes = ['UTFÖRD', 'BOMTID', 'AVBOKAD', 'EJ UTFÖRD'].map((text) => new TextEncoder().encode(text));
const statusLengths = statusBytes.map((bytes) => bytes.length);

/** The status that is written here in capitals, or −1. */
function statusAt(bytes: Uint8Array, from: number): number {
  for (let status = 0; status < statusBytes.length; status += 1) {
    const wanted = statusBytes[status] as Uint8Array;
    let same = 0;
    while (same < wanted.length && bytes[from + same] === wanted[same]) same += 1;
    if (same === wanted.length) return status;
  }
  return -1;
}
