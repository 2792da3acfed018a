import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import * as z from 'zod';
import type { Key } from '../ports/table.ts';

const text = z.object({ S: z.string() });
const StreamRecord = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({ Keys: z.object({ pk: text, sk: text }) }),
});
const QueueRecord = z.object({ body: z.string() });

const Batch = z.object({
  Records: z.array(z.looseObject({ eventSource: z.enum(['aws:dynamodb', 'aws:sqs']) })).min(1),
});

/** Which records of a batch must come again; the others are done. */
export type PartialAnswer = { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] };

type Takers = {
  /** The key of an item that is new or changed. */
  readonly change: (key: Key) => Promise<void>;
  /** What a message holds. */
  readonly message: (content: unknown) => Promise<void>;
};

export const isBatch = (event: unknown): event is { Records: Record<string, unknown>[] } =>
  Batch.safeParse(event).success;

const sources = {
  'aws:dynamodb': EventType.DynamoDBStreams,
  'aws:sqs': EventType.SQS,
} as const;

/** Every record by itself: one that fails is reported and comes again, and stops none of the others. */
export async function takeBatch(event: { Records: Record<string, unknown>[] }, takers: Takers): Promise<PartialAnswer> {
  const source = Batch.parse(event).Records[0]?.eventSource ?? 'aws:sqs';
  const take = async (record: unknown) => {
    if (source === 'aws:sqs') return takers.message(JSON.parse(QueueRecord.parse(record).body));
    const { eventName, dynamodb } = StreamRecord.parse(record);
    const { pk, sk } = dynamodb.Keys;
    return eventName === 'REMOVE' ? undefined : takers.change({ pk: pk.S, sk: sk.S });
  };
  return processPartialResponse(event, take, new BatchProcessor(sources[source]), { throwOnFullBatchFailure: false });
}
