import { describe, expect, it } from 'vitest';
import { lastHelpDay, stateOn } from '../../../../functions/purchases/purchase-state.ts';
import { decideChange, tellOfChange, toldOfChange } from '../../../../functions/purchases/running/change.ts';
import { endHelp } from '../../../../functions/purchases/running/end.ts';
import { agreedIn, extentOn } from '../../../../functions/purchases/running/extent-on.ts';
import { noticeGiven } from '../../../../functions/purchases/running/notice-given.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, anAcuteHelp, aPurchase, aRunning, sumOf, who } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';

const halmstad = aBuyer('halmstad');
const odp = who('ordering-officer', '2026-09-14 09:00');
const hcm = who('receiving-manager', '2026-09-14 09:00');
const dev = who('development-leader', '2026-09-15 09:00');
const minutes = (n: number) => ({ minutes: n, per: 'MONTH' as const });
const more = { words: 'mer hjälp på kvällen', extent: minutes(2400), effective: '2026-10-01' };

describe('a change is told', () => {
  it('M-16: by the performer at once, and changes nothing by itself', () => {
    const told = accepted(tellOfChange(aRunning(), more, hcm, halmstad));
    expect(told).toMatchObject({ state: 'active', changes: [{ from: 'RECEIVING', words: more.words }], remarks: [] });
    expect(extentOn(told, '2026-10-02')).toEqual(aRunning().extent);
  });

  it.each([
    ['M-19: in good time', '2026-09-28', 0],
    ['M-19: a day short of it (A36)', '2026-09-27', 1],
    ['M-19: at once', undefined, 1],
  ])('by the orderer: %s', (_what, effective, remarks) => {
    const told = accepted(tellOfChange(aRunning(), { words: 'annan tid', effective }, odp, halmstad));
    expect(told.state).toBe('active');
    expect(told.remarks).toHaveLength(remarks);
    if (remarks > 0) expect(told.remarks).toMatchObject([{ rule: 'M-19', words: 'annan tid' }]);
  });

  it('M-19, M-20: to the unit’s manager, or a private performer’s work leader', () => {
    expect(toldOfChange(aRunning(), halmstad)).toBe('receiving-manager');
    expect(toldOfChange(aRunning({ receiver: { providerId: 'P1', kind: 'private' } }), halmstad)).toBe(
      'provider-manager',
    );
    expect(toldOfChange(aRunning(), aBuyer('botkyrka'))).toBeUndefined();
  });

  it.each([
    ['by others', aRunning(), { words: 'nytt' }, dev, 'purchase-not-found'],
    ['of what has not begun', aPurchase(), { words: 'nytt' }, odp, 'purchase-not-begun'],
    ['while another waits', aRunning({ state: 'change-requested' }), more, odp, 'change-waits'],
    ['with less, which goes by notice (M-22)', aRunning(), { ...more, extent: minutes(600) }, odp, 'notice-needed'],
    [
      'with an earlier end, which does too (M-21)',
      aRunning(),
      { words: 'slut', to: '2026-11-30' },
      odp,
      'notice-needed',
    ],
    ['to end before it begins', aRunning({ to: null }), { ...more, to: '2026-09-30' }, odp, 'to-before-from'],
  ])('not %s', (_what, purchase, change, by, code) => {
    expect(tellOfChange(purchase, change, by, halmstad)).toMatchObject({ ok: false, code });
  });
});

describe('M-24: more, or longer, is decided as a request is', () => {
  const asked = accepted(tellOfChange(aRunning(), { ...more, to: '2027-01-31' }, odp, halmstad));

  it('M-24: holds nothing until the development leader has said yes', () => {
    expect(asked.state).toBe('change-requested');
    expect(extentOn(asked, '2026-10-02')).toEqual(aRunning().extent);
    for (const by of [odp, hcm])
      expect(decideChange(asked, { accept: true }, by, halmstad)).toMatchObject({ code: 'role-not-allowed' });
    const decided = accepted(decideChange(asked, { accept: true }, dev, halmstad));
    expect(decided).toMatchObject({ state: 'active', to: '2027-01-31' });
    expect([extentOn(decided, '2026-09-30').minutes, extentOn(decided, '2026-10-01').minutes]).toEqual([1680, 2400]);
  });

  it('a no needs a reason and leaves all as it was', () => {
    expect(decideChange(asked, { accept: false }, dev, halmstad)).toMatchObject({ code: 'reason-missing' });
    const no = accepted(decideChange(asked, { accept: false, reason: 'ingen personal' }, dev, halmstad));
    expect(no).toMatchObject({ state: 'active', to: '2026-12-31' });
    expect(extentOn(no, '2026-10-02').minutes).toBe(1680);
    expect(decideChange(no, { accept: true }, dev, halmstad)).toMatchObject({ code: 'no-change-waits' });
  });

  it('makes an agreement that is half signed void, and leaves a signed one', () => {
    const helsingborg = aBuyer('helsingborg');
    const by = { at: at('2026-09-10 09:00'), by: 'pam', role: 'ordering-manager', side: 'ORDERING' } as const;
    const one = {
      use: 'PLANNED' as const,
      documentId: 'h',
      sha256: sumOf('a'),
      template: 'x',
      drafted: by,
      signatures: [by],
    };
    const both = { ...one, signatures: [by, { ...by, by: 'hcm' }] };
    const waiting = { ...asked, agreements: [both, one] };
    const yes = accepted(decideChange(waiting, { accept: true }, hcm, helsingborg));
    expect(yes.agreements.map(({ voided }) => voided?.because)).toEqual([undefined, 'CHANGED']);
  });
});

