import { beforeEach, expect, it } from 'vitest';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { administrator, head, manager, type Person } from '../../support/a-world.ts';
import {
  anInvoiceWorld,
  attest,
  classify,
  code,
  figuresFor,
  type InvoiceWorld,
  otherHead,
  receive,
  secondAdministrator,
} from '../../support/an-invoice-world.ts';

const economist: Person = { userId: 'E2', role: 'economist' };
let world: InvoiceWorld;
beforeEach(async () => {
  world = await anInvoiceWorld();
  await world.put(membershipStore(world.table).save({ ...economist, email: 'e2@kommun.example' }, undefined));
});

type Item = { readonly code: string; readonly title: string; readonly doneAt?: string; readonly subject: object };
/** What waits for somebody of invoices, in words. */
const tasks = async (who: Person): Promise<readonly string[]> =>
  (await world.call('listTasks', who, { query: { kind: 'invoice' } })).body.items
    .filter(({ doneAt }: Item) => doneAt === undefined)
    .map(({ title }: Item) => title);
const all = async () => [await tasks(administrator), await tasks(head), await tasks(economist)];

it('gives each person in turn a task that links to the invoice, until it is done (L-41, L-51)', async () => {
  const { invoiceId } = (await receive(world)).body;
  expect(await all()).toEqual([['Sekretessbelägg en faktura'], [], []]);
  const [item] = (await world.call('listTasks', administrator, { query: { about: invoiceId } })).body.items;
  expect(item.subject).toEqual({ kind: 'invoice', invoiceId, month: '2026-10', providerId: 'P1' });
  await classify(world, invoiceId);
  expect(await all()).toEqual([[], ['Kontera och attestera en faktura'], []]);
  await code(world, invoiceId);
  await code(world, invoiceId);
  expect(await all()).toEqual([[], ['Kontera och attestera en faktura'], []]);
  await attest(world, invoiceId);
  expect(await all()).toEqual([[], [], ['Lämna en attesterad faktura till bokföringen']]);
  expect((await world.call('exportBookings', economist, { body: {} })).status).toBe(201);
  expect(await all()).toEqual([[], [], []]);
  expect(await tasks(manager)).toEqual([]);
});

it('waits for the second attester where two are needed', async () => {
  world = await anInvoiceWorld({ settings: { overrides: ['attest.second=true'] } });
  const { invoiceId } = (await receive(world)).body;
  await classify(world, invoiceId);
  await code(world, invoiceId);
  await attest(world, invoiceId);
  expect(await tasks(head)).toEqual(['Attestera en faktura som andra person']);
  await attest(world, invoiceId, otherHead);
  expect(await tasks(head)).toEqual([]);
});

it('tells the administrator of one that is held, and asks for nothing when it is returned', async () => {
  const { invoiceId } = (await receive(world, { minutes: 629 })).body;
  expect(await tasks(administrator)).toEqual(['Bestäm vad som ska hända med en faktura som hålls kvar']);
  await world.call('returnInvoice', administrator, { path: { invoiceId }, body: { reason: 'Fel tid' } });
  expect(await all()).toEqual([[], [], []]);
  await receive(world, { issueDate: '2026-11-12' });
  expect(await all()).toEqual([[], [], []]);
});

it('asks for the second pair of eyes on paper, and takes the economist’s away where an attestation is withdrawn', async () => {
  const file = { base64: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64') };
  const body = { file, figures: figuresFor(world) };
  const { invoiceId } = (await world.call('receiveInvoice', administrator, { body })).body;
  expect(await tasks(administrator)).toEqual([
    'Läs igenom en faktura utan text som andra person, och sekretessbelägg den',
  ]);
  await world.call('lookThroughInvoice', secondAdministrator, { path: { invoiceId }, body: { nothingPersonal: true } });
  expect(await tasks(administrator)).toEqual(['Sekretessbelägg en faktura']);
  await classify(world, invoiceId);
  await code(world, invoiceId);
  await attest(world, invoiceId);
  expect(await tasks(economist)).toHaveLength(1);
  await world.call('returnInvoice', head, { path: { invoiceId }, body: { reason: 'Fel' } });
  expect(await all()).toEqual([[], [], []]);
});

it('is late like any other task when its time has passed', async () => {
  await receive(world);
  world.sleepTo('2026-11-20', '09:00');
  await world.tick();
  const [item] = (await world.call('listTasks', administrator, { query: { kind: 'invoice' } })).body.items;
  expect(item.state).toBe('late');
});
