import * as z from 'zod';
import { canonicalBytes, contentHash } from './canonical.ts';
import { Instant } from './local-time.ts';
import { PublicPoint } from './public-keys.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Text = z.string().min(1).max(200);

export const RecordKind = z.enum([
  'submission',
  'report',
  'statement',
  'settlement',
  'checkpoint',
  'agreement',
  'attestation',
]);
export type RecordKind = z.infer<typeof RecordKind>;

/** A record's place in its stream (`P1/2026-10`, `purchase/kop-1`): it names every record before it by hash, so none can be cut out. */
export const Chain = z.strictObject({
  stream: Text,
  seq: z.int().positive(),
  previous: Sha256.nullable(),
  earlier: z.array(z.strictObject({ seq: z.int().positive(), kind: RecordKind, sha256: Sha256 })),
});
export type Chain = z.infer<typeof Chain>;

/** The person who signed, as the sign-in made for this one intent said. Staff only: a customer is never named. */
export const SignedBy = z.strictObject({
  userId: Text,
  name: Text.optional(),
  role: Text,
  signInLevel: Text,
  signedInAt: Instant,
});
export type SignedBy = z.infer<typeof SignedBy>;

/** What is sealed: exactly what was shown (`content`), by whom, when, for which intent and after which records. */
export const Payload = z.strictObject({
  format: z.literal('utfort-record/1'),
  kind: RecordKind,
  municipality: Text,
  chain: Chain,
  signedBy: SignedBy,
  signedAt: Instant,
  intentId: Text,
  content: z.unknown().refine((content) => content !== undefined),
  contentSha256: Sha256,
});
export type Payload = z.infer<typeof Payload>;

/** The file: the payload, its hash, the seal over it and the public key that the seal was made with. */
export const SignedRecord = z.strictObject({ payload: Payload, sha256: Sha256, jws: z.string(), jwk: PublicPoint });
export type SignedRecord = z.infer<typeof SignedRecord>;

/** A payload from what was shown; `contentSha256` is the hash that the signing intent carries. */
export async function payloadOf(draft: Omit<Payload, 'format' | 'contentSha256'>): Promise<Payload> {
  return { ...draft, format: 'utfort-record/1', contentSha256: await contentHash(draft.content) };
}

/** What the next record must know of the one before it. */
export type Latest = { readonly kind: RecordKind; readonly sha256: string; readonly chain: Chain };

/** The place of the next record in a stream, after the latest one, if there is one. */
export function chainAfter(stream: string, latest: Latest | undefined): Chain {
  if (!latest) return { stream, seq: 1, previous: null, earlier: [] };
  const { chain, kind, sha256 } = latest;
  return {
    stream,
    seq: chain.seq + 1,
    previous: sha256,
    earlier: [...chain.earlier, { seq: chain.seq, kind, sha256 }],
  };
}

/** The record as its file. Nothing follows the last brace, so that every byte of the file counts. */
export const recordBytes = (record: SignedRecord): Uint8Array<ArrayBuffer> => canonicalBytes(record);
