import { describe, expect, it } from 'vitest';
import { agreementOf, agreementState, signedAt } from '../../../../functions/purchases/agreements/agreement.ts';
import { freezeAgreement } from '../../../../functions/purchases/agreements/draft.ts';
import { addSignature } from '../../../../functions/purchases/agreements/signing.ts';
import { Purchase } from '../../../../functions/purchases/purchase.ts';
import { extentOn } from '../../../../functions/purchases/running/extent-on.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, anAcuteHelp, aPurchase, aRunning, noFacts, sumOf, who } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';

const helsingborg = aBuyer('helsingborg');
const draft = { use: 'PLANNED', documentId: 'h-1', sha256: sumOf('a'), template: 'hemvård-assistans-1' } as const;
const other = { ...draft, documentId: 'h-2', sha256: sumOf('b') };
const pam = who('ordering-manager', '2026-09-04 15:00');
const hcm = who('receiving-manager', '2026-09-07 08:30');
const given = (kind: 'INFORMATION' | 'RISK' | 'INSTRUCTION') => ({
  ...{ at: at('2026-09-03 09:00'), by: 'pam', kind, documentId: kind, readBy: [] },
});
const taken = aPurchase({
  state: 'prepared',
  decision: { at: at('2026-09-02 09:00'), by: 'hcm', accept: true },
  handovers: [given('INFORMATION'), given('RISK'), given('INSTRUCTION')],
});
const drafted = accepted(freezeAgreement(taken, draft, pam, helsingborg));
const sign = (purchase: Purchase, by: typeof pam, sha256 = draft.sha256, use: 'PLANNED' | 'AFTERWARDS' = 'PLANNED') =>
  addSignature(purchase, { use, sha256 }, by, noFacts, helsingborg);
const planned = ({ agreements }: Purchase) => agreementOf(agreements, 'PLANNED');

describe('an agreement is one frozen document that both managers sign (H-17)', () => {
  it.each([
    ['the ordering one first', pam, hcm],
    ['the receiving one first', hcm, pam],
  ])('in either order: %s', (_what, first, second) => {
    expect(agreementState(planned(taken))).toBe('NONE');
    expect(agreementState(planned(drafted))).toBe('DRAFT');
    const half = accepted(sign(drafted, first));
    expect([half.state, agreementState(planned(half)), signedAt(planned(half))]).toEqual([
      'prepared',
      'HALF',
      undefined,
    ]);
    const both = accepted(sign(half, second));
    expect([agreementState(planned(both)), signedAt(planned(both))]).toEqual(['SIGNED', hcm.at]);
    expect(Purchase.parse(both)).toEqual(both);
  });

  it('makes a prepared purchase ready', () => {
    expect(accepted(sign(accepted(sign(drafted, pam)), hcm)).state).toBe('agreement-signed');
    const { handovers: _, ...rest } = drafted;
    const unready = aPurchase({ ...rest, state: 'accepted', handovers: [] });
    expect(accepted(sign(accepted(sign(unready, pam)), hcm)).state).toBe('accepted');
  });

  it('A72: by two persons, whatever roles they have', () => {
    const both = who('receiving-manager', '2026-09-07 08:30', { userId: 'pam' });
    expect(sign(accepted(sign(drafted, pam)), both)).toMatchObject({ ok: false, code: 'same-person' });
  });

  it.each([
    ['another document', drafted, hcm, sumOf('c'), 'signature-void'],
    ['nothing', taken, hcm, sumOf('a'), 'agreement-missing'],
    ['as a coordinator', drafted, who('receiving-coordinator', '2026-09-07 08:30'), sumOf('a'), 'not-a-manager'],
    [
      'of another unit',
      drafted,
      who('receiving-manager', '2026-09-07 08:30', { unitId: 'E9' }),
      sumOf('a'),
      'purchase-not-found',
    ],
    ['twice', accepted(sign(drafted, hcm)), hcm, sumOf('a'), 'already-signed'],
    ['what is signed', accepted(sign(accepted(sign(drafted, pam)), hcm)), hcm, sumOf('a'), 'agreement-signed'],
  ])('nobody signs %s', (_what, purchase, by, sha256, code) => {
    expect(sign(purchase, by, sha256)).toMatchObject({ ok: false, code });
  });
});

