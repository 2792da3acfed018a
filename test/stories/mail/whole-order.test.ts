import { beforeAll, describe, expect, it } from 'vitest';
import { mailStore } from '../../../functions/mail/mail-store.ts';
import { aMail, arrives, replyAddressOf, signingDomain } from '../../support/a-mail.ts';
import { aWorld, head, neighbour, officer, type World } from '../../support/a-world.ts';

const services = ['OMV', 'INK'].map((code) => ({ code, minutesPerMonth: 300 }));
const customer = { name: 'Elsa Provgren', address: 'Storgatan 1', relativePhone: '070-555 01 23' };

/** What one of a provider's writes, and what becomes of it. */
const writing = (world: World, from: string) => async (to: string, text: string) => {
  const id = await arrives(world, await aMail({ from, to, text }), { to, from });
  await world.tick();
  await world.tick();
  return (await mailStore(world.table).find(id))?.entity;
};
/** The latest letter of a subject to somebody, and where it is answered. */
async function latest(world: World, to: string, subject: RegExp) {
  const found = (await world.letters()).filter((one) => one.to === to && subject.test(one.subject)).at(-1);
  if (!found) throw new Error(`no ${subject} has left to ${to}: ${(await world.letters()).map((one) => one.subject)}`);
  return { ...found, replyTo: await replyAddressOf(world, found.id) };
}
const papers = async (world: World, person = officer) =>
  (await world.call('listCaseDocuments', person, { path: { caseNo: 'A-1' } })).body.items;
const mailTasks = async (world: World) =>
  (await world.call('listTasks', officer, { query: {} })).body.items.filter(
    ({ code }: { code: string }) => code === 'D48',
  );

describe('a private provider that has nothing but e-mail (SN/2016:840)', () => {
  let world: World;
  let says: ReturnType<typeof writing>;
  let orderId: string;
  const provider = 'p1@utforare.example';
  const order = async () => (await world.call('getOrder', officer, { path: { orderId } })).body;

  beforeAll(async () => {
    world = await aWorld({ date: '2026-11-02', clock: '09:00', settings: { pack: 'sn2016-840' } });
    world.records.push(signingDomain('utforare.example'));
    await world.takeIn('A-1');
    await world.hasCome('D-1');
    const choice = { mode: 'WRITTEN', formDocumentId: 'D-1' };
    const body = { caseNo: 'A-1', providerId: 'P1', services, customer, choice, healthCareEnrolled: false };
    const placed = await world.call('placeOrder', officer, { body });
    expect(placed.status, JSON.stringify(placed.body)).toBe(201);
    orderId = placed.body.id;
    says = writing(world, provider);
    await world.call('prepareSheet', officer, { path: { orderId } });
    await world.call('contactProvider', officer, { path: { orderId }, body: { channel: 'EMAIL', delivery: 'POST' } });
    await world.tick();
    await world.call('deliverSheet', officer, { path: { orderId }, body: { way: 'POST' } });
  });

  it('is contacted by mail, and confirms by answering it (S-23, S-28)', async () => {
    const { replyTo } = await latest(world, provider, /uppdrag att hämta/);
    expect(await says(replyTo, 'Hej!\r\n\r\nJA\r\n\r\nMvh\r\nAnna Andersson')).toMatchObject({
      state: 'acted',
      done: ['confirm'],
    });
    expect(await order()).toMatchObject({
      state: 'confirmed',
      confirmed: { by: 'epost-P1', implicit: false, late: false },
    });
  });

  it('has it filed in the case and journalled as its own, naming the mail (S-29, S-30)', async () => {
    expect(await papers(world)).toMatchObject([
      { kind: 'MESSAGE', providerId: 'P1', by: 'epost-P1', file: { contentType: 'message/rfc822' } },
    ]);
    expect((await world.journal('A-1')).slice(-3)).toEqual([
      'order-confirmed S-28 epost-P1',
      'confirmation-filed S-30 epost-P1',
      'mail-filed S-39 epost-P1',
    ]);
    expect(await world.journal('A-1')).not.toContainEqual(expect.stringMatching(/system$/));
    expect((await papers(world, head)).length).toBe(1);
    expect((await world.call('listCaseDocuments', neighbour, { path: { caseNo: 'A-1' } })).status).toBe(404);
  });

  it('can be opened by the officer, with the reason in the access log', async () => {
    const [{ documentId }] = await papers(world);
    const [path, body] = [{ caseNo: 'A-1', documentId }, { reason: 'Läser bekräftelsen' }];
    expect((await world.call('viewDocument', officer, { path, body })).body).toMatchObject({ shown: 'attachment' });
  });

  it('is answered: what was noted, and what comes next', async () => {
    const answer = await latest(world, provider, /^Ert mejl är mottaget/);
    expect(answer.text).toContain('ni har bekräftat');
    expect(answer.text).toContain('Ärende A-1.');
    expect(answer.text).toContain('[ ] START');
    expect(answer.replyTo).toMatch(/\+/);
  });

  it('asks something, which the officer reads and nothing is done by', async () => {
    const { replyTo } = await latest(world, provider, /uppdrag att hämta/);
    expect(await says(replyTo, 'Behövs det nyckel?')).toMatchObject({
      state: 'asked',
      because: 'question',
      text: 'Behövs det nyckel?',
      owner: 'officer:O1',
    });
    expect(await mailTasks(world)).toHaveLength(1);
    expect((await latest(world, provider, /läses av en handläggare/)).text).not.toContain('nyckel');
    expect((await world.journal('A-1')).at(-1)).toBe('mail-asked S-39 epost-P1');
  });

  it('tells the first visit and what is not carried out in one mail, by the form of the answer (S-36, S-37)', async () => {
    await world.passTo('2026-11-03', '16:00');
    const { replyTo, text } = await latest(world, provider, /^Ert mejl är mottaget/);
    const filled = text
      .split('\n')
      .map((line) =>
        line
          .replace('[ ] START åååå-mm-dd', '[x] START 2026-11-03')
          .replace('[ ] EJ UTFÖRT kod orsak', '[x] EJ UTFÖRT INK har en egen lösning'),
      );
    const quoted = [
      '-----Ursprungligt meddelande-----',
      'Från: Exempelkommun',
      'Skickat: den 2 november 2026 09:12',
      '',
      ...filled,
    ];
    expect(await says(replyTo, `Se svar nedan\r\n\r\n${quoted.join('\r\n')}`)).toMatchObject({
      state: 'acted',
      done: ['start', 'not-executed'],
    });
    expect(await order()).toMatchObject({
      firstVisit: { on: '2026-11-03' },
      notExecuted: [{ code: 'INK', reason: 'har en egen lösning' }],
    });
    const told = await latest(world, 'o1@kommun.example', /Datum för första insats/);
    expect(told.text).toContain('Insatser som inte verkställs: 1.');
  });

  it('has it executed by the officer, and is told so by mail (S-38, S-40)', async () => {
    const body = { executedFrom: '2026-11-03' };
    expect((await world.call('executeOrder', officer, { path: { orderId }, body })).status).toBe(200);
    await world.tick();
    expect((await latest(world, provider, /Verkställighetsdatum/)).text).toContain('3 nov 2026');
    expect(await order()).toMatchObject({ state: 'started' });
    expect((await papers(world)).filter(({ kind }: { kind: string }) => kind === 'MESSAGE')).toHaveLength(3);
  });

  it('has said nothing of the customer in any letter', async () => {
    for (const { text, subject } of await world.letters())
      expect(`${subject} ${text}`).not.toMatch(/Elsa|Provgren|Storgatan|070/);
  });
});

