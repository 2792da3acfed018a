import { beforeEach, describe, expect, it } from 'vitest';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import {
  administrator,
  aWorld,
  colleague,
  coordinator,
  head,
  neighbour,
  nurse,
  officer,
  type Person,
  providers,
  type World,
} from '../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-01', clock: '09:00' });
});

const services = [{ code: 'OMV', minutesPerMonth: 600 }];
const placed = async (caseNo = 'A-1', more: object = {}): Promise<string> => {
  const { body } = await world.call('placeOrder', officer, {
    body: { caseNo, providerId: 'P1', services, ...more },
  });
  return body.id;
};
const ask = (more: object = {}, who: Person = officer) =>
  world.call('requestSwitch', who, { body: { caseNo: 'A-1', toProviderId: 'P2', mode: 'ORAL', ...more } });
const tell = (switchId: string, body: object = {}) =>
  world.call('tellProviders', officer, { path: { switchId }, body });
const date = (switchId: string, body: object, who: Person = officer) =>
  world.call('setSwitchDate', who, { path: { switchId }, body });
const read = async (switchId: string, who: Person = officer) =>
  (await world.call('getSwitch', who, { path: { switchId } })).body;
const told = async (more: object = {}): Promise<string> => {
  const { id } = (await ask(more)).body;
  expect((await tell(id)).status).toBe(200);
  return id;
};
const days = async (caseNo = 'A-1') =>
  (await assignmentStore(world.table).ofCase(caseNo)).map(({ providerId, from, to }) => [providerId, from, to]);
const codesOf = (items: readonly { code: string }[]) => items.map(({ code }) => code);

describe('a switch is registered', () => {
  it.each<[string, object, number, string, string?]>([
    ['in a case that is not there', { caseNo: 'A-9' }, 404, 'case-not-found'],
    ['to the provider that the customer has', { toProviderId: 'P1' }, 422, 'bad-request', 'same-provider'],
    ['to nobody', { toProviderId: 'P9' }, 422, 'bad-request', 'unknown-provider'],
    ['with no choice at all', { toProviderId: undefined }, 422, 'bad-request', 'choose-or-abstain'],
    ['with a choice and an abstention', { abstains: true }, 422, 'bad-request', 'choose-or-abstain'],
    ['told tomorrow', { toldAt: '2026-09-02T09:00:00+02:00' }, 422, 'bad-request', 'told-ahead'],
    ['for a day that has passed', { wishedDate: '2026-08-31' }, 422, 'bad-request', 'switch-date-passed'],
    [
      'with a number of a person in the reason',
      { wishReason: '19121212-1212' },
      422,
      'bad-request',
      'person-id-in-text',
    ],
  ])('never %s', async (_how, more, status, code, fault) => {
    await world.register({ caseNo: 'A-1' });
    const answer = await ask(more);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    if (fault) expect(codesOf(answer.body.faults)).toContain(fault);
    expect(await world.journal('A-1')).toEqual([]);
  });

  it('everything wrong at once', async () => {
    await world.register({ caseNo: 'A-1' });
    const { body } = await ask({ abstains: true, toldAt: '2026-09-02T09:00:00+02:00', wishedDate: '2026-08-31' });
    expect(codesOf(body.faults)).toEqual(['choose-or-abstain', 'told-ahead', 'switch-date-passed']);
  });

  it('a colleague’s case answers exactly like one that does not exist', async () => {
    await world.register({ caseNo: 'A-1' });
    const theirs = await ask({}, colleague);
    expect(theirs.text).toBe((await ask({ caseNo: 'A-9' }, colleague)).text);
  });

  it('one at a time in a case', async () => {
    await world.register({ caseNo: 'A-1' });
    const { id } = (await ask()).body;
    expect((await ask()).body.code).toBe('switch-in-flight');
    await world.call('callOffSwitch', officer, { path: { switchId: id }, body: { reason: 'kunden stannar' } });
    expect((await ask()).status).toBe(201);
  });

  it('not in a case without a provider to leave', async () => {
    await world.register({ caseNo: 'A-1', to: '2026-08-31' });
    expect((await ask()).body.code).toBe('case-without-provider');
  });

  it('not to a provider that takes no new customers', async () => {
    await world.register({ caseNo: 'A-1' });
    const known = await providerStore(world.table).find('P2');
    const paused = { from: '2026-08-01', reason: 'semester' };
    await world.put(providerStore(world.table).save({ ...providers.P2, paused }, known));
    expect(codesOf((await ask()).body.faults)).toEqual(['provider-not-open']);
  });

  it('in writing without its form is marked, and goes on (S-41)', async () => {
    await world.register({ caseNo: 'A-1' });
    const { body } = await ask({ mode: 'WRITTEN' });
    expect(codesOf(body.warnings)).toEqual(['FORM_MISSING']);
  });

  it('of a customer who abstains goes to the next in turn, never to the one that is left (S-03, S-42)', async () => {
    await world.register({ caseNo: 'A-1' });
    const list = {
      providers: [
        { providerId: 'P1', number: 1 },
        { providerId: 'P2', number: 2 },
      ],
    };
    expect((await world.call('arrangeTurns', officer, { body: list })).status).toBe(200);
    const { status, body } = await ask({ toProviderId: undefined, abstains: true });
    expect({ status, joining: body.joiningId }).toEqual({ status: 201, joining: 'P2' });
  });

  it('no routine without switches takes one', async () => {
    world = await aWorld({ settings: { pack: 'halmstad' } });
    expect((await ask()).body.code).toBe('not-in-routine');
  });
});

