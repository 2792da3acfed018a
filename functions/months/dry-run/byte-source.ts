/**
 * A file as bytes, in pieces of any size, each good until the next is asked for. Asked again, it starts again from the
 * first byte.
 */
export type ByteSource = {
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** What it is called, where it has a name: a name that says another kind than the bytes is told of. */
  readonly name?: string;
};

/** Bytes that are in memory already, as one piece. */
export const bytesSource = (bytes: Uint8Array, name?: string): ByteSource => ({
  chunks: () => [bytes],
  ...(name === undefined ? {} : { name }),
});
