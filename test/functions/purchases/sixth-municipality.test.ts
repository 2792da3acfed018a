import { describe, expect, it } from 'vitest';
import { monthDates } from '../../../functions/months/opening/month-dates.ts';
import { freezeAgreement } from '../../../functions/purchases/agreements/draft.ts';
import { addSignature } from '../../../functions/purchases/agreements/signing.ts';
import { basisDue, basisLine } from '../../../functions/purchases/basis/basis-line.ts';
import { buying } from '../../../functions/purchases/buying-pack.ts';
import { settleRequest } from '../../../functions/purchases/deciding/decision.ts';
import { handOverDocuments } from '../../../functions/purchases/preparing/handover.ts';
import { askFor } from '../../../functions/purchases/requesting/request.ts';
import { noticeGiven } from '../../../functions/purchases/running/notice-given.ts';
import { beginHelp } from '../../../functions/purchases/running/start.ts';
import { Pack, type PackData } from '../../../shared/packs/pack.ts';
import { accepted, aPack } from '../../support/a-pack.ts';
import { aWish, noFacts, sumOf, who } from '../../support/a-purchase.ts';
import { at } from '../../support/builders.ts';

/** An invented municipality, as one pack file would write it, with rules of its own letter where B, H and M are at home. */
const sixth: PackData = {
  ...{ name: 'exempelby', title: 'Exempelby kommun', validFrom: '2026-01-01', source: 'Köp mellan enheter' },
  modules: ['months', 'purchases'],
  providerKinds: ['municipal'],
  // Leksand's month.
  month: { report: 5, statement: 10 },
  // Halmstad's notice.
  notice: { days: 28, ending: 'X-21', reduction: 'X-22' },
  purchases: {
    request: {
      ...{ by: ['ordering-officer'], rule: 'X-01', kinds: 'X-02' },
      grounds: { open: false, list: [{ code: 'OWN_UNABLE', name: 'Egen verksamhet kan inte', rule: 'X-03' }] },
      conditions: [{ what: 'own-staffing-excluded', level: 'WRN', rule: 'X-04' }],
    },
    decision: { by: ['receiving-manager'], rule: 'X-05', declined: 'X-05', conditions: [] },
    // Helsingborg's agreement.
    agreement: {
      rule: 'X-17',
      template: 'exempelby-1',
      templateRule: 'X-18',
      clauses: [{ what: 'COST', rule: 'X-08' }],
    },
    start: [
      { what: 'information-handed-over', level: 'BLK', rule: 'X-16' },
      { what: 'agreement-signed', level: 'BLK', rule: 'X-17' },
    ],
    basis: {
      ...{ ordered: 'X-31', above: 'X-32', to: ['finance'], toRule: 'X-33' },
      ...{ due: { code: 'D31', rule: 'X-34' }, allocation: 'X-35' },
    },
  },
  params: { 'monthly.dueVardag': 1, legalBasis: 'SOL' },
};
const pack = accepted(buying(Pack.parse(sixth)));
const odp = who('ordering-officer', '2026-09-01 09:00');
const pam = who('ordering-manager', '2026-09-03 09:00');
const hcm = who('receiving-manager', '2026-09-04 09:00');

describe('a sixth municipality is one pack file', () => {
  it('from request to notice under its own rules', () => {
    const wish = aWish({ grounds: { code: 'OWN_UNABLE' } });
    expect(askFor('kop-1', wish, odp, pack)).toMatchObject({ missing: [{ rule: 'X-04', level: 'WRN' }] });
    expect(askFor('kop-1', { ...wish, grounds: { code: 'OTHER', words: 'nytt' } }, odp, pack)).toMatchObject({
      code: 'unknown-ground',
    });
    const asked = accepted(askFor('kop-1', wish, odp, pack, 'kan bara i höst'));
    expect(asked.remarks).toMatchObject([{ rule: 'X-04' }]);
    const taken = accepted(settleRequest(asked, { accept: true }, hcm, noFacts, pack));
    const ready = accepted(handOverDocuments(taken, { kind: 'INFORMATION', documentIds: ['h-1'] }, pam, noFacts, pack));
    expect(ready.state).toBe('prepared');

    const visit = { visitAt: at('2026-09-07 08:00') };
    const performer = who('receiving-manager', '2026-09-07 12:00');
    expect(beginHelp(ready, visit, performer, noFacts, pack)).toMatchObject({
      missing: [{ rule: 'X-17', level: 'BLK' }],
    });
    const draft = { use: 'PLANNED', documentId: 'h-2', sha256: sumOf('a'), template: 'exempelby-1' } as const;
    const drafted = accepted(freezeAgreement(ready, draft, pam, pack));
    const half = accepted(addSignature(drafted, draft, pam, noFacts, pack));
    const signed = accepted(addSignature(half, draft, hcm, noFacts, pack));
    expect(signed.state).toBe('agreement-signed');
    const begun = accepted(beginHelp(signed, visit, performer, noFacts, pack));

    const early = who('ordering-officer', '2026-09-14 09:00');
    expect(noticeGiven(begun, { effective: '2026-10-11' }, early, pack)).toMatchObject({ missing: [{ rule: 'X-21' }] });
    expect(accepted(noticeGiven(begun, { effective: '2026-10-12' }, early, pack)).state).toBe('ending');
    const above = [{ code: 'OMV', on: '2026-10-05', minutes: 9999, status: 'PERFORMED' as const }];
    expect(basisLine(begun, '2026-10', above, pack)).toMatchObject({ missing: [{ rule: 'X-32' }] });
  });

  it('with Leksand’s month', () => {
    expect(accepted(monthDates('2026-10', pack))).toMatchObject(
      (({ submission, report, statement }) => ({ submission, report, statement }))(
        accepted(monthDates('2026-10', aPack('leksand'))),
      ),
    );
    expect(basisDue('2026-10', pack)).toBe('2026-11-02');
  });

  it('has no acute help, and no routine buys that does not say so', () => {
    expect(askFor('kop-1', aWish({ mode: 'ACUTE', grounds: { code: 'OWN_UNABLE' } }), odp, pack)).toMatchObject({
      code: 'not-in-routine',
    });
    expect(buying(aPack('leksand'))).toMatchObject({ ok: false, code: 'not-in-routine' });
  });
});
