import * as z from 'zod';
import type { KeySet } from './public-keys.ts';
import type { SignedRecord } from './signed-record.ts';
import { readRecord, type Verification, verifyRecord } from './verify-record.ts';

/** What a checkpoint holds: the latest record of every stream that day, so that a tail cut off later shows. */
export const CheckpointContent = z.strictObject({
  heads: z.array(z.strictObject({ stream: z.string(), seq: z.int().positive(), sha256: z.string() })),
});
export type CheckpointContent = z.infer<typeof CheckpointContent>;

export type RecordFile = { readonly file: string; readonly bytes: Uint8Array };

/** What the whole records of one stream say of each other. */
type Links = {
  readonly stream: string;
  /** The records that are here, and those that the ones here (or a checkpoint) name and that are not. */
  readonly present: readonly number[];
  readonly missing: readonly number[];
  /** Places at which two different records stand: someone has two histories. */
  readonly forks: readonly number[];
  /** Places where the record here is not the one that a later record or a checkpoint names. */
  readonly broken: readonly number[];
};

export type FolderVerification = {
  /** Every file holds, and no two contradict each other. A missing record is told, but it contradicts nothing. */
  readonly valid: boolean;
  readonly files: readonly ({ readonly file: string } & Verification)[];
  readonly links: readonly Links[];
};

type Place = { readonly stream: string; readonly seq: number; readonly sha256: string };

/** Checks each file by itself and then the links between those that hold. */
export async function verifyFolder(files: readonly RecordFile[], keys?: KeySet): Promise<FolderVerification> {
  const judged = await Promise.all(
    files.map(async ({ file, bytes }) => ({ file, bytes, verification: await verifyRecord(bytes, keys) })),
  );
  const whole = judged.flatMap(({ bytes, verification }) => {
    const record = verification.valid ? readRecord(bytes) : undefined;
    return typeof record === 'object' ? [record] : [];
  });
  const links = linksOf(whole);
  const sound = links.every(({ forks, broken }) => forks.length === 0 && broken.length === 0);
  return {
    valid: judged.every(({ verification }) => verification.valid) && sound,
    files: judged.map(({ file, verification }) => ({ file, ...verification })),
    links,
  };
}

function linksOf(records: readonly SignedRecord[]): Links[] {
  const here = records.map(placeOf);
  const named = records.flatMap((record) => [...earlierOf(record), ...headsOf(record)]);
  // A stream that only a checkpoint names is told too: the whole of it is missing.
  const streams = [...new Set([...here, ...named].map(({ stream }) => stream))];
  return streams.map((stream) => {
    const places = here.filter((place) => place.stream === stream);
    const claims = named.filter((claim) => claim.stream === stream);
    const hashesAt = (seq: number) => new Set(places.filter((place) => place.seq === seq).map(({ sha256 }) => sha256));
    const present = ascending(places.map(({ seq }) => seq));
    return {
      stream,
      present,
      missing: ascending(claims.map(({ seq }) => seq)).filter((seq) => !present.includes(seq)),
      forks: present.filter((seq) => hashesAt(seq).size > 1),
      broken: ascending(claims.filter((claim) => contradicts(hashesAt(claim.seq), claim)).map(({ seq }) => seq)),
    };
  });
}

const contradicts = (hashes: ReadonlySet<string>, { sha256 }: Place): boolean =>
  hashes.size > 0 && !(hashes.size === 1 && hashes.has(sha256));

/** Two municipalities may name a stream alike; it is not the same stream. */
const streamOf = (municipality: string, stream: string): string => `${municipality}: ${stream}`;

const placeOf = ({ payload: { municipality, chain }, sha256 }: SignedRecord): Place => ({
  stream: streamOf(municipality, chain.stream),
  seq: chain.seq,
  sha256,
});

const earlierOf = ({ payload: { municipality, chain } }: SignedRecord): Place[] =>
  chain.earlier.map(({ seq, sha256 }) => ({ stream: streamOf(municipality, chain.stream), seq, sha256 }));

function headsOf({ payload: { kind, municipality, content } }: SignedRecord): Place[] {
  const heads = kind === 'checkpoint' ? CheckpointContent.safeParse(content).data?.heads : undefined;
  return (heads ?? []).map((head) => ({ ...head, stream: streamOf(municipality, head.stream) }));
}

const ascending = (numbers: readonly number[]): number[] => [...new Set(numbers)].toSorted((a, b) => a - b);
