import { beforeAll, describe, expect, it } from 'vitest';
import { replay } from '../../functions/choices/ledger/replay.ts';
import { readTurnFile } from '../../functions/choices/ledger/turn-reader.ts';
import { mayAttest } from '../../functions/invoices/attesting/attesting.ts';
import { isBookedInside, rulesFor } from '../../functions/invoices/receiving/judged.ts';
import { takesForms } from '../../functions/mail/submitting/about-month.ts';
import { adjustMonth } from '../../functions/months/adjusting/adjust-month.ts';
import { correctionDates } from '../../functions/months/correcting/correction-dates.ts';
import { payRulesOf } from '../../functions/months/dry-run/pay-rules.ts';
import { monthDates } from '../../functions/months/opening/month-dates.ts';
import { neededForms } from '../../functions/months/paper/pages-found.ts';
import { committedSample } from '../../functions/months/sampling/commitment.ts';
import { contactDue } from '../../functions/orders/limits/contact-deadlines.ts';
import { carePlanCopy, documentation } from '../../functions/orders/limits/document-deadlines.ts';

import { orderLimits } from '../../functions/orders/limits/order-limits.ts';
import { verification } from '../../functions/orders/limits/report-deadlines.ts';
import { startLimit } from '../../functions/orders/limits/start-limit.ts';
import { followUp } from '../../functions/orders/papers/follow-up.ts';
import { wantedProvider } from '../../functions/orders/placing/choice.ts';
import { repeated } from '../../functions/orders/reports/declines.ts';
import { acuteDays } from '../../functions/purchases/acute/acute-days.ts';
import { recurs } from '../../functions/purchases/acute/recurrence.ts';
import { notedDeviation } from '../../functions/purchases/around/deviation.ts';
import { investigationBy } from '../../functions/purchases/around/injury.ts';
import { noteForm } from '../../functions/purchases/around/note.ts';
import { allocationDue } from '../../functions/purchases/basis/basis-deadlines.ts';
import { hourPrice } from '../../functions/purchases/basis/price.ts';
import { buying } from '../../functions/purchases/buying-pack.ts';
import { noticeCost } from '../../functions/purchases/notice-cost.ts';
import { registrationBy } from '../../functions/purchases/purchase-dates.ts';
import { askFor, isBoughtOf } from '../../functions/purchases/requesting/request.ts';
import { tellOfChange } from '../../functions/purchases/running/change.ts';
import { reviewAfter } from '../../functions/settings/review/review.ts';
import { switchWindow } from '../../functions/switches/date/switch-window.ts';
import { Pack } from '../../shared/packs/pack.ts';
import { packs } from '../../shared/packs/packs.ts';
import { Parameters } from '../../shared/packs/parameters.ts';
import { inUse, notCarriedOut, withSettings } from '../../shared/packs/settings.ts';
import { turnRules } from '../../shared/packs/turn-rules.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { letterStore } from '../../shared/stores/letter-store.ts';
import { aFiledInvoice } from '../support/a-filed-invoice.ts';
import { aMonthEnd, asked, decideLine, handIn, ofP1, reporting, stating } from '../support/a-handed-in-month.ts';
import { type AMonth, aCase, inputOf, judgedCase } from '../support/a-month.ts';
import { accepted, aPack } from '../support/a-pack.ts';
import { anAcuteHelp, aRunning, aWish, who } from '../support/a-purchase.ts';
import { aReport } from '../support/a-report.ts';
import { administrator, aWorld, colleague, head, manager, officer, type World } from '../support/a-world.ts';
import { aDeadline, aLetter, anOrder, at } from '../support/builders.ts';

type Key = keyof Parameters;
/** What the routine comes to somewhere that a person sees it: a date, a figure, a letter, a refusal. */
type Seen = (pack: Pack, settings: readonly string[]) => unknown;
/** The value that is set, what is seen, and what else must be set for it to matter. */
type Walk = { readonly to: string; readonly seen: Seen; readonly beside?: readonly string[]; readonly pack?: string };

const paid =
  (month: AMonth): Seen =>
  (pack) =>
    judgedCase({ ...month, rules: payRulesOf(pack) });
