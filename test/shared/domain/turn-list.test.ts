import { describe, expect, it } from 'vitest';
import {
  afterLast,
  build,
  freeNumber,
  join,
  queueOf,
  type SkipReason,
  type TurnKind,
  takeTurn,
} from '../../../shared/domain/turn-list.ts';

const numbers = ['P1', 'P2', 'P3', 'P4'].map((provider, index) => ({ provider, number: index + 1 }));
const done = { at: '2026-09-16T10:00:00.000Z', on: '2026-09-16', by: 'O1' };
const drawnUp = (last?: string) => build(numbers, afterLast(numbers, last), undefined, done).list;

type Ask = { readonly kind?: TurnKind; readonly not?: Readonly<Record<string, SkipReason>> };

/** Who gets one turn after the other, and who was passed over on the way. */
function turns(asked: readonly Ask[], rules: { keepsTurn: boolean; sharedUrgent: boolean }, last?: string) {
  let list = drawnUp(last);
  return asked.map(({ kind = 'NONCHOICE', not = {} }) => {
    const turn = takeTurn(list, { kind, unavailable: (id) => not[id] }, rules);
    if (turn.provider !== undefined) list = turn.list;
    return [turn.provider, ...turn.skipped.map(({ provider, reason }) => `${provider} ${reason}`)];
  });
}

describe('E48: numbers 1 to 4, the last pick 3, provider 4 at its ceiling', () => {
  const asked: readonly Ask[] = [{ not: { P4: 'CAPACITY' } }, {}, {}];

  it('4 keeps its turn: 1, then 4, then 2', () => {
    expect(turns(asked, { keepsTurn: true, sharedUrgent: true }, 'P3')).toEqual([
      ['P1', 'P4 CAPACITY'],
      ['P4'],
      ['P2'],
    ]);
  });
  it('4 loses its turn: 1, then 2', () => {
    expect(turns(asked, { keepsTurn: false, sharedUrgent: true }, 'P3')).toEqual([
      ['P1', 'P4 CAPACITY'],
      ['P2'],
      ['P3'],
    ]);
  });
});

describe('choices from the list are made in turn (L-08)', () => {
  const rules = { keepsTurn: true, sharedUrgent: true };

  it('by number, round and round', () => {
    expect(turns([{}, {}, {}, {}, {}], rules).flat()).toEqual(['P1', 'P2', 'P3', 'P4', 'P1']);
  });
  it('an urgent pick consumes the turn on a shared list (A12)', () => {
    expect(turns([{}, { kind: 'URGENT' }, {}], rules).flat()).toEqual(['P1', 'P2', 'P3']);
  });
  it('an urgent pick leaves the turn alone where the lists are two', () => {
    const apart = { ...rules, sharedUrgent: false };
    expect(turns([{}, { kind: 'URGENT' }, { kind: 'URGENT' }, {}], apart).flat()).toEqual(['P1', 'P1', 'P2', 'P2']);
  });
  it('two who were passed over stand before the rest, in their order', () => {
    const asked: readonly Ask[] = [{ not: { P1: 'PAUSED', P2: 'AREA' } }, {}, {}, {}];
    expect(turns(asked, rules)).toEqual([['P3', 'P1 PAUSED', 'P2 AREA'], ['P1'], ['P2'], ['P4']]);
  });
  it('nobody gets it when nobody can, and the list stands untouched', () => {
    const nobody = { P1: 'ENDED', P2: 'PAUSED', P3: 'CAPACITY', P4: 'NOT_YET' } as const;
    expect(turns([{ not: nobody }, {}], rules)).toEqual([
      [undefined, 'P1 ENDED', 'P2 PAUSED', 'P3 CAPACITY', 'P4 NOT_YET'],
      ['P1'],
    ]);
  });
});

describe('the list', () => {
  it('is drawn up by number, whoever comes first in what was said (L-06, L-07)', () => {
    expect(queueOf(numbers.toReversed())).toEqual(['P1', 'P2', 'P3', 'P4']);
    expect(queueOf(numbers, 'P3')).toEqual(['P3', 'P4', 'P1', 'P2']);
    expect(afterLast(numbers, 'P4')).toBe('P1');
  });
  it('takes a newly approved provider last, under its own number or the next that nobody has', () => {
    const { list, entry } = join(drawnUp(), { provider: 'P9', number: 2 }, done);
    expect(list).toMatchObject({
      queue: ['P1', 'P2', 'P3', 'P4', 'P9'],
      urgent: ['P1', 'P2', 'P3', 'P4', 'P9'],
      seq: 2,
    });
    expect(entry).toMatchObject({ event: 'ADDED', seq: 2, provider: 'P9', number: 5 });
    expect(freeNumber(drawnUp(), 7)).toBe(7);
  });
});
