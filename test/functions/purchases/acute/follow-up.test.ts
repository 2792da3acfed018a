import { describe, expect, it } from 'vitest';
import { jointDecision, sayAtFollowUp } from '../../../../functions/purchases/acute/follow-up.ts';
import { heldBasis } from '../../../../functions/purchases/acute/held-basis.ts';
import { freezeAgreement } from '../../../../functions/purchases/agreements/draft.ts';
import { addSignature } from '../../../../functions/purchases/agreements/signing.ts';
import type { PurchaseActor } from '../../../../functions/purchases/party.ts';
import type { Purchase } from '../../../../functions/purchases/purchase.ts';
import { endHelp } from '../../../../functions/purchases/running/end.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, anAcuteHelp, aPurchase, aRunning, noFacts, shownOf, sumOf, who } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';

const helsingborg = aBuyer('helsingborg');
const pam = who('ordering-manager', '2026-06-15 10:00');
const hcm = who('receiving-manager', '2026-06-15 11:00');
const say = (purchase: Purchase, by: PurchaseActor, decision: 'PLANNED' | 'END') =>
  accepted(sayAtFollowUp(purchase, { decision, words: 'så gör vi' }, by));
const joint = say(say(anAcuteHelp(), pam, 'PLANNED'), hcm, 'PLANNED');

/** Both managers' agreement of one use, signed. */
function signedBy(purchase: Purchase, use: 'PLANNED' | 'AFTERWARDS'): Purchase {
  const draft = { use, documentId: `h-${use}`, sha256: sumOf('a'), template: 'hemvård-assistans-1' };
  const drafted = accepted(freezeAgreement(purchase, draft, pam, helsingborg));
  const half = accepted(addSignature(drafted, draft, pam, noFacts, helsingborg));
  return accepted(addSignature(half, draft, hcm, noFacts, helsingborg));
}

describe('the follow-up of both managers (H-28, H-29)', () => {
  it('one says, and nothing holds', () => {
    const one = say(anAcuteHelp(), pam, 'END');
    expect([one.state, jointDecision(one), one.ended]).toEqual(['running', undefined, undefined]);
  });

  it('H-29: they disagree, and help goes on until they agree', () => {
    const apart = say(say(anAcuteHelp(), pam, 'END'), hcm, 'PLANNED');
    expect([apart.state, jointDecision(apart)]).toEqual(['running', undefined]);
    const one = say(apart, { ...pam, at: at('2026-06-17 09:00') }, 'PLANNED');
    expect([one.state, jointDecision(one)]).toEqual(['converted-to-planned', 'PLANNED']);
    // What both have said holds until both say something else.
    const alone = say(one, hcm, 'END');
    expect([alone.state, jointDecision(alone)]).toEqual(['converted-to-planned', 'PLANNED']);
    expect(say(alone, { ...pam, at: at('2026-06-18 09:00') }, 'END').state).toBe('ended');
  });

  it('both say end, and it has ended', () => {
    expect(say(say(anAcuteHelp(), hcm, 'END'), pam, 'END')).toMatchObject({
      state: 'ended',
      ended: { on: '2026-06-15', cause: 'AGREED' },
    });
  });

  it('H-29: not by one person alone, in whatever roles (A72)', () => {
    const both = { ...hcm, userId: 'pam' };
    expect(sayAtFollowUp(say(anAcuteHelp(), pam, 'END'), { decision: 'END', words: 'nej' }, both)).toMatchObject({
      code: 'same-person',
    });
  });

  it('H-29: the performer does not end it alone once the day has come, but for a death', () => {
    const end = { on: '2026-06-15', reason: 'slut', cause: 'NEED_OVER' } as const;
    expect(endHelp(anAcuteHelp(), end, hcm, helsingborg)).toMatchObject({
      code: 'not-both-managers',
      missing: [{ rule: 'H-29', level: 'BLK' }],
    });
    expect(accepted(endHelp(anAcuteHelp(), { ...end, cause: 'DEATH' }, hcm, helsingborg)).state).toBe('ended');
  });

  it.each([
    ['by a coordinator', anAcuteHelp(), who('receiving-coordinator', '2026-06-15 10:00'), 'not-a-manager'],
    ['by others', anAcuteHelp(), who('development-leader', '2026-06-15 10:00'), 'purchase-not-found'],
    ['of planned help', aRunning(), pam, 'not-acute'],
    ['before the first visit', aPurchase({ mode: 'ACUTE', state: 'acute-requested' }), pam, 'purchase-not-begun'],
    ['after the end', say(say(anAcuteHelp(), hcm, 'END'), pam, 'END'), pam, 'purchase-over'],
  ])('not %s', (_what, purchase, by, code) => {
    expect(sayAtFollowUp(purchase, { decision: 'END', words: 'slut' }, by)).toMatchObject({ ok: false, code });
  });
});

describe('acute help that becomes planned (A79)', () => {
  it('is so from the second signature of its own agreement', () => {
    expect(joint).toMatchObject({ mode: 'ACUTE', state: 'converted-to-planned' });
    const planned = signedBy(joint, 'PLANNED');
    expect(planned).toMatchObject({ mode: 'PLANNED', state: 'active', convertedAt: hcm.at });
  });

  it('and is shown with its decisions, days and the agreement that it waits for', () => {
    const facts = { ...noFacts, at: at('2026-06-16 09:00') };
    expect(shownOf(joint, facts, helsingborg)).toMatchObject({
      ...{
        state: 'converted-to-planned',
        missing: [{ rule: 'H-17', level: 'BLK' }],
        agreement: { state: 'NONE', signatures: [] },
      },
      acute: {
        firstVisit: '2026-06-01',
        day: 16,
        followUpDue: '2026-06-15',
        decisions: [{ by: 'pam' }, { by: 'hcm' }],
      },
    });
  });

  it('becomes so all the same when one of them thinks again', () => {
    const draft = { use: 'PLANNED', documentId: 'h-1', sha256: sumOf('a'), template: 'hemvård-assistans-1' } as const;
    const half = accepted(
      addSignature(accepted(freezeAgreement(joint, draft, pam, helsingborg)), draft, pam, noFacts, helsingborg),
    );
    const apart = say(half, pam, 'END');
    expect(accepted(addSignature(apart, draft, hcm, noFacts, helsingborg))).toMatchObject({
      mode: 'PLANNED',
      state: 'active',
    });
  });
});

describe('the agreement afterwards holds back the basis, never the help (H-30, A41)', () => {
  const afterwards = [
    { rule: 'H-30', level: 'BLK', text: 'Avtalet i efterhand är inte undertecknat av båda cheferna.' },
  ];
  it('until both have signed', () => {
    expect(heldBasis(anAcuteHelp(), helsingborg)).toEqual(afterwards);
    expect(heldBasis(signedBy(anAcuteHelp(), 'AFTERWARDS'), helsingborg)).toEqual([]);
    expect(signedBy(anAcuteHelp(), 'AFTERWARDS').state).toBe('running');
  });

  it('also when it has become planned by an agreement of its own', () => {
    const planned = signedBy(joint, 'PLANNED');
    expect(heldBasis(planned, helsingborg)).toEqual(afterwards);
    expect(heldBasis(signedBy(planned, 'AFTERWARDS'), helsingborg)).toEqual([]);
  });

  it('planned help waits for none, nor what never began', () => {
    expect(heldBasis(aRunning(), helsingborg)).toEqual([]);
    expect(heldBasis(aPurchase({ mode: 'ACUTE' }), helsingborg)).toEqual([]);
  });
});
