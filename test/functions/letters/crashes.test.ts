import { afterAll, describe, expect, it } from 'vitest';
import { sendLetters } from '../../../functions/letters/send-letters.ts';
import { takeDeliveryEvent } from '../../../functions/letters/take-delivery-event.ts';
import { takeBackContacts } from '../../../functions/orders/placing/take-back-contacts.ts';
import type { Letter } from '../../../shared/domain/letter.ts';
import type { Posted } from '../../../shared/ports/mailer.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { administrator, aWorld, officer, type World } from '../../support/a-world.ts';
import { aLetter } from '../../support/builders.ts';

type When = 'before' | 'after';
const inside = { owner: 'provider:P1', threadId: 'trad-1' };

/**
 * A machine that dies before or after its `n`th writing or posting, and does nothing more until it is started again. What
 * has been posted is counted outside it, as the post office would.
 */
function dyingAt(world: World, n: number, when: When, answers: readonly Posted[] = []) {
  const posted: string[] = [];
  const { table, mailer } = world.deps;
  const commit = table.commit;
  const refusals = [...answers];
  let [left, down, steps] = [n, false, 0];
  const guarded = async <T>(act: () => Promise<T>): Promise<T> => {
    const die = () => {
      down = true;
      throw new Error('the machine died');
    };
    if (down) return die();
    steps += 1;
    const isNow = left-- === 0;
    if (isNow && when === 'before') return die();
    const answer = await act();
    return isNow ? die() : answer;
  };
  Object.assign(table, { commit: (...given: Parameters<typeof commit>) => guarded(() => commit(...given)) });
  Object.assign(world.deps, {
    mailer: {
      send: ({ letterId }: { letterId: string }) =>
        guarded(async () => {
          const answer = refusals.shift() ?? 'TAKEN';
          if (answer === 'TAKEN') posted.push(letterId);
          return answer;
        }),
    },
  });
  return {
    posted,
    steps: () => steps,
    hasDied: () => down,
    startAgain() {
      Object.assign(table, { commit });
      Object.assign(world.deps, {
        mailer: {
          async send({ letterId }: { letterId: string }) {
            posted.push(letterId);
            return 'TAKEN';
          },
        },
      });
    },
    restore: () => Object.assign(world.deps, { mailer }),
  };
}

/** What the machine does of itself; that it dies is what is tried. */
async function run(
  world: World,
  job: { run(at: string, deps: World['deps'], news?: unknown): Promise<unknown> },
  news?: unknown,
) {
  await job.run(world.clock.now(), world.deps, news).catch((failure: Error) => {
    if (failure.message !== 'the machine died') throw failure;
  });
}
const letterIn = async (world: World): Promise<Letter> => {
  const found = await letterStore(world.table).find('brev-1');
  if (!found) throw new Error('the letter is lost');
  return found.entity;
};

const counts = { cuts: 0, sent: 0, asked: 0, withheld: 0, blocked: 0, lost: 0, twice: 0 };
afterAll(() => {
  console.log(`cut off while sending: ${JSON.stringify(counts)}`);
});

const scenarios = {
  'one that leaves': { over: { inside }, answers: [] as Posted[], isProtected: false },
  'one that is refused for haste first': { over: { inside }, answers: ['TOO_FAST'] as Posted[], isProtected: false },
  'one that the day’s quota has no room for': {
    over: { inside },
    answers: ['QUOTA_SPENT'] as Posted[],
    isProtected: false,
  },
  'one that must not leave': {
    over: { inside, fields: { ...aLetter().fields, provider: 'Firma 191212121212' } },
    answers: [] as Posted[],
    isProtected: false,
  },
  'one about somebody protected': { over: { inside }, answers: [] as Posted[], isProtected: true },
};

