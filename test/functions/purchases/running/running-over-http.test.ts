import { beforeEach, describe, expect, it } from 'vitest';
import type { Purchase } from '../../../../functions/purchases/purchase.ts';
import type { EntryKey } from '../../../../functions/registry.ts';
import { aPurchase, aRunning, sumOf } from '../../../support/a-purchase.ts';
import { aPurchaseWorld, buyers, type PurchaseWorld, pmg } from '../../../support/a-purchase-world.ts';
import type { Person } from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

let world: PurchaseWorld;
const { pam, odp, hcm, crd, emp, hcm3, dev, paa } = buyers;

const ask = (key: EntryKey, person: Person, purchaseId: string, body: unknown) =>
  world.call(key, person, { path: { purchaseId }, body });
const codesOf = (purchase: { deadlines: { code: string; state: string }[] }) =>
  purchase.deadlines.map(({ code, state }) => `${code} ${state}`);

const given = (kind: Purchase['handovers'][number]['kind'], on = '2026-09-03 09:00') => ({
  ...{ at: at(on), by: 'pam', kind, documentId: `h-${kind}`, readBy: [] },
});
const signed = (by: string, side: 'ORDERING' | 'RECEIVING', when: string) =>
  ({ by, side, at: at(when), role: side === 'ORDERING' ? 'ordering-manager' : 'receiving-manager' }) as const;

/** E44: planned for Monday 7 September at 08:00; the second manager signs at half past. */
const aSignedHelp = (over: Partial<Purchase> = {}): Purchase =>
  aPurchase({
    state: 'agreement-signed',
    decision: { at: at('2026-09-02 09:00'), by: 'hcm', accept: true },
    handovers: [given('INFORMATION'), given('RISK'), given('INSTRUCTION')],
    agreements: [
      {
        ...{ use: 'PLANNED', documentId: 'h-avtal', sha256: sumOf('a'), template: 'hemvård-assistans-1' },
        drafted: { at: at('2026-09-03 09:00'), by: 'pam' },
        signatures: [signed('pam', 'ORDERING', '2026-09-04 15:00'), signed('hcm', 'RECEIVING', '2026-09-07 08:30')],
      },
    ],
    ...over,
  });

