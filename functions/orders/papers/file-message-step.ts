import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { ownRows } from '../../../shared/packs/own-rules.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { StoredDocument } from '../../../shared/ports/documents.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import type { JournalEntry } from '../../../shared/stores/journal-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { orderRows } from '../steps/order-step.ts';
import { documentStore } from './document-store.ts';

type MessageOfProvider = {
  readonly order: Pick<Order, 'id' | 'caseNo' | 'providerId'>;
  readonly receivedAt: Instant;
  readonly by: string;
  /** The message as it came, among the documents already. */
  readonly file: Pick<StoredDocument, 'id' | 'sha256' | 'bytes' | 'contentType'>;
  /** What the journal notes of it (S-30). */
  readonly row: JournalEntry;
};

/** What a provider has sent about an order lies in the case's file, and the journal says so (S-29, S-30, S-39). */
export async function filingMessage(
  { order, receivedAt, by, file, row }: MessageOfProvider,
  at: Instant,
  { table }: Deps,
): Promise<Effects> {
  const { id: documentId, ...received } = file;
  const { id: orderId, caseNo, providerId } = order;
  const routine = await routineOn(table, dateOf(at));
  return {
    saves: [
      documentStore(table).add({
        ...{ documentId, caseNo, orderId, providerId, kind: 'MESSAGE', dated: dateOf(receivedAt), receivedAt, by },
        file: { sha256: received.sha256, bytes: received.bytes, contentType: received.contentType },
      }),
    ],
    rows: orderRows(order, routine.ok ? ownRows([row], routine.value.pack) : [row]),
  };
}
