import { beforeAll, describe, expect, it } from 'vitest';
import { type LoadedWay, loadWays } from '../../../../infra/local/load-ways.ts';
import { readHistory } from '../../../../infra/local/replay/history-file.ts';
import { replayHistory } from '../../../../infra/local/replay/replay-history.ts';
import { history, placed } from '../support/a-history.ts';

let ways: readonly LoadedWay[] = [];
beforeAll(async () => {
  ways = await loadWays();
});

/** Plays a history, and gives all that is told of it; what is no file that can be played gives its faults. */
async function replay(file: object) {
  const lines: unknown[] = [];
  const missed: string[] = [];
  const read = readHistory(file);
  const listener = { line: (line: unknown) => lines.push(line), missed: (words: string) => missed.push(words) };
  const played = read.ok ? await replayHistory(read.value, listener, ways) : read;
  const faults = played.ok ? undefined : played.faults?.map(({ message }) => message);
  return { lines, missed, faults, kept: played.ok ? played.value : undefined };
}

describe('a history', () => {
  it('does every step at its time and tells what each came to, and what is left at the end', async () => {
    const { kept, lines, missed } = await replay(history);
    expect({ kept, missed }).toEqual({ kept: true, missed: [] });
    expect(lines).toMatchObject([
      { step: 1, at: '2026-10-01T08:00:00+02:00', status: 201, body: { id: 'B-00001' } },
      { step: 2, at: '2026-10-01T11:00:00+02:00', status: 200, body: { state: 'started' } },
      { step: 3, status: 200 },
      { step: 4, status: 201 },
      { step: 5, status: 200, body: { caseNo: 'A-1', granted: 600 } },
      { step: 6, status: 404, code: 'order-not-found' },
      {
        step: 7,
        status: 200,
        body: {
          items: expect.arrayContaining([
            expect.objectContaining({ subject: 'Ny beställning att bekräfta', sentAt: placed.at }),
          ]),
        },
      },
      { step: 8, status: 200 },
      { letters: expect.any(Number), tasks: { O1: expect.any(Array), H1: expect.any(Array), M1: expect.any(Array) } },
    ]);
    expect(Object.keys(Object(lines[0]))).toEqual(['step', 'at', 'status', 'body']);
    expect(Object.keys(Object(lines.at(-1)))).toEqual(['letters', 'tasks']);
    const { tasks } = Object(lines.at(-1));
    expect(tasks.O1).toContainEqual({
      code: 'D12',
      subject: { kind: 'month', month: '2026-10', providerId: 'P1', officerId: 'O1' },
      due: '2026-11-07T00:00:00+01:00',
      late: false,
    });
  });

  it('is not kept where something is not as expected, and is played to the end', async () => {
    const steps = [{ ...placed, expect: { status: [200, 202], body: { state: 'started', from: '2026-10-01' } } }];
    const { kept, lines, missed } = await replay({ ...history, steps, expect: { letters: 0 } });
    expect({ kept, lines: lines.length }).toEqual({ kept: false, lines: 2 });
    expect(missed).toEqual([
      'steg 1: status: väntat 200 eller 202, blev 201',
      'steg 1: body.state: väntat "started", blev "placed"',
      'slutet: letters: väntat 0, blev 1',
    ]);
  });

  it('ends where a step needs what was never answered, since what follows would be another history', async () => {
    const refused = { ...placed, body: { ...placed.body, providerId: 'P8' } };
    const { lines, missed, faults } = await replay({ ...history, steps: [refused, ...history.steps.slice(1)] });
    expect(lines).toMatchObject([{ step: 1, status: 422 }]);
    expect({ missed, faults }).toEqual({
      missed: [],
      faults: ['steg 2: $order.id leder ingenstans i det tidigare svaret'],
    });
    const expected = { ...refused, expect: { status: 201 } };
    const no = await replay({ ...history, steps: [expected, ...history.steps.slice(1)] });
    expect(no).toMatchObject({
      kept: false,
      missed: [expect.stringContaining('steg 1: status'), expect.stringContaining('steg 2: $order.id')],
    });
  });

  it('lets somebody in whom a step has taken in', async () => {
    const { at } = placed;
    const steps = [
      { at, by: 'O1', do: 'appointDeputy', body: { userId: 'O7', from: '2026-10-01', to: '2026-10-31' } },
      { at, by: 'O7', actingFor: 'O1', do: 'listOrders' },
    ];
    const { kept, lines } = await replay({ ...history, steps, expect: undefined });
    expect(kept).toBe(true);
    expect(lines).toMatchObject([{ step: 1 }, { step: 2, status: 403 }, { letters: 0 }]);
  });
});
