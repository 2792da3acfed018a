import { describe, expect, it } from 'vitest';
import { bindingAcknowledged, tellBinding } from '../../../../functions/purchases/deciding/binding.ts';
import { settleRequest } from '../../../../functions/purchases/deciding/decision.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, aPurchase, noFacts, who } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';

const on = '2026-09-02 09:00';
const yes = { accept: true };
const no = { accept: false, reason: 'ingen personal' };
const held = { at: at('2026-09-01 11:00'), by: 'hcm', heldAt: at('2026-09-01 10:00'), words: 'går bra' };
const talked = (outcome: 'FULL' | 'NO' | 'TEMPORARY', over: object = {}) =>
  aPurchase({ state: 'dialogue', dialogue: [{ ...held, outcome }], ...over });
const told = { at: at('2026-09-01 12:00'), by: 'dev' };
const informed = aPurchase({ state: 'informed', binding: { ...told, acknowledged: { ...told, by: 'odp' } } });
const decide = (
  purchase: ReturnType<typeof aPurchase>,
  answer: object,
  role: Parameters<typeof who>[0],
  pack: string,
) => settleRequest(purchase, { accept: true, ...answer }, who(role, on), noFacts, aBuyer(pack));

describe('whom the pack names decides', () => {
  it.each([
    ['B-03', 'botkyrka', aPurchase(), 'receiving-manager', 'accepted'],
    ['H-07', 'helsingborg', talked('FULL'), 'receiving-manager', 'accepted'],
    ['M-06', 'halmstad', informed, 'development-leader', 'registration-ordered'],
  ] as const)('%s', (_rule, pack, purchase, role, state) => {
    expect(accepted(decide(purchase, yes, role, pack)).state).toBe(state);
    expect(accepted(decide(purchase, no, role, pack))).toMatchObject({ state: 'declined', decision: no });
  });

  it('M-06: nobody but the development leader', () => {
    for (const role of ['receiving-manager', 'ordering-manager', 'registrar-own'] as const)
      expect(decide(informed, yes, role, 'halmstad')).toMatchObject({ kind: 'forbidden', code: 'role-not-allowed' });
  });

  it('a manager of another unit has no say', () => {
    const other = who('receiving-manager', on, { unitId: 'E9' });
    expect(settleRequest(aPurchase(), yes, other, noFacts, aBuyer('botkyrka'))).toMatchObject({
      code: 'purchase-not-found',
    });
  });

  it('M-07: registration is ordered with the approval', () => {
    expect(accepted(decide(informed, yes, 'development-leader', 'halmstad')).registration).toEqual({
      orderedAt: at(on),
    });
  });

  it('once', () => {
    const declined = accepted(decide(aPurchase(), no, 'receiving-manager', 'botkyrka'));
    expect(decide(declined, yes, 'receiving-manager', 'botkyrka')).toMatchObject({ code: 'purchase-decided' });
  });
});

