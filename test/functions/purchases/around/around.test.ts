import { describe, expect, it } from 'vitest';
import {
  notedDeviation,
  PurchaseDeviation,
  settleDeviation,
} from '../../../../functions/purchases/around/deviation.ts';
import {
  reportedInjury,
  settleInjury,
  sharedMeasures,
  WorkInjury,
} from '../../../../functions/purchases/around/injury.ts';
import { noteForm } from '../../../../functions/purchases/around/note.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, aRunning, who } from '../../../support/a-purchase.ts';

const on = '2026-09-14 09:00';
const [pam, hcm, dev] = [who('ordering-manager', on), who('receiving-manager', on), who('development-leader', on)];
const crd = who('receiving-coordinator', on);
const helsingborg = aBuyer('helsingborg');

describe('a deviation is its owner’s (A63)', () => {
  const said = { kind: 'LEX_SARAH', words: 'hon föll' } as const;
  it.each([
    ['B-11: the manager of who noted it', 'botkyrka', 'RECEIVING', hcm, pam],
    ['H-36: the ordering manager, whoever noted it', 'helsingborg', 'ORDERING', pam, hcm],
  ] as const)('%s', (_what, pack, owner, manager, other) => {
    const open = accepted(notedDeviation(aRunning(), said, crd, aBuyer(pack)));
    expect(open).toMatchObject({ kind: 'LEX_SARAH', owner, opened: { by: 'crd', words: 'hon föll' } });
    expect(settleDeviation(aRunning(), open, 'åtgärdat', other)).toMatchObject({ code: 'not-your-side' });
    const closed = accepted(settleDeviation(aRunning(), open, 'åtgärdat', manager));
    expect(PurchaseDeviation.parse(closed)).toEqual(closed);
    expect(settleDeviation(aRunning(), closed, 'igen', manager)).toMatchObject({ code: 'already-closed' });
  });

  it('nobody else notes one', () => {
    expect(notedDeviation(aRunning(), said, dev, helsingborg)).toMatchObject({ code: 'purchase-not-found' });
  });
});

describe('a work injury (H-40, H-41)', () => {
  const reported = accepted(reportedInjury(aRunning(), crd, helsingborg));
  it('H-41: is not closed before its measures are shared', () => {
    expect(settleInjury(aRunning(), reported, hcm, helsingborg)).toMatchObject({
      code: 'condition-missing',
      missing: [{ rule: 'H-41', level: 'BLK' }],
    });
    const shared = accepted(sharedMeasures(aRunning(), reported, 'ny lift', hcm));
    const closed = accepted(settleInjury(aRunning(), shared, hcm, helsingborg));
    expect(WorkInjury.parse(closed)).toEqual(closed);
    expect(settleInjury(aRunning(), closed, hcm, helsingborg)).toMatchObject({ code: 'already-closed' });
    expect(sharedMeasures(aRunning(), closed, 'mer', hcm)).toMatchObject({ code: 'already-closed' });
  });

  it('H-40: is the performer’s manager’s', () => {
    for (const by of [pam, crd]) expect(sharedMeasures(aRunning(), reported, 'ny lift', by).ok).toBe(false);
    expect(settleInjury(aRunning(), reported, pam, helsingborg)).toMatchObject({ code: 'not-your-side' });
    expect(reportedInjury(aRunning(), pam, helsingborg)).toMatchObject({ code: 'not-your-side' });
    expect(reportedInjury(aRunning(), crd, aBuyer('botkyrka'))).toMatchObject({ code: 'not-in-routine' });
  });
});

describe('a note is in the form that the routine asks for (A49)', () => {
  it.each([
    ['H-35: paper', 'helsingborg', 'PAPER', 'DIGITAL', 'H-35'],
    ['B-12: the journal, referred to', 'botkyrka', 'JOURNAL_REF', 'PAPER', 'B-12'],
    ['M-14: written here', 'halmstad', 'DIGITAL', 'PAPER', 'M-14'],
  ] as const)('%s', (_what, pack, right, wrong, rule) => {
    expect(accepted(noteForm(right, aBuyer(pack)))).toEqual({ form: right });
    expect(noteForm(wrong, aBuyer(pack), ' ')).toMatchObject({ missing: [{ rule, level: 'WRN' }] });
    expect(accepted(noteForm(wrong, aBuyer(pack), 'skrivaren är trasig'))).toMatchObject({
      remark: 'skrivaren är trasig',
    });
  });
});
