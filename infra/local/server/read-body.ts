import type { IncomingMessage } from 'node:http';

/** How much of a body that is too large is thrown away before the line is cut, so that the answer can be heard. */
const patience = 100_000_000;

/** The whole body, or `too-large`. What is too large is read past but not kept. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | 'too-large'> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.byteLength;
    if (size <= maxBytes) pieces.push(piece);
    else pieces.length = 0;
    if (size > maxBytes + patience) break;
  }
  return size > maxBytes ? 'too-large' : Buffer.concat(pieces);
}