describe.each(Object.entries(scenarios))('%s', (_what, { over, answers, isProtected }) => {
  it('is never lost and never sent twice, wherever the machine dies; in doubt a person is asked', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let n = 0; ; n++) {
        const world = await aWorld({ date: '2026-09-16', clock: '15:30' });
        await world.takeIn('A-1');
        if (isProtected) {
          const identities = identityStore(world.table, world.deps.identityKeys);
          await world.put(...(await identities.seal('A-1', { name: 'Bo Ek', protected: true }, world.clock.now())));
        }
        await world.put(letterStore(world.table).queue(aLetter(over)));
        const machine = dyingAt(world, n, when, answers);
        await run(world, sendLetters);
        // Of what was refused for haste the same machine tries again, until it dies.
        world.sleepTo('2026-09-16', '15:33');
        if (!machine.hasDied()) await run(world, sendLetters);
        const died = machine.hasDied();
        const wasPosted = machine.posted.length;
        machine.startAgain();
        for (const hour of ['15:40', '16:45', '18:00', '20:00']) {
          world.sleepTo('2026-09-16', hour);
          await run(world, sendLetters);
        }
        world.failures.splice(0);
        const { state } = await letterIn(world);
        if (machine.posted.length > 1) counts.twice += 1;
        if (state === 'waiting' || state === 'sending') counts.lost += 1;
        expect([machine.posted.length <= 1, state], `${when} ${n}`).toEqual([
          true,
          expect.stringMatching(/^(?:sent|asked|blocked|withheld)$/),
        ]);
        // Sent means posted, and what was posted is sent or asked about.
        expect(state === 'sent' ? machine.posted.length : 1).toBe(1);
        if (wasPosted > 0) expect(['sent', 'asked']).toContain(state);
        if (state === 'blocked' || state === 'withheld') expect(machine.posted).toEqual([]);
        if (state === 'asked') {
          const { body } = await world.call('listTasks', administrator, { query: { kind: 'letter' } });
          expect(body.items).toMatchObject([{ code: 'letter-asked' }]);
        }
        if (state === 'sent' || state === 'asked' || state === 'blocked' || state === 'withheld') counts[state] += 1;
        machine.restore();
        if (!died) break;
        counts.cuts += 1;
      }
    }
  });
});

describe('a letter of contact that came back', () => {
  it('takes its contact back once, and is somebody’s task, wherever the machine dies', async () => {
    let cuts = 0;
    for (const when of ['before', 'after'] as const) {
      for (let n = 0; ; n++) {
        const world = await aWorld({ date: '2026-11-02', clock: '11:00', settings: { pack: 'sn2016-840' } });
        await world.hasCome('D-1');
        const body = {
          ...{ caseNo: 'A-1', providerId: 'P1', healthCareEnrolled: false },
          ...{ services: [{ code: 'OMV', minutesPerMonth: 600 }], choice: { mode: 'WRITTEN', formDocumentId: 'D-1' } },
        };
        await world.call('placeOrder', officer, { body });
        const path = { orderId: 'B-1' };
        await world.call('contactProvider', officer, { path, body: { channel: 'EMAIL', delivery: 'POST' } });
        await world.tick();
        const letterId = (await world.letters()).at(-1)?.id ?? '';
        const machine = dyingAt(world, n, when);
        const bounced = { letterId, fate: 'bounced' };
        world.sleepTo('2026-11-02', '11:30');
        await run(world, takeDeliveryEvent, bounced);
        await run(world, takeBackContacts);
        const died = machine.hasDied();
        machine.startAgain();
        // The queue brings the news again until it has been taken.
        await run(world, takeDeliveryEvent, bounced);
        world.sleepTo('2026-11-02', '11:40');
        await run(world, takeBackContacts);
        await run(world, takeBackContacts);
        world.failures.splice(0);
        const order = (await world.call('getOrder', officer, { path })).body;
        expect(order.contact, `${when} ${n}`).toBeUndefined();
        const rows = await world.journal('A-1');
        expect(rows.filter((row) => row.startsWith('contact-returned'))).toHaveLength(1);
        const { items } = (await world.call('listMessages', officer)).body;
        expect(items.filter(({ title }: { title: string }) => title === 'Ett mejl kom inte fram')).toHaveLength(1);
        machine.restore();
        if (!died) break;
        cuts += 1;
      }
    }
    expect(cuts).toBeGreaterThan(3);
    console.log(`cut off while a contact came back: ${cuts}, taken back once in each`);
  });
});
