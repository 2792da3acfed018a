import { invoiceReference } from '../../shared/domain/invoice-reference.ts';
import { ofP1 } from './a-handed-in-month.ts';
import { endAllIn } from './a-stated-month.ts';
import { head, officer, type World } from './a-world.ts';

/** P1 keeps no case after October, and an officer's own mistake is found: so many minutes more or less, settled. */
export async function settled(
  world: World,
  minutes: number,
): Promise<{ reference: string; sha256: string; toInvoiceOre: number }> {
  await endAllIn(world);
  const decided = await world.call('decideAdjustment', officer, {
    path: { ...ofP1, caseNo: 'A-2' },
    body: { minutes, comment: 'Fel i beslutet', contacts: [{ with: 'provider' }], mistake: true },
  });
  if (decided.status >= 300) throw new Error(`not adjusted: ${decided.text}`);
  const sent = await world.sign(head, ['intendSettlement', 'sendSettlement'], { path: ofP1, body: {} });
  if (sent.status !== 201) throw new Error(`not settled: ${sent.text}`);
  const { sha256 } = sent.body.record;
  const { toInvoiceOre } = sent.body.month.settlements.at(-1);
  return { reference: invoiceReference({ sha256 }), sha256, toInvoiceOre };
}

/** What was claimed back first is owed after all: 30 minutes, 200 kronor to invoice. */
export async function settledUp(world: World) {
  await settled(world, 60);
  return settled(world, 90);
}
