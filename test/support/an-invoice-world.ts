import type { EntryKey } from '../../functions/registry.ts';
import { invoiceReference } from '../../shared/domain/invoice-reference.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import { aHandedInMonth, asked, decideLine, month, ofP1, reporting, stating } from './a-handed-in-month.ts';
import { administrator, colleague, head, manager, officer, type Person, providers, type World } from './a-world.ts';

export { month, ofP1 };

const attesting = ['intendAttestation', 'attestInvoice'] as const satisfies readonly EntryKey[];

/** The head who signs the statement, and two others, of whom the last has done nothing in the month. */
export const deputy: Person = { userId: 'H2', role: 'head' };
export const otherHead: Person = { userId: 'H3', role: 'head' };
export const secondAdministrator: Person = { userId: 'D2', role: 'administrator' };

/** P1's October as it may be invoiced: 630 minutes, 4 200 kronor; what it is paid to is registered. */
export type InvoiceWorld = World & { readonly reference: string; readonly statementSha256: string };

export async function anInvoiceWorld(settings: Parameters<typeof aHandedInMonth>[1] = {}): Promise<InvoiceWorld> {
  const world = await aHandedInMonth(undefined, settings);
  const { table } = world;
  const p1 = await providerStore(table).find('P1');
  await world.put(
    providerStore(table).save(
      { ...(p1?.entity ?? providers.P1), organisationNumber: '556703-7485', bankgiro: '5050-1055' },
      p1,
    ),
    ...[deputy, otherHead, secondAdministrator].map((one) =>
      membershipStore(table).save(
        { ...one, name: `Person ${one.userId}`, email: `${one.userId}@kommun.example` },
        undefined,
      ),
    ),
  );
  world.sleepTo('2026-11-06', '09:00');
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await decideLine(world, 'A-2', { decision: 'ADJUST', minutes: 90, contacts: asked, comment: 'Enligt kunden' });
  await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
  for (const who of [officer, colleague]) await world.sign(who, reporting, { path: ofP1, body: {} });
  world.sleepTo('2026-11-13', '09:00');
  const sent = await world.sign(head, stating, { path: ofP1, body: {} });
  if (sent.status !== 201) throw new Error(`not stated: ${sent.text}`);
  world.sleepTo('2026-11-16', '09:00');
  const { sha256 } = sent.body.record;
  return Object.assign(world, { reference: invoiceReference({ sha256 }), statementSha256: sha256 });
}

/** Figures of an invoice in which nothing is wrong. */
export const figuresFor = ({ reference }: InvoiceWorld, over: object = {}) => ({
  ...{ number: '2026-10-P1', issueDate: '2026-11-16', dueDate: '2026-12-16', sellerOrgNo: '556703-7485' },
  ...{ reference, month, minutes: 630, amountOre: 420_000, vatOre: 0, payee: '5050-1055' },
  ...over,
});

export const receive = (world: InvoiceWorld, over: object = {}, who: Person = manager, body: object = {}) =>
  world.call('receiveInvoice', who, { body: { figures: figuresFor(world, over), ...body } });

const of = (invoiceId: string) => ({ path: { invoiceId } });
export const classify = (world: World, invoiceId: string, who: Person = administrator) =>
  world.call('classifyInvoice', who, { ...of(invoiceId), body: { secret: true } });
export const code = (world: World, invoiceId: string, body: object = {}, who: Person = head) =>
  world.call('codeInvoice', who, { ...of(invoiceId), body });
export const attest = (world: World, invoiceId: string, who: Person = head) =>
  world.sign(who, attesting, { ...of(invoiceId), body: {} });
export const seen = (world: World, invoiceId: string, who: Person = administrator) =>
  world.call('getInvoice', who, of(invoiceId));

/** Received, marked secret, coded and attested: waits to be exported. */
export async function anAttestedInvoice(world: InvoiceWorld, over: object = {}): Promise<string> {
  const { invoiceId } = (await receive(world, over)).body;
  await classify(world, invoiceId);
  await code(world, invoiceId);
  const attested = await attest(world, invoiceId);
  if (attested.status !== 201) throw new Error(`not attested: ${attested.text}`);
  return invoiceId;
}
