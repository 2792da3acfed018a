import { describe, expect, it } from 'vitest';
import { arrangementOf } from '../../../../functions/orders/arrangement.ts';
import { choiceOf, remarks, wantedProvider } from '../../../../functions/orders/placing/choice.ts';
import {
  newlyTaken,
  orderFaults,
  providerFaults,
  takenServices,
} from '../../../../functions/orders/placing/placing-faults.ts';
import { isRegistered } from '../../../../functions/orders/placing/registration.ts';
import type { Service } from '../../../../shared/domain/assignment.ts';
import type { ProviderKind } from '../../../../shared/packs/pack.ts';
import { accepted, aPack } from '../../../support/a-pack.ts';
import { at } from '../../../support/builders.ts';

const today = '2026-11-02';
const omv = [{ code: 'OMV', minutesPerMonth: 600 }];
const night = [{ code: 'NATT', minutesPerMonth: 300 }];
const has = (providerId: string, from = '2026-01-01', to: string | null = null, services: Service[] = omv) => ({
  ...{ caseNo: 'A-1', providerId, officerId: 'O1', services, from, to },
});
const leksand = aPack('leksand');
const sn = aPack('sn2016-840');
const asked = (over: object = {}) => ({
  ...{ caseNo: 'A-1', services: [{ code: 'OMV', minutesPerMonth: 600 }] },
  ...over,
});

describe('who is to have an order', () => {
  it.each([
    ['the provider chosen (L-02)', { providerId: 'P1' }, [], leksand, { how: 'CHOSEN', providerId: 'P1' }],
    ['whose turn it is (L-05, S-03)', { abstains: true }, [], sn, { how: 'ABSTAINED', turn: 'NONCHOICE' }],
    [
      'urgent: who has the customer (S-18)',
      { urgent: true },
      [has('P2')],
      sn,
      { how: 'URGENT_EXISTING', providerId: 'P2' },
    ],
    [
      'urgent: who has the customer, asked for by name (S-35)',
      { urgent: true, providerId: 'P2' },
      [has('P2')],
      sn,
      { how: 'URGENT_EXISTING', providerId: 'P2' },
    ],
    [
      'urgent: who has the customer also of one who abstains',
      { urgent: true, abstains: true },
      [has('P2')],
      leksand,
      { how: 'URGENT_EXISTING', providerId: 'P2' },
    ],
    ['urgent: by the list (S-16, A12)', { urgent: true }, [], sn, { how: 'URGENT_TURN', turn: 'URGENT' }],
    ['urgent: by the list of one who abstains', { urgent: true, abstains: true }, [], sn, { how: 'URGENT_TURN' }],
    [
      'urgent: by the list when the provider has ended',
      { urgent: true },
      [has('P2', '2026-01-01', '2026-11-01')],
      sn,
      { how: 'URGENT_TURN' },
    ],
    [
      'urgent: by the list when the provider has not begun',
      { urgent: true },
      [has('P2', '2026-11-03')],
      sn,
      { how: 'URGENT_TURN' },
    ],
    [
      'urgent: who has the customer on its last day',
      { urgent: true },
      [has('P2', '2026-01-01', today)],
      sn,
      { how: 'URGENT_EXISTING' },
    ],
    [
      'urgent, no urgent list: the one chosen',
      { urgent: true, providerId: 'P1' },
      [],
      leksand,
      { how: 'CHOSEN', providerId: 'P1' },
    ],
    [
      'urgent, no urgent list: the turn',
      { urgent: true, abstains: true },
      [],
      leksand,
      { how: 'ABSTAINED', turn: 'NONCHOICE' },
    ],
  ] as const)('%s', (_who, body, earlier, pack, wanted) => {
    expect(accepted(wantedProvider(body, earlier, today, pack))).toMatchObject(wanted);
  });

  it.each([
    [
      'another provider than the customer has',
      { urgent: true, providerId: 'P1' },
      [has('P2')],
      sn,
      'case-has-provider',
    ],
    ['by hand from the list (L-08)', { urgent: true, providerId: 'P1' }, [], sn, 'urgent-by-list'],
    ['nobody', { urgent: true }, [], leksand, 'missing-field'],
    [
      'any of two that have the customer (S-18, A74)',
      { urgent: true },
      [has('P1'), has('P2')],
      sn,
      'several-providers',
    ],
  ] as const)('not %s', (_who, body, earlier, pack, code) => {
    const refused = wantedProvider(body, earlier, today, pack);
    expect(refused.ok).toBe(false);
    expect(JSON.stringify(refused)).toContain(code);
  });
});

