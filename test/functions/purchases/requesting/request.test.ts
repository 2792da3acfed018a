import { describe, expect, it } from 'vitest';
import { Purchase } from '../../../../functions/purchases/purchase.ts';
import { askFor } from '../../../../functions/purchases/requesting/request.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, aWish, who } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';

const asked = '2026-09-01 09:00';
const { grounds } = aWish();
const acute = { mode: 'ACUTE', to: null, arisenAt: at('2026-09-01 08:00') } as const;
const ask = (pack: string, over: object = {}, reason?: string, by = who('ordering-manager', asked), ...set: string[]) =>
  askFor('kop-1', aWish(over), by, aBuyer(pack, ...set), reason);
const missingOf = (result: ReturnType<typeof ask>) =>
  result.ok ? [] : (result.missing ?? []).map(({ rule, level }) => `${rule} ${level}`);

describe('a request is the routine’s own', () => {
  it.each([
    ['botkyrka', 'PA_DECISION'],
    ['helsingborg', 'LSS'],
    ['halmstad', 'SOL'],
  ])('%s: by %s, the cost with the buyer (H-08), and as it is kept', (pack, legalBasis) => {
    const purchase = accepted(ask(pack, { grounds: { ...grounds, code: 'OTHER' } }));
    expect(purchase).toMatchObject({ pack, state: 'requested', legalBasis, costBearer: 'ORDERING' });
    expect(Purchase.parse(purchase)).toEqual(purchase);
  });

  it('H-08: the cost is borne by the buyer and nobody else', () => {
    const purchase = accepted(ask('helsingborg'));
    expect(Purchase.safeParse({ ...purchase, costBearer: 'RECEIVING' }).success).toBe(false);
  });

  it('H-02: planned or acute, and nothing else', () => {
    expect(accepted(ask('helsingborg', acute)).state).toBe('acute-requested');
    expect(Purchase.safeParse({ ...accepted(ask('helsingborg')), mode: 'SOMETIMES' }).success).toBe(false);
    expect(ask('halmstad', acute)).toMatchObject({ ok: false, code: 'not-in-routine' });
  });

  it('by whom the pack names, of their own unit', () => {
    expect(ask('botkyrka', {}, undefined, who('ordering-officer', asked))).toMatchObject({ code: 'role-not-allowed' });
    expect(ask('halmstad', {}, undefined, who('ordering-officer', asked)).ok).toBe(true);
    expect(ask('halmstad', {}, undefined, who('ordering-officer', asked, { unitId: 'E9' }))).toMatchObject({
      code: 'not-your-unit',
    });
  });
});

