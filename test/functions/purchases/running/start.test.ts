import { describe, expect, it } from 'vitest';
import type { Purchase } from '../../../../functions/purchases/purchase.ts';
import { beginHelp } from '../../../../functions/purchases/running/start.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aBuyer, aConsent, aPurchase, noFacts, shownOf, sumOf, who } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';

const yes = { at: at('2026-09-02 09:00'), by: 'hcm', accept: true };
const given = (kind: Purchase['handovers'][number]['kind'], on = '2026-09-03 09:00') => ({
  ...{ at: at(on), by: 'pam', kind, documentId: kind, readBy: [] },
});
const signature = (by: string, side: 'ORDERING' | 'RECEIVING', on: string) => ({
  ...{
    by,
    side,
    at: at(on),
    role: side === 'ORDERING' ? ('ordering-manager' as const) : ('receiving-manager' as const),
  },
});
const agreement = {
  ...{ use: 'PLANNED' as const, documentId: 'h-1', sha256: sumOf('a'), template: 'hemvård-assistans-1' },
  drafted: { at: at('2026-09-03 09:00'), by: 'pam' },
  signatures: [signature('pam', 'ORDERING', '2026-09-04 15:00'), signature('hcm', 'RECEIVING', '2026-09-07 08:30')],
};
const held = {
  at: at('2026-09-01 11:00'),
  by: 'hcm',
  heldAt: at('2026-09-01 10:00'),
  words: 'ring',
  outcome: 'FULL' as const,
};

const botkyrka = aPurchase({
  ...{ state: 'prepared', decision: yes, handovers: [given('DESCRIPTION')] },
  preparation: {
    ...{ userInformedAt: at('2026-09-03 08:00'), contactPerson: 'sup', planDocumentId: 'plan-1' },
    journalOpenedOn: '2026-09-04',
  },
});
const helsingborg = aPurchase({
  ...{ state: 'agreement-signed', decision: yes, agreements: [agreement] },
  handovers: [given('INFORMATION'), given('RISK'), given('INSTRUCTION')],
});
const halmstad = aPurchase({
  ...{ state: 'registered', decision: yes, caseCode: 'KT-1' },
  registration: { orderedAt: yes.at, registered: { ...yes, by: 'umc', reference: 'MC-1' } },
  preparation: { caseWorkerContactedAt: at('2026-09-04 09:00') },
});
const acute = aPurchase({
  ...{ mode: 'ACUTE', state: 'acute-requested', from: '2026-09-01', to: null, dialogue: [held] },
  handovers: helsingborg.handovers,
});
const whole = { botkyrka, helsingborg, halmstad, acute };
const packOf = { botkyrka: 'botkyrka', helsingborg: 'helsingborg', halmstad: 'halmstad', acute: 'helsingborg' };
const facts = { ...noFacts, consents: [aConsent()] };
const hcm = who('receiving-manager', '2026-09-07 12:00');
type Which = keyof typeof whole;

const begin = (
  which: Which,
  over: Partial<Purchase> = {},
  more: object = {},
  visit = '2026-09-07 09:00',
  reason?: string,
) =>
  beginHelp(
    { ...whole[which], ...over },
    { visitAt: at(visit), reason },
    hcm,
    { ...facts, ...more },
    aBuyer(packOf[which]),
  );
const missing = (result: ReturnType<typeof begin>) =>
  result.ok ? [] : (result.missing ?? []).map(({ rule, level }) => `${rule} ${level}`);
const but = (key: keyof Purchase['preparation'], purchase: Purchase) => {
  const { [key]: _, ...preparation } = purchase.preparation;
  return { preparation };
};

describe('help begins when nothing is missing', () => {
  it.each(Object.keys(whole) as Which[])('%s', (which) => {
    const begun = accepted(begin(which));
    expect(begun.state).toBe(which === 'acute' ? 'running' : 'active');
    expect(begun.begun).toEqual({ at: hcm.at, by: 'hcm', visitAt: at('2026-09-07 09:00') });
    expect(shownOf(whole[which], { ...facts, at: hcm.at }, aBuyer(packOf[which])).missing).toEqual([]);
  });
});