describe('days that are taken', () => {
  const order = { from: '2026-11-02', to: null, services: omv };
  it.each([
    ['by another provider', [has('P2')], 'P1', false, true],
    ['by another provider, urgent or not', [has('P2')], 'P1', true, true],
    ['by its own', [has('P1')], 'P1', false, true],
    ['by its own, which an urgent one stands beside (S-18)', [has('P1')], 'P1', true, false],
    ['until the day before', [has('P2', '2026-01-01', '2026-11-01')], 'P1', false, false],
    ['by nobody', [], 'P1', false, false],
    ['by another with another service (A74)', [has('P2', '2026-01-01', null, night)], 'P1', false, false],
    ['by its own with another service (A74)', [has('P1', '2026-01-01', null, night)], 'P1', false, false],
    [
      'by another with the same service until before',
      [has('P2', '2026-01-01', null, [{ code: 'omv', minutesPerMonth: 1, to: '2026-11-01' }])],
      'P1',
      false,
      false,
    ],
    [
      'by another with the same service on its own later days, written otherwise',
      [has('P2', '2026-01-01', null, [{ code: 'omv', minutesPerMonth: 1, from: '2026-12-24' }])],
      'P1',
      false,
      true,
    ],
  ])('%s', (_who, earlier, providerId, urgent, taken) => {
    expect(takenServices(earlier, order, providerId, urgent)).toEqual(taken ? ['OMV'] : []);
  });

  it('by a change only where it takes a service that another has (A74)', () => {
    const [own, other] = [has('P1'), has('P2', '2026-01-01', null, night)];
    expect(newlyTaken(own, [...omv, ...night], [other])).toEqual(['NATT']);
    expect(newlyTaken(own, [...omv, { code: 'INK', minutesPerMonth: 60 }], [other])).toEqual([]);
    expect(newlyTaken(own, omv, [has('P1')])).toEqual([]);
  });
});

