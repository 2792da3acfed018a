import { describe, expect, it } from 'vitest';
import { handOverDocuments, markRead } from '../../../../functions/purchases/preparing/handover.ts';
import { prepareFor } from '../../../../functions/purchases/preparing/preparation.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, aConsent, anAcuteHelp, aPurchase, noFacts, who } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';

const yes = { at: at('2026-09-02 09:00'), by: 'hcm', accept: true };
const taken = aPurchase({ state: 'accepted', decision: yes });
const [botkyrka, helsingborg] = [aBuyer('botkyrka'), aBuyer('helsingborg')];
const pam = who('ordering-manager', '2026-09-03 09:00');
const hcm = who('receiving-manager', '2026-09-04 09:00');
const consented = { ...noFacts, consents: [aConsent()] };
const description = { kind: 'DESCRIPTION', documentIds: ['h-1'] } as const;

describe('handing over', () => {
  it('B-06: nothing goes over without a consent that names the receiver', () => {
    for (const consents of [[], [aConsent({ recipients: ['E9'] })], [aConsent({ channels: ['ORAL'] })]])
      expect(handOverDocuments(taken, description, pam, { ...noFacts, consents }, botkyrka)).toMatchObject({
        code: 'consent-missing',
        missing: [{ rule: 'B-06', level: 'BLK' }],
      });
    const next = accepted(handOverDocuments(taken, description, pam, consented, botkyrka));
    expect(next).toMatchObject({ consentIds: ['samtycke-1'], handovers: [{ documentId: 'h-1', kind: 'DESCRIPTION' }] });
  });

  it('asks for none where the routine does not', () => {
    expect(handOverDocuments(taken, description, pam, noFacts, helsingborg).ok).toBe(true);
    expect(handOverDocuments(anAcuteHelp(), description, pam, noFacts, helsingborg).ok).toBe(true);
  });

  it.each([
    ['by the performer', taken, description, hcm, 'not-your-side'],
    ['before a yes', aPurchase(), description, pam, 'purchase-not-accepted'],
    ['after the end', aPurchase({ state: 'closed' }), description, pam, 'purchase-over'],
    ['with nothing in it', taken, { ...description, documentIds: [] }, pam, 'nothing-handed-over'],
  ] as const)('not %s', (_what, purchase, what, by, code) => {
    expect(handOverDocuments(purchase, what, by, consented, botkyrka)).toMatchObject({ ok: false, code });
  });

  it('H-39: each of the staff ticks once that they have read', () => {
    const risk = { kind: 'RISK', documentIds: ['h-2'] } as const;
    const known = accepted(handOverDocuments(taken, risk, pam, noFacts, helsingborg));
    const read = accepted(markRead(known, 'h-2', hcm));
    expect(read.handovers[0]?.readBy).toEqual([{ at: hcm.at, by: 'hcm' }]);
    expect(accepted(markRead(read, 'h-2', who('receiving-manager', '2026-09-05 09:00')))).toEqual(read);
    expect(markRead(known, 'h-9', hcm)).toMatchObject({ code: 'document-not-found' });
    expect(markRead(known, 'h-2', pam)).toMatchObject({ code: 'not-your-side' });
  });
});

describe('making ready', () => {
  it('B-05 to B-18: prepared when nothing blocks, step by step', () => {
    const informed = accepted(prepareFor(taken, { userInformedAt: at('2026-09-03 08:00') }, pam, consented, botkyrka));
    expect(informed.state).toBe('accepted');
    const described = accepted(handOverDocuments(informed, description, pam, consented, botkyrka));
    expect(described.state).toBe('prepared');
    const named = accepted(prepareFor(described, { contactPerson: 'sup' }, hcm, consented, botkyrka));
    expect(named.preparation).toEqual({ userInformedAt: at('2026-09-03 08:00'), contactPerson: 'sup' });
  });

  it('is not said ahead of time', () => {
    const ahead = { userInformedAt: at('2026-09-04 09:01'), caseWorkerContactedAt: at('2026-09-05 09:00') };
    const refused = prepareFor(taken, { ...ahead, journalOpenedOn: '2026-09-05' }, hcm, noFacts, botkyrka);
    const fields = ['userInformedAt', 'caseWorkerContactedAt', 'journalOpenedOn'];
    expect(refused).toMatchObject({ faults: fields.map((field) => ({ at: `body.${field}`, code: 'date-ahead' })) });
  });

  it.each([
    ['by others', taken, who('receiving-manager', '2026-09-04 09:00', { unitId: 'E9' }), 'purchase-not-found'],
    ['before a yes', aPurchase(), hcm, 'purchase-not-accepted'],
    ['after the end', aPurchase({ state: 'ended' }), hcm, 'purchase-over'],
  ])('not %s', (_what, purchase, by, code) => {
    expect(prepareFor(purchase, {}, by, noFacts, botkyrka)).toMatchObject({ ok: false, code });
  });
});
