import { beforeAll, describe, expect, it } from 'vitest';
import { aWorld, coordinator, head, neighbour, officer, type World } from '../../support/a-world.ts';

/**
 * Leksand, "Byte av utförare": the customer of Omsorg Ett wants the municipality's own home care. The customer tells
 * the officer on Friday 4 September 2026 at four in the afternoon (E38).
 */
describe('a customer changes provider in Leksand', () => {
  let world: World;
  let orderId = '';
  let switchId = '';
  const path = () => ({ path: { switchId } });

  beforeAll(async () => {
    world = await aWorld({ date: '2026-09-03', clock: '09:00' });
    await world.takeIn('A-1001');
    const services = [{ code: 'OMV', minutesPerMonth: 600 }];
    const placed = await world.call('placeOrder', officer, {
      body: { caseNo: 'A-1001', providerId: 'P1', services, from: '2026-09-03' },
    });
    orderId = placed.body.id;
    await world.call('confirmOrder', coordinator, { path: { orderId }, body: {} });
    await world.call('startOrder', coordinator, { path: { orderId }, body: {} });
    await world.passTo('2026-09-04', '16:00');
  }, 60_000);

  it('the customer tells the officer, who registers the choice; both are to be told by the next day (L-60, L-61)', async () => {
    await world.hasCome('blankett-7');
    const { status, body } = await world.call('requestSwitch', officer, {
      body: { caseNo: 'A-1001', toProviderId: 'P2', mode: 'WRITTEN', formDocumentId: 'blankett-7' },
    });
    expect(status).toBe(201);
    switchId = body.id;
    expect(body).toMatchObject({ leavingId: 'P1', joiningId: 'P2', state: 'requested', warnings: [] });
    expect(body.deadlines).toMatchObject([{ code: 'D18', rule: 'L-61', due: '2026-09-06T00:00:00+02:00', hard: true }]);
    expect(body.next).toEqual(['tellProviders', 'callOffSwitch']);
  });

  it('neither provider knows of it before both are told', async () => {
    for (const provider of [coordinator, neighbour]) {
      expect((await world.call('getSwitch', provider, path())).body.code).toBe('switch-not-found');
      expect((await world.call('listSwitches', provider)).body.items).toEqual([]);
    }
  });

  it('E38: told both on Saturday at ten: in time, and the notice of 14 days runs to the 19th (L-61, L-62)', async () => {
    await world.passTo('2026-09-05', '10:00');
    const { body } = await world.call('tellProviders', officer, { ...path(), body: {} });
    expect(body).toMatchObject({
      state: 'told',
      window: { earliest: '2026-09-05', latest: '2026-09-19' },
      leavingTold: { at: '2026-09-05T10:00:00+02:00', channel: 'EMAIL' },
      joiningTold: { at: '2026-09-05T10:00:00+02:00', channel: 'EMAIL' },
      warnings: [],
    });
    expect(body.deadlines).toMatchObject([
      { code: 'D18', state: 'done' },
      { code: 'D19', rule: 'L-63', due: '2026-09-20T00:00:00+02:00', hard: true, state: 'open' },
      { code: 'D09', rule: 'L-63', due: '2026-09-18T00:00:00+02:00', hard: false, state: 'open' },
    ]);
  });

  it('each gets its own letter, and neither names anyone (L-61, N28)', async () => {
    await world.passTo('2026-09-05', '10:05');
    const letters = (await world.letters()).filter(({ subject }) => subject === 'Byte av utförare');
    expect(letters.map(({ to, text }) => [to, text.split('\n').slice(0, 2)])).toEqual([
      [
        'p1@utforare.example',
        [
          'Exempelkommun meddelar att en kund lämnar Omsorg Ett AB.',
          'Ärende A-1001. Bytet sker mellan lör 5 sep 2026 och lör 19 sep 2026.',
        ],
      ],
      [
        'p2@utforare.example',
        [
          'Exempelkommun meddelar att Kommunens hemtjänst tar över en kund.',
          'Ärende A-1001. Bytet sker mellan lör 5 sep 2026 och lör 19 sep 2026.',
        ],
      ],
    ]);
  });

  it('the providers settle the day between them within the notice: the last day is the 13th (L-63)', async () => {
    await world.passTo('2026-09-07', '13:00');
    const { status, body } = await world.call('setSwitchDate', coordinator, {
      ...path(),
      body: { lastDay: '2026-09-13' },
    });
    expect({ status, side: body.side }).toEqual({ status: 200, side: 'leaving' });
    expect(body).toMatchObject({
      state: 'dated',
      date: { on: '2026-09-14', lastDay: '2026-09-13' },
      endedOrderIds: [orderId],
      warnings: [],
    });
    expect(body.orderId).toBeUndefined();
  });

  it('the joining provider has an order from that day, to be confirmed as any other (L-12, L-13, L-63)', async () => {
    const { body } = await world.call('getSwitch', neighbour, path());
    const order = await world.call('getOrder', neighbour, { path: { orderId: body.orderId } });
    expect(order.body).toMatchObject({
      providerId: 'P2',
      state: 'placed',
      from: '2026-09-14',
      to: null,
      services: [{ code: 'OMV', minutesPerMonth: 600 }],
    });
    const asOrdered = await world.call('getOrder', officer, { path: { orderId: body.orderId } });
    expect(asOrdered.body.choice).toEqual({ how: 'SWITCHED', mode: 'WRITTEN', formId: 'blankett-7' });
    expect(order.body.deadlines).toMatchObject([
      { code: 'D01', due: '2026-09-08T13:00:00+02:00' },
      { code: 'D02', due: '2026-09-15T00:00:00+02:00' },
    ]);
    expect((await world.call('confirmOrder', neighbour, { path: { orderId: body.orderId }, body: {} })).status).toBe(
      200,
    );
  });

  it('the report is handed over by the providers themselves, when the customer agrees (L-64)', async () => {
    await world.passTo('2026-09-08', '09:00');
    const refused = await world.call('recordHandover', coordinator, {
      ...path(),
      body: { consent: false, documents: [{ kind: 'CARE_PLAN', on: '2026-08-05', to: 'NEW' }] },
    });
    expect(refused).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.documents.0.to', code: 'no-consent' }] },
    });
    const documents = [
      { kind: 'NOTES', on: '2026-08-20', to: 'OFFICER' },
      { kind: 'CARE_PLAN', on: '2026-08-05', to: 'NEW' },
    ];
    const { body } = await world.call('recordHandover', coordinator, { ...path(), body: { consent: true, documents } });
    expect(body.handover).toMatchObject({ consent: true, documents: [documents[1], documents[0]] });
    expect(body.warnings.map(({ code }: { code: string }) => code)).toEqual(['NOT_IN_DATE_ORDER']);
  });

  it('what does not go over comes to the officer within 14 days of the switch (L-53, L-65, A54)', async () => {
    const { body } = await world.call('listTasks', coordinator);
    expect(body.items).toContainEqual(
      expect.objectContaining({ code: 'D15', due: '2026-09-29T00:00:00+02:00', state: 'due', hard: true }),
    );
  });

  it('the day comes: the change has taken place within the notice, and nobody waits for it any more (L-63)', async () => {
    await world.passTo('2026-09-14', '08:00');
    const { body } = await world.call('getSwitch', officer, path());
    expect(body.state).toBe('switched');
    expect(body.next).toEqual([]);
    expect(body.deadlines).toMatchObject([
      { code: 'D09', state: 'done' },
      { code: 'D18', state: 'done' },
      { code: 'D19', state: 'done', doneAt: '2026-09-14T00:00:00+02:00' },
    ]);
    expect((await world.call('listSwitches', officer)).body.items).toEqual([]);
    expect((await world.call('listSwitches', officer, { query: { state: 'all' } })).body.items).toHaveLength(1);
    expect(
      (await world.call('listSwitches', head, { query: { state: 'all', providerId: 'P2' } })).body.items,
    ).toHaveLength(1);
  });

  it('every step stands in the journal (L-60 to L-66)', async () => {
    expect((await world.journal('A-1001')).filter((row) => !/^(order|deadline)-/.test(row))).toEqual([
      'switch-requested L-60 O1',
      'switch-told L-61 O1',
      'switch-dated L-63 K1',
      'handover-recorded L-64 K1',
      'switched L-63 system',
    ]);
  });
});