describe('what blocks a request', () => {
  const without = (key: string) => ({ grounds: { ...grounds, [key]: undefined } });
  it.each([
    ['B-02: a relative who could be employed', 'botkyrka', without('noEmployableRelative'), 'B-02 BLK'],
    ['B-13: it is not known that nobody can be employed', 'botkyrka', without('ownStaffingExcludedAt'), 'B-13 BLK'],
    ['H-15: own staffing not excluded', 'helsingborg', without('ownStaffingExcludedAt'), 'H-15 BLK'],
    ['M-26: own operations could do it', 'halmstad', without('ownStaffingExcludedAt'), 'M-26 BLK'],
    ['H-20: nor of acute help', 'helsingborg', { ...acute, ...without('ownStaffingExcludedAt') }, 'H-20 BLK'],
    ['H-19: acute help that arose at no time', 'helsingborg', { ...acute, arisenAt: undefined }, 'H-19 BLK'],
    ['H-19: or later than it was asked for', 'helsingborg', { ...acute, arisenAt: at('2026-09-01 09:01') }, 'H-19 BLK'],
    [
      'H-21: acute help that is no point intervention',
      'helsingborg',
      { ...acute, grounds: { ...grounds, kind: 'OTHER' } },
      'H-21 BLK',
    ],
    ['M-03: a period without an end', 'halmstad', { to: null }, 'M-03 BLK'],
    ['M-25: another legal basis than SoL', 'halmstad', { legalBasis: 'LSS' }, 'M-25 BLK'],
    ['H-31: another than LSS', 'helsingborg', { legalBasis: 'SOL' }, 'H-31 BLK'],
  ])('%s', (_what, pack, over, rule) => {
    const refused = ask(pack, over, 'ett skäl hjälper inte');
    expect(refused).toMatchObject({ ok: false, code: 'condition-missing' });
    expect(missingOf(refused)).toEqual([rule]);
  });

  it('says it in words', () => {
    expect(ask('halmstad', { to: null })).toMatchObject({
      missing: [{ rule: 'M-03', level: 'BLK', text: 'Första och sista dag är inte angivna.' }],
    });
  });

  it.each([
    ['M-03: from after to', 'halmstad', { from: '2027-01-01' }, 'to-before-from'],
    [
      'M-01: an internal contractor, unless the municipality says so',
      'halmstad',
      { receiver: { unitId: 'E2', kind: 'municipal', intraprenad: true } },
      'receiver-kind',
    ],
    ['B-32: a private performer', 'botkyrka', { receiver: { providerId: 'P1', kind: 'private' } }, 'receiver-kind'],
    ['one’s own unit', 'botkyrka', { receiver: { unitId: 'E1', kind: 'municipal' } }, 'same-unit'],
    ['a ground that nobody knows', 'helsingborg', { grounds: { ...grounds, code: 'WHIM' } }, 'unknown-ground'],
  ])('%s', (_what, pack, over, code) => {
    expect(ask(pack, over)).toMatchObject({ ok: false, kind: 'invalid', code });
  });

  it('M-01, H-01: private performers where the routine has them', () => {
    const receiver = { providerId: 'P1', kind: 'private' };
    for (const pack of ['halmstad', 'helsingborg']) expect(ask(pack, { receiver }).ok, pack).toBe(true);
    const intraprenad = { receiver: { unitId: 'E2', kind: 'municipal', intraprenad: true } };
    const by = who('ordering-manager', asked);
    expect(ask('halmstad', intraprenad, undefined, by, 'provider.intraprenad=true').ok).toBe(true);
  });

  it('dated before own staffing was excluded, to the minute', () => {
    const on = (excluded: string) => ({ grounds: { ...grounds, ownStaffingExcludedAt: at(excluded) } });
    expect(ask('helsingborg', on('2026-09-01 09:00')).ok).toBe(true);
    expect(ask('helsingborg', on('2026-09-01 09:01'))).toMatchObject({ code: 'condition-missing' });
  });
});

describe('what asks for a reason', () => {
  const absence = { grounds: { ...grounds, code: 'SHORT_ABSENCE', words: undefined } };
  it.each([
    ['B-01: no point intervention (A75)', 'botkyrka', { grounds: { ...grounds, kind: 'OTHER' } }, 'B-01 WRN'],
    ['B-01: not of care alone', 'botkyrka', { grounds: { ...grounds, careOnly: false } }, 'B-01 WRN'],
    ['H-03: another ground without words (A76)', 'helsingborg', { grounds: { ...grounds, words: ' ' } }, 'H-03 WRN'],
    ['H-04: neither relocation nor call-in considered', 'helsingborg', absence, 'H-04 WRN'],
  ])('%s', (_what, pack, over, rule) => {
    expect(missingOf(ask(pack, over))).toEqual([rule]);
    expect(missingOf(ask(pack, over, '  '))).toEqual([rule]);
    const [id = ''] = rule.split(' ');
    expect(accepted(ask(pack, over, 'läkaren bad om det')).remarks).toEqual([
      { at: at(asked), by: 'pam', rule: id, words: 'läkaren bad om det' },
    ]);
  });

  it('H-04: either of the two was considered (A76)', () => {
    for (const considered of [{ relocation: 'ingen fri' }, { callIn: 'ingen kunde' }])
      expect(ask('helsingborg', { grounds: { ...absence.grounds, considered } }).ok).toBe(true);
  });

  it.each(['WAITING_ASSISTANT', 'FALL_DOUBLE', 'NO_DELEGATED', 'PRIVATE_ENDED', 'DISCHARGE_NEED'])(
    'H-23 to H-27: %s is an example that needs no words',
    (code) => {
      expect(ask('helsingborg', { ...acute, grounds: { ...grounds, code, words: undefined } }).ok).toBe(true);
    },
  );
});
