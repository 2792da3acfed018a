import { beforeAll, describe, expect, it } from 'vitest';
import { aWorld, coordinator, neighbour, officer, type World } from '../../support/a-world.ts';

/**
 * SN/2016:840-700, "Omval": the customer of the private Omsorg Ett, enrolled in home health care, wants the
 * municipality's own home care, and says so on Tuesday 1 September 2026 at nine (E39).
 */
describe('a customer chooses anew in SN/2016:840', () => {
  let world: World;
  let switchId = '';
  const path = () => ({ path: { switchId } });

  beforeAll(async () => {
    world = await aWorld({ date: '2026-09-01', clock: '09:00', settings: { pack: 'sn2016-840' } });
    await world.register({ caseNo: 'A-2002', providerId: 'P1', minutes: 900 });
  });

  it('the officer takes the new choice, in writing or orally, and registers both providers (S-41, S-42)', async () => {
    const { status, body } = await world.call('requestSwitch', officer, {
      body: { caseNo: 'A-2002', toProviderId: 'P2', mode: 'ORAL', healthCareEnrolled: true },
    });
    expect(status).toBe(201);
    switchId = body.id;
    expect(body).toMatchObject({ leavingId: 'P1', joiningId: 'P2', mode: 'ORAL' });
  });

  it('whether the customer is enrolled in home health care is always asked (S-09, S-58)', async () => {
    await world.register({ caseNo: 'A-2003' });
    const asked = { body: { caseNo: 'A-2003', toProviderId: 'P2', mode: 'ORAL' } };
    const { status, body } = await world.call('requestSwitch', officer, asked);
    expect({ status, faults: body.faults }).toMatchObject({
      status: 422,
      faults: [{ at: 'body.healthCareEnrolled', code: 'health-care-unanswered' }],
    });
  });

  it('both should be told the same day: a soft limit at midnight (S-43)', async () => {
    const { body } = await world.call('getSwitch', officer, path());
    expect(body.deadlines).toMatchObject([
      { code: 'D20', rule: 'S-43', due: '2026-09-02T00:00:00+02:00', hard: false },
    ]);
  });

  it('E39: told at the same time, by mail and in the system; the switch falls on the 8th to the 15th (S-44, S-45, S-56, S-57)', async () => {
    await world.passTo('2026-09-01', '10:30');
    const { body } = await world.call('tellProviders', officer, { ...path(), body: {} });
    expect(body).toMatchObject({
      window: { earliest: '2026-09-08', latest: '2026-09-15' },
      leavingTold: { channel: 'EMAIL', at: '2026-09-01T10:30:00+02:00' },
      joiningTold: { channel: 'SYSTEM', at: '2026-09-01T10:30:00+02:00' },
      warnings: [],
    });
    expect(body.window.why.map(({ rule }: { rule: string }) => rule)).toEqual(['S-56']);
    await world.passTo('2026-09-01', '10:35');
    expect((await world.letters()).map(({ to, subject }) => [to, subject])).toEqual([
      ['p1@utforare.example', 'Byte av utförare'],
    ]);
  });

  it('the leaving provider agrees the last day with the customer and asks about the documentation (S-49 to S-51)', async () => {
    await world.passTo('2026-09-02', '08:00');
    const { body } = await world.call('getSwitch', coordinator, path());
    expect(body.tasks).toMatchObject([
      { rule: 'S-50', done: false },
      { rule: 'S-51', done: false },
      { rule: 'S-52', done: false },
      { rule: 'S-58', done: false },
    ]);
    const answered = await world.call('recordHandover', coordinator, {
      ...path(),
      body: { consent: true, documents: [{ kind: 'JOURNAL', on: '2026-08-30', to: 'NEW' }] },
    });
    expect(answered.status).toBe(200);
  });

  it('E39: the 7th and the 16th lie outside, and the answer names the window (S-56)', async () => {
    for (const on of ['2026-09-07', '2026-09-16']) {
      const { status, body } = await world.call('setSwitchDate', neighbour, { ...path(), body: { on } });
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'outside-window' });
      expect(body.faults[0].message).toBe('Bytet sker mellan tis 8 sep och tis 15 sep.');
    }
  });

  it('the joining provider contacts the customer (S-53) and tells the officer the day (S-54)', async () => {
    await world.passTo('2026-09-03', '09:00');
    const planned = await world.call('planTakeover', neighbour, {
      ...path(),
      body: { contactedAt: '2026-09-03T08:40:00+02:00' },
    });
    expect(planned.status).toBe(200);
    await world.passTo('2026-09-03', '09:30');
    const { body } = await world.call('setSwitchDate', neighbour, { ...path(), body: { on: '2026-09-08' } });
    expect(body).toMatchObject({ state: 'dated', date: { on: '2026-09-08', lastDay: '2026-09-07' } });
  });

  it('home health care is told of the last day and who comes, with its contact details (S-58, S-59)', async () => {
    await world.passTo('2026-09-03', '09:35');
    const [letter] = (await world.letters()).filter(({ to }) => to === 'n1@kommun.example');
    expect(letter?.text.split('\n').slice(0, 3)).toEqual([
      'Omsorg Ett AB slutar hos en kund som är inskriven i hemsjukvården. Sista dag: mån 7 sep 2026.',
      'Ärende A-2002. Ny utförare: Kommunens hemtjänst, p2@utforare.example.',
      // The nurses have no part in the switch: its page is not theirs to open, their messages are.
      'Läs mer: https://utfort.example/#/meddelanden',
    ]);
  });

  it('nothing is left for the officer when every document goes over (S-51, L-65)', async () => {
    const { body } = await world.call('listTasks', coordinator);
    expect(body.items.filter(({ state }: { state: string }) => state !== 'done')).toEqual([]);
  });

  it('the day is journalled (S-55), and when it has come the switch has taken place (S-56)', async () => {
    await world.passTo('2026-09-08', '07:00');
    expect((await world.call('getSwitch', officer, path())).body).toMatchObject({
      state: 'switched',
      deadlines: [
        { code: 'D09', state: 'done' },
        { code: 'D20', state: 'done' },
        { code: 'D21', state: 'done' },
      ],
    });
    expect((await world.journal('A-2002')).toSorted()).toEqual([
      'handover-recorded S-51 K1',
      'nurses-notified S-58 K2',
      'order-placed S-08 K2',
      'switch-dated S-55 K2',
      'switch-requested S-41 O1',
      'switch-told S-46 O1',
      'switched S-56 system',
      'takeover-planned S-53 K2',
    ]);
  });
});

