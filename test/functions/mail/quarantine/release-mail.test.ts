import { beforeEach, describe, expect, it } from 'vitest';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import { anOrderByMail, comes } from '../../../support/a-stopped-mail.ts';
import { administrator, colleague, coordinator, head, officer, type World } from '../../../support/a-world.ts';

let world: World;
let orderId: string;
let to: string;
beforeEach(async () => {
  ({ world, orderId, to } = await anOrderByMail());
});

const body = { reason: 'Jag har ringt och frågat: det är från dem.' };
const release = (
  mailId: string,
  person = officer,
  more: Partial<{ body: unknown; headers: Record<string, string> }> = {},
) => world.call('releaseMail', person, { path: { mailId }, body, ...more });
const stateOfOrder = async () => (await world.call('getOrder', officer, { path: { orderId } })).body.state;
const tasksOf = async (person = officer) =>
  (await world.call('listTasks', person, { query: { kind: 'mail' } })).body.items.map(
    ({ code, state }: { code: string; state: string }) => `${code} ${state}`,
  );

describe('a mail that was stopped', () => {
  it('does nothing, and is the task of its case’s officer, until it is let through: then it acts, once', async () => {
    const mailId = await comes(world, to);
    expect(await stateOfOrder()).toBe('placed');
    expect(await tasksOf()).toEqual(['D48 due']);

    const released = await release(mailId);
    expect(released).toMatchObject({ status: 200, body: { mailId, state: 'waiting' } });
    expect(await stateOfOrder()).toBe('placed');
    await world.tick();
    expect(await stateOfOrder()).toBe('confirmed');
    expect((await mailStore(world.table).find(mailId))?.entity).toMatchObject({
      state: 'acted',
      released: { by: 'O1', reason: body.reason, providerId: 'P1' },
    });
    expect(await tasksOf()).toEqual(['D48 done']);
    expect(await world.journal('A-1')).toContain('mail-released S-39 O1');

    expect(await release(mailId)).toMatchObject({ status: 409, body: { code: 'mail-not-waiting' } });
    await world.tick();
    expect((await world.journal('A-1')).filter((row) => row.startsWith('order-confirmed'))).toHaveLength(1);
  });

  it('is asked about when nobody understands what was let through, and is then another task', async () => {
    const mailId = await comes(world, to, { text: 'Ja, men inte onsdagar' });
    expect((await release(mailId)).status).toBe(200);
    await world.tick();
    expect((await mailStore(world.table).find(mailId))?.entity).toMatchObject({ state: 'asked' });
    expect(await stateOfOrder()).toBe('placed');
    expect(await tasksOf()).toEqual(['D48 due', 'D48 done']);
    const handled = await world.call('handleMail', officer, { path: { mailId }, body: { note: 'Jag ringde dem.' } });
    expect(handled).toMatchObject({ status: 200, body: { state: 'handled' } });
    expect(await world.journal('A-1')).toContain('mail-handled S-39 O1');
  });

  it('is answered for by the officer of its case alone', async () => {
    const mailId = await comes(world, to);
    expect((await release(mailId, colleague)).status).toBe(404);
    expect((await release(mailId, administrator)).status).toBe(404);
    expect((await release(mailId, head)).status).toBe(403);
    expect((await release(mailId, coordinator)).status).toBe(403);
    expect(await stateOfOrder()).toBe('placed');
  });

  it('is decided on as it was read, with a reason, under a key once', async () => {
    const mailId = await comes(world, to);
    expect(await release(mailId, officer, { headers: { 'if-match': '"1"' } })).toMatchObject({
      status: 409,
      body: { code: 'stale-version' },
    });
    expect((await release(mailId, officer, { body: { reason: '' } })).status).toBe(422);
    expect((await release(mailId, officer, { body: { reason: 'Gäller 19121212-1212' } })).status).toBe(422);
    const { version } = (await mailStore(world.table).find(mailId)) ?? { version: 0 };
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': 'en' };
    const first = await release(mailId, officer, { headers });
    expect(first.status).toBe(200);
    expect((await release(mailId, officer, { headers })).body).toEqual(first.body);
  });

  it('is from the provider of the order that it replies about, and from no other', async () => {
    const mailId = await comes(world, to);
    const of = (providerId: string) => release(mailId, officer, { body: { ...body, providerId } });
    expect(await of('P2')).toMatchObject({ status: 422, body: { faults: [{ code: 'mail-of-other-provider' }] } });
    expect((await of('P1')).status).toBe(200);
  });

  it('about no order is an administrator’s, who names whom it is from where no address says it', async () => {
    const mailId = await comes(world, 'utfort@kommun.example', { from: 'okand@annan.example', text: 'Hej' });
    expect((await release(mailId, officer)).status).toBe(404);
    expect(await tasksOf(administrator)).toEqual(['D48 due']);
    expect(await release(mailId, administrator)).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'mail-provider-needed' }] },
    });
    const named = (providerId: string) => release(mailId, administrator, { body: { ...body, providerId } });
    expect(await named('P9')).toMatchObject({ status: 422, body: { faults: [{ code: 'unknown-provider' }] } });
    expect((await named('P1')).status).toBe(200);
    await world.tick();
    expect((await mailStore(world.table).find(mailId))?.entity).toMatchObject({ state: 'asked', providerId: 'P1' });
  });
});

describe('is never let through', () => {
  it.each(['INFECTED', 'NOT_SCANNED'] as const)('%s', async (scan) => {
    const id = `in-${scan.toLowerCase()}`;
    await world.deps.documents.put(
      'incoming',
      id,
      Buffer.from('From: p1@utforare.example\r\n\r\nJA'),
      'message/rfc822',
    );
    const envelope = { from: 'p1@utforare.example', to: [to] };
    await world.machine.tell('mail-in', { mailId: id, laid: { documentId: id, envelope }, scan });
    await world.tick();
    expect(await release(id)).toMatchObject({ status: 409, body: { code: 'mail-not-clean' } });
    expect((await world.call('getMail', officer, { path: { mailId: id } })).body.mayBeReleased).toBe(false);
    const refused = await world.call('refuseMail', officer, { path: { mailId: id }, body });
    expect(refused).toMatchObject({ status: 200, body: { state: 'refused' } });
  });
});