describe('help begins (H-17, E44)', () => {
  beforeEach(async () => {
    world = await aPurchaseWorld('helsingborg', { date: '2026-09-07', clock: '09:00' });
  });

  it('not before the second signature, and from it', async () => {
    const id = await world.stands(aSignedHelp());
    expect((await ask('startPurchase', emp, id, { at: '2026-09-07T08:00:00+02:00' })).body).toMatchObject({
      code: 'condition-missing',
      missing: [{ rule: 'H-17', level: 'BLK' }],
    });
    expect(await world.step('startPurchase', emp, id, { at: '2026-09-07T08:30:00+02:00' })).toMatchObject({
      ...{ state: 'active', begun: { by: 'emp', visitAt: at('2026-09-07 08:30') } },
    });
    expect(await world.told()).toEqual(['odp: Besked om ett köp av timmar', 'pam: Besked om ett köp av timmar']);
    expect(await world.journal('A-1')).toEqual(['purchase-begun - emp']);
    expect((await ask('startPurchase', hcm, id, { at: '2026-09-07T08:40:00+02:00' })).body.code).toBe('purchase-begun');
  });

  it.each([
    ['H-16: without the information', { handovers: [given('RISK'), given('INSTRUCTION')] }, 'H-16'],
    ['H-39: without what staff must read', { handovers: [given('INFORMATION'), given('RISK')] }, 'H-39'],
    ['H-17: without an agreement', { agreements: [] }, 'H-17'],
  ])('%s not at all', async (_what, over, rule) => {
    const id = await world.stands(aSignedHelp(over));
    const answer = await ask('startPurchase', hcm, id, { at: '2026-09-07T08:45:00+02:00' });
    expect(answer.status).toBe(409);
    expect(answer.body.missing).toEqual(expect.arrayContaining([expect.objectContaining({ rule, level: 'BLK' })]));
    expect(await world.read(hcm, id)).not.toHaveProperty('begun');
  });

  it.each([
    ['ahead of time', '2026-09-07T09:01:00+02:00', 'start-ahead'],
    ['before what was agreed', '2026-09-06T23:59:00+02:00', 'start-before-order'],
  ])('not %s', async (_what, when, code) => {
    const id = await world.stands(aSignedHelp());
    expect((await ask('startPurchase', hcm, id, { at: when })).body.code).toBe(code);
  });

  it('by the performer alone', async () => {
    const id = await world.stands(aSignedHelp());
    const body = { at: '2026-09-07T08:30:00+02:00' };
    expect((await ask('startPurchase', hcm3, id, body)).body.code).toBe('purchase-not-found');
    expect((await ask('startPurchase', pam, id, body)).status).toBe(403);
  });

  it('two who tell of it in the same moment: one does', async () => {
    const id = await world.stands(aSignedHelp());
    const answers = await Promise.all(
      [hcm, crd].map((who) => ask('startPurchase', who, id, { at: '2026-09-07T08:30:00+02:00' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('Halmstad: help begins, changes and ends (M-03 to M-25)', () => {
  const registered = {
    orderedAt: at('2026-09-02 09:00'),
    registered: { at: at('2026-09-02 10:00'), by: 'umc', reference: 'R-1' },
  };
  const halmstad = (over: Partial<Purchase> = {}): Purchase =>
    aRunning({ pack: 'halmstad', legalBasis: 'SOL', registration: registered, caseCode: 'MC-KOP', ...over });
  const weekly: Purchase['extent'] = { minutes: 600, per: 'WEEK', weekdays: [1, 2, 3, 4, 5] };

  beforeEach(async () => {
    world = await aPurchaseWorld('halmstad', {
      ...{ date: '2026-08-31', clock: '09:00' },
      settings: { rates: [{ validFrom: '2026-01-01', orePerHour: 38_000 }] },
    });
  });

  it('M-08: not before its case is registered; M-13: or without a reason', async () => {
    const { begun: _, ...waiting } = halmstad({
      from: '2026-08-31',
      state: 'registration-ordered',
      registration: { orderedAt: at('2026-08-28 09:00') },
      caseCode: undefined,
    });
    const id = await world.stands(waiting);
    const body = { at: '2026-08-31T08:00:00+02:00', reason: 'brådskade' };
    expect((await ask('startPurchase', hcm, id, body)).body.missing).toMatchObject([
      { rule: 'M-08', level: 'BLK' },
      { rule: 'M-13' },
    ]);
    await world.step('registerPurchase', buyers.umc, id, { caseCode: 'MC-KOP', reference: 'R-1' });
    expect((await ask('startPurchase', hcm, id, { at: body.at })).body.missing).toMatchObject([
      { rule: 'M-13', level: 'WRN' },
    ]);
    expect(await world.step('startPurchase', hcm, id, body)).toMatchObject({
      state: 'active',
      remarks: [{ rule: 'M-13' }],
    });
  });

  it('M-21, M-22: what notice costs is shown before it is given', async () => {
    const id = await world.stands(
      halmstad({
        from: '2026-08-03',
        extent: weekly,
        begun: { at: at('2026-08-03 09:00'), by: 'hcm', visitAt: at('2026-08-03 08:00') },
      }),
    );
    const quote = async (query: Record<string, string>) =>
      (await world.call('quoteNotice', pam, { path: { purchaseId: id }, query })).body;
    expect(await quote({ effective: '2026-09-14' })).toMatchObject({
      ...{ earliest: '2026-09-28', short: 14, charged: { policy: 'ACTUAL', minutes: 0, amountOre: 0 } },
      billing: { ACTUAL: { minutes: 0, amountOre: 0 }, ORDERED: { minutes: 1200, amountOre: 760_000 } },
    });
    expect(await quote({ effective: '2026-09-14', minutes: '300' })).toMatchObject({
      billing: { ORDERED: { minutes: 600, amountOre: 380_000 } },
      why: [{ rule: 'M-22' }],
    });
    expect(await quote({ effective: '2026-09-28' })).toMatchObject({ short: 0, billing: { ORDERED: { minutes: 0 } } });
    expect(await quote({ effective: '2027-01-01' })).toMatchObject({ code: 'change-after-end' });
    expect(
      (
        await world.call('quoteNotice', pam, {
          path: { purchaseId: id },
          query: { effective: '2026-09-14', minutes: '600' },
        })
      ).body.code,
    ).toBe('not-less');
    for (const [person, status] of [
      [hcm, 403],
      [paa, 403],
    ] as const)
      expect(
        (await world.call('quoteNotice', person, { path: { purchaseId: id }, query: { effective: '2026-09-14' } }))
          .status,
      ).toBe(status);
  });

  it('E41: a day short asks a reason; then the performer is told, and the help ends with the day before', async () => {
    const id = await world.stands(halmstad());
    expect((await ask('giveNotice', odp, id, { effective: '2026-09-27' })).body).toMatchObject({
      code: 'notice-short',
      missing: [{ rule: 'M-21', level: 'WRN' }],
    });
    expect(await world.step('giveNotice', odp, id, { effective: '2026-09-27', reason: 'flyttar hem' })).toMatchObject({
      ...{ state: 'ending', lastDay: '2026-09-26', notice: { short: 1 }, remarks: [{ rule: 'M-21' }] },
    });
    expect(await world.told()).toEqual(['hcm: Köpt hjälp upphör eller minskar']);
    expect((await world.letters())[0]?.text).toContain('kortare varsel');
    expect((await ask('giveNotice', pam, id, { effective: '2026-10-30' })).body.code).toBe('notice-given');
    expect(
      await world.step('endPurchase', hcm, id, { on: '2026-08-31', reason: 'x' }).catch((e: Error) => e.message),
    ).toContain('end-before-start');
  });

  it('E41: four weeks before needs no reason, and less is kept beside what was agreed', async () => {
    const id = await world.stands(halmstad());
    const less = { effective: '2026-09-28', after: { minutes: 840, per: 'MONTH' } };
    expect(await world.step('giveNotice', pam, id, less)).toMatchObject({
      state: 'active',
      notice: { short: 0 },
      remarks: [],
    });
    expect((await ask('giveNotice', pam, id, { ...less, after: { minutes: 9000, per: 'MONTH' } })).body.code).toBe(
      'not-less',
    );
    expect((await ask('giveNotice', pam, id, { effective: '2026-08-30', reason: 'x' })).body.code).toBe('time-passed');
    expect(await world.journal('A-1')).toEqual(['purchase-notice-given M-22 pam']);
  });

  it('M-16: the performer’s word goes to the orderer at once and changes nothing', async () => {
    const id = await world.stands(halmstad());
    const said = await world.step('reportPurchaseChange', emp, id, {
      words: 'behöver hjälp på kvällen',
      extent: { minutes: 2000, per: 'MONTH' },
    });
    expect(said).toMatchObject({ state: 'active', extent: { minutes: 1680 }, changes: [{ from: 'RECEIVING' }] });
    expect(await world.told()).toEqual(['odp: Besked om ett köp av timmar', 'pam: Besked om ett köp av timmar']);
    expect(await world.journal('A-1')).toEqual(['purchase-change-told M-16 emp']);
  });

  it('M-19, M-24: more waits for the development leader, who has a task; late is remarked on', async () => {
    const id = await world.stands(halmstad());
    const more = { words: 'ett besök till', extent: { minutes: 2000, per: 'MONTH' }, from: '2026-09-07' };
    expect(await world.step('reportPurchaseChange', odp, id, more)).toMatchObject({
      ...{ state: 'change-requested', remarks: [{ rule: 'M-19' }] },
      deadlines: expect.arrayContaining([expect.objectContaining({ code: 'D40', rule: 'M-24', state: 'open' })]),
    });
    expect(await world.told()).toEqual([
      'dev: En begäran om köp väntar på ert beslut',
      'hcm: Besked om ett köp av timmar',
    ]);
    expect((await world.call('listTasks', dev)).body.items).toMatchObject([{ title: 'Besvara ändringen av ett köp' }]);
    expect((await ask('reportPurchaseChange', pam, id, more)).body.code).toBe('change-waits');
    expect((await ask('decidePurchase', hcm, id, { accept: true })).body.code).toBe('role-not-allowed');
    const decided = await world.step('decidePurchase', dev, id, { accept: true });
    expect(decided).toMatchObject({ state: 'active', changes: [{ decision: { accept: true, by: 'dev' } }] });
    expect(codesOf(decided)).toContain('D40 done');
  });

  it('M-20: of a private performer it is its manager who is told', async () => {
    const id = await world.stands(halmstad({ receiver: { providerId: 'P1', kind: 'private' } }));
    await world.step('reportPurchaseChange', pam, id, { words: 'ny tid på morgonen', from: '2026-09-30' });
    expect(await world.told()).toEqual(['p1: Besked om ett köp av timmar']);
    expect(await world.journal('A-1')).toEqual(['purchase-change-told M-20 pam']);
    expect(await world.read(pmg, id)).toMatchObject({ changes: [{ words: 'ny tid på morgonen' }], remarks: [] });
  });

  it('M-21: less, and an earlier end, go by notice; nobody ends before the agreed day without', async () => {
    world.sleepTo('2026-09-10', '09:00');
    const id = await world.stands(halmstad());
    for (const over of [{ extent: { minutes: 100, per: 'MONTH' } }, { to: '2026-10-01' }])
      expect(
        (await ask('reportPurchaseChange', pam, id, { words: 'mindre', from: '2026-09-20', ...over })).body.code,
      ).toBe('notice-needed');
    expect((await ask('endPurchase', hcm, id, { on: '2026-09-10', reason: 'klart' })).body.code).toBe(
      'notice-not-given',
    );
    expect(
      await world.step('endPurchase', hcm, id, { on: '2026-09-10', reason: 'kunden har avlidit', cause: 'DEATH' }),
    ).toMatchObject({ state: 'closed', ended: { cause: 'DEATH' } });
    expect(await world.told()).toContain('pam: Besked om ett köp av timmar');
  });

  it('D29: the period’s end is told four weeks before, and lapses when the help has ended', async () => {
    const id = await world.stands(halmstad({ to: '2026-10-31' }));
    await world.step('reportPurchaseChange', hcm, id, { words: 'ny nyckel' });
    await world.passTo('2026-10-03', '08:00');
    expect(await world.told()).toContain('pam: En beställningsperiod går mot sitt slut');
    const ended = await world.step('endPurchase', hcm, id, { on: '2026-10-03', reason: 'avliden', cause: 'DEATH' });
    expect(codesOf(ended)).toContain('D29 lapsed');
  });
});