describe('both are told', () => {
  beforeEach(() => world.register({ caseNo: 'A-1' }));

  it('once', async () => {
    const id = await told();
    expect((await tell(id)).body.code).toBe('already-told');
  });

  it('after the day that the routine gives: late, marked, and it goes on (L-61)', async () => {
    const { id } = (await ask()).body;
    await world.passTo('2026-09-03', '08:00');
    const { body } = await tell(id);
    expect(codesOf(body.warnings)).toEqual(['TOLD_LATE']);
    expect(body.deadlines).toContainEqual(expect.objectContaining({ code: 'D18', state: 'overdue' }));
  });

  it('by phone at their own times; the window counts from the later (S-44, S-57)', async () => {
    world = await aWorld({ date: '2026-09-01', clock: '09:00', settings: { pack: 'sn2016-840' } });
    await world.register({ caseNo: 'A-1' });
    const { id } = (await ask({ healthCareEnrolled: false })).body;
    await world.passTo('2026-09-02', '15:00');
    const { body } = await tell(id, { outAt: '2026-09-01T10:00:00+02:00' });
    expect(body).toMatchObject({
      leavingTold: { at: '2026-09-01T10:00:00+02:00', channel: 'PHONE' },
      joiningTold: { at: '2026-09-02T15:00:00+02:00', channel: 'SYSTEM' },
      window: { earliest: '2026-09-09', latest: '2026-09-16' },
    });
    expect(codesOf(body.warnings)).toEqual(['NOT_SIMULTANEOUS', 'TOLD_LATE']);
    await world.tick();
    // The providers get no letter; the officer was reminded that they should have been told (D20).
    expect((await world.letters()).map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      'o1@kommun.example Utförarna har inte fått besked om ett byte',
    ]);
  });

  it('never by phone where the routine tells inside the system, ahead of time, or before the customer spoke (S-45)', async () => {
    world = await aWorld({ date: '2026-09-01', clock: '09:00', settings: { pack: 'sn2016-840' } });
    await world.register({ caseNo: 'A-1' });
    const { id } = (await ask({ healthCareEnrolled: false })).body;
    const { body } = await tell(id, { outAt: '2026-09-01T08:00:00+02:00', inAt: '2026-09-01T09:30:00+02:00' });
    expect(body.faults.map(({ at, code }: { at: string; code: string }) => [at, code])).toEqual([
      ['body.outAt', 'told-before-customer'],
      ['body.inAt', 'phone-not-in-routine'],
      ['body.inAt', 'call-ahead'],
    ]);
  });
});

