import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { aClient } from '../support/a-client.ts';
import { aSender } from '../support/a-sender.ts';
import { aFolder, type Started, start } from '../support/a-start.ts';

let machine: Started;
let place: Awaited<ReturnType<typeof aFolder>>;
const client = aClient(() => machine.base);
const sender = aSender(() => machine, client);

const Order = z.looseObject({ state: z.string(), version: z.number().optional() });
const Journal = z.looseObject({ items: z.array(z.looseObject({ event: z.string() })) });
const Tasks = z.looseObject({
  items: z.array(z.looseObject({ state: z.string(), subject: z.record(z.string(), z.string()) })),
});

beforeAll(async () => {
  place = await aFolder();
  machine = await start(place.folder);
  for (const domain of ['utforare1.example', 'utforare2.example']) await sender.publish(domain);
  await client.http('PUT', '/_local/clock', { now: '2026-11-03T10:00:00+01:00' });
}, 180_000);
afterAll(async () => {
  const ended = await machine.stop();
  await place.remove();
  expect([ended, machine.stderr()]).toEqual([0, '']);
});

const orderIn = (text: string): string => /bestallningar\/([\w-]+)/.exec(text)?.[1] ?? '';
const orderOf = async (officer: string, id: string) =>
  Order.parse((await client.as(officer, 'GET', `/orders/${id}`)).body).state;
const eventsOf = async (officer: string, caseNo: string) =>
  Journal.parse((await client.as(officer, 'GET', `/cases/${caseNo}/journal`)).body).items.map(({ event }) => event);
const tasksAbout = async (officer: string, mailId: string) =>
  Tasks.parse((await client.as(officer, 'GET', '/tasks')).body).items.filter(
    ({ subject, state }) => subject.mailId === mailId && state !== 'done',
  );

const words = 'JA\n\nSTART 2026-11-03\n\nVänliga hälsningar\nAnna';

describe('a provider replies with a mail program, to a machine that was started with npm start', () => {
  it('signed by its domain: the order is confirmed and its first visit reported', async () => {
    const letter = await sender.letter('Ärende A-2001');
    const id = orderIn(letter.text);
    expect(await orderOf('O1', id)).toBe('placed');
    const mail = await sender.send({ from: letter.to, to: letter.replyTo, text: words, signed: true });
    expect(await sender.fate(mail)).toMatchObject({ state: 'acted' });
    expect(await orderOf('O1', id)).toBe('started');
    expect(await tasksAbout('O1', mail)).toEqual([]);
  });

  it('the same without a signature: a task, and nothing is changed, until an officer lets it through, once', async () => {
    const letter = await sender.letter('Ärende A-2002');
    const id = orderIn(letter.text);
    const before = await eventsOf('O2', 'A-2002');
    const mail = await sender.send({ from: letter.to, to: letter.replyTo, text: words, signed: false });
    expect(await sender.fate(mail)).toMatchObject({ state: 'quarantined' });
    expect(await orderOf('O2', id)).toBe('placed');
    expect(await eventsOf('O2', 'A-2002')).toEqual(before);
    expect(await tasksAbout('O2', mail)).toHaveLength(1);

    const release = () => client.as('O2', 'POST', `/mail/${mail}/release`, { reason: 'Jag har ringt utföraren.' });
    expect((await client.as('O1', 'POST', `/mail/${mail}/release`, { reason: 'x' })).status).toBeGreaterThan(400);
    expect((await release()).status).toBe(200);
    expect(await sender.fate(mail)).toMatchObject({ state: 'acted' });
    expect(await orderOf('O2', id)).toBe('started');
    expect(await tasksAbout('O2', mail)).toEqual([]);
    expect((await release()).status).toBe(409);

    // The same once more does nothing more, signed or not.
    for (const signed of [false, true])
      await sender.fate(await sender.send({ from: letter.to, to: letter.replyTo, text: words, signed }));
    const events = await eventsOf('O2', 'A-2002');
    for (const once of ['order-confirmed', 'order-started'])
      expect(events.filter((event) => event === once)).toHaveLength(1);
    expect(await orderOf('O2', id)).toBe('started');
  });
});
