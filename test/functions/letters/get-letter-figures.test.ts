import { beforeEach, expect, it } from 'vitest';
import { sendLetter } from '../../../functions/letters/send-letter.ts';
import { sendLetters } from '../../../functions/letters/send-letters.ts';
import { takeDeliveryEvent } from '../../../functions/letters/take-delivery-event.ts';
import type { Letter } from '../../../shared/domain/letter.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { administrator, aWorld, head, type World } from '../../support/a-world.ts';
import { aLetter, at } from '../../support/builders.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-16', clock: '15:30' });
});
const queue = (...letters: readonly Letter[]) => world.put(...letters.map(letterStore(world.table).queue));
const figures = async (query: Record<string, string> = {}) =>
  (await world.call('getLetterFigures', administrator, { query })).body;

it('counts what left within ten seconds, what left later, and what has not left', async () => {
  expect(await figures()).toEqual({ on: '2026-09-16', withinSeconds: 10, sent: 0, inTime: 0, missed: 0 });
  const now = world.clock.now();
  await queue(aLetter({ id: 'brev-1', queuedAt: now }), aLetter({ id: 'brev-2', queuedAt: at('2026-09-16 15:29') }));
  expect(await figures()).toMatchObject({ sent: 0, missed: 1, share: 0 });
  expect(await sendLetter.run(now, world.deps, { letterId: 'brev-1' })).toEqual({ done: 1, counts: { InTime: 1 } });
  expect(await sendLetters.run(now, world.deps)).toEqual({ done: 1, counts: { InTime: 0 } });
  expect(await figures()).toMatchObject({ sent: 2, inTime: 1, missed: 0, share: 50 });
  // One that has arrived is still one that left.
  await takeDeliveryEvent.run(now, world.deps, { letterId: 'brev-1', fate: 'delivered' });
  expect(await figures()).toMatchObject({ sent: 2, inTime: 1 });
  // One that nobody knows of is a miss, whenever it may have left.
  await queue(aLetter({ id: 'brev-3', state: 'asked', queuedAt: at('2026-09-16 14:00') }));
  expect(await figures()).toMatchObject({ sent: 2, inTime: 1, missed: 1, share: 33.3 });
  expect(await figures({ on: '2026-09-15' })).toMatchObject({ on: '2026-09-15', sent: 0, missed: 0 });
});

it('counts what is put off as missed meanwhile', async () => {
  Object.assign(world.deps, { mailer: { send: async () => 'TOO_FAST' } });
  await queue(aLetter({ queuedAt: world.clock.now() }));
  await sendLetters.run(world.clock.now(), world.deps);
  expect(await figures()).toMatchObject({ sent: 0, missed: 0 });
  world.sleepTo('2026-09-16', '15:31');
  expect(await figures()).toMatchObject({ sent: 0, missed: 1, share: 0 });
});

it('is the administrator’s alone', async () => {
  expect((await world.call('getLetterFigures', head)).status).toBe(403);
});
