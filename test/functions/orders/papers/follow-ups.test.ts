import { beforeEach, describe, expect, it } from 'vitest';
import { followUp } from '../../../../functions/orders/papers/follow-up.ts';
import { localIso } from '../../../../shared/domain/local-time.ts';
import { aPack } from '../../../support/a-pack.ts';
import { aWorld, colleague, coordinator, head, neighbour, officer, type World } from '../../../support/a-world.ts';
import { anOrderUnderWay, deadlinesOf, body as orderBody, path } from '../../../support/an-order-under-way.ts';

const ofCase = { caseNo: 'A-1', officerId: 'O1' };

describe('the yearly follow-up (L-56, A45)', () => {
  it.each([
    [
      'E51: twelve months on, warned thirty days before',
      '2025-11-30',
      '2026-12-01T00:00:00+01:00',
      '2026-10-31T08:00:00+01:00',
    ],
    ['E51: a 29 February comes on 28 February', '2028-02-29', '2029-03-01T00:00:00+01:00', '2029-01-29T08:00:00+01:00'],
  ])('%s', (_what, last, due, warned) => {
    const deadline = followUp(ofCase, last, aPack('leksand'));
    expect([localIso(deadline.dueAt), localIso(deadline.remindAt ?? '')]).toEqual([due, warned]);
    expect(deadline).toMatchObject({ code: 'D17', rule: 'L-56', hard: true, owner: 'officer:O1' });
  });

  it('comes as often as the pack says', () => {
    expect(localIso(followUp(ofCase, '2026-01-15', aPack('leksand', 'followUp.months=6')).dueAt)).toBe(
      '2026-07-16T00:00:00+02:00',
    );
  });
});

describe('the officer follows up', () => {
  let world: World;
  beforeEach(async () => {
    world = await anOrderUnderWay();
  });
  const caseOf = { caseNo: 'A-1' };
  const hold = (body: object = {}, who = officer) =>
    world.call('recordFollowUp', who, {
      path: caseOf,
      body: { heldOn: '2026-09-14', text: 'Allt fungerar.', ...body },
    });
  const due = async () => {
    const { body } = await world.call('listFollowUps', head, { path: caseOf });
    return body.deadlines.map(({ state, due: until }: { state: string; due: string }) => `${state} ${until}`);
  };

  it('counted from the start, and then from when it was held', async () => {
    expect(await due()).toEqual(['open 2027-09-08T00:00:00+02:00']);
    expect(await hold()).toMatchObject({ status: 201, body: { heldOn: '2026-09-14', late: false } });
    expect(await due()).toEqual(['open 2027-09-15T00:00:00+02:00']);
    expect(await world.journal('A-1')).toContain('follow-up-held L-56 O1');
    const { body } = await world.call('listFollowUps', officer, { path: caseOf });
    expect(body.items).toMatchObject([{ text: 'Allt fungerar.', by: 'O1' }]);
  });

  it('one that is written down afterwards does not shorten the year', async () => {
    await hold();
    await hold({ heldOn: '2026-09-10' });
    expect(await due()).toEqual(['open 2027-09-15T00:00:00+02:00']);
  });

  it('is warned thirty days before and told when it is missed (N27); held then, it is marked late and comes again', async () => {
    await world.passTo('2027-09-08', '08:00');
    const post = (await world.letters()).filter(({ subject }) => subject === 'Uppföljning av ett ärende');
    expect(post.map(({ to, at }) => [to, at.slice(0, 10)])).toEqual([
      ['o1@kommun.example', '2027-08-08'],
      ['o1@kommun.example', '2027-09-07'],
    ]);
    expect(await due()).toEqual(['overdue 2027-09-08T00:00:00+02:00']);
    expect(await hold({ heldOn: '2027-09-08' })).toMatchObject({ status: 201, body: { late: true } });
    expect(await due()).toEqual(['open 2028-09-09T00:00:00+02:00']);
  }, 60_000);

  it('stops with the last order, and begins again with a new one', async () => {
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-09-14' } });
    await world.passTo('2026-09-15', '08:00');
    expect(await due()).toEqual(['lapsed 2027-09-08T00:00:00+02:00']);
    expect(await hold()).toMatchObject({ status: 409, body: { code: 'case-not-in-force' } });
    await world.call('placeOrder', officer, { body: orderBody });
    await world.call('startOrder', coordinator, { path: { orderId: 'B-2' }, body: {} });
    expect(await due()).toEqual(['open 2027-09-16T00:00:00+02:00']);
  });

  it('goes on while another order of the case does', async () => {
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-09-14' } });
    await world.call('placeOrder', officer, { body: { ...orderBody, from: '2026-09-15' } });
    await world.passTo('2026-09-15', '08:00');
    await world.call('startOrder', coordinator, { path: { orderId: 'B-2' }, body: {} });
    expect(await due()).toEqual(['open 2027-09-08T00:00:00+02:00']);
  });

  it.each([
    ['ahead in time', { heldOn: '2026-09-15' }, 'body.heldOn', 'date-ahead'],
    ['without a result', { text: '' }, 'body.text', 'too-little'],
    ['with a person’s number', { text: '191212121212 mår bra' }, 'body.text', 'person-id-in-text'],
  ])('not %s', async (_what, body, place, code) => {
    expect(await hold(body)).toMatchObject({ status: 422, body: { faults: [{ at: place, code }] } });
  });

  it('not in a case that is another’s, which does not exist', async () => {
    const missing = await world.call('recordFollowUp', colleague, {
      path: { caseNo: 'A-9' },
      body: { heldOn: '2026-09-14', text: 'x' },
    });
    const theirs = await hold({}, colleague);
    expect([theirs.status, theirs.text]).toEqual([404, missing.text]);
    expect((await world.call('listFollowUps', colleague, { path: caseOf })).text).toBe(missing.text);
  });
});

describe('a routine that asks for none of it (S)', () => {
  it('opens no limits of papers or follow-up', async () => {
    const world = await aWorld({ date: '2026-09-07', settings: { pack: 'sn2016-840' } });
    await world.hasCome('form-1');
    const chosen = {
      providerId: 'P2',
      choice: { mode: 'WRITTEN', formDocumentId: 'form-1' },
      healthCareEnrolled: false,
    };
    const placed = await world.call('placeOrder', officer, { body: { ...orderBody, ...chosen } });
    expect(placed.status).toBe(201);
    const { body: order } = await world.call('startOrder', neighbour, { path, body: {} });
    expect(order.state).toBe('started');
    const body = { heldOn: '2026-09-07', text: 'x' };
    const answer = await world.call('recordFollowUp', officer, { path: { caseNo: 'A-1' }, body });
    expect(answer).toMatchObject({ status: 409, body: { code: 'not-in-routine' } });
    await world.call('endOrder', officer, { path, body: { lastDay: '2026-09-07' } });
    const codes = (await deadlinesOf(world)).map((one) => one.slice(0, 3));
    expect(codes).not.toContain('D16');
    expect(codes).not.toContain('D15');
  });
});