const visit = (day: string, status: string, minutes: string) =>
  `A-1;OMV;2026-10-${day};08:00;08:45;${minutes};${status}`;
const missed = [visit('09', 'BOMTID', '45;0')];
const wrong = [visit('09', 'UTFÖRD', '45;50')];
const header = 'Månad;Utförare;Ärendenummer;Insats;Datum;Start;Slut;Beställda minuter;Utförda minuter;Status;Personal';
const twoWorkers = ['m1', 'm2'].map((worker) => `2026-10;P1;${visit('01', 'UTFÖRD', '45;45')};${worker}`);

const start =
  (when: string): Seen =>
  (pack) =>
    accepted(startLimit(at(when), 'private', pack)).due;
const limits: Seen = (pack) =>
  orderLimits(
    { kind: 'private', sentAt: at('2026-09-16 15:20'), confirmedAt: at('2026-09-16 18:00'), urgent: true },
    pack,
  );
const month: Seen = (pack) => accepted(monthDates('2026-10', pack));
const window: Seen = (pack) =>
  accepted(
    switchWindow(
      { outAt: at('2026-09-04 09:00'), inAt: at('2026-09-04 12:30'), customerAt: at('2026-09-02 10:00') },
      pack,
    ),
  );
const plan: Seen = (pack) => carePlanCopy(anOrder(), '2026-12-18', pack).dueAt;
const declined =
  (...days: readonly string[]): Seen =>
  (pack) =>
    repeated(
      days.map((on) => ({ on })),
      pack,
    );
const turns: Seen = (pack) => {
  const providers = ['P1', 'P2', 'P3'].map((id, index) => ({ id, number: index + 1 }));
  const unavailable = [{ provider: 'P1', reason: 'CAPACITY' }];
  const asked = [{ orderId: 'B-1', unavailable }, { orderId: 'B-2' }, { orderId: 'B-3', kind: 'URGENT' }];
  return replay(accepted(readTurnFile({ providers, turns: asked })), turnRules(pack));
};

const worldWith = (settings: readonly string[]) =>
  aWorld({ date: '2026-09-16', clock: '15:20', settings: { overrides: [...settings] } });

const wishedDay: Seen = async (_pack, settings) => {
  const world = await worldWith(settings);
  await world.register({ caseNo: 'A-1' });
  const asked = { caseNo: 'A-1', toProviderId: 'P2', mode: 'ORAL' };
  const { id } = (await world.call('requestSwitch', officer, { body: asked })).body;
  const path = { switchId: id };
  await world.call('tellProviders', officer, { path, body: {} });
  const body = { on: '2026-11-20', wishedByCustomer: true, reason: 'resa' };
  return (await world.call('setSwitchDate', officer, { path, body })).status;
};
const ceiling: Seen = async (_pack, settings) => {
  const world = await worldWith(settings);
  const path = { providerId: 'P1' };
  return (await world.call('declareCeiling', manager, { path, body: { value: 10 } })).body.ceiling;
};
const mail: Seen = async (_pack, settings) => {
  const world = await worldWith(settings);
  await world.put(letterStore(world.table).queue(aLetter()));
  await world.tick();
  return (await world.letters()).map(({ text }) => text);
};
const morning: Seen = async (_pack, settings) => {
  const world = await worldWith(settings);
  const due = aDeadline({ owner: 'officer:O1', dueAt: at('2026-09-17 18:00'), remindAt: undefined });
  await world.put(deadlineStore(world.table).open(due, world.clock.now()));
  await world.passTo('2026-09-17', '07:00');
  return (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);
};

/** Whether a month is stated in whose rows something was seen, and not answered. */
const withoutAnswers: Seen = async (_pack, settings) => {
  const world = await aMonthEnd({ settings: { overrides: [...settings] } });
  const atOnce = [
    [3, 60],
    [3, 90],
  ] as const;
  await handIn(world, aReport({ 'A-1': atOnce, 'A-2': [[1, 90]], 'A-3': [[5, 60]] }));
  const approval = { decision: 'APPROVE', contacts: asked };
  for (const caseNo of ['A-1', 'A-2']) await decideLine(world, caseNo, approval, officer);
  await decideLine(world, 'A-3', approval, colleague);
  for (const who of [officer, colleague]) await world.sign(who, reporting, { path: ofP1, body: {} });
  return (await world.sign(head, stating, { path: ofP1, body: {} })).status;
};

