import { beforeEach, describe, expect, it } from 'vitest';
import { sweepDeadlines } from '../../../../functions/deadlines/sweep/sweep-deadlines.ts';
import { type Deadline, DeadlineCode } from '../../../../shared/domain/deadline.ts';
import { deadlineStore } from '../../../../shared/stores/deadline-store.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import {
  administrator,
  aWorld,
  coordinator,
  everyone,
  head,
  manager,
  neighbour,
  officer,
  type Person,
  type World,
} from '../../../support/a-world.ts';
import { aDeadline, at } from '../../../support/builders.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-16', clock: '15:20', hasUnits: true });
});

const open = (...deadlines: readonly Deadline[]) =>
  world.put(...deadlines.map((deadline) => deadlineStore(world.table).open(deadline, world.clock.now())));
const standing = async () => (await deadlineStore(world.table).ofOrder('B-1')).map(({ entity }) => entity);
const sweep = () => sweepDeadlines.run(world.clock.now(), world.deps);
const post = async () => (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);

describe('the sweep', () => {
  it('reminds once, marks late once, and leaves it alone after that', async () => {
    await open(aDeadline());
    const states: unknown[] = [];
    for (const time of ['17 03:19', '17 03:20', '17 03:20', '17 15:20', '17 15:21', '17 15:21', '25 08:00']) {
      world.sleepTo(`2026-09-${time.slice(0, 2)}`, time.slice(3));
      const { done } = await sweep();
      const [deadline] = await standing();
      states.push([time, done, deadline?.state, deadline?.remindedAt !== undefined]);
    }
    expect(states).toEqual([
      ['17 03:19', 0, 'open', false],
      ['17 03:20', 1, 'open', true],
      ['17 03:20', 0, 'open', true],
      ['17 15:20', 0, 'open', true],
      ['17 15:21', 1, 'overdue', true],
      ['17 15:21', 0, 'overdue', true],
      ['25 08:00', 0, 'overdue', true],
    ]);
    expect(await world.journal('A-1')).toEqual(['deadline-reminded L-12 system', 'deadline-overdue L-12 system']);
  });

  it('two at once mark it, tell of it and write it down once', async () => {
    await open(...(['D01', 'D02', 'D03'] as const).map((code) => aDeadline({ code })));
    world.sleepTo('2026-09-17', '15:21');
    const done = await Promise.all([sweep(), sweep(), sweep()]);
    expect(done.reduce((sum, one) => sum + one.done, 0)).toBe(3);
    expect(await world.journal('A-1')).toHaveLength(3);
    await world.tick();
    expect(await post()).toHaveLength(6);
  });

  it('catches up an outage of days, from where it had come', async () => {
    await sweep();
    await open(aDeadline());
    world.sleepTo('2026-10-20', '08:00');
    expect(await sweep()).toEqual({ done: 1 });
    expect(await standing()).toMatchObject([{ state: 'overdue', overdueAt: at('2026-10-20 08:00') }]);
    await world.tick();
    expect((await world.letters()).map(({ text }) => text.includes('inte bekräftats i tid'))).toEqual([true, true]);
  });

  it('goes on with what was too much for one turn', async () => {
    const many = Array.from({ length: 230 }, (_, n) =>
      aDeadline({
        subject: { kind: 'order', orderId: `B-${n}`, caseNo: `A-${n}`, providerId: 'P1', officerId: 'O1' },
      }),
    );
    for (let n = 0; n < many.length; n += 100) await open(...many.slice(n, n + 100));
    world.sleepTo('2026-09-19', '08:00');
    expect(await sweep()).toEqual({ done: 200 });
    world.sleepTo('2026-09-22', '08:00');
    expect(await sweep()).toEqual({ done: 30 });
  });

  it('one that is met is neither reminded of nor late', async () => {
    await open(aDeadline({ state: 'done', doneAt: at('2026-09-16 16:00') }));
    await world.passTo('2026-09-20', '08:00');
    expect(await post()).toEqual([]);
  });

  it('writes to nobody when the municipality has no routine that day, but marks', async () => {
    const early = await aWorld({ date: '2014-07-20' });
    await early.put(
      deadlineStore(early.table).open(
        aDeadline({ dueAt: at('2014-07-21 12:00'), remindAt: undefined }),
        early.clock.now(),
      ),
    );
    await early.passTo('2014-07-22', '08:00');
    expect((await deadlineStore(early.table).ofOrder('B-1'))[0]?.entity.state).toBe('overdue');
    expect(await early.letters()).toEqual([]);
  });
});

