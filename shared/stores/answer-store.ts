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

/** The answer as the table holds it; the body of a large one, as of a dry run with every row, is a document. */
const KeptItem = KeptAnswer.extend({ bodyId: z.string().optional() });

/** Well below what an item holds, in bytes. */
const mostInItem = 300_000;

type Places = Pick<Deps, 'table' | 'documents' | 'newId'>;

const aWeek = 7 * 24;
const keyOf = (userId: string, route: string, idempotencyKey: string): Key => ({
  pk: `ANSWER#${userId}`,
  sk: `${route}#${idempotencyKey}`,
});

/** Where first answers live: by caller, route and the caller's own key. `request` is the SHA-256 of what was asked. */
export const answerStore = ({ table, documents, newId }: Places) => ({
  async find(userId: string, route: string, key: string, at: Instant): Promise<KeptAnswer | undefined> {
    const item = await table.get(keyOf(userId, route, key));
    // Weeding is lazy in the cloud: an answer that has expired is no answer, whether or not it still stands there.
    if (!item || (item.expiresAt ?? at) <= at) return undefined;
    const { bodyId, ...kept } = KeptItem.parse(item.data);
    if (bodyId === undefined) return kept;
    const pieces: Uint8Array[] = [];
    for await (const piece of documents.read('documents', bodyId)) pieces.push(piece);
    return { ...kept, body: JSON.parse(Buffer.concat(pieces).toString()) };
  },

  async keep(userId: string, route: string, key: string, answer: KeptAnswer, at: Instant): Promise<Change> {
    const place = keyOf(userId, route, key);
    const expired = await table.get(place);
    const body = Buffer.from(JSON.stringify(answer.body));
    const large = body.byteLength > mostInItem ? newId('svar') : undefined;
    if (large) await documents.put('documents', large, body, 'application/json');
    const data = large ? { ...answer, body: null, bodyId: large } : answer;
    const item = { ...place, data, expiresAt: plusHours(at, aWeek) };
    return { kind: 'put', over: expired?.version ?? 0, item };
  },
});
