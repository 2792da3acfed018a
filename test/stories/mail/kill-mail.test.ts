import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { aClient } from '../support/a-client.ts';
import { aSender } from '../support/a-sender.ts';
import { aFolder, type Started, start } from '../support/a-start.ts';

/** How often the machine is killed: a few times among every test, as often as one likes by hand. */
const kills = Number(process.env.KILLS ?? 3);
const seed = 20261103;

const Order = z.looseObject({ id: z.string(), state: z.string() });
const Journal = z.looseObject({ items: z.array(z.looseObject({ event: z.string() })) });

/** Numbers that are the same for the same seed. */
function seeded(from: number): () => number {
  let state = from;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Reply = { readonly caseNo: string; readonly orderId: string; readonly raw: Buffer; readonly to: string };

it(`loses no mail that was answered, and does nothing twice, killed ${kills} times (seed ${seed})`, async () => {
  const { folder, remove } = await aFolder();
  let machine: Started = await start(folder);
  const [port, smtpPort] = [Number(new URL(machine.base).port), machine.smtpPort];
  const client = aClient(() => machine.base);
  const sender = aSender(() => machine, client);
  const random = seeded(seed);
  const from = 'p2@utforare2.example';

  /** What was answered 250, with something that stands in that mail alone. */
  const answered = new Map<string, string>();
  const replies: Reply[] = [];
  let sentAgain = 0;

  /** A provider's mail server: tries until it is told that the mail has arrived, also when the machine dies meanwhile. */
  async function deliver({ raw, to }: Pick<Reply, 'raw' | 'to'>, mark: string): Promise<void> {
    for (let attempt = 0; attempt < 400; attempt++) {
      try {
        answered.set(await sender.sendRaw(raw, { from, to }), mark);
        return;
      } catch (failure) {
        // The connection breaks, or nobody is there yet: that is what this is about.
        if (!(failure instanceof Error && ('command' in failure || 'code' in failure))) throw failure;
        sentAgain += 1;
        await setTimeout(50);
      }
    }
    throw new Error('the machine never took it');
  }

  try {
    await sender.publish('utforare2.example');
    for (let n = 0; n < 3 * kills; n++) {
      const caseNo = `K-${n}`;
      const order = { caseNo, providerId: 'P2', services: [{ code: 'OMV', minutesPerMonth: 600 }] };
      const placed = await client.as('O1', 'POST', '/orders', { ...order, customer: { name: 'Astrid Provsjö' } });
      const { id: orderId } = Order.parse(placed.body);
      const { replyTo: to } = await sender.letter(`Ärende ${caseNo}.`);
      replies.push({ caseNo, orderId, to, raw: await sender.written({ from, to, text: 'JA' }) });
    }

    for (let round = 0; round < kills; round++) {
      const before = answered.size;
      const [enough, later] = [before + 1 + Math.floor(random() * 12), random() * 100];
      const junk = Array.from({ length: 20 }, (_, n) => `skräp-${round}-${n}`);
      const mine = replies.slice(3 * round, 3 * round + 3);
      const sending = Promise.all([
        ...mine.map((reply) => deliver(reply, reply.to)),
        ...junk.map((mark) =>
          deliver(
            { raw: Buffer.from(`From: x@evil.example\r\nSubject: ${mark}\r\n\r\nJA\r\n`), to: 'utfort@localhost' },
            mark,
          ),
        ),
      ]);
      const end = Date.now() + 20_000;
      while (answered.size < enough && Date.now() < end) await setTimeout(1);
      await setTimeout(later);
      await machine.kill();
      machine = await start(folder, port, smtpPort);
      await sending;
    }

    expect(answered.size).toBe(23 * kills);
    for (const [id, mark] of answered) {
      const raw = await (await fetch(`${machine.base}/_local/inbox/${id}`)).text();
      expect(raw, `${id} was answered and is not there`).toContain(mark);
    }
    // The same mail may have come twice, when its first answer never came: it has acted once, whichever it was.
    await client.http('GET', '/_local/inbox');
    for (const { caseNo, orderId } of replies) {
      expect(Order.parse((await client.as('O1', 'GET', `/orders/${orderId}`)).body).state).toBe('confirmed');
      const { items } = Journal.parse((await client.as('O1', 'GET', `/cases/${caseNo}/journal`)).body);
      expect(items.filter(({ event }) => event === 'order-confirmed')).toHaveLength(1);
    }
    expect(machine.stderr()).toBe('');
    console.info(`${kills} kills, seed ${seed}: ${answered.size} answered and there, ${sentAgain} tries in vain`);
  } finally {
    await machine.stop();
    await remove();
  }
}, 300_000);
