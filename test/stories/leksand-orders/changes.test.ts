import { beforeAll, describe, expect, it } from 'vitest';
import { aWorld, coordinator, head, officer, type World } from '../../support/a-world.ts';

/** What changes on the way, as Leksand's routine tells it (file 002): from the care plan to the closed case. */
describe('an order under way, and how it ends', () => {
  let world: World;
  const path = { orderId: 'B-1' };
  const caseOf = { caseNo: 'A-1' };
  beforeAll(async () => {
    world = await aWorld({ date: '2026-09-07', clock: '08:00' });
    const services = [{ code: 'OMV', minutesPerMonth: 600 }];
    await world.call('placeOrder', officer, { body: { ...caseOf, providerId: 'P1', services } });
    await world.call('startOrder', coordinator, { path, body: {} });
  }, 60_000);

  const order = async () => (await world.call('getOrder', officer, { path })).body;
  type Limit = { code: string; state: string; due: string };
  const limit = async (code: string) => {
    const { deadlines } = await order();
    const found = deadlines.find((one: Limit) => one.code === code);
    return found && `${found.state} ${found.due}`;
  };
  const lastLetter = async () => {
    await world.tick();
    const last = (await world.letters()).at(-1);
    return `${last?.to} ${last?.subject}`;
  };

  it('the care plan’s copy is owed within ten working days of the start (L-55)', async () => {
    expect(await limit('D16')).toBe('open 2026-09-22T00:00:00+02:00');
  });

  it('a plan that the customer has not signed is none (L-54)', async () => {
    const body = { documentId: 'fil-1' };
    expect((await world.call('handInCarePlan', coordinator, { path, body })).status).toBe(422);
    expect(await limit('D16')).toBe('open 2026-09-22T00:00:00+02:00');
  });

  it('a signed one is taken in and meets the limit (L-54, L-55)', async () => {
    const opened = await world.call('openUpload', coordinator, { body: { contentType: 'application/pdf' } });
    const { documentId } = opened.body;
    await world.deps.documents.put('incoming', documentId, Buffer.from('%PDF-1.7 plan'), 'application/pdf');
    const body = { documentId, signedByCustomerOn: '2026-09-07' };
    expect((await world.call('handInCarePlan', coordinator, { path, body })).status).toBe(201);
    expect(await limit('D16')).toBe('done 2026-09-22T00:00:00+02:00');
  });

  it('a grown need is told at once, and its words stay in the system (L-45)', async () => {
    await world.passTo('2026-09-10', '09:00');
    const body = {
      kind: 'INCREASED',
      noticedOn: '2026-09-10',
      minutesPerMonth: 900,
      text: 'Behöver hjälp på kvällen.',
    };
    const told = await world.call('reportNeed', coordinator, { path, body });
    expect(told.status).toBe(201);
    expect(await lastLetter()).toBe('o1@kommun.example Ny händelse i ett ärende');
    expect((await world.letters()).at(-1)?.text).not.toContain('kvällen');
    const noted = { path: { ...path, reportId: told.body.id }, body: {} };
    expect((await world.call('acknowledgeReport', officer, noted)).status).toBe(200);
  });

  it('the officer’s new decision changes what is granted in the middle of the month (L-45, L-57)', async () => {
    const body = { from: '2026-09-12', services: [{ code: 'OMV', minutesPerMonth: 900 }] };
    const { body: changed } = await world.call('changeServices', officer, { path, body });
    expect(changed.services).toEqual([
      { code: 'OMV', minutesPerMonth: 600, to: '2026-09-11' },
      { code: 'OMV', minutesPerMonth: 900, from: '2026-09-12' },
    ]);
    expect(await lastLetter()).toBe('p1@utforare.example En beställning har ändrats');
  });

  it('help declined three times in thirty days comes back to the officer (L-50)', async () => {
    const answers: boolean[] = [];
    for (const on of ['2026-09-08', '2026-09-09', '2026-09-10'])
      answers.push((await world.call('reportDecline', coordinator, { path, body: { on } })).body.repeated);
    expect(answers).toEqual([false, false, true]);
    expect(await world.journal('A-1')).toContain('declines-repeated L-50 K1');
  });

  it('a hospital stay is told the same day, and the order waits (L-58)', async () => {
    await world.passTo('2026-09-14', '08:00');
    const { body } = await world.call('reportHospital', coordinator, { path, body: { from: '2026-09-14' } });
    expect(body.state).toBe('paused');
  });

  it('the officer tells the provider when the customer comes home (L-67, L-68, L-69)', async () => {
    await world.passTo('2026-09-17', '08:00');
    await world.call('planHomecoming', officer, { path, body: { at: '2026-09-18T13:00:00+02:00' } });
    expect(await lastLetter()).toBe('p1@utforare.example Ett ärende tas upp igen');
    await world.passTo('2026-09-18', '14:00');
    const { body } = await world.call('resumeOrder', coordinator, { path, body: { on: '2026-09-18' } });
    expect(body.state).toBe('started');
  });

  it('the case is followed up, and again within a year (L-56)', async () => {
    const body = { heldOn: '2026-09-18', text: 'Kunden är nöjd.' };
    expect((await world.call('recordFollowUp', officer, { path: caseOf, body })).status).toBe(201);
    const { body: followed } = await world.call('listFollowUps', head, { path: caseOf });
    expect(followed.deadlines.map(({ state, due }: Limit) => `${state} ${due}`)).toEqual([
      'open 2027-09-19T00:00:00+02:00',
    ]);
  });

  it('the customer wishes to end; the officer speaks with the customer first (L-70, L-71)', async () => {
    const body = { wishedOn: '2026-09-30', text: 'Flyttar till sin dotter.' };
    expect((await world.call('requestEnd', coordinator, { path, body })).body.state).toBe('ending');
    expect((await world.call('closeOrder', coordinator, { path, body: {} })).body.code).toBe('end-not-permitted');
    expect(await limit('D26')).toBe('open 2026-09-26T00:00:00+02:00');
    await world.passTo('2026-09-21', '10:00');
    const talked = { contactedAt: '2026-09-21T09:30:00+02:00', result: 'CONFIRMED', lastDay: '2026-09-30' };
    expect((await world.call('verifyEnd', officer, { path, body: talked })).status).toBe(200);
    expect(await lastLetter()).toBe('p1@utforare.example Ett ärende kan avslutas');
  });

  it('the provider cannot close before the last day has passed (L-72)', async () => {
    expect((await world.call('closeOrder', coordinator, { path, body: {} })).body.code).toBe('last-day-not-passed');
    await world.passTo('2026-10-01', '00:00');
    expect(await order()).toMatchObject({ state: 'closed', to: '2026-09-30' });
  });

  it('all documentation reaches the officer within fourteen days, in date order (L-53, L-66)', async () => {
    expect(await limit('D15')).toBe('open 2026-10-15T00:00:00+02:00');
    await world.passTo('2026-10-08', '09:00');
    const post = (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);
    expect(post).toContain('p1@utforare.example Handlingar ska lämnas till kommunen');
    const documents = ['2026-09-20', '2026-09-10'].map((dated) => ({ dated, kind: 'SOCIAL_DOCUMENTATION' }));
    const { body } = await world.call('returnDocumentation', coordinator, { path, body: { documents } });
    expect(body.warnings).toEqual(['NOT_IN_DATE_ORDER']);
    expect(await limit('D15')).toBe('done 2026-10-15T00:00:00+02:00');
  });

  it('what was not handed over to a new provider is all that need come (L-65)', async () => {
    const body = { documents: [], handedOverToNew: true };
    expect((await world.call('returnDocumentation', coordinator, { path, body })).status).toBe(201);
  });

  it('a notice of a closed order is refused with what to do instead', async () => {
    const body = { kind: 'CHANGED', noticedOn: '2026-10-08', text: 'Ny adress.' };
    expect(await world.call('reportNeed', coordinator, { path, body })).toMatchObject({
      status: 409,
      body: { code: 'order-closed' },
    });
  });

  it('and the journal tells it all in order', async () => {
    const rows = (await world.journal('A-1')).filter((row) => !/^(deadline|decline)/.test(row));
    expect(rows).toEqual([
      'order-placed L-10 O1',
      'order-started L-16 K1',
      'care-plan-received L-55 K1',
      'need-reported L-45 K1',
      'report-acknowledged L-45 O1',
      'services-changed L-45 O1',
      'hospital-reported L-58 K1',
      'homecoming-planned L-68 O1',
      'order-resumed L-68 K1',
      'follow-up-held L-56 O1',
      'end-wished L-70 K1',
      'end-permitted L-72 O1',
      'order-closed L-72 system',
      'documentation-returned L-53 K1',
      'documentation-returned L-53 K1',
    ]);
  });
});

describe('a customer dies', () => {
  it('the officer is told, one day more is paid, and the order closes by itself (L-48, L-49, L-59; E30)', async () => {
    const world = await aWorld({ date: '2026-09-01', clock: '08:00' });
    const path = { orderId: 'B-1' };
    const services = [{ code: 'OMV', minutesPerMonth: 600 }];
    await world.call('placeOrder', officer, { body: { caseNo: 'A-1', providerId: 'P1', services } });
    await world.call('startOrder', coordinator, { path, body: {} });
    await world.passTo('2026-09-10', '22:00');
    const { body } = await world.call('reportDeath', coordinator, { path, body: { date: '2026-09-10' } });
    expect(body.ending).toMatchObject({ cause: 'DEATH', lastDay: '2026-09-11' });
    await world.passTo('2026-09-12', '00:00');
    expect((await world.call('getOrder', officer, { path })).body.state).toBe('closed');
    for (const { subject, text } of await world.letters()) expect(subject + text).not.toMatch(/död|avlid/i);
  }, 60_000);
});