describe('E44: signed on Friday at 15:00 and on Monday at 08:30', () => {
  it.each([
    ['2026-09-07 08:00', false],
    ['2026-09-07 08:29', false],
    ['2026-09-07 08:30', true],
    ['2026-09-07 09:00', true],
  ])('H-17: begun at %s: %s', (visit, may) => {
    const result = begin('helsingborg', {}, {}, visit);
    expect(result.ok).toBe(may);
    if (!may) expect(result).toMatchObject({ code: 'condition-missing', missing: [{ rule: 'H-17', level: 'BLK' }] });
  });
});

describe('what blocks the first visit', () => {
  const consents = (over: object) => ({ consents: [aConsent(over)] });
  const late = '2026-09-07 09:01';
  it.each<[string, Which, Partial<Purchase>, string, object?]>([
    ['B-05: the user is not informed', 'botkyrka', but('userInformedAt', botkyrka), 'B-05 BLK'],
    ['B-06: no consent to the transfer', 'botkyrka', {}, 'B-06 BLK', { consents: [] }],
    ['B-07: the consent names no way in the system', 'botkyrka', {}, 'B-06 BLK', consents({ channels: ['ORAL'] })],
    ['B-22: the consent does not name the receiver', 'botkyrka', {}, 'B-06 BLK', consents({ recipients: ['E9'] })],
    ['B-16: no description', 'botkyrka', { handovers: [] }, 'B-16 BLK'],
    ['H-16: no information', 'helsingborg', { handovers: [given('RISK'), given('INSTRUCTION')] }, 'H-16 BLK'],
    [
      'H-39: no risk assessment',
      'helsingborg',
      { handovers: [given('INFORMATION'), given('INSTRUCTION')] },
      'H-39 BLK',
    ],
    ['H-39: no instruction', 'helsingborg', { handovers: [given('INFORMATION'), given('RISK')] }, 'H-39 BLK'],
    [
      'H-39: a minute late',
      'helsingborg',
      { handovers: [given('INFORMATION'), given('RISK'), given('INSTRUCTION', late)] },
      'H-39 BLK',
    ],
    [
      'H-17: signed by one',
      'helsingborg',
      { agreements: [{ ...agreement, signatures: agreement.signatures.slice(0, 1) }] },
      'H-17 BLK',
    ],
    [
      'H-17: signed, and void since',
      'helsingborg',
      { agreements: [{ ...agreement, voided: { ...yes, because: 'CHANGED' } }] },
      'H-17 BLK',
    ],
    ['H-10: acute, without the call', 'acute', { dialogue: [] }, 'H-10 BLK'],
    ['H-33: acute, without information', 'acute', { handovers: [given('RISK'), given('INSTRUCTION')] }, 'H-33 BLK'],
    ['H-39: acute, without risk assessment', 'acute', { handovers: [given('INFORMATION')] }, 'H-39 BLK'],
    ['M-08: no case code', 'halmstad', { caseCode: undefined }, 'M-08 BLK'],
    [
      'M-08: not registered',
      'halmstad',
      { state: 'registration-ordered', registration: { orderedAt: yes.at } },
      'M-08 BLK',
    ],
  ])('%s', (_what, which, over, rule, more = {}) => {
    const refused = begin(which, over, more, '2026-09-07 09:00', 'ett skäl hjälper inte');
    expect(refused).toMatchObject({ ok: false, code: 'condition-missing' });
    expect(missing(refused).filter((one) => one.endsWith('BLK'))).toEqual([rule]);
  });

  it('H-22: acute help again within thirty days, without a plan', () => {
    const again = { earlierAcute: [{ firstVisit: '2026-08-20' }] };
    expect(begin('acute', {}, again)).toMatchObject({ code: 'acute-without-plan', missing: [{ rule: 'H-22' }] });
    const named = (side: 'ORDERING' | 'RECEIVING', planId = 'plan-9') => ({ at: hcm.at, by: side, side, planId });
    expect(begin('acute', { longTermPlan: [named('ORDERING'), named('RECEIVING')] }, again).ok).toBe(true);
    for (const longTermPlan of [[named('ORDERING')], [named('ORDERING'), named('RECEIVING', 'plan-8')]])
      expect(begin('acute', { longTermPlan }, again)).toMatchObject({ code: 'acute-without-plan' });
    expect(begin('acute', {}, { earlierAcute: [{ firstVisit: '2026-08-07' }] }).ok).toBe(true);
    expect(missing(begin('acute', { dialogue: [] }, again))).toEqual(['H-10 BLK', 'H-22 BLK']);
  });

  it('all of it is said at once, in words', () => {
    expect(begin('botkyrka', { handovers: [], preparation: {} }, { consents: [] })).toMatchObject({
      missing: [
        { rule: 'B-05', level: 'BLK', text: 'Brukaren är inte informerad om att en annan utförare kommer.' },
        { rule: 'B-06', level: 'BLK' },
        { rule: 'B-16', level: 'BLK', text: 'Uppdragsbeskrivningen är inte överlämnad.' },
        { rule: 'B-08', level: 'WRN' },
        { rule: 'B-09', level: 'WRN' },
        { rule: 'B-17', level: 'WRN' },
        { rule: 'B-18', level: 'WRN' },
      ],
    });
  });
});

