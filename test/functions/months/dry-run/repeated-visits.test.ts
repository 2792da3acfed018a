import { expect, it } from 'vitest';
import { Repeat, Repeats } from '../../../../functions/months/dry-run/repeated-visits.ts';
import { Seeded } from '../../../support/random-month.ts';

it('finds the same repeats as a map, on crowded days and sparse ones', () => {
  const chance = new Seeded(7);
  const repeats = new Repeats(50);
  const plain = new Map<string, number[]>();
  for (let row = 0; row < 60_000; row += 1) {
    const crowded = chance.percent(50);
    const visit = {
      caseNumber: crowded ? 3 : chance.whole(0, 49),
      day: crowded ? 31 : chance.whole(1, 31),
      service: chance.whole(0, 2),
      start: chance.whole(0, crowded ? 1439 : 5),
      end: chance.whole(0, crowded ? 9 : 5),
      worker: chance.whole(0, 3),
    };
    const { worker, ...of } = visit;
    const name = Object.values(of).join(' ');
    const earlier = plain.get(name);
    const other = earlier && worker > 0 && !earlier.includes(0) && !earlier.includes(worker);
    const expected = earlier ? (other ? Repeat.otherWorker : Repeat.sameWorker) : Repeat.none;
    expect(repeats.find(visit)).toBe(expected);
    if (chance.percent(20)) continue;
    repeats.remember(visit);
    plain.set(name, [...(earlier ?? []), worker]);
  }
});