describe('the officer carries the words', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld({ date: '2026-09-01', clock: '09:00', settings: { pack: 'sn2016-840' } });
    await world.register({ caseNo: 'A-1' }, { caseNo: 'A-2' });
  });

  const asked = async (more: object) => {
    const body = { toProviderId: 'P2', mode: 'ORAL', healthCareEnrolled: false, ...more };
    const { id: switchId } = (await world.call('requestSwitch', officer, { body })).body;
    await world.call('tellProviders', officer, { path: { switchId }, body: {} });
    return { path: { switchId } };
  };

  it('where the customer wants no contact with the leaving provider (S-48)', async () => {
    const path = await asked({ caseNo: 'A-1', noContact: true });
    const { body } = await world.call('getSwitch', coordinator, path);
    expect(body.tasks).toEqual([]);
    expect(body.next).toEqual([]);
    for (const [key, said] of [
      ['setSwitchDate', { lastDay: '2026-09-09' }],
      ['recordHandover', { consent: false }],
    ] as const)
      expect((await world.call(key, coordinator, { ...path, body: said })).body.code).toBe('officer-relays');
    expect((await world.call('recordHandover', officer, { ...path, body: { consent: false } })).status).toBe(200);
    expect((await world.call('setSwitchDate', officer, { ...path, body: { on: '2026-09-10' } })).status).toBe(200);
  });

  it("the customer's own day, outside the window too, with the reason and the mark (S-47, A23)", async () => {
    const path = await asked({ caseNo: 'A-2', wishedDate: '2026-09-24', wishReason: 'hemkomst från resa' });
    const { body } = await world.call('setSwitchDate', officer, { ...path, body: { on: '2026-09-24' } });
    expect(body).toMatchObject({
      state: 'dated',
      date: { on: '2026-09-24', wishedByCustomer: true, reason: 'hemkomst från resa' },
      warnings: [{ code: 'OUTSIDE_WINDOW' }],
    });
    expect(body.deadlines).toContainEqual(
      expect.objectContaining({ code: 'D21', due: '2026-09-25T00:00:00+02:00', state: 'open' }),
    );
    await world.passTo('2026-09-24', '07:00');
    expect((await world.call('getSwitch', officer, path)).body.deadlines).toContainEqual(
      expect.objectContaining({ code: 'D21', state: 'done' }),
    );
  });
});
