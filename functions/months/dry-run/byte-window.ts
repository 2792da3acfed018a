import type { ByteSource } from './byte-source.ts';
import type { FileName } from './file-errors.ts';
import { hidden, type NoText, utf8Chunks } from './text-encoding.ts';

const newline = 0x0a;
const carriageReturn = 0x0d;

/**
 * The stretch of a file that is being read: what the last piece left unread, and the next piece behind it. Whoever
 * reads moves `start` forward, row by row, and leaves a row that is cut off for the next turn.
 */
export class RowWindow {
  /** Ends where the known bytes end. */
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  /** Nothing follows these bytes, and they end in a line end. */
  last = false;
  /** The workbook that it is read from hides something. */
  hides = false;
  #room = new Uint8Array(0);

  /** Sets the next piece behind what is unread; the bytes read so far are gone after this. */
  push(piece: Uint8Array): void {
    const unread = this.bytes.length - this.start;
    if (unread + piece.length > this.#room.length) {
      const wider = new Uint8Array(Math.max(unread + piece.length, this.#room.length * 2));
      wider.set(this.bytes.subarray(this.start));
      this.#room = wider;
    } else {
      this.#room.copyWithin(0, this.start, this.bytes.length);
    }
    this.#room.set(piece, unread);
    this.bytes = this.#room.subarray(0, unread + piece.length);
    this.start = 0;
  }

  finish(): void {
    const end = this.bytes.at(-1);
    const isOpen = this.bytes.length > this.start && end !== newline && end !== carriageReturn;
    if (isOpen) this.push(Uint8Array.of(newline));
    this.last = true;
  }
}

/** The window of a file, given again after each piece and once more at its end, or why it cannot be read on. */
export async function* windowsOf(source: ByteSource, sheet?: FileName): AsyncGenerator<RowWindow | NoText> {
  const window = new RowWindow();
  for await (const piece of utf8Chunks(source, sheet)) {
    if (piece === hidden) {
      window.hides = true;
      continue;
    }
    if (typeof piece === 'string') return yield piece;
    window.push(piece);
    yield window;
  }
  window.finish();
  yield window;
}
