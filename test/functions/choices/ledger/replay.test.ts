import { describe, expect, it } from 'vitest';
import { replay } from '../../../../functions/choices/ledger/replay.ts';
import { readTurnFile } from '../../../../functions/choices/ledger/turn-reader.ts';
import { accepted } from '../../../support/a-pack.ts';

const rules = { keepsTurn: true, sharedUrgent: true };
const providers = ['P1', 'P2', 'P3', 'P4'].map((id, index) => ({ id, number: index + 1 }));
const played = (file: object, over: Partial<typeof rules> = {}) =>
  replay(accepted(readTurnFile({ providers, ...file })), { ...rules, ...over });
const faults = (file: object) => {
  const read = readTurnFile(file);
  return read.ok ? [] : (read.faults ?? []).map(({ message }) => message);
};

it('takes no text that could be neither signed nor shown', () => {
  const unavailable = [{ provider: 'P4', reason: 'full \ud83d' }];
  expect(faults({ providers, turns: [{ orderId: 'B-1', unavailable }] })).toEqual([
    'turns[0].unavailable[0].reason: ett tecken i texten är trasigt',
  ]);
});

describe('a list that is played again', () => {
  const full = { unavailable: [{ provider: 'P4', reason: 'CAPACITY' }] };

  it('E48: 4 at its ceiling keeps its turn (L-06–L-09)', () => {
    const turns = [{ orderId: 'B-1', at: '2026-09-16T10:00:00+02:00', ...full }, { orderId: 'B-2' }];
    expect(played({ last: 'P3', turns })).toEqual({
      picks: [
        { orderId: 'B-1', provider: 'P1', skipped: [{ provider: 'P4', reason: 'CAPACITY' }] },
        { orderId: 'B-2', provider: 'P4', skipped: [] },
      ],
      next: 'P2',
      differences: [],
    });
    expect(played({ last: 'P3', turns }, { keepsTurn: false }).picks.map(({ provider }) => provider)).toEqual([
      'P1',
      'P2',
    ]);
  });

  it('tells that nobody could, and leaves the turn where it was', () => {
    const unavailable = providers.map(({ id }) => ({ provider: id, reason: 'paused' }));
    const answer = played({ turns: [{ orderId: 'B-1', unavailable }, { orderId: 'B-2' }] });
    expect(answer.picks).toMatchObject([{ provider: null }, { provider: 'P1' }]);
    expect(answer.picks[0]?.skipped).toEqual(unavailable);
  });

  it('has a next of its own for urgent picks where the lists are two (A12)', () => {
    const turns = [{ orderId: 'B-1', kind: 'URGENT' }];
    expect(played({ turns }, { sharedUrgent: false })).toMatchObject({ next: 'P1', nextUrgent: 'P2' });
    expect(played({ turns })).toMatchObject({ next: 'P2' });
  });

  it('follows the list through its changes', () => {
    const turns = [
      { event: 'ADDED', provider: 'P5', number: 5 },
      { event: 'PAUSED', provider: 'P1' },
      { orderId: 'B-1' },
      { event: 'BUILT', providers: [...providers.slice(0, 2), { id: 'P9', number: 9 }], first: 'P9' },
      { orderId: 'B-2' },
    ];
    expect(played({ last: 'P4', turns }).picks.map(({ provider }) => provider)).toEqual(['P1', 'P9']);
  });

  it('passes over who takes no customers when it says whose turn is next, and comes back to them', () => {
    const ended = { event: 'ENDED', provider: 'P1' };
    const turns = [{ event: 'PAUSED', provider: 'P2' }, ended];
    expect(played({ turns }).next).toBe('P3');
    expect(played({ turns: [...turns, { event: 'RESUMED', provider: 'P2' }] }).next).toBe('P2');
    expect(played({ turns: [...turns, ...['P3', 'P4'].map((provider) => ({ ...ended, provider }))] }).next).toBe(null);
  });

  it('differs from what is recorded when the record was changed, by each pick', () => {
    const turns = [
      { orderId: 'B-1', provider: 'P1', skipped: [] },
      { orderId: 'B-2', provider: 'P3', skipped: [] },
      { orderId: 'B-3', provider: 'P3', skipped: [{ provider: 'P2', reason: 'AREA' }] },
    ];
    expect(played({ turns }).differences).toEqual([
      {
        orderId: 'B-2',
        recorded: { provider: 'P3', skipped: [] },
        played: { provider: 'P2', skipped: [] },
      },
      {
        orderId: 'B-3',
        recorded: { provider: 'P3', skipped: [{ provider: 'P2', reason: 'AREA' }] },
        played: { provider: 'P3', skipped: [] },
      },
    ]);
  });

  it('reads each pick by the rules that it was decided under', () => {
    const first = { orderId: 'B-1', ...full, rules: { keepsTurn: false, sharedUrgent: true } };
    expect(played({ last: 'P3', turns: [first, { orderId: 'B-2' }] }).picks.map(({ provider }) => provider)).toEqual([
      'P1',
      'P2',
    ]);
  });
});

describe('a file that cannot be judged names every place', () => {
  it.each<[string, object, readonly string[]]>([
    ['nothing in it', {}, ['providers: värdet saknas eller är fel', 'turns: värdet saknas eller är fel']],
    ['no providers', { providers: [], turns: [{ orderId: 'B-1' }] }, ['providers: listan har inga utförare (L-06)']],
    [
      'a number and a provider twice',
      { providers: [...providers, { id: 'P1', number: 2 }], turns: [] },
      [
        'providers[4].id: utföraren står redan på listan (L-06)',
        'providers[4].number: numret är redan upptaget (L-07)',
      ],
    ],
    ['an unknown last', { providers, last: 'P9', turns: [] }, ['last: P9 finns inte på listan']],
    [
      'a turn without its order and one with a wrong kind',
      { providers, turns: [{}, { orderId: 'B-1', kind: 'OFTEN' }] },
      ['turns[0].orderId: värdet saknas eller är fel', 'turns[1].kind: värdet saknas eller är fel'],
    ],
    [
      'a stranger who is passed over',
      { providers, turns: [{ orderId: 'B-1', unavailable: [{ provider: 'P9', reason: 'AREA' }] }] },
      ['turns[0].unavailable[0].provider: P9 finns inte på listan'],
    ],
    [
      'a change of somebody who is not there, and a number that is taken',
      {
        providers,
        turns: [
          { event: 'ENDED', provider: 'P9' },
          { event: 'ADDED', provider: 'P9', number: 4 },
        ],
      },
      ['turns[0].provider: P9 finns inte på listan', 'turns[1].number: numret är redan upptaget (L-07)'],
    ],
    [
      'a list drawn up anew without its first',
      { providers, turns: [{ event: 'BUILT', providers: [], first: 'P1' }] },
      ['turns[0].first: P1 finns inte på listan'],
    ],
  ])('%s', (_what, file, expected) => {
    expect(faults(file)).toEqual(expected);
  });
});
