import { describe, expect, it } from 'vitest';
import { judgedUntil } from '../../../shared/domain/assignment.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { aWorld } from '../../support/a-world.ts';

describe('the last day of care that a month judges (A27, L-49)', () => {
  it.each([
    ['nobody has died', { to: '2026-09-10' }, '2026-09-10'],
    ['nobody has died and it goes on', { to: null }, null],
    [
      'told in its own month',
      { to: '2026-08-21', death: { on: '2026-08-20', to: null, toldOn: '2026-08-22' } },
      '2026-08-31',
    ],
    [
      'told two months late',
      { to: '2026-08-21', death: { on: '2026-08-20', to: null, toldOn: '2026-10-02' } },
      '2026-10-31',
    ],
    [
      'told late of one who would have left',
      { to: '2026-08-21', death: { on: '2026-08-20', to: '2026-09-12', toldOn: '2026-10-02' } },
      '2026-09-12',
    ],
    [
      'told before it, as a file may say',
      { to: '2026-08-21', death: { on: '2026-08-20', to: null, toldOn: '2026-07-01' } },
      '2026-08-31',
    ],
  ])('%s', (_when, one, until) => {
    expect(judgedUntil(one)).toBe(until);
  });

  it('is how long a provider still shows the case, and no longer', async () => {
    const { table } = await aWorld();
    const assignments = assignmentStore(table);
    const death = { on: '2026-08-20', to: null, toldOn: '2026-09-02' };
    const given = { caseNo: 'A-1', providerId: 'P1', officerId: 'O1', services: [], from: '2024-01-01' };
    await table.commit([assignments.add({ ...given, to: '2026-08-21', death })]);
    const shown = async (since: string) => (await assignments.ofProvider('P1', since)).length;
    expect([await shown('2026-09-01'), await shown('2026-10-01')]).toEqual([1, 0]);
    // Nobody is served any more, whatever is still to be judged.
    expect([...(await assignments.caseNosOf('P1', '2026-09-01'))]).toEqual([]);
  });
});