describe('the day', () => {
  beforeEach(() => world.register({ caseNo: 'A-1' }));

  it('waits until both are told', async () => {
    const { id } = (await ask()).body;
    expect((await date(id, { on: '2026-09-10' })).body.code).toBe('providers-not-told');
  });

  it.each<[string, object]>([
    ['neither day', {}],
    ['two that do not follow each other', { on: '2026-09-10', lastDay: '2026-09-10' }],
  ])('is one day: not %s', async (_how, body) => {
    expect(codesOf((await date(await told(), body)).body.faults)).toEqual(['day-or-last-day']);
  });

  it('may be today in Leksand: the switch has taken place at once (A22)', async () => {
    const id = await told();
    const { body } = await date(id, { on: '2026-09-01' }, neighbour);
    expect(body).toMatchObject({
      state: 'switched',
      deadlines: expect.arrayContaining([expect.objectContaining({ code: 'D19', state: 'done' })]),
    });
    expect(await days()).toEqual([
      ['P1', '2025-03-01', '2026-08-31'],
      ['P2', '2026-09-01', null],
    ]);
    expect((await ask({ toProviderId: 'P1' })).status).toBe(201);
  });

  it('that has passed is recorded by the officer alone, with a reason, in the month that has not ended', async () => {
    const id = await told();
    await world.passTo('2026-09-05', '09:00');
    for (const [who, body] of [
      [neighbour, { on: '2026-09-03', reason: 'kom i gång tidigare' }],
      [officer, { on: '2026-09-03' }],
      [officer, { on: '2026-08-31', reason: 'kom i gång tidigare' }],
    ] as const)
      expect((await date(id, body, who)).body.code).toBe('switch-date-passed');
    const { body } = await date(id, { on: '2026-09-03', reason: 'kom i gång tidigare' });
    expect(body).toMatchObject({ state: 'switched', date: { on: '2026-09-03', lastDay: '2026-09-02' } });
  });

  it('outside the window is the customer’s own and the officer’s to say, with a reason (A23)', async () => {
    const id = await told();
    const on = '2026-09-20';
    expect((await date(id, { on, wishedByCustomer: true, reason: 'resa' }, neighbour)).body.code).toBe(
      'outside-window',
    );
    expect((await date(id, { on, reason: 'resa' })).body.code).toBe('outside-window');
    expect((await date(id, { on, wishedByCustomer: true })).body.code).toBe('reason-missing');
    expect((await date(id, { on, wishedByCustomer: true, reason: 'resa' })).status).toBe(200);
    const back = await date(id, { on: '2026-09-12' }, coordinator);
    expect(back.body.warnings).toEqual([]);
    expect(back.body.deadlines).toContainEqual(
      expect.objectContaining({ code: 'D19', due: '2026-09-16T00:00:00+02:00', state: 'open' }),
    );
  });

  it('outside the window is refused where the pack lets nothing override it', async () => {
    world = await aWorld({ date: '2026-09-01', settings: { overrides: ['switch.customerDateOverrides=false'] } });
    await world.register({ caseNo: 'A-1' });
    const id = await told();
    const said = { on: '2026-09-20', wishedByCustomer: true, reason: 'resa' };
    expect((await date(id, said)).body.code).toBe('outside-window');
  });

  it('that never came: both and the officer are reminded and told; then any day from the officer, with a reason (N29)', async () => {
    const id = await told();
    await world.passTo('2026-09-16', '09:00');
    const late = (await world.letters()).filter(({ subject }) => subject === 'Datum för byte saknas');
    // Reminded on day 7, told on day 12 and when the window has closed: each to both providers and the officer.
    expect(late).toHaveLength(9);
    expect((await read(id)).deadlines).toContainEqual(expect.objectContaining({ code: 'D19', state: 'overdue' }));
    expect((await date(id, { on: '2026-09-18' }, neighbour)).body.code).toBe('outside-window');
    expect((await date(id, { on: '2026-09-18' })).body.code).toBe('reason-missing');
    const { body } = await date(id, { on: '2026-09-18', reason: 'utföraren hörde inte av sig' });
    expect(body).toMatchObject({ state: 'dated' });
    expect(codesOf(body.warnings)).toEqual(['OUTSIDE_WINDOW']);
  });

  it('is settled while it has not come, and stands once it has', async () => {
    const id = await told();
    await date(id, { on: '2026-09-08' }, coordinator);
    await world.passTo('2026-09-08', '00:00');
    for (const who of [officer, coordinator, neighbour])
      expect((await date(id, { on: '2026-09-10' }, who)).body.code).toBe('switch-over');
    const off = await world.call('callOffSwitch', officer, { path: { switchId: id }, body: { reason: 'för sent' } });
    expect(off.body.code).toBe('switch-over');
  });

  it('of a stale reader is not settled', async () => {
    const id = await told();
    const answer = await world.call('setSwitchDate', officer, {
      path: { switchId: id },
      body: { on: '2026-09-08' },
      headers: { 'if-match': '"1"' },
    });
    expect(answer.body.code).toBe('stale-version');
  });
});