describe('who is told what when time has done something to a deadline', () => {
  const [provider, joining] = ['p1@utforare.example', 'p2@utforare.example'];
  const [ofOfficer, ofHead, ofAdministrator] = ['o1@kommun.example', 'h1@kommun.example', 'd1@kommun.example'];
  const month = { kind: 'month', month: '2026-10', providerId: 'P1', officerId: 'O1' } as const;
  const change = { kind: 'switch', switchId: 'BYTE-1', caseNo: 'A-1', providerId: 'P1', joiningId: 'P2' } as const;
  const ofCase = { kind: 'case', caseNo: 'A-1', officerId: 'O1' } as const;
  const basis = { kind: 'basis', month: '2026-08', performer: 'unit:X2', orderingUnitId: 'X1' } as const;
  const purchase = { kind: 'purchase', purchaseId: 'kop-1', caseNo: 'A-1' } as const;
  const [ofUnit, ofRegistrar, ofArea] = ['pam@kommun.example', 'eo4@kommun.example', 'eo6@kommun.example'];
  /** Whose it is, where its kind does not say it: the managers of a unit, a role, or the provider that performs. */
  const owned: Partial<Record<Deadline['code'], Pick<Deadline, 'owner' | 'roles'>>> = {
    ...Object.fromEntries(
      ['D29', 'D32', 'D34', 'D35', 'D37', 'D40'].map((code) => [
        code,
        { owner: 'unit:X1', roles: ['ordering-manager'] },
      ]),
    ),
    D30: { owner: 'registrar-own' },
    D33: { owner: 'provider:P1' },
    D31: { owner: 'provider:P1' },
    D38: { owner: 'unit:X2', roles: ['ordering-manager'] },
    D39: { owner: 'registrar-own' },
  };
  beforeEach(async () => {
    await world.put(
      ...[
        { userId: 'pam', role: 'ordering-manager', unitId: 'X1' } as const,
        { userId: 'paa', role: 'ordering-administrator', unitId: 'X1' } as const,
        { userId: 'pam2', role: 'ordering-manager', unitId: 'X2' } as const,
      ].map((one) => membershipStore(world.table).save({ ...one, email: `${one.userId}@kommun.example` }, undefined)),
    );
  });
  /** What each is about; an order where nothing else is said. */
  const about: Partial<Record<Deadline['code'], Deadline['subject']>> = {
    ...Object.fromEntries(
      ['D10', 'D11', 'D12', 'D13', 'D49', 'D51', 'D52', 'D53', 'D54', 'D55', 'D56', 'D57'].map((code) => [code, month]),
    ),
    D42: { kind: 'month', month: '2026-10', providerId: 'P1', officerIds: ['O1'] },
    ...Object.fromEntries(['D09', 'D18', 'D19', 'D20', 'D21'].map((code) => [code, { ...change, officerId: 'O1' }])),
    ...Object.fromEntries(
      ['D58', 'D59', 'D60'].map((code) => [
        code,
        { kind: 'invoice', invoiceId: 'faktura-1', month: '2026-10', providerId: 'P1' },
      ]),
    ),
    D17: ofCase,
    D50: ofCase,
    D48: { kind: 'mail', mailId: 'in-1', ref: 'quarantined' },
    D41: { kind: 'routine', pack: 'leksand' },
    P01: { kind: 'provider', providerId: 'P1' },
    ...Object.fromEntries(['D29', 'D30', 'D32', 'D33', 'D34', 'D37', 'D40'].map((code) => [code, purchase])),
    ...Object.fromEntries(['D31', 'D38', 'D39'].map((code) => [code, basis])),
    D35: { kind: 'pair', pairId: 'E1~E2', ref: '2026-1-ordering' },
  };
  const table: Record<Deadline['code'], { reminded: string[]; overdue: string[]; escalated?: string[] }> = {
    D01: { reminded: [`${provider} N02`], overdue: [`${provider} N02`, `${ofOfficer} N02`] },
    D02: { reminded: [], overdue: [`${provider} N08`, `${ofOfficer} N08`], escalated: [`${ofHead} N08`] },
    D03: { reminded: [], overdue: [`${provider} N08`, `${ofOfficer} N08`] },
    D04: { reminded: [], overdue: [`${provider} N08`, `${ofOfficer} N08`], escalated: [`${ofHead} N08`] },
    D05: { reminded: [], overdue: [`${provider} N08`, `${ofOfficer} N08`], escalated: [`${ofHead} N08`] },
    D06: { reminded: [`${provider} N02`], overdue: [`${provider} N02`, `${ofOfficer} N02`] },
    D07: { reminded: [], overdue: [`${provider} N08`, `${ofOfficer} N08`], escalated: [`${ofHead} N08`] },
    D08: { reminded: [], overdue: [`${provider} N08`, `${ofOfficer} N08`], escalated: [`${ofHead} N08`] },
    D09: {
      reminded: [`${provider} N29`, `${joining} N29`, `${ofOfficer} N29`],
      overdue: [`${provider} N29`, `${joining} N29`, `${ofOfficer} N29`],
    },
    D10: { reminded: [`${provider} N13`], overdue: [`${provider} N15`, `${ofHead} N15`] },
    D11: { reminded: [], overdue: [] },
    D12: { reminded: [`${ofOfficer} N18`], overdue: [`${ofOfficer} N18`, `${ofHead} N18`] },
    D13: { reminded: [`${ofHead} N20`], overdue: [`${ofHead} N20`] },
    D15: { reminded: [`${provider} N26`], overdue: [`${provider} N26`] },
    D16: { reminded: [`${provider} N26`], overdue: [`${provider} N26`] },
    D17: { reminded: [`${ofOfficer} N27`], overdue: [`${ofOfficer} N27`] },
    D18: { reminded: [], overdue: [`${ofOfficer} untold`] },
    D19: { reminded: [], overdue: [`${provider} N29`, `${joining} N29`, `${ofOfficer} N29`] },
    D20: { reminded: [], overdue: [`${ofOfficer} untold`] },
    D21: { reminded: [], overdue: [`${provider} N29`, `${joining} N29`, `${ofOfficer} N29`] },
    D25: { reminded: [], overdue: [] },
    D26: { reminded: [], overdue: [] },
    D27: { reminded: [], overdue: [] },
    D29: { reminded: [`${ofUnit} period`], overdue: [] },
    D30: { reminded: [], overdue: [`${ofRegistrar} N37`] },
    // To a provider inside the system alone: minutes never leave the house.
    D31: { reminded: [], overdue: [] },
    D38: { reminded: ['pam2@kommun.example N42'], overdue: ['pam2@kommun.example N42'] },
    D39: { reminded: [], overdue: [`${ofRegistrar} N43`] },
    D32: { reminded: [`${ofUnit} N39`], overdue: [`${ofUnit} N39`, `${ofArea} N39`] },
    D33: { reminded: [`${provider} N40`], overdue: [`${provider} N40`] },
    D34: { reminded: [], overdue: [`${ofUnit} N38`] },
    D35: { reminded: [`${ofUnit} meeting`], overdue: [`${ofUnit} meeting-late`] },
    D36: { reminded: [], overdue: [`${ofOfficer} assistance-late`] },
    D37: { reminded: [], overdue: [`${ofUnit} injury-late`] },
    D40: { reminded: [], overdue: [] },
    D41: { reminded: [`${ofHead} N45`], overdue: [`${ofHead} N45`] },
    P01: { reminded: [`${ofAdministrator} P01`], overdue: [`${ofAdministrator} P01`] },
    D42: {
      reminded: [`${provider} correction-near`, `${ofOfficer} correction-near`],
      overdue: [`${provider} correction-over`, `${ofOfficer} correction-over`],
    },
    D43: { reminded: [`${ofOfficer} N48`], overdue: [`${ofOfficer} N48`, `${ofHead} N48`] },
    D44: { reminded: [], overdue: [`${ofOfficer} paper`] },
    D45: { reminded: [], overdue: [] },
    D50: { reminded: [], overdue: [] },
    D51: { reminded: [], overdue: [] },
    D54: { reminded: [], overdue: [] },
    D46: { reminded: [], overdue: [] },
    D47: { reminded: [], overdue: [] },
    D48: { reminded: [], overdue: [] },
    D49: { reminded: [], overdue: [] },
    D52: { reminded: [], overdue: [] },
    D53: { reminded: [], overdue: [] },
    D55: { reminded: [], overdue: [] },
    D56: { reminded: [], overdue: [] },
    D57: { reminded: [], overdue: [] },
    D58: { reminded: [], overdue: [] },
    D59: { reminded: [], overdue: [] },
    D60: { reminded: [], overdue: [] },
  };
  const subjects: Record<string, string> = {
    'En beställning väntar på bekräftelse': 'N02',
    'En beställning är inte påbörjad i tid': 'N08',
    'Månadens redovisning ska snart lämnas in': 'N13',
    'Månadens redovisning är försenad': 'N15',
    'En månadsrapport ska undertecknas': 'N18',
    'En månads redovisning ska rättas i dag': 'correction-near',
    'En månads redovisning är inte rättad': 'correction-over',
    'En sammanställning ska skickas': 'N20',
    'Handlingar ska lämnas till kommunen': 'N26',
    'Uppföljning av ett ärende': 'N27',
    'Datum för byte saknas': 'N29',
    'Utförarna har inte fått besked om ett byte': 'untold',
    'Rutinen ska ses över': 'N45',
    'En utförares tillstånd går ut': 'P01',
    'En utförare har inte kontaktats': 'N48',
    'Ett uppdrag på papper är inte utlämnat': 'paper',
    'En beställningsperiod går mot sitt slut': 'period',
    'Ett samverkansmöte ska hållas': 'meeting',
    'Ett samverkansmöte har inte hållits': 'meeting-late',
    'Assistans har börjat i ett ärende': 'assistance-late',
    'Något har hänt i ett köp av timmar': 'injury-late',
    'Registrering av ett köp av timmar': 'N37',
    'Ett avtal väntar på underskrift': 'N38',
    'Akut hjälp mellan enheter': 'N39',
    'Ett avtal i efterhand saknas': 'N40',
    'Månadens underlag för köpta timmar': 'N42',
    'Kostnaden för köpta timmar': 'N43',
  };

  it.each(DeadlineCode.options)('%s', async (code) => {
    const subject = about[code] ?? aDeadline().subject;
    await open(aDeadline({ code, subject, ...owned[code] }));
    const told = async () => (await world.letters()).map(({ to, subject: words }) => `${to} ${subjects[words]}`).sort();
    await world.passTo('2026-09-17', '04:00');
    const reminded = table[code].reminded.toSorted();
    expect(await told()).toEqual(reminded);
    await world.passTo('2026-09-17', '16:00');
    const late = [...reminded, ...table[code].overdue].sort();
    expect(await told()).toEqual(late);
    await world.passTo('2026-09-18', '15:19');
    expect(await told()).toEqual(late);
    await world.passTo('2026-09-20', '16:00');
    expect(await told()).toEqual([...late, ...(table[code].escalated ?? [])].sort());
    for (const { text } of await world.letters()) expect(text).not.toMatch(/undefined|null|[^\S\n]{2}|\n{3}/);
  });
});