describe('notice (M-21, M-22)', () => {
  const on31 = who('ordering-officer', '2026-08-31 09:00');
  const since = aRunning({
    from: '2026-08-01',
    begun: { at: at('2026-08-01 09:00'), by: 'hcm', visitAt: at('2026-08-01 08:00') },
  });
  const give = (effective: string, more: object = {}, purchase = since, by = on31) =>
    noticeGiven(purchase, { effective, ...more }, by, halmstad);

  it('E41: from Monday 31 August, Monday 28 September is the first day without', () => {
    const ending = accepted(give('2026-09-28'));
    expect(ending).toMatchObject({ state: 'ending', notices: [{ short: 0 }], remarks: [] });
    expect(lastHelpDay(ending)).toBe('2026-09-27');
    expect(stateOn(ending, at('2026-09-27 23:59'), halmstad)).toBe('ending');
    expect(stateOn(ending, at('2026-09-28 00:00'), halmstad)).toBe('closed');
  });

  it('E41: a day short asks for a reason (A38)', () => {
    expect(give('2026-09-27')).toMatchObject({ code: 'notice-short', missing: [{ rule: 'M-21', level: 'WRN' }] });
    const short = accepted(give('2026-09-27', { reason: 'flyttar' }));
    expect(short).toMatchObject({
      notices: [{ short: 1, reason: 'flyttar' }],
      remarks: [{ rule: 'M-21', words: 'flyttar' }],
    });
  });

  it('M-22: less from a day on, by the same notice', () => {
    expect(give('2026-09-27', { after: minutes(600) })).toMatchObject({ missing: [{ rule: 'M-22' }] });
    const less = accepted(give('2026-09-28', { after: minutes(600) }));
    expect([less.state, lastHelpDay(less)]).toEqual(['active', '2026-12-31']);
    expect([extentOn(less, '2026-09-27').minutes, extentOn(less, '2026-09-28').minutes]).toEqual([1680, 600]);
    expect(accepted(give('2026-10-28', {}, less)).state).toBe('ending');
  });

  it.each([
    ['more', give('2026-09-28', { after: minutes(1680) }), 'not-less'],
    ['past the agreed day', give('2027-01-01'), 'change-after-end'],
    ['twice', give('2026-10-28', {}, accepted(give('2026-09-28'))), 'notice-given'],
    ['by the performer', give('2026-09-28', {}, since, hcm), 'not-your-side'],
    ['before help has begun', give('2026-09-28', {}, aPurchase()), 'purchase-not-begun'],
    [
      'where the routine has none',
      noticeGiven(since, { effective: '2026-09-28' }, on31, aBuyer('botkyrka')),
      'pack-without-notice',
    ],
  ])('not %s', (_what, result, code) => {
    expect(result).toMatchObject({ ok: false, code });
  });
});

describe('the end', () => {
  const over = { on: '2026-09-13', reason: 'behovet är slut', cause: 'NEED_OVER' } as const;
  it.each([
    ['by the performer, where there is no notice', endHelp(aRunning(), over, hcm, aBuyer('botkyrka')), 'closed'],
    ['of a death, whatever was agreed', endHelp(aRunning(), { ...over, cause: 'DEATH' }, hcm, halmstad), 'closed'],
    ['on the agreed day', endHelp(aRunning({ to: '2026-09-13' }), over, hcm, halmstad), 'closed'],
    ['of acute help', endHelp(anAcuteHelp(), { ...over, on: '2026-06-14' }, hcm, aBuyer('helsingborg')), 'ended'],
  ])('%s', (_what, result, state) => {
    expect(accepted(result).state).toBe(state);
  });

  it.each([
    ['M-21: before the agreed day, without notice', endHelp(aRunning(), over, hcm, halmstad), 'notice-not-given'],
    ['ahead of time', endHelp(aRunning(), { ...over, on: '2026-09-15' }, hcm, halmstad), 'date-ahead'],
    ['before it began', endHelp(aRunning(), { ...over, on: '2026-09-06' }, hcm, halmstad), 'end-before-start'],
    ['of what has not begun', endHelp(aPurchase(), over, hcm, halmstad), 'purchase-not-begun'],
    ['by the orderer', endHelp(aRunning(), over, odp, halmstad), 'not-your-side'],
  ])('not %s', (_what, result, code) => {
    expect(result).toMatchObject({ ok: false, code });
  });
});

describe('what is agreed for a month', () => {
  it.each([
    ['whole', aRunning(), '2026-10', 1680],
    ['from the first visit', aRunning(), '2026-09', 1344],
    ['to the agreed day', aRunning({ to: '2026-10-10' }), '2026-10', 542],
    ['before it began', aRunning(), '2026-08', 0],
    ['after it ended', aRunning({ to: '2026-10-10' }), '2026-11', 0],
    [
      'with less from the middle, rounded once',
      aRunning({
        notices: [{ at: at('2026-09-10 09:00'), by: 'odp', effective: '2026-10-16', short: 0, after: minutes(620) }],
      }),
      '2026-10',
      1133,
    ],
  ])('%s', (_what, purchase, month, agreed) => {
    expect(agreedIn(purchase, month)).toBe(agreed);
  });
});
