import * as z from 'zod';
import { recordBytes, SignedBy, SignedRecord } from '../../../shared/domain/signed-record.ts';
import { verifyRecordFile as verify } from '../../../shared/domain/verify-record-file.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';

const Verdict = z.union([
  z.object({
    valid: z.literal(true),
    trusted: z.boolean(),
    signedBy: SignedBy,
    signedAt: z.string(),
    kind: z.string(),
    chain: z.string(),
  }),
  z.object({ valid: z.literal(false), reason: z.string() }),
]);

/** Checks a signed record against the published keys; anyone may, and the file alone is enough to do it elsewhere. */
export const verifyRecord = endpoint({
  summary: 'Check a signed record',
  body: z.unknown().meta({ description: 'The record’s file' }),
  answer: Verdict,
  keepsAnswer: false,
  async run({ body }, { signer }) {
    const record = SignedRecord.safeParse(body);
    if (!record.success) return done({ valid: false as const, reason: 'not-a-record' });
    return done(await verify(recordBytes(record.data), await signer.keys()));
  },
});