describe('another day moves all of it', () => {
  it('the orders, what each has been given, the papers, and who is told', async () => {
    const orderId = await placed();
    await world.call('startOrder', coordinator, { path: { orderId }, body: {} });
    const id = await told();
    await date(id, { on: '2026-09-08' }, coordinator);
    const { orderId: next } = await read(id, neighbour);
    const { body } = await date(id, { on: '2026-09-12' }, neighbour);
    expect(body.orderId).toBe(next);
    expect(await days()).toEqual([
      ['P1', '2026-09-01', '2026-09-11'],
      ['P2', '2026-09-12', null],
    ]);
    const order = await world.call('getOrder', neighbour, { path: { orderId: next } });
    expect(order.body).toMatchObject({ from: '2026-09-12', startBy: '2026-09-12T22:00:00.000Z' });
    expect((await orderStore(world.table).find(orderId))?.entity).toMatchObject({
      state: 'ending',
      ending: { cause: 'SWITCH', lastDay: '2026-09-11', before: 'started' },
    });
    const papers = (await world.call('listTasks', coordinator)).body.items.filter(
      ({ code }: { code: string }) => code === 'D15',
    );
    expect(papers).toMatchObject([{ due: '2026-09-27T00:00:00+02:00' }]);
    await world.tick();
    const dated = (await world.letters()).filter(({ subject }) => subject === 'Datum för byte av utförare');
    expect(dated.map(({ to }) => to).sort()).toEqual([
      'o1@kommun.example',
      'o1@kommun.example',
      'p1@utforare.example',
      'p2@utforare.example',
    ]);
    await world.passTo('2026-09-12', '01:00');
    expect((await orderStore(world.table).find(orderId))?.entity).toMatchObject({ state: 'closed', to: '2026-09-11' });
    expect((await world.call('getOrder', coordinator, { path: { orderId } })).body.deadlines).toContainEqual(
      expect.objectContaining({ code: 'D15', due: '2026-09-27T00:00:00+02:00', state: 'open' }),
    );
  });

  it('an order that had not begun goes over whole, and comes back when the day moves past its first', async () => {
    await placed('A-1', { to: '2026-09-10' });
    const later = await placed('A-1', { from: '2026-09-11', services: [{ code: 'OMV', minutesPerMonth: 900 }] });
    const id = await told();
    await date(id, { on: '2026-09-05' });
    const dropped = await world.call('getOrder', officer, { path: { orderId: later } });
    expect(dropped.body.deadlines.map(({ state }: { state: string }) => state)).toEqual(['lapsed', 'lapsed']);
    expect(await days()).toEqual([
      ['P1', '2026-09-01', '2026-09-04'],
      ['P2', '2026-09-05', null],
    ]);
    await date(id, { on: '2026-09-14' });
    expect(await days()).toEqual([
      ['P1', '2026-09-01', '2026-09-10'],
      ['P1', '2026-09-11', '2026-09-13'],
      ['P2', '2026-09-14', null],
    ]);
    const back = await world.call('getOrder', officer, { path: { orderId: later } });
    expect(back.body.deadlines.map(({ state }: { state: string }) => state)).toEqual(['open', 'open']);
  });
});