describe('a change makes what was signed void', () => {
  it('and the old sum is signed by nobody', () => {
    const half = accepted(sign(drafted, pam));
    const again = accepted(freezeAgreement(half, other, hcm, helsingborg));
    expect(agreementState(planned(again))).toBe('DRAFT');
    expect(again.agreements[0]?.voided).toMatchObject({ by: 'hcm', because: 'REDRAFTED' });
    expect(sign(again, hcm)).toMatchObject({ code: 'signature-void' });
    expect(sign(accepted(sign(again, pam, other.sha256)), hcm, other.sha256).ok).toBe(true);
  });

  it('of a signed one too, until help goes on under it', () => {
    const both = accepted(sign(accepted(sign(drafted, pam)), hcm));
    expect(accepted(freezeAgreement(both, other, pam, helsingborg)).state).toBe('prepared');
    const under = aRunning({ agreements: both.agreements });
    expect(freezeAgreement(under, other, pam, helsingborg)).toMatchObject({ code: 'agreement-signed' });
    // More that has been approved since is signed for anew, and holds from the second signature (H-17).
    const decision = { at: at('2026-09-20 09:00'), by: 'hcm', accept: true };
    const extent = { minutes: 9000, per: 'MONTH' } as const;
    const change = { at: at('2026-09-19 09:00'), by: 'pam', from: 'ORDERING', words: 'mer', extent } as const;
    const more = { ...under, changes: [{ ...change, effective: '2026-10-01', decision }] };
    expect(extentOn(more, '2026-10-15').minutes).toBe(1680);
    const later = { ...pam, at: at('2026-10-05 09:00') };
    const again = accepted(freezeAgreement(more, other, later, helsingborg));
    expect(again.agreements[0]?.voided).toBeUndefined();
    expect(agreementState(planned(again))).toBe('DRAFT');
    const half = accepted(addSignature(again, other, later, noFacts, helsingborg));
    const signed = accepted(addSignature(half, other, { ...hcm, at: at('2026-10-06 09:00') }, noFacts, helsingborg));
    expect(['2026-10-05', '2026-10-06'].map((day) => extentOn(signed, day).minutes)).toEqual([1680, 9000]);
  });

  it.each([
    ['before a yes', aPurchase(), draft, 'purchase-not-accepted'],
    ['of acute help that is not to be planned', anAcuteHelp(), draft, 'not-both-managers'],
    ['afterwards of planned help', taken, { ...draft, use: 'AFTERWARDS' }, 'agreement-not-asked'],
  ] as const)('none is drafted %s', (_what, purchase, what, code) => {
    expect(freezeAgreement(purchase, what, pam, helsingborg)).toMatchObject({ ok: false, code });
  });

  it('nor by others, or in a routine without', () => {
    expect(freezeAgreement(taken, draft, who('ordering-administrator', '2026-09-04 15:00'), helsingborg)).toMatchObject(
      {
        code: 'not-a-manager',
      },
    );
    expect(freezeAgreement(taken, draft, who('development-leader', '2026-09-04 15:00'), helsingborg)).toMatchObject({
      code: 'purchase-not-found',
    });
    expect(freezeAgreement(taken, draft, pam, aBuyer('botkyrka'))).toMatchObject({ code: 'not-in-routine' });
  });

  it('one that is signed afterwards stays', () => {
    const after = { ...draft, use: 'AFTERWARDS' } as const;
    const one = accepted(freezeAgreement(anAcuteHelp(), after, pam, helsingborg));
    const both = accepted(sign(accepted(sign(one, pam, draft.sha256, 'AFTERWARDS')), hcm, draft.sha256, 'AFTERWARDS'));
    expect(freezeAgreement(both, { ...after, sha256: sumOf('b') }, pam, helsingborg)).toMatchObject({
      code: 'agreement-signed',
    });
  });
});

describe('a document of one’s own says what the routine asks', () => {
  const own = { ...draft, template: 'egen' };
  const all = ['COST', 'STAFFING', 'LEGAL_BASIS', 'QUALITY', 'WORK_ENVIRONMENT', 'RESPONSIBILITIES'] as const;
  const freeze = (without: (typeof all)[number], reason?: string) => {
    const clauses = all.filter((what) => what !== without);
    return freezeAgreement(taken, { ...own, clauses, ...(reason ? { reason } : {}) }, pam, helsingborg);
  };

  it.each([
    ['H-08', 'COST'],
    ['H-31', 'LEGAL_BASIS'],
  ] as const)('%s: not without %s, whatever the reason', (rule, clause) => {
    expect(freeze(clause, 'glömt')).toMatchObject({ code: 'condition-missing', missing: [{ rule, level: 'BLK' }] });
  });

  it.each([
    ['H-09', 'STAFFING'],
    ['H-32', 'QUALITY'],
    ['H-37', 'WORK_ENVIRONMENT'],
    ['H-38', 'RESPONSIBILITIES'],
  ] as const)('%s: without %s with a reason', (rule, clause) => {
    expect(freeze(clause)).toMatchObject({ code: 'condition-missing', missing: [{ rule, level: 'WRN' }] });
    expect(accepted(freeze(clause, 'står i bilagan')).remarks).toMatchObject([{ rule, words: 'står i bilagan' }]);
  });

  it('and every clause when it does', () => {
    expect(accepted(freezeAgreement(taken, { ...own, clauses: all }, pam, helsingborg)).remarks).toEqual([]);
  });
});
