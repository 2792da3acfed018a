import { describe, expect, it } from 'vitest';
import { PurchaseState } from '../../../../functions/purchases/purchase.ts';
import { isBeforeHelp } from '../../../../functions/purchases/purchase-state.ts';
import { askAnother, takeBack, tellReceiver } from '../../../../functions/purchases/requesting/resend.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, aPurchase, aRunning, who } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';

const botkyrka = aBuyer('botkyrka');
const manager = who('ordering-manager', '2026-09-03 09:00');
const no = { at: at('2026-09-02 09:00'), by: 'hcm', accept: false, reason: 'ingen personal' };
const declined = aPurchase({ state: 'declined', decision: no });
const another = { unitId: 'E4', kind: 'municipal' } as const;

describe('taking a request back', () => {
  it.each(PurchaseState.options)('%s', (state) => {
    const may = isBeforeHelp({ state }) || state === 'declined';
    expect(takeBack(aPurchase({ state }), manager, 'löste sig').ok).toBe(may);
  });

  it('is the orderer’s, and not once help has begun', () => {
    expect(takeBack(aPurchase(), who('receiving-manager', '2026-09-03 09:00'))).toMatchObject({
      code: 'not-your-side',
    });
    expect(takeBack(aPurchase(), who('ordering-manager', '2026-09-03 09:00', { unitId: 'E9' }))).toMatchObject({
      code: 'purchase-not-found',
    });
    expect(takeBack(aRunning(), manager)).toMatchObject({ code: 'purchase-begun' });
  });
});

describe('after a no another is asked (B-14)', () => {
  it('and the first answer is kept', () => {
    const { decision, ...next } = accepted(askAnother(declined, another, manager, botkyrka));
    expect(decision).toBeUndefined();
    expect(next).toMatchObject({
      state: 'requested',
      receiver: another,
      declinedBy: [{ receiver: declined.receiver, decision: no }],
    });
  });

  it.each([
    ['before a no', aPurchase(), another, 'not-declined'],
    ['the same', declined, declined.receiver, 'same-receiver'],
    ['oneself', declined, { unitId: 'E1', kind: 'municipal' } as const, 'same-unit'],
    [
      'one that the routine does not buy of (B-32)',
      declined,
      { providerId: 'P1', kind: 'private' } as const,
      'receiver-kind',
    ],
  ])('not %s', (_what, purchase, receiver, code) => {
    expect(askAnother(purchase, receiver, manager, botkyrka)).toMatchObject({ ok: false, code });
  });
});

describe('the administrator’s message (B-15)', () => {
  const paa = who('ordering-administrator', '2026-09-01 10:00');
  const hcm = { userId: 'hcm', role: 'receiving-manager' } as const;
  const crd = { userId: 'crd', role: 'receiving-coordinator' } as const;

  it('goes to manager and coordinator both', () => {
    expect(accepted(tellReceiver(aPurchase(), [hcm, crd], paa, botkyrka)).message?.to).toEqual(['hcm', 'crd']);
  });

  it.each([
    ['B-15: the manager alone', [hcm]],
    ['B-15: the coordinator alone', [crd]],
    ['B-15: nobody', []],
  ])('%s is not enough', (_what, to) => {
    expect(tellReceiver(aPurchase(), to, paa, botkyrka)).toMatchObject({
      code: 'condition-missing',
      missing: [{ rule: 'B-15', level: 'BLK', text: 'Meddelandet ska gå till både enhetschef och samordnare.' }],
    });
  });

  it('is not the manager’s, nor of a routine without it', () => {
    expect(tellReceiver(aPurchase(), [hcm, crd], manager, botkyrka)).toMatchObject({ code: 'role-not-allowed' });
    expect(tellReceiver(aPurchase(), [hcm, crd], paa, aBuyer('halmstad'))).toMatchObject({ code: 'not-in-routine' });
  });
});
