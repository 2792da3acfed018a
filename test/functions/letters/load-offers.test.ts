import { expect, it } from 'vitest';
import { offersTo } from '../../../functions/letters/load-offers.ts';
import { capacityStore } from '../../../shared/stores/capacity-store.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aLetter } from '../../support/builders.ts';

const worldOf = (pack: 'leksand' | 'sn2016-840') => aWorld({ date: '2026-09-16', clock: '15:30', settings: { pack } });
const withCeiling = (world: World, providerId: string) =>
  world.put(
    capacityStore(world.table).save(
      {
        ...{ providerId, ceiling: { value: 500, unit: 'HOURS_PER_MONTH' } },
        ...{ base: { minutes: 0, customers: 0 }, changes: [], told: 'NORMAL' },
      },
      undefined,
    ),
  );

// P1 is private, P2 the municipality's own.
it.each([
  ['leksand', 'P1', false, ['confirm', 'start', 'not-executed']],
  ['leksand', 'P1', true, ['confirm', 'start', 'reject', 'not-executed']],
  ['leksand', 'P2', false, ['confirm', 'start', 'not-executed']],
  ['leksand', 'P2', true, ['confirm', 'start', 'reject', 'not-executed']],
  ['sn2016-840', 'P1', false, ['confirm', 'start', 'not-executed']],
  ['sn2016-840', 'P1', true, ['confirm', 'start', 'reject', 'not-executed']],
  ['sn2016-840', 'P2', false, ['start', 'not-executed']],
  ['sn2016-840', 'P2', true, ['start', 'reject', 'not-executed']],
] as const)('%s: an order to %s, with a ceiling: %s, offers %j', async (pack, providerId, hasCeiling, offers) => {
  const world = await worldOf(pack);
  if (hasCeiling) await withCeiling(world, providerId);
  for (const kind of ['N01', 'N02', 'N05', 'N09'] as const)
    expect(await offersTo(aLetter({ kind }), providerId, world.clock.now(), world.deps), kind).toEqual(offers);
});

it('what a change or a month may be answered with is as it was', async () => {
  const world = await worldOf('leksand');
  const at = world.clock.now();
  const changed = aLetter({ fields: { ...aLetter().fields, variant: 'changed' } });
  expect(await offersTo(changed, 'P1', at, world.deps)).toEqual(['not-executed']);
  expect(await offersTo(aLetter({ kind: 'N13' }), 'P1', at, world.deps)).toEqual(['month']);
});

it.each([
  [false, /\[ \] JA/, /NEJ, FULLT/],
  [true, /NEJ, FULLT/, /never/],
])('the letter that is sent, with a ceiling: %s', async (hasCeiling, has, hasNot) => {
  const world = await worldOf('leksand');
  if (hasCeiling) await withCeiling(world, 'P1');
  await world.put(letterStore(world.table).queue(aLetter({ inside: { owner: 'provider:P1', threadId: 'trad-1' } })));
  await world.tick();
  const [letter] = await world.letters();
  expect(letter?.text).toMatch(has);
  expect(letter?.text).not.toMatch(hasNot);
});