describe('the municipality’s own, in Leksand’s routine', () => {
  let world: World;
  let says: ReturnType<typeof writing>;
  let orderId: string;
  const provider = 'p2@utforare.example';
  const order = async () => (await world.call('getOrder', officer, { path: { orderId } })).body;

  beforeAll(async () => {
    world = await aWorld({ date: '2026-11-02', clock: '09:00' });
    world.records.push(signingDomain('utforare.example'));
    await world.takeIn('A-1');
    const placed = await world.call('placeOrder', officer, {
      body: { caseNo: 'A-1', providerId: 'P2', services, customer },
    });
    expect(placed.status, JSON.stringify(placed.body)).toBe(201);
    orderId = placed.body.id;
    await world.tick();
    says = writing(world, provider);
  });

  it('says when it can begin, which confirms (L-12, L-13)', async () => {
    const { replyTo } = await latest(world, provider, /Ny beställning/);
    expect(await says(replyTo, 'START 5/11')).toMatchObject({ state: 'acted', done: ['confirm'] });
    expect(await order()).toMatchObject({ state: 'confirmed', confirmed: { canStartAt: '2026-11-05T06:00:00.000Z' } });
    expect((await latest(world, provider, /^Ert mejl är mottaget/)).text).toContain('Skriv igen när besöket är gjort.');
  });

  it('tells what it does not carry out, and then that it has begun; the journal has no rule of another routine', async () => {
    const { replyTo } = await latest(world, provider, /^Ert mejl är mottaget/);
    expect(await says(replyTo, 'EJ UTFÖRT ink kunden handlar själv')).toMatchObject({
      state: 'acted',
      done: ['not-executed'],
    });
    await world.passTo('2026-11-05', '15:00');
    expect(await says(replyTo, 'Första besöket var idag')).toMatchObject({ state: 'asked', because: 'day-missing' });
    expect(await says(replyTo, 'Start 5/11')).toMatchObject({ state: 'acted', done: ['start'] });
    expect(await order()).toMatchObject({
      state: 'started',
      started: { on: '2026-11-05' },
      notExecuted: [{ code: 'INK' }],
    });
    expect((await world.journal('A-1')).filter((row) => / S-/.test(row))).toEqual([]);
  });
});
