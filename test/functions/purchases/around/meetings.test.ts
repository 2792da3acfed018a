import { describe, expect, it } from 'vitest';
import { heldMeeting, meetingsLeft } from '../../../../functions/purchases/around/meetings.ts';
import { aBuyer } from '../../../support/a-purchase.ts';

const helsingborg = aBuyer('helsingborg');
const meeting = { on: '2026-03-10', participants: ['pam', 'hcm'], quality: 'morgnarna', workEnvironment: 'lyften' };

describe('meetings of two units (H-13, A43)', () => {
  it.each([
    ['none', [], 2],
    ['one', ['2026-03-10'], 1],
    ['two', ['2026-03-10', '2026-10-10'], 0],
    ['three', ['2026-03-10', '2026-10-10', '2026-11-10'], 0],
    ['those of other years', ['2025-12-31', '2027-01-01'], 2],
  ])('%s', (_what, on, left) => {
    expect(
      meetingsLeft(
        on.map((day) => ({ on: day })),
        '2026',
        helsingborg,
      ),
    ).toEqual({
      ...{ left, remindOn: ['2026-04-01', '2026-10-01'] },
    });
  });

  it('none where the routine has none', () => {
    expect(meetingsLeft([], '2026', aBuyer('halmstad'))).toEqual({ left: 0, remindOn: [] });
    expect(heldMeeting(meeting, '2026-03-10', aBuyer('halmstad'))).toMatchObject({ code: 'not-in-routine' });
  });

  it('H-14: both subjects are noted, or why not', () => {
    expect(heldMeeting(meeting, '2026-03-10', helsingborg).ok).toBe(true);
    for (const over of [{ quality: ' ' }, { workEnvironment: '' }]) {
      const half = { ...meeting, ...over };
      expect(heldMeeting(half, '2026-03-10', helsingborg, ' ')).toMatchObject({
        missing: [{ rule: 'H-14', level: 'WRN' }],
      });
      expect(heldMeeting(half, '2026-03-10', helsingborg, 'tas nästa gång').ok).toBe(true);
    }
  });

  it.each([
    ['ahead of time', { on: '2026-03-11' }, 'date-ahead'],
    ['alone', { participants: ['pam', 'pam'] }, 'participants-missing'],
  ])('not held %s', (_what, over, code) => {
    expect(heldMeeting({ ...meeting, ...over }, '2026-03-10', helsingborg)).toMatchObject({ ok: false, code });
  });
});