const walks: Readonly<Partial<Record<Key, Walk>>> = {
  'calendar.saturdayIsVardag': { to: 'true', seen: month },
  'calendar.evesAreVardag': { to: 'true', seen: plan },
  'calendar.extraClosed': { to: '2026-11-02', seen: month },
  'calendar.arbetsdagExtraClosed': { to: '2026-12-28', seen: plan },
  officeClose: { to: '16:30', seen: plan },
  rollForward: { to: 'true', seen: (pack) => documentation(anOrder(), '2026-09-05', pack).dueAt },
  'cutoff.enabled': { to: 'true', seen: start('2026-09-16 15:20') },
  'cutoff.time': { to: '16:00', seen: start('2026-09-16 15:20'), beside: ['cutoff.enabled=true'] },
  'cutoff.resume': { to: '08:00', seen: start('2026-09-16 15:20'), beside: ['cutoff.enabled=true'] },
  'cutoff.offHours': { to: 'SHIFT', seen: start('2026-09-19 10:00'), beside: ['cutoff.enabled=true'] },
  dygnMode: { to: 'WALL_CLOCK_P1D', seen: start('2026-10-24 12:00') },
  'start.from': { to: 'confirmedAt', seen: limits },
  'confirm.within': { to: 'PT4H', seen: limits },
  'confirm.reminderAfter': { to: 'PT1H', seen: limits },
  'contact.within': { to: 'NEXT_VARDAG', seen: (pack) => contactDue(anOrder(), pack).remindAt },
  'urgent.sameDay': { to: 'OFF', seen: limits },
  'rotation.urgent': {
    to: 'LIST',
    seen: (pack) => wantedProvider({ urgent: true }, [], '2026-09-16', pack),
  },
  'rotation.sharedUrgent': { to: 'false', seen: turns },
  'rotation.skipKeepsTurn': { to: 'false', seen: turns },
  'capacity.unit': { to: 'CUSTOMERS', seen: ceiling },
  'switch.minDays': { to: '3', seen: window },
  'switch.maxDays': { to: '21', seen: window },
  'switch.countFrom': { to: 'CUSTOMER_TOLD', seen: window },
  'switch.notifyDay': {
    to: 'SAME_CALENDAR',
    seen: window,
    pack: 'sn2016-840',
    beside: ['switch.notifyDay=NEXT_VARDAG'],
  },
  'switch.simultaneity': { to: 'PT60M', seen: window },
  'switch.customerDateOverrides': { to: 'false', seen: wishedDay },
  wrongBasis: { to: 'MIN', seen: paid({ rows: wrong }) },
  'bomtid.notice': {
    to: 'BEFORE_VISIT',
    seen: paid({ rows: missed, form: ['A-1;2026-10-09;;;BOMTID;;2026-10-09 07:00;'] }),
  },
  'death.dayRemainder': {
    to: 'NONE',
    seen: paid({ rows: missed, form: ['A-1;2026-10-09;;;AVLIDEN;;;'] }),
  },
  'visit.toleranceMinutes': { to: '10', seen: paid({ rows: wrong }) },
  'granted.proRata': {
    to: 'false',
    seen: paid({
      rows: [visit('09', 'UTFÖRD', '45;45')],
      cases: [{ caseNo: 'A-1', services: [{ code: 'OMV', minutesPerMonth: 2520 }], from: '2026-10-05', to: null }],
    }),
  },
  doubleStaffing: { to: 'EACH', seen: paid({ raw: { report: [header, ...twoWorkers].join('\n') } }) },
  notHandedIn: {
    to: 'NOTHING',
    seen: ({ params: { notHandedIn } }) => {
      const { report, deviations, ...terms } = inputOf({ rows: [visit('09', 'UTFÖRD', '45;45')] });
      const handedIn = { cases: [aCase()], files: { report, deviations } };
      return adjustMonth({ cases: [aCase()] }, handedIn, { ...terms, notHandedIn });
    },
  },
  'monthly.dueVardag': { to: '2', seen: month },
  'sample.share': {
    to: '20',
    seen: (pack) => committedSample('2026-10', 'a sum', { at: at('2026-11-01 00:10'), pack }),
  },
  'remarks.answerBeforeStatement': { to: 'true', seen: withoutAnswers },
  'correction.dueVardag': { to: '3', seen: (pack) => correctionDates('2026-10', pack).dueAt },
  'email.allowedFields': { to: 'E0', seen: mail },
  'digest.enabled': { to: 'false', seen: morning, beside: ['digest.enabled=true'] },
  'documentation.returnDays': { to: '7', seen: (pack) => documentation(anOrder(), '2026-09-05', pack).dueAt },
  'carePlan.arbetsdagar': { to: '5', seen: plan },
  'followUp.months': { to: '6', seen: (pack) => followUp(anOrder(), '2026-01-15', pack).dueAt },
  'repeatDecline.count': { to: '2', seen: declined('2026-09-01', '2026-09-10') },
  'repeatDecline.days': { to: '5', seen: declined('2026-09-01', '2026-09-10', '2026-09-20') },
  'review.months': { to: '6', seen: (pack) => reviewAfter(pack, '2026-01-15').dueAt },
  noticeBilling: {
    to: 'ORDERED',
    pack: 'halmstad',
    seen: (pack) => {
      const before = { minutes: 600, per: 'WEEK' as const };
      return noticeCost('2026-09-14', { earliest: '2026-09-28' }, { before, orePerHour: 38_000 }, pack).charged;
    },
  },
  legalBasis: {
    to: 'LSS',
    pack: 'halmstad',
    seen: (pack) =>
      accepted(askFor('kop-1', aWish(), who('ordering-manager', '2026-09-01 09:00'), accepted(buying(pack)))),
  },
  'deviation.owner': {
    to: 'ORDERING_MANAGER',
    pack: 'halmstad',
    seen: (pack) => {
      const by = who('receiving-manager', '2026-09-14 09:00');
      return accepted(
        notedDeviation(aRunning(), { kind: 'DEVIATION', words: 'nyckel saknas' }, by, accepted(buying(pack))),
      );
    },
  },
  'injury.days': {
    to: '30',
    pack: 'helsingborg',
    seen: (pack) => investigationBy({ reported: { at: at('2026-09-14 09:00') } }, accepted(buying(pack))),
  },
  'documentation.mode': {
    to: 'PAPER',
    pack: 'halmstad',
    seen: (pack) => noteForm('DIGITAL', accepted(buying(pack))),
  },
  'purchase.registrationDays': {
    to: '4',
    pack: 'halmstad',
    seen: (pack) => registrationBy({ registration: { orderedAt: at('2026-09-14 09:00') } }, accepted(buying(pack))),
  },
  'provider.intraprenad': {
    to: 'true',
    pack: 'halmstad',
    seen: (pack) => isBoughtOf({ unitId: 'E2', kind: 'municipal', intraprenad: true }, accepted(buying(pack))),
  },
  'change.leadDays': {
    to: '3',
    pack: 'halmstad',
    seen: (pack) => {
      const change = { words: 'annan tid på dagen', effective: '2026-09-21' };
      const by = who('ordering-officer', '2026-09-14 09:00');
      return accepted(tellOfChange(aRunning(), change, by, accepted(buying(pack)))).remarks;
    },
  },
  'invoice.caseNumbers': {
    to: 'true',
    seen: (pack) => rulesFor(pack.params).business.map(({ code }) => code),
  },
  'invoice.municipal': { to: 'INVOICE', seen: (pack) => isBookedInside({ kind: 'municipal' }, pack.params) },
  'attest.second': {
    to: 'true',
    seen: ({ params }) =>
      mayAttest(aFiledInvoice({ state: 'coded' }), {
        ...{ userId: 'H1', limitOre: undefined, hands: [], isSecondAsked: params['attest.second'] },
      }),
  },
  payBasis: {
    to: 'AGREEMENT',
    pack: 'halmstad',
    seen: (pack) => {
      const signed = (side: 'ORDERING' | 'RECEIVING') => ({
        ...{ at: at('2026-09-01 09:00'), by: side, side, role: 'ordering-manager' as const },
      });
      const agreement = {
        ...{ use: 'PLANNED' as const, documentId: 'handling-1', sha256: '', template: 'x', orePerHour: 42_000 },
        drafted: { at: at('2026-09-01 09:00'), by: 'pam' },
        signatures: [signed('ORDERING'), signed('RECEIVING')],
      };
      const rates = [{ validFrom: '2026-01-01', orePerHour: 38_000 }];
      const own = accepted(buying(pack));
      return accepted(hourPrice(aRunning({ agreements: [agreement] }), '2026-09', rates, own)).orePerHour;
    },
  },
  'allocation.dueVardag': {
    to: '8',
    pack: 'botkyrka',
    seen: (pack) => allocationDue('2026-09', accepted(buying(pack))),
  },
  retroAgreementWithin: {
    to: '7',
    pack: 'helsingborg',
    seen: (pack) => acuteDays(anAcuteHelp(), '2026-06-05', pack),
  },
  'acute.maxWithoutPlan': {
    to: '2',
    pack: 'helsingborg',
    seen: (pack) => recurs([{ firstVisit: '2026-06-01' }], '2026-06-20', pack),
  },
  'submission.nilDeviationForm': { to: 'false', seen: (pack) => neededForms([], pack) },
  'mail.deviations': { to: 'PORTAL', seen: takesForms },
  'task.defaultDays': { to: '7', seen: (pack) => verification(anOrder(), at('2026-09-16 15:20'), pack).dueAt },
};