describe('a switch that is asked for in English', () => {
  beforeEach(() => world.register({ caseNo: 'A-1' }));
  const headers = { 'accept-language': 'en' };
  const swedish = /[åäö]|Meddela|Kontakta|sista/i;
  const inEnglish = async (switchId: string, who: Person = officer) =>
    (await world.call('getSwitch', who, { path: { switchId }, headers })).body;

  it.each<[string, object]>([
    ['by the leaving provider’s own talk with the customer', { healthCareEnrolled: true }],
    ['by the officer who relays', { noContact: true }],
  ])('says what is to be done, the day and the remarks in English, carried %s', async (_how, more) => {
    const id = await told({ mode: 'WRITTEN', ...more });
    const before = (await read(id)).tasks;
    await date(id, { on: '2026-09-20', wishedByCustomer: true, reason: 'resa' });
    const one = await inEnglish(id);
    expect(one.tasks.map(({ rule }: { rule: string }) => rule)).toEqual(
      before.map(({ rule }: { rule: string }) => rule),
    );
    expect(one.warnings.length).toBeGreaterThan(0);
    for (const { text } of [...one.tasks, ...one.warnings]) expect(text).not.toMatch(/^switch-|[{}]/);
    expect(JSON.stringify([one.tasks, one.warnings])).not.toMatch(swedish);
    expect(one.date.inWords).toBe(
      'The leaving provider has its last day on Sat 19 Sept; the joining provider begins on Sun 20 Sept.',
    );
    const { items } = (await world.call('listSwitches', officer, { headers })).body;
    expect([items[0].tasks, items[0].date]).toEqual([one.tasks, one.date]);
    expect((await read(id)).date.inWords).toBe(
      'Frånträdande utförare har sin sista dag lör 19 sep; tillträdande börjar sön 20 sep.',
    );
  });

  it('gives the Swedish sentences to who asks for nothing, word for word', async () => {
    const id = await told({ healthCareEnrolled: true });
    expect((await read(id)).tasks.map(({ rule, text }: { rule: string; text: string }) => `${rule} ${text}`)).toEqual([
      'A24 Meddela båda utförarna vid samma tidpunkt.',
      'L-63 Kom överens med kunden om sista dag.',
      'L-64 Fråga kunden om dokumentationen ska delges den nya utföraren.',
      'L-63 Meddela den nya utföraren datum för övertagandet.',
      'L-61 Meddela hemsjukvården; det sker när datumet är satt.',
      'L-63 Kontakta kunden och planera övertagandet.',
      'L-63 Meddela handläggaren datum för övertagandet.',
    ]);
  });

  it('is refused a day outside the window with the days in English', async () => {
    const id = await told();
    const said = { path: { switchId: id }, body: { on: '2026-09-30' }, headers };
    const { body } = await world.call('setSwitchDate', coordinator, said);
    expect(body.faults[0].message).toMatch(/^The switch takes place between \w{3} \d+ Sept and \w{3} \d+ Sept\.$/);
  });

  it('says in English why it was called off', async () => {
    const id = await told();
    await world.call('callOffSwitch', officer, { path: { switchId: id }, body: { reason: 'x' } });
    expect((await inEnglish(id)).calledOff.inWords).not.toMatch(swedish);
  });
});

