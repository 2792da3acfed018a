import { describe, expect, it } from 'vitest';
import { agreementOf, agreementState, signedAt } from '../../../../functions/purchases/agreements/agreement.ts';
import { freezeAgreement } from '../../../../functions/purchases/agreements/draft.ts';
import { confirmScan, keyScan } from '../../../../functions/purchases/agreements/scan.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, aPurchase, noFacts, sumOf, who } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';

const helsingborg = aBuyer('helsingborg');
const taken = aPurchase({ state: 'accepted', decision: { at: at('2026-09-02 09:00'), by: 'hcm', accept: true } });
const ordering = { name: 'Anna Exempel', role: 'ordering-manager', on: '2026-09-03' } as const;
const receiving = { name: 'Bo Exempel', role: 'receiving-manager', on: '2026-09-04' } as const;
const paper = {
  use: 'PLANNED',
  documentId: 'fil-1',
  sha256: sumOf('d'),
  page: 2,
  signatures: [ordering, receiving],
} as const;
const paa = who('ordering-administrator', '2026-09-04 10:00');
const crd = who('receiving-coordinator', '2026-09-04 11:00');
const keyed = accepted(keyScan(taken, paper, paa, helsingborg));
const planned = ({ agreements }: typeof taken) => agreementOf(agreements, 'PLANNED');

describe('an agreement on paper (H-17)', () => {
  it('counts once another person has checked it', () => {
    expect(signedAt(planned(keyed))).toBeUndefined();
    const checked = accepted(confirmScan(keyed, paper, crd, noFacts, helsingborg));
    expect([agreementState(planned(checked)), signedAt(planned(checked))]).toEqual(['SCANNED', crd.at]);
  });

  it('A72: not the one who keyed it', () => {
    const same = { ...crd, userId: paa.userId };
    expect(confirmScan(keyed, paper, same, noFacts, helsingborg)).toMatchObject({ code: 'same-person' });
  });

  it.each([
    ['another page', { page: 3 }],
    ['another file', { documentId: 'fil-2' }],
    ['a file that was changed', { sha256: sumOf('e') }],
    ['another name', { signatures: [ordering, { ...receiving, name: 'Bodil Exempel' }] }],
    ['another day', { signatures: [ordering, { ...receiving, on: '2026-09-03' }] }],
  ])('who reads %s is told so', (_what, over) => {
    expect(confirmScan(keyed, { ...paper, ...over }, crd, noFacts, helsingborg)).toMatchObject({
      code: 'scan-differs',
    });
  });

  it('the same names in another order and case are the same', () => {
    const read = { ...paper, signatures: [receiving, { ...ordering, name: ' anna exempel' }] };
    expect(confirmScan(keyed, read, crd, noFacts, helsingborg).ok).toBe(true);
  });

  it.each([
    ['H-17: without the receiving manager', { signatures: [ordering] }, 'not-both-managers'],
    ['H-17: without a name', { signatures: [ordering, { ...receiving, name: ' ' }] }, 'not-both-managers'],
    [
      'A72: with the same name twice',
      { signatures: [ordering, { ...receiving, name: 'Anna Exempel' }] },
      'same-person',
    ],
    ['signed tomorrow', { signatures: [ordering, { ...receiving, on: '2026-09-05' }] }, 'date-ahead'],
    ['afterwards of planned help', { use: 'AFTERWARDS' }, 'agreement-not-asked'],
  ] as const)('is not keyed %s', (_what, over, code) => {
    expect(keyScan(taken, { ...paper, ...over }, paa, helsingborg)).toMatchObject({ ok: false, code });
  });

  it('stands beside the frozen document that it is a print of', () => {
    const draft = { use: 'PLANNED', documentId: 'h-1', sha256: sumOf('a'), template: 'hemvård-assistans-1' } as const;
    const drafted = accepted(freezeAgreement(taken, draft, who('ordering-manager', '2026-09-03 08:00'), helsingborg));
    const next = accepted(keyScan(drafted, paper, paa, helsingborg));
    expect(next.agreements).toHaveLength(1);
    expect(next.agreements[0]).toMatchObject({ sha256: sumOf('a'), scan: { sha256: sumOf('d') } });
    const checked = accepted(confirmScan(next, paper, crd, noFacts, helsingborg));
    expect(keyScan(checked, paper, paa, helsingborg)).toMatchObject({ code: 'agreement-signed' });
    expect(confirmScan(checked, paper, crd, noFacts, helsingborg)).toMatchObject({ code: 'agreement-signed' });
  });

  it('nor by others, unread, or in a routine without', () => {
    expect(keyScan(taken, paper, who('development-leader', '2026-09-04 10:00'), helsingborg)).toMatchObject({
      code: 'purchase-not-found',
    });
    expect(keyScan(taken, paper, paa, aBuyer('halmstad'))).toMatchObject({ code: 'not-in-routine' });
    expect(confirmScan(taken, paper, crd, noFacts, helsingborg)).toMatchObject({ code: 'scan-missing' });
  });
});