describe('what blocks a decision', () => {
  const missing = (rules: string[]) => ({ code: 'condition-missing', missing: rules.map((rule) => ({ rule })) });
  it.each([
    ['H-10: a yes without a dialogue', 'helsingborg', aPurchase(), 'receiving-manager', yes, ['H-10']],
    ['H-10: a no without a dialogue', 'helsingborg', aPurchase(), 'receiving-manager', no, ['H-10']],
    ['M-04, M-05: not told', 'halmstad', aPurchase(), 'development-leader', yes, ['M-04', 'M-05', 'M-04']],
    ['M-04: not acknowledged', 'halmstad', aPurchase({ binding: told }), 'development-leader', yes, ['M-04']],
  ] as const)('%s', (_what, pack, purchase, role, answer, rules) => {
    expect(decide(purchase, answer, role, pack)).toMatchObject(missing([...rules]));
  });

  it('B-03, H-07: a no without a reason', () => {
    for (const reason of [undefined, ' '])
      expect(decide(aPurchase(), { accept: false, reason }, 'receiving-manager', 'botkyrka')).toMatchObject({
        code: 'reason-missing',
      });
  });

  it('a yes after a dialogue that ended in a no', () => {
    expect(decide(talked('NO'), yes, 'receiving-manager', 'helsingborg')).toMatchObject({ code: 'dialogue-said-no' });
    expect(decide(talked('NO'), no, 'receiving-manager', 'helsingborg').ok).toBe(true);
  });

  it('H-11: part of the need, and never more than it', () => {
    const part = { accept: true, extent: { minutes: 900, per: 'MONTH' } };
    expect(accepted(decide(talked('FULL'), part, 'receiving-manager', 'helsingborg')).extent.minutes).toBe(900);
    const more = { accept: true, extent: { minutes: 1681, per: 'MONTH' } };
    expect(decide(talked('FULL'), more, 'receiving-manager', 'helsingborg')).toMatchObject({
      code: 'extent-above-requested',
    });
    const weekly = (minutes: number) => ({ accept: true, extent: { minutes, per: 'WEEK' } });
    expect(decide(talked('FULL'), weekly(380), 'receiving-manager', 'helsingborg').ok).toBe(true);
    expect(decide(talked('FULL'), weekly(400), 'receiving-manager', 'helsingborg').ok).toBe(false);
  });

  it('H-12: a temporary agreement without an end asks for a reason', () => {
    const endless = talked('TEMPORARY', { to: null });
    expect(decide(endless, yes, 'receiving-manager', 'helsingborg')).toMatchObject(missing(['H-12']));
    expect(decide(talked('TEMPORARY'), yes, 'receiving-manager', 'helsingborg').ok).toBe(true);
    const { remarks } = accepted(
      decide(endless, { reason: 'tills schemat är lagt' }, 'receiving-manager', 'helsingborg'),
    );
    expect(remarks).toMatchObject([{ rule: 'H-12', words: 'tills schemat är lagt' }]);
  });

  it('acute help is accepted and stays asked for until its first visit', () => {
    const acute = talked('FULL', { mode: 'ACUTE', state: 'acute-requested' });
    expect(accepted(decide(acute, yes, 'receiving-manager', 'helsingborg'))).toMatchObject({
      state: 'acute-requested',
      decision: { accept: true },
    });
  });
});

describe('what binds is told and acknowledged (M-04, M-05)', () => {
  const halmstad = aBuyer('halmstad');
  it('by the role that the pack names, and by the orderer', () => {
    const after = accepted(tellBinding(aPurchase(), who('development-leader', on), halmstad));
    expect(after).toMatchObject({ state: 'informed', binding: { by: 'dev' } });
    const by = who('ordering-officer', '2026-09-02 10:00');
    const known = accepted(bindingAcknowledged(after, by));
    expect(known.binding?.acknowledged).toEqual({ at: by.at, by: 'odp' });
    expect(accepted(bindingAcknowledged(known, who('ordering-officer', '2026-09-03 10:00')))).toEqual(known);
  });

  it.each([
    ['by another role', tellBinding(aPurchase(), who('ordering-officer', on), halmstad), 'role-not-allowed'],
    [
      'once it is decided',
      tellBinding(aPurchase({ state: 'declined' }), who('development-leader', on), halmstad),
      'purchase-decided',
    ],
    [
      'in a routine without it',
      tellBinding(aPurchase(), who('development-leader', on), aBuyer('helsingborg')),
      'not-in-routine',
    ],
    [
      'acknowledged before it is told',
      bindingAcknowledged(aPurchase(), who('ordering-officer', on)),
      'binding-not-told',
    ],
    ['acknowledged by the performer', bindingAcknowledged(informed, who('receiving-manager', on)), 'not-your-side'],
  ])('not %s', (_what, result, code) => {
    expect(result).toMatchObject({ ok: false, code });
  });
});