const keys = Object.keys(Parameters.shape) as Key[];

describe('every parameter changes something that somebody sees, or is refused', () => {
  const others: Readonly<Record<string, string>> = {
    'invoice.caseNumbers': 'true',
    'attest.second': 'true',
  };
  const answer = (key: string) => [
    {
      at: key,
      code: 'setting-not-carried-out',
      message: `${key} kan inte ändras: inget i systemet följer den ännu`,
    },
  ];
  const file = {
    municipality: 'Exempelkommun',
    month: '2026-10',
    rates: [{ validFrom: '2026-01-01', orePerHour: 40_000 }],
    providers: [{ id: 'P1', kind: 'private', name: 'Omsorg Ett AB', email: 'p1@utforare.example' }],
    officers: [{ id: 'O1', name: 'Handläggare 1' }],
    people: [],
    cases: [],
  };
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });

  it.each(keys.filter((key) => notCarriedOut.has(key)))('%s is refused, however it is set', async (key) => {
    const setting = `${key}=${others[key]}`;
    // On the command line, and of what a municipality has stored.
    expect(withSettings(aPack('leksand'), [setting])).toMatchObject({ code: 'bad-settings', faults: answer(key) });
    // Among a municipality's own settings as it is read in.
    const read = await world.call('importMunicipality', administrator, { body: { file, set: [setting] } });
    expect([read.status, read.body.faults ?? read.body.errors]).toEqual([422, answer(key)]);
    // In a pack's own file.
    const [, text = ''] = setting.split('=');
    const value = /^\d+$/.test(text) ? Number(text) : text === 'true' || text === 'false' ? text === 'true' : text;
    const pack = Pack.parse({ ...aPack('leksand'), params: { ...aPack('leksand').params, [key]: value } });
    expect(inUse(pack)).toMatchObject({ code: 'bad-settings', faults: answer(key) });
    expect(inUse(aPack('leksand')).ok).toBe(true);
  });

  it.each(packs.map(({ name }) => name))(
    '%s is read in only when all that it asks for is carried out',
    async (name) => {
      const { status } = await world.call('importMunicipality', administrator, { body: { file, pack: name } });
      expect(status).toBe(inUse(aPack(name)).ok ? 200 : 422);
    },
  );

  it.each(keys.filter((key) => !notCarriedOut.has(key)))('%s changes something', async (key) => {
    const walk = walks[key];
    if (!walk) throw new Error(`nobody says what ${key} changes`);
    const { to, seen, beside = [], pack = 'leksand' } = walk;
    const set = [...beside, `${key}=${to}`];
    const before = await seen(aPack(pack, ...beside), beside);
    expect(await seen(aPack(pack, ...set), set)).not.toEqual(before);
    expect(await seen(aPack(pack, ...beside), beside)).toEqual(before);
  });
});
