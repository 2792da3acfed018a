import * as z from 'zod';
import { contentHash } from '../../../shared/domain/canonical.ts';
import { type Instant, localIso } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import {
  chainAfter,
  payloadOf,
  type RecordKind,
  recordBytes,
  type SignedBy,
  type SignedRecord,
} from '../../../shared/domain/signed-record.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { type FilesForPeople, sealedStore } from '../../../shared/stores/sealed-store.ts';
import { type Intent, type IntentRefusal, intentUntil, spend } from './intent.ts';
import { sealRecord } from './seal-record.ts';
import { type RecordRef, signingStore } from './signing-store.ts';

/** What the first step of a signing answers: exactly what will be signed, and its SHA-256 (RFC 8785). */
export const IntentView = z
  .object({
    intentId: z.string(),
    sha256: z.string(),
    expiresAt: z.string(),
    content: z.unknown().meta({ description: 'What will be signed, as it will stand in the record' }),
  })
  .meta({ id: 'SigningIntent' });
export type IntentView = z.infer<typeof IntentView>;

/** The second step: the intent, in a request whose sign-in was made for it. */
export const Signing = z.strictObject({ intentId: z.string().min(1).max(100) }).meta({ id: 'Signing' });

export type SigningRequest = {
  readonly kind: Intent['kind'];
  readonly subject: string;
  readonly caller: Caller;
  readonly at: Instant;
  /** Exactly what is shown and signed. */
  readonly content: object;
};

/** Makes the intent to sign some content; the person then signs in again, for it. */
export async function intend(
  act: SigningRequest,
  given: Intent['given'],
  deps: Deps,
): Promise<{ view: IntentView; effects: Effects }> {
  const { caller, at, content } = act;
  const intent: Intent = {
    id: deps.newId('avsikt'),
    kind: act.kind,
    subject: act.subject,
    userId: caller.userId,
    role: caller.role,
    sha256: await contentHash(content),
    given,
    createdAt: at,
    expiresAt: intentUntil(at),
  };
  return {
    view: { intentId: intent.id, sha256: intent.sha256, expiresAt: localIso(intent.expiresAt), content },
    effects: { saves: [signingStore(deps.table).saveIntent(intent, undefined)] },
  };
}

export type Sealed = { readonly record: SignedRecord; readonly ref: RecordRef; readonly effects: Effects };

type NextRecord = {
  readonly kind: RecordKind;
  readonly stream: string;
  readonly municipality: string;
  readonly signedBy: SignedBy;
  readonly at: Instant;
  readonly intentId: string;
  readonly content: object;
  /** What is to be made of it for people once it is committed. */
  readonly files?: FilesForPeople;
  /** The document that is signed, or the scans of one, which are kept as the record is. */
  readonly keeps?: string | readonly string[];
};

/**
 * Seals some content as the next record of its stream. Nothing is put among the records here, since nothing can be
 * removed from them: the record travels in the step's commit, and `publishRecords` puts it there afterwards.
 */
export async function sealNext(next: NextRecord, deps: Deps): Promise<Sealed> {
  const { kind, stream, municipality, signedBy, at, intentId, content, files, keeps } = next;
  const store = signingStore(deps.table);
  const head = await store.head(stream);
  const chain = chainAfter(stream, head?.entity);
  const payload = await payloadOf({ kind, municipality, chain, signedBy, signedAt: at, intentId, content });
  const record = await sealRecord(payload, deps.signer);
  const { sha256 } = record;
  const { contentSha256 } = payload;
  const recordId = deps.newId('bevis');
  const { userId, role } = signedBy;
  const ref: RecordRef = {
    recordId,
    kind,
    seq: chain.seq,
    sha256,
    contentSha256,
    signedBy: userId,
    role,
    signedAt: at,
  };
  const waiting = await sealedStore(deps).wait(recordId, recordBytes(record), at, { files, keeps });
  return { record, ref, effects: { saves: [...store.append(stream, ref, { kind, sha256, chain }, head), waiting] } };
}

/** Spends the intent and seals what was shown as the next record of its stream. */
export async function seal(
  intentId: string,
  act: SigningRequest & Pick<NextRecord, 'stream' | 'municipality' | 'files' | 'keeps'>,
  deps: Deps,
): Promise<Result<Sealed, IntentRefusal>> {
  const store = signingStore(deps.table);
  const { userId, role } = act.caller;
  const found = await store.intent(intentId);
  if (!found) return refuse('missing', 'intent-not-found');
  const spent = spend(found.entity, { ...act, sha256: await contentHash(act.content) });
  if (!spent.ok) return spent;
  const { intent, signIn } = spent.value;
  const signedBy = { userId, role, signInLevel: signIn.level, signedInAt: signIn.at };
  const sealed = await sealNext({ ...act, intentId, signedBy }, deps);
  const spending = { saves: [store.saveIntent(intent, found)] };
  return accept({ ...sealed, effects: together(spending, sealed.effects) });
}
