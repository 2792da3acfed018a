import * as z from 'zod';
import { type ChainPlace, earlierRecordsOf, isSound, type Links, linksIn, placeOf, streamOf } from './folder-links.ts';
import type { KeySet } from './public-keys.ts';
import type { SignedRecord } from './signed-record.ts';
import { readRecord, type Verification, verifyRecordFile } from './verify-record-file.ts';

/** What a checkpoint holds: the latest record of every stream that day, so that a tail cut off later shows. */
export const CheckpointContent = z.strictObject({
  heads: z.array(z.strictObject({ stream: z.string(), seq: z.int().positive(), sha256: z.string() })),
  /** What the month's random sample is bound to: SHA-256 of a seed that is shown when its first working day is over. */
  sample: z.strictObject({ month: z.string(), commitment: z.string() }).optional(),
});
export type CheckpointContent = z.infer<typeof CheckpointContent>;

export type RecordFile = { readonly file: string; readonly bytes: Uint8Array };

export type FolderVerification = {
  /**
   * Every file holds, and no two contradict each other. What is missing, or belongs to no chain, is listed and
   * contradicts nothing.
   */
  readonly valid: boolean;
  readonly files: readonly ({ readonly file: string } & Verification)[];
  readonly links: readonly Links[];
};

/** Checks each file by itself and then the links between those that hold. */
export async function verifyFolder(files: readonly RecordFile[], keys?: KeySet): Promise<FolderVerification> {
  const judged = await Promise.all(
    files.map(async ({ file, bytes }) => ({ file, bytes, verification: await verifyRecordFile(bytes, keys) })),
  );
  const whole = judged.flatMap(({ file, bytes, verification }) => {
    const record = verification.valid ? readRecord(bytes) : undefined;
    return typeof record === 'object' ? [{ file, record }] : [];
  });
  const links = linksOf(whole);
  return {
    valid: judged.every(({ verification }) => verification.valid) && links.every(isSound),
    files: judged.map(({ file, verification }) => ({ file, ...verification })),
    links,
  };
}

function linksOf(records: readonly { readonly file: string; readonly record: SignedRecord }[]): Links[] {
  const filed = records.map(({ file, record }) => ({ file, ...placeOf(record) }));
  const named = records.flatMap(({ record }) => [...earlierRecordsOf(record), ...headsOf(record)]);
  // A stream that only a checkpoint names is listed too: the whole of it is missing.
  const streams = [...new Set([...filed, ...named].map(({ stream }) => stream))];
  return streams.map((stream) =>
    linksIn(
      stream,
      filed.filter((place) => place.stream === stream),
      named.filter((place) => place.stream === stream),
    ),
  );
}

function headsOf({ payload: { kind, municipality, content } }: SignedRecord): ChainPlace[] {
  const heads = kind === 'checkpoint' ? CheckpointContent.safeParse(content).data?.heads : undefined;
  return (heads ?? []).map((head) => ({ ...head, stream: streamOf(municipality, head.stream) }));
}
