import { describe, expect, it } from 'vitest';
import { type DeliveryFate, hear } from '../../../functions/letters/delivery.ts';
import { sendLetter } from '../../../functions/letters/send-letter.ts';
import { takeDeliveryEvent } from '../../../functions/letters/take-delivery-event.ts';
import type { Letter } from '../../../shared/domain/letter.ts';
import type { Owner } from '../../../shared/domain/owner.ts';
import { letterIdOf, letterStore } from '../../../shared/stores/letter-store.ts';
import { aWorld } from '../../support/a-world.ts';
import { aLetter, at } from '../../support/builders.ts';

const now = at('2026-11-02 08:00');

describe('what the mail service tells of a letter', () => {
  it.each<[Letter['state'], DeliveryFate, Letter['state'] | undefined]>([
    ['sending', 'delivered', 'delivered'],
    ['sent', 'delivered', 'delivered'],
    ['asked', 'delivered', 'delivered'],
    ['delivered', 'delivered', undefined],
    ['bounced', 'delivered', undefined],
    ['waiting', 'delivered', undefined],
    ['blocked', 'delivered', undefined],
    ['sending', 'bounced', 'bounced'],
    ['sent', 'bounced', 'bounced'],
    ['asked', 'bounced', 'bounced'],
    ['delivered', 'bounced', 'bounced'],
    ['bounced', 'bounced', undefined],
    ['delivered', 'complained', 'complained'],
    ['sent', 'complained', 'complained'],
    ['complained', 'delivered', undefined],
    ['bounced', 'complained', undefined],
    ['complained', 'bounced', undefined],
    ['waiting', 'complained', undefined],
    ['waiting', 'bounced', undefined],
    ['blocked', 'bounced', undefined],
  ])('a letter that is %s and %s becomes %s', (state, fate, becomes) => {
    const next = hear(aLetter({ state, lease: { owner: 'u', until: now } }), { fate }, now);
    expect(next?.state).toBe(becomes);
    if (next) expect(next).toMatchObject({ sentAt: now, lease: undefined });
  });

  it('comes to the same in any order and however often, when all of it is told after the sending', () => {
    const told = (fates: readonly DeliveryFate[]) =>
      fates.reduce((letter, fate) => hear(letter, { fate }, now) ?? letter, aLetter({ state: 'sent' })).state;
    for (const fates of [
      ['delivered', 'bounced'],
      ['bounced', 'delivered'],
      ['bounced', 'bounced', 'delivered', 'delivered'],
    ] as const)
      expect(told(fates)).toBe('bounced');
  });

  it('is stored once, stands in the officer’s list when it came back, and tells nothing of a letter unknown', async () => {
    const { deps, table, put } = await aWorld();
    const letters = letterStore(table);
    await put(letters.queue(aLetter({ id: 'brev-1', state: 'sent' })));
    const tell = (letterId: string, fate: string) => takeDeliveryEvent.run(now, deps, { letterId, fate });
    expect(await tell('brev-1', 'bounced')).toEqual({ done: 1 });
    expect(await tell('brev-1', 'delivered')).toEqual({ done: 0 });
    const waiting = async (owner: Owner) => (await letters.asked(owner)).items.map(({ entity }) => entity.id);
    expect([await waiting('officer:O1'), await waiting('administrator')]).toEqual([['brev-1'], []]);
    expect(await tell('brev-9', 'bounced')).toEqual({ done: 0 });
    await expect(tell('brev-1', 'read')).rejects.toThrow();
  });
});

describe('the bell for a new letter', () => {
  it('sends it at once, and only once however often it rings', async () => {
    const world = await aWorld();
    await world.put(letterStore(world.table).queue(aLetter({ id: 'brev-1' })));
    const ring = (letterId: string) => sendLetter.run(now, world.deps, { letterId });
    const rung = await Promise.all([ring('brev-1'), ring('brev-1'), ring('brev-9')]);
    expect(rung.reduce((sum, { done }) => sum + done, 0)).toBe(1);
    expect(await ring('brev-1')).toEqual({ done: 0 });
    await world.tick();
    expect(await world.letters()).toHaveLength(1);
  });

  it('knows a letter by its key', () => {
    expect(letterIdOf({ pk: 'LETTER#brev-1', sk: 'LETTER' })).toBe('brev-1');
    expect(letterIdOf({ pk: 'CASE#brev-1', sk: 'LETTER' })).toBeUndefined();
  });
});