describe('a switch that is called off', () => {
  it('puts back everything: days, orders, limits; both are told, and nobody waits', async () => {
    const orderId = await placed();
    await world.call('startOrder', coordinator, { path: { orderId }, body: {} });
    const before = await days();
    const id = await told();
    await date(id, { on: '2026-09-08' }, coordinator);
    const { orderId: next } = await read(id);
    const { status, body } = await world.call('callOffSwitch', officer, {
      path: { switchId: id },
      body: { reason: 'kunden stannar' },
    });
    expect({ status, state: body.state }).toEqual({ status: 200, state: 'called-off' });
    expect(body.calledOff).toMatchObject({ cause: 'CUSTOMER', reason: 'kunden stannar' });
    const headers = { 'accept-language': 'en' };
    const inEnglish = await world.call('getSwitch', officer, { path: { switchId: id }, headers });
    expect(inEnglish.body.calledOff.inWords).toBe('The customer stays with their provider.');
    const listed = await world.call('listSwitches', officer, { query: { state: 'all' }, headers });
    expect(listed.body.items[0].calledOff.inWords).toBe('The customer stays with their provider.');
    expect(await days()).toEqual(before);
    expect((await orderStore(world.table).find(orderId))?.entity).toMatchObject({ state: 'started' });
    expect((await orderStore(world.table).find(orderId))?.entity.ending).toBeUndefined();
    expect((await orderStore(world.table).find(next))?.entity.state).toBe('closed');
    expect(body.deadlines.map(({ code, state }: { code: string; state: string }) => `${code} ${state}`)).toEqual([
      'D09 done',
      'D18 done',
      'D19 lapsed',
    ]);
    for (const who of [coordinator, neighbour]) {
      expect(await read(id, who)).toMatchObject({ state: 'called-off', tasks: [], next: [] });
      expect((await read(id, who)).calledOff.reason).toBeUndefined();
      const { items } = (await world.call('listTasks', who)).body;
      // But for the care plan's copy, which the order waits for whether or not anybody changes provider (L-55).
      const waits = items.filter(({ state }: { state: string }) => state !== 'done');
      expect(codesOf(waits)).toEqual(who === coordinator ? ['D16'] : []);
    }
    await world.passTo('2026-09-20', '08:00');
    expect((await orderStore(world.table).find(orderId))?.entity.state).toBe('started');
  });

  it('before anybody was told tells nobody', async () => {
    await world.register({ caseNo: 'A-1' });
    const { id } = (await ask()).body;
    await world.call('callOffSwitch', officer, { path: { switchId: id }, body: { reason: 'kunden stannar' } });
    await world.tick();
    expect(await world.letters()).toEqual([]);
    expect((await world.call('getSwitch', coordinator, { path: { switchId: id } })).status).toBe(404);
  });
});

