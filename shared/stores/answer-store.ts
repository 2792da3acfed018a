import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { type Instant, plusHours } from '../domain/local-time.ts';
import type { Deps } from '../ports/deps.ts';
import type { Change, Key } from '../ports/table.ts';

/** The first answer to a write, kept a week so that the same request again gets it again. */
export const KeptAnswer = z.object({
  request: z.string(),
  status: z.number(),
  body: z.unknown(),
  version: z.number().optional(),
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;

/**
 * The answer as the table holds it: a body of some size is packed, since every kilobyte is paid for, and that of a
 * large one, as of a dry run with every row, is a document.
 */
const KeptItem = KeptAnswer.extend({ packed: z.base64().optional(), bodyId: z.string().optional() });

/** What was found under a key: the answer, and the version of what is stored there, be it expired. */
export type FoundAnswer = { readonly answer: KeptAnswer | undefined; readonly version: number };

/** What the id of a kept answer's file begins with: IAM lets a function reach these, and no other document. */
export const answerFile = 'svar';

/** In bytes: below this nothing is won by packing; above the other it is well below what an item holds. */
const leastPacked = 700;
const mostInItem = 300_000;

type Places = Pick<Deps, 'table' | 'documents' | 'newId'>;

const aWeek = 7 * 24;
const keyOf = (userId: string, route: string, idempotencyKey: string): Key => ({
  pk: `ANSWER#${userId}`,
  sk: `${route}#${idempotencyKey}`,
});

/** Where first answers live: by caller, route and the caller's own key. `request` is the SHA-256 of what was asked. */
export const answerStore = ({ table, documents, newId }: Places) => {
  async function bodyOf({ body, packed, bodyId }: z.infer<typeof KeptItem>): Promise<unknown> {
    if (packed !== undefined) return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString());
    if (bodyId === undefined) return body;
    const pieces: Uint8Array[] = [];
    for await (const piece of documents.read('documents', bodyId)) pieces.push(piece);
    return JSON.parse(Buffer.concat(pieces).toString());
  }

  async function held(body: unknown): Promise<Pick<z.infer<typeof KeptItem>, 'body' | 'packed' | 'bodyId'>> {
    const bytes = Buffer.from(JSON.stringify(body));
    if (bytes.byteLength < leastPacked) return { body };
    if (bytes.byteLength <= mostInItem) return { body: null, packed: deflateRawSync(bytes).toString('base64') };
    const bodyId = newId(answerFile);
    await documents.put('documents', bodyId, bytes, 'application/json');
    return { body: null, bodyId };
  }

  return {
    async find(userId: string, route: string, key: string, at: Instant): Promise<FoundAnswer> {
      const item = await table.get(keyOf(userId, route, key));
      if (!item) return { answer: undefined, version: 0 };
      const { version } = item;
      // Weeding is lazy in the cloud: an answer that has expired is no answer, whether or not it is still stored.
      if ((item.expiresAt ?? at) <= at) return { answer: undefined, version };
      const kept = KeptItem.parse(item.data);
      return { answer: { ...KeptAnswer.parse(kept), body: await bodyOf(kept) }, version };
    },

    /** `over` is the version that `find` saw: somebody who has answered since then was first. */
    async keep(
      userId: string,
      route: string,
      key: string,
      { answer, over, at }: { readonly answer: KeptAnswer; readonly over: number; readonly at: Instant },
    ): Promise<Change> {
      const data = { ...answer, ...(await held(answer.body)) };
      return {
        kind: 'put',
        over,
        item: { ...keyOf(userId, route, key), data, expiresAt: plusHours(at, aWeek) },
      };
    },
  };
};
