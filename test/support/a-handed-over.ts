import type { PurchaseWorld } from './a-purchase-world.ts';
import type { Person } from './a-world.ts';

/** A file that somebody has sent in, by the form that was opened for it. */
export async function anUpload(world: PurchaseWorld, who: Person, text = '%PDF-1.7 en handling'): Promise<string> {
  const opened = await world.call('openUpload', who, { body: { contentType: 'application/pdf' } });
  if (opened.status !== 201) throw new Error(JSON.stringify(opened.body));
  const { documentId } = opened.body;
  await world.deps.documents.put('incoming', documentId, Buffer.from(text), 'application/pdf');
  return documentId;
}

/** One document of each kind, handed over. */
export async function handedOver(
  world: PurchaseWorld,
  purchaseId: string,
  who: Person,
  kinds: readonly ('DESCRIPTION' | 'INFORMATION' | 'RISK' | 'INSTRUCTION')[],
) {
  const ids: string[] = [];
  for (const kind of kinds) {
    const documentId = await anUpload(world, who);
    await world.step('handOver', who, purchaseId, { documentIds: [documentId], kind });
    ids.push(documentId);
  }
  return ids;
}