describe('what happens on the way has its outcome', () => {
  it('the customer dies: the switch comes to nothing, and nobody waits for its day (L-48, L-49)', async () => {
    const orderId = await placed();
    await world.call('startOrder', coordinator, { path: { orderId }, body: {} });
    const id = await told();
    await date(id, { on: '2026-09-10' }, coordinator);
    await world.passTo('2026-09-03', '12:00');
    const dead = await world.call('reportDeath', coordinator, { path: { orderId }, body: { date: '2026-09-03' } });
    expect(dead.status).toBe(200);
    await world.passTo('2026-09-04', '08:00');
    expect(await read(id)).toMatchObject({ state: 'called-off', calledOff: { cause: 'CASE_ENDED' } });
    expect(await days()).toEqual([['P1', '2026-09-01', '2026-09-04']]);
  });

  it('the case ends before the day is known', async () => {
    await world.register({ caseNo: 'A-1', to: '2026-09-04' });
    const id = await told();
    await world.passTo('2026-09-04', '08:00');
    expect((await read(id)).state).toBe('told');
    await world.passTo('2026-09-05', '00:00');
    expect(await read(id)).toMatchObject({ state: 'called-off', calledOff: { cause: 'CASE_ENDED' } });
    expect((await date(id, { on: '2026-09-08' })).body.code).toBe('switch-over');
  });

  it('the joining provider has ended: the customer stays, and the officer may begin anew', async () => {
    await world.register({ caseNo: 'A-1' });
    const id = await told();
    const known = await providerStore(world.table).find('P2');
    await world.put(providerStore(world.table).save({ ...providers.P2, approvedTo: '2026-09-02' }, known));
    await world.passTo('2026-09-03', '08:00');
    expect(await read(id)).toMatchObject({ state: 'called-off', calledOff: { cause: 'JOINING_CLOSED' } });
    expect(await days()).toEqual([['P1', '2025-03-01', null]]);
  });

  it('an outage over the day: it has taken place on its day all the same, in time', async () => {
    await world.register({ caseNo: 'A-1' });
    const id = await told();
    await date(id, { on: '2026-09-15' }, neighbour);
    world.sleepTo('2026-09-15', '18:00');
    await world.tick();
    expect(await read(id)).toMatchObject({ state: 'switched' });
    expect((await read(id)).deadlines).toContainEqual(
      expect.objectContaining({ code: 'D19', state: 'done', doneAt: '2026-09-15T00:00:00+02:00' }),
    );
  });

  it('two officers at once: an order placed while the day is settled never gives a day twice', async () => {
    await world.register({ caseNo: 'A-1', to: '2026-09-10' });
    const id = await told();
    const more = { caseNo: 'A-1', providerId: 'P2', services, from: '2026-09-08' };
    const [one, other] = await Promise.all([
      date(id, { on: '2026-09-05' }),
      world.call('placeOrder', officer, { body: more }),
    ]);
    expect([one.status, other.status].filter((status) => status < 300)).toHaveLength(1);
  });
});

