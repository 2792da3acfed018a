import { describe, expect, it } from 'vitest';
import { noteTalk } from '../../../../functions/purchases/deciding/dialogue.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, anAcuteHelp, aPurchase, aRunning, who } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';

const helsingborg = aBuyer('helsingborg');
const talk = { heldAt: at('2026-09-01 10:00'), words: 'halva behovet', outcome: 'PART' } as const;
const noted = '2026-09-01 11:00';

describe('the dialogue of both managers (H-10)', () => {
  it.each(['ordering-manager', 'receiving-manager'] as const)('%s notes it', (role) => {
    const { state, dialogue } = accepted(noteTalk(aPurchase(), talk, who(role, noted), helsingborg));
    expect(state).toBe('dialogue');
    expect(dialogue).toMatchObject([{ ...talk, at: at(noted) }]);
  });

  it('of acute help it is the call, and the help stays asked for', () => {
    const acute = aPurchase({ mode: 'ACUTE', state: 'acute-requested' });
    expect(accepted(noteTalk(acute, talk, who('receiving-manager', noted), helsingborg)).state).toBe('acute-requested');
  });

  it('a private performer’s manager is its receiving one', () => {
    const purchase = aPurchase({ receiver: { providerId: 'P1', kind: 'private' } });
    expect(noteTalk(purchase, talk, who('provider-manager', noted), helsingborg).ok).toBe(true);
    expect(noteTalk(purchase, talk, who('receiving-manager', noted), helsingborg)).toMatchObject({
      code: 'purchase-not-found',
    });
  });

  it.each(['H-15', 'H-20'])('%s: nobody is contacted before own staffing was excluded', (rule) => {
    const purchase = aPurchase(rule === 'H-20' ? { mode: 'ACUTE', state: 'acute-requested' } : {});
    const early = { ...talk, heldAt: at('2026-08-31 09:59') };
    expect(noteTalk(purchase, early, who('ordering-manager', noted), helsingborg)).toMatchObject({
      code: 'condition-missing',
      missing: [{ rule, level: 'BLK' }],
    });
  });

  it.each([
    ['by a coordinator', aPurchase(), 'receiving-coordinator', talk, 'not-a-manager'],
    ['by an administrator', aPurchase(), 'ordering-administrator', talk, 'not-a-manager'],
    ['ahead of time', aPurchase(), 'ordering-manager', { ...talk, heldAt: at('2026-09-01 11:01') }, 'date-ahead'],
    ['when help goes on', aRunning(), 'ordering-manager', talk, 'purchase-begun'],
    ['when acute help goes on', anAcuteHelp(), 'ordering-manager', talk, 'purchase-begun'],
  ] as const)('not %s', (_what, purchase, role, said, code) => {
    expect(noteTalk(purchase, said, who(role, noted), helsingborg)).toMatchObject({ ok: false, code });
  });

  it('is not asked where the routine has none', () => {
    expect(noteTalk(aPurchase(), talk, who('ordering-manager', noted), aBuyer('botkyrka'))).toMatchObject({
      code: 'not-in-routine',
    });
  });
});