describe('what asks for a reason', () => {
  it.each<[string, Which, Partial<Purchase>, string[]]>([
    ['B-08: no contact person', 'botkyrka', but('contactPerson', botkyrka), ['B-08']],
    ['B-09, B-18: no plan', 'botkyrka', but('planDocumentId', botkyrka), ['B-09', 'B-18']],
    ['B-17, B-18: no journal', 'botkyrka', but('journalOpenedOn', botkyrka), ['B-17', 'B-18']],
    ['H-18: not the template', 'helsingborg', { agreements: [{ ...agreement, template: 'PAPER' }] }, ['H-18']],
    ['M-13: the case worker was not asked', 'halmstad', but('caseWorkerContactedAt', halmstad), ['M-13']],
  ])('%s', (_what, which, over, rules) => {
    expect(missing(begin(which, over))).toEqual(rules.map((rule) => `${rule} WRN`));
    const { remarks } = accepted(begin(which, over, {}, '2026-09-07 09:00', 'görs i morgon'));
    expect(remarks.map(({ rule, words }) => [rule, words])).toEqual(rules.map((rule) => [rule, 'görs i morgon']));
  });
});

describe('nor does it begin', () => {
  const begunOn = (over: Partial<Purchase>, visit = '2026-09-07 09:00', by = hcm) =>
    beginHelp({ ...botkyrka, ...over }, { visitAt: at(visit) }, by, facts, aBuyer('botkyrka'));
  it.each([
    ['before a yes', begunOn({ state: 'requested', decision: undefined }), 'purchase-not-accepted'],
    ['after a no', begunOn({ state: 'declined' }), 'purchase-over'],
    ['twice', begunOn({ begun: { ...yes, visitAt: yes.at } }), 'purchase-begun'],
    ['ahead of time', begunOn({}, '2026-09-07 12:01'), 'start-ahead'],
    ['before the first day', begunOn({ from: '2026-09-08' }), 'start-before-order'],
    ['after the last', begunOn({ to: '2026-09-06' }), 'purchase-over'],
    ['by the orderer', begunOn({}, '2026-09-07 09:00', who('ordering-manager', '2026-09-07 12:00')), 'not-your-side'],
  ])('%s', (_what, result, code) => {
    expect(result).toMatchObject({ ok: false, code });
  });
});