describe('who sees a switch', () => {
  let id: string;
  beforeEach(async () => {
    await world.register({ caseNo: 'A-1' });
    id = await told({ wishReason: 'vill ha samma personal', noContact: true });
  });

  it('each side its own part, and nobody what is the municipality’s own', async () => {
    const leaving = await read(id, coordinator);
    const joining = await read(id, neighbour);
    for (const view of [leaving, joining]) {
      expect(view.wishReason).toBeUndefined();
      expect(view.mode).toBeUndefined();
      expect(codesOf(view.deadlines)).not.toContain('D18');
    }
    expect([leaving.joiningTold, joining.leavingTold]).toEqual([undefined, undefined]);
    expect(await read(id, head)).toMatchObject({ side: 'head', wishReason: 'vill ha samma personal', next: [] });
  });

  it('a colleague’s, and one that does not exist, answer the same', async () => {
    const theirs = await world.call('getSwitch', colleague, { path: { switchId: id } });
    expect(theirs.text).toBe((await world.call('getSwitch', colleague, { path: { switchId: 'byte-99' } })).text);
    for (const who of [administrator, nurse])
      expect((await world.call('getSwitch', who, { path: { switchId: id } })).status).toBe(403);
  });

  it('a step of the other side is not one’s own', async () => {
    const path = { path: { switchId: id } };
    for (const [key, who, body] of [
      ['recordHandover', neighbour, { consent: true }],
      ['planTakeover', coordinator, {}],
    ] as const)
      expect((await world.call(key, who, { ...path, body })).body.code).toBe('not-your-part');
  });

  it('the take-over is not planned ahead of time or before the message', async () => {
    const plan = (contactedAt: string) =>
      world.call('planTakeover', neighbour, { path: { switchId: id }, body: { contactedAt } });
    expect(codesOf((await plan('2026-09-01T10:00:00+02:00')).body.faults)).toEqual(['contact-ahead']);
    expect(codesOf((await plan('2026-09-01T08:00:00+02:00')).body.faults)).toEqual(['contact-before-told']);
    expect((await plan('2026-09-01T09:00:00+02:00')).status).toBe(200);
  });

  it('lists by officer and unit, leaving and joining, those in flight first, a page at a time', async () => {
    await world.register({ caseNo: 'A-2' }, { caseNo: 'A-3', providerId: 'P2' });
    await world.passTo('2026-09-02', '09:00');
    await told({ caseNo: 'A-2' });
    await world.passTo('2026-09-02', '10:00');
    await told({ caseNo: 'A-3', toProviderId: 'P1' });
    await world.call('callOffSwitch', officer, { path: { switchId: id }, body: { reason: 'kunden stannar' } });
    const cases = async (who: Person, query: Record<string, string> = {}) =>
      (await world.call('listSwitches', who, { query })).body.items.map(({ caseNo }: { caseNo: string }) => caseNo);
    for (const who of [officer, coordinator, neighbour]) {
      expect(await cases(who)).toEqual(['A-3', 'A-2']);
      expect(await cases(who, { state: 'all' })).toEqual(['A-3', 'A-2', 'A-1']);
    }
    expect(await cases(colleague)).toEqual([]);
    expect(await cases(head, { officerId: 'O1' })).toEqual(['A-3', 'A-2']);
    expect(await cases(head, { providerId: 'P2', state: 'all' })).toEqual(['A-3', 'A-2', 'A-1']);
    expect((await world.call('listSwitches', head)).body.faults).toMatchObject([{ code: 'whose-switches' }]);
    const first = (await world.call('listSwitches', neighbour, { query: { limit: '1' } })).body;
    const rest = (await world.call('listSwitches', neighbour, { query: { limit: '1', cursor: first.next } })).body;
    expect([first.items, rest.items].flat().map(({ caseNo }) => caseNo)).toEqual(['A-3', 'A-2']);
  });
});

describe('a provider that ends with all its customers moved', () => {
  const ends = (providerId: string, lastDay: string, to: object) =>
    world.call('endProvider', administrator, { path: { providerId }, body: { lastDay, to } });

  it('while it is to take over: its customer goes on to the third, and no day is bare', async () => {
    const third = {
      id: 'P3',
      number: 3,
      name: 'Trygg Vardag AB',
      kind: 'private',
      email: 'p3@utforare.example',
    } as const;
    await world.put(providerStore(world.table).save(third, undefined));
    await world.register({ caseNo: 'A-1' });
    const id = await told();
    await date(id, { on: '2026-09-10' });
    const { status, body } = await ends('P2', '2026-09-04', { 'A-1': 'P3' });
    expect({ status, failed: body.failed }).toEqual({ status: 200, failed: [] });
    await world.passTo('2026-09-02', '01:00');
    expect(await read(id)).toMatchObject({ state: 'called-off', calledOff: { cause: 'OVERTAKEN' } });
    expect(await days()).toEqual([
      ['P1', '2025-03-01', '2026-09-09'],
      ['P3', '2026-09-10', null],
    ]);
  });

  it('while it is to be left, after the day of the switch: nothing is moved twice', async () => {
    await world.register({ caseNo: 'A-1' });
    const id = await told();
    await date(id, { on: '2026-09-10' });
    const { body } = await ends('P1', '2026-09-30', {});
    expect(body).toMatchObject({ moved: [], failed: [] });
    await world.passTo('2026-09-10', '01:00');
    expect(await read(id)).toMatchObject({ state: 'switched' });
    expect(await days()).toEqual([
      ['P1', '2025-03-01', '2026-09-09'],
      ['P2', '2026-09-10', null],
    ]);
  });
});