describe('what is wrong with what was asked', () => {
  const now = at('2026-11-02 12:00');
  it.each([
    ['home health care is not answered (S-09)', {}, 'officer', sn, ['health-care-unanswered']],
    ['it is answered', { healthCareEnrolled: false }, 'officer', sn, []],
    ['it is not asked in Leksand', {}, 'officer', leksand, []],
    ['it is not asked of the night patrol', { urgent: true }, 'night-patrol', sn, []],
    [
      'the night patrol writes no identity',
      { urgent: true, customer: { name: 'Elsa Prov' } },
      'night-patrol',
      sn,
      ['only-officer'],
    ],
    [
      'times that cannot be, all at once',
      { urgent: true, neededBy: '2026-11-02T12:00:00+01:00', phonedAt: '2026-11-02T12:00:01+01:00' },
      'officer',
      leksand,
      ['time-passed', 'time-ahead'],
    ],
    [
      'times that can',
      { urgent: true, neededBy: '2026-11-02T12:00:01+01:00', phonedAt: '2026-11-02T12:00:00+01:00' },
      'officer',
      leksand,
      [],
    ],
  ] as const)('%s', (_what, body, role, pack, codes) => {
    expect(orderFaults(asked(body), role, now, pack).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['nobody', undefined, '2026-11-02', ['unknown-provider']],
    ['one that is open', {}, '2026-11-02', []],
    ['one that has ended', { approvedTo: '2026-11-01' }, '2026-11-02', ['provider-not-open']],
    ['one that has ended, ordered back in time', { approvedTo: '2026-11-01' }, '2026-10-01', ['provider-not-open']],
    ['one that ends before the first day', { approvedTo: '2026-11-05' }, '2026-11-06', ['provider-not-open']],
    ['one that is not approved yet', { approvedFrom: '2026-12-01' }, '2026-11-02', ['provider-not-open']],
    ['one that is approved by the first day', { approvedFrom: '2026-12-01' }, '2026-12-01', []],
    ['one that is paused', { paused: { from: '2026-11-01', reason: 'sjukdom' } }, '2026-11-02', ['provider-not-open']],
  ])('%s', (_who, provider, from, codes) => {
    expect(providerFaults(provider, from, now).map(({ code }) => code)).toEqual(codes);
  });
});

describe('what the routine asks for and nobody has said is told, never refused', () => {
  const rulesOf = (body: object, how: Parameters<typeof remarks>[1], kind: ProviderKind, pack = sn) =>
    remarks(asked(body), how, accepted(arrangementOf(pack, kind))).map(({ rule }) => rule);
  const informed = { informedOfChoice: true, informationHandedOver: true };
  it.each([
    ['Leksand: an order of old', {}, 'CHOSEN', 'private', leksand, ['L-02', 'L-01', 'L-03']],
    ['Leksand: all noted', { choice: { mode: 'ORAL', ...informed } }, 'CHOSEN', 'private', leksand, []],
    ['Leksand: one who abstains', { choice: { informedOfChoice: true } }, 'ABSTAINED', 'private', leksand, ['L-03']],
    ['S: in writing without the form (S-05)', { choice: { mode: 'WRITTEN' } }, 'CHOSEN', 'municipal', sn, ['S-05']],
    ['S: orally, which has no form', { choice: { mode: 'ORAL' } }, 'CHOSEN', 'private', sn, []],
    [
      'S: in writing with the form',
      { choice: { mode: 'WRITTEN', formDocumentId: 'D-1' } },
      'CHOSEN',
      'private',
      sn,
      [],
    ],
    ['S: one who abstains, without the form', {}, 'ABSTAINED', 'private', sn, ['S-05']],
    ['S: urgent, neither when nor phoned', { urgent: true }, 'URGENT_TURN', 'private', sn, ['S-34', 'S-34']],
    [
      'S: urgent, both said',
      { urgent: true, neededBy: '2026-11-02T18:00:00+01:00', phonedAt: '2026-11-02T11:00:00+01:00' },
      'URGENT_EXISTING',
      'municipal',
      sn,
      [],
    ],
    ['Leksand: urgent', { urgent: true }, 'URGENT_EXISTING', 'private', leksand, []],
  ] as const)('%s', (_what, body, how, kind, pack, rules) => {
    expect(rulesOf(body, how, kind, pack)).toEqual(rules);
  });
});

describe('how the provider came to have the order', () => {
  const choice = { mode: 'WRITTEN', formDocumentId: 'D-1' } as const;
  it.each([
    [
      'a choice with its form',
      { choice },
      'CHOSEN',
      undefined,
      { how: 'CHOSEN', mode: 'WRITTEN', formId: 'D-1' },
      true,
    ],
    ['an order of old', {}, 'CHOSEN', undefined, { how: 'CHOSEN' }, false],
    [
      'a turn',
      { choice: { formDocumentId: 'D-2' } },
      'ABSTAINED',
      7,
      { how: 'ABSTAINED', formId: 'D-2', pick: 7 },
      true,
    ],
    ['a turn without a form', {}, 'ABSTAINED', 1, { how: 'ABSTAINED', pick: 1 }, true],
    ['an urgent turn, of which no form tells', { choice }, 'URGENT_TURN', 8, { how: 'URGENT_TURN', pick: 8 }, false],
    ['who has the customer', {}, 'URGENT_EXISTING', undefined, { how: 'URGENT_EXISTING' }, false],
  ] as const)('%s', (_what, body, how, pick, kept, registered) => {
    expect(choiceOf(body, how, pick)).toEqual(kept);
    expect(isRegistered(body, how)).toBe(registered);
  });
});