describe('tasks', () => {
  const list = async (who: Person) => (await world.call('listTasks', who)).body;
  const codes = async (who: Person) =>
    (await list(who)).items.map(({ code, state }: { code: string; state: string }) => `${code} ${state}`);

  it('stand with the one who owns them, the earliest first, each with its reason', async () => {
    await open(
      aDeadline({ code: 'D02', rule: 'L-13', dueAt: at('2026-09-18 15:20') }),
      aDeadline(),
      aDeadline({
        code: 'D12',
        rule: 'L-33',
        owner: 'officer:O1',
        subject: { kind: 'month', month: '2026-08', providerId: 'P1', officerId: 'O1' },
      }),
      aDeadline({
        code: 'D13',
        rule: 'L-37',
        owner: 'head',
        subject: { kind: 'month', month: '2026-08', providerId: 'P1' },
      }),
    );
    const { now, items } = await list(coordinator);
    expect(now).toBe('2026-09-16T15:20:00+02:00');
    expect(items).toMatchObject([
      {
        code: 'D01',
        rule: 'L-12',
        title: 'Bekräfta beställningen',
        state: 'due',
        hard: true,
        due: '2026-09-17T15:20:00+02:00',
        subject: { kind: 'order', orderId: 'B-1', caseNo: 'A-1' },
        why: [{ rule: 'L-12', text: expect.stringContaining('24 timmar') }],
      },
      { code: 'D02' },
    ]);
    expect(await codes(manager)).toEqual(['D01 due', 'D02 due']);
    expect(await codes(officer)).toEqual(['D12 due']);
    expect(await codes(head)).toEqual(['D13 due']);
    for (const who of [neighbour, administrator]) expect(await codes(who)).toEqual([]);
  });

  it('are due, then late, then done', async () => {
    await open(aDeadline(), aDeadline({ code: 'D02', doneAt: at('2026-09-16 16:00'), state: 'done' }));
    expect(await codes(coordinator)).toEqual(['D01 due', 'D02 done']);
    await world.passTo('2026-09-17', '15:21');
    expect(await codes(coordinator)).toEqual(['D01 late', 'D02 done']);
  });

  it('every role may ask', async () => {
    for (const who of everyone) expect((await world.call('listTasks', who)).status).toBe(200);
  });
});
