import { describe, expect, it } from 'vitest';
import { leksand } from '../../shared/packs/leksand.ts';
import { sn2016840 } from '../../shared/packs/sn2016-840.ts';
import {
  administrator,
  aWorld,
  coordinator,
  head,
  neighbour,
  nightPatrol,
  officer,
  type Person,
  type World,
} from '../support/a-world.ts';

/** Every id of a rule that is said anywhere in a text: a routine's paragraph, not an id of a deadline or a case. */
const rulesIn = (text: string): readonly string[] => text.match(/\b[LSBHM]-\d\d\b/g) ?? [];

/**
 * A municipality in which everything happens to customers that can happen to orders and switches, with all that is
 * answered, journalled, listed and written on the way.
 */
async function lived(
  pack: string,
): Promise<{ readonly said: ReadonlyMap<string, string>; readonly refused: readonly string[] }> {
  const world: World = await aWorld({ date: '2026-11-02', clock: '08:00', settings: { pack } });
  const said = new Map<string, string>();
  const refused: string[] = [];
  const hear = (where: string, text: string) => {
    for (const rule of rulesIn(text)) said.set(rule, where);
  };
  const act = async (key: Parameters<World['call']>[0], who: Person, asked: Parameters<World['call']>[2] = {}) => {
    const answer = await world.call(key, who, asked);
    hear(key, answer.text);
    if (answer.status >= 400) refused.push(`${key} ${answer.body.code}`);
    return answer.body;
  };
  const place = (caseNo: string, providerId: string | undefined, over: object = {}, who = officer) =>
    act('placeOrder', who, {
      body: {
        ...{ caseNo, providerId, services: [{ code: 'OMV', minutesPerMonth: 600 }], ...over },
        ...(who === officer && pack === sn2016840.name ? { healthCareEnrolled: true } : {}),
      },
    });
  const on = (orderId: string) => ({ path: { orderId } });
  const begin = async (orderId: string, who: Person, executes: boolean) => {
    await act('startOrder', who, {
      ...on(orderId),
      body: { notExecuted: [{ code: 'OMV', reason: 'Personal saknas' }] },
    });
    if (executes) await act('executeOrder', officer, { ...on(orderId), body: { executedFrom: '2026-11-02' } });
  };
  const isS = pack === sn2016840.name;
  const day = (date: string, time = '10:00') => `${date}T${time}:00+01:00`;

  await act('saveProvider', administrator, {
    path: { providerId: 'P3' },
    body: { number: 3, name: 'Omsorg Tre', kind: 'private', email: 'p3@utforare.example' },
  });
  // Ordered, urgent, deferred; told, confirmed, begun; what is not done is followed up.
  const first = await place('A-1', 'P1');
  const second = await place('A-2', 'P2');
  await world.register({ caseNo: 'A-3' });
  await place(
    'A-3',
    undefined,
    { urgent: true, neededBy: day('2026-11-03'), phonedAt: day('2026-11-02', '07:00') },
    nightPatrol,
  );
  await place('A-3', undefined, { urgent: true });
  if (isS) await act('contactProvider', officer, { ...on(first.id), body: { channel: 'PHONE', delivery: 'POST' } });
  await act('deferOrder', officer, { ...on(first.id), body: { until: day('2026-11-06') } });
  await act('deferOrder', neighbour, { ...on(second.id), body: { until: day('2026-11-07') } });
  await act('confirmOrder', coordinator, { ...on(first.id), body: {} });
  // To hospital before the first visit, and home; begun; to hospital again.
  await act('reportHospital', officer, { ...on(second.id), body: { from: '2026-11-01' } });
  await act('planHomecoming', officer, { ...on(second.id), body: { at: day('2026-11-05') } });
  await act('resumeOrder', officer, { ...on(second.id), body: { on: '2026-11-02' } });
  await begin(first.id, coordinator, isS);
  await begin(second.id, neighbour, false);
  await act('reportHospital', coordinator, { ...on(first.id), body: { from: '2026-11-02' } });
  await act('planHomecoming', officer, { ...on(first.id), body: { at: day('2026-11-05') } });
  await act('resumeOrder', coordinator, { ...on(first.id), body: { on: '2026-11-02' } });
  // Needs, declines, other services.
  for (const kind of ['INCREASED', 'CHANGED'])
    await act('reportNeed', coordinator, { ...on(first.id), body: { kind, noticedOn: '2026-11-02', text: 'Mer' } });
  for (const start of ['07:00', '12:00', '17:00'])
    await act('reportDecline', coordinator, { ...on(first.id), body: { on: '2026-11-02', start } });
  const services = [{ code: 'OMV', minutesPerMonth: 900 }];
  await act('changeServices', officer, { ...on(first.id), body: { from: '2026-11-03', services } });
  // A switch from the first to the second, and one that is called off.
  const asked = {
    caseNo: 'A-1',
    toProviderId: 'P2',
    mode: 'ORAL',
    healthCareEnrolled: true,
    toldAt: day('2026-11-02', '07:30'),
  };
  const { id } = await act('requestSwitch', officer, { body: asked });
  const path = { switchId: id };
  await act('tellProviders', officer, { path, body: {} });
  await act('recordHandover', coordinator, {
    path,
    body: { consent: true, documents: [{ kind: 'NOTES', on: '2026-11-02', to: 'OFFICER' }] },
  });
  await act('planTakeover', neighbour, { path, body: {} });
  await act('setSwitchDate', neighbour, { path, body: { on: '2026-11-12' } });
  await act('setSwitchDate', officer, { path, body: { on: '2026-11-13' } });
  const off = await act('requestSwitch', officer, { body: { ...asked, caseNo: 'A-2', toProviderId: 'P1' } });
  await world.passTo('2026-11-05', '09:00');
  await act('callOffSwitch', officer, { path: { switchId: off.id }, body: { reason: 'Stannar' } });
  // A wish to end, a death, and a month gone by.
  await act('requestEnd', neighbour, { ...on(second.id), body: { wishedOn: '2026-11-20', text: 'Vill sluta' } });
  const verified = { contactedAt: day('2026-11-05', '08:30'), result: 'CONFIRMED', lastDay: '2026-11-20' };
  await act('verifyEnd', officer, { ...on(second.id), body: verified });
  await world.passTo('2026-12-20', '09:00');
  const switched = await act('getSwitch', officer, { path });
  await act('reportDeath', officer, { ...on(switched.orderId), body: { date: '2026-12-19' } });
  await world.passTo('2026-12-23', '09:00');

  for (const who of [officer, head, coordinator, neighbour]) {
    await act('listTasks', who);
    await act('listUpcoming', who);
    await act('listTurns', who);
    await act(
      'listSwitches',
      who,
      who === head ? { query: { state: 'all', officerId: 'O1' } } : { query: { state: 'all' } },
    );
  }
  for (const orderId of [first.id, second.id, switched.orderId]) {
    await act('getOrder', officer, on(orderId));
    await act('getOrderHistory', officer, on(orderId));
    await act('listReports', officer, on(orderId));
  }
  for (const caseNo of ['A-1', 'A-2', 'A-3']) hear(`journal ${caseNo}`, (await world.journal(caseNo)).join('\n'));
  hear('journal of the house', (await world.monthJournal('NONE', 'P3')).join('\n'));
  for (const { text } of await world.letters()) hear('letter', text);
  return { said, refused };
}

describe('no rule of another municipality is said anywhere, in a life that meets them all', () => {
  it.each([
    [leksand.name, 'L', ['listUpcoming forbidden']],
    [sn2016840.name, 'S', ['listUpcoming forbidden']],
  ])('%s', async (pack, letter) => {
    const { said, refused } = await lived(pack);
    expect([...said].filter(([rule]) => !rule.startsWith(letter))).toEqual([]);
    expect(said.size).toBeGreaterThan(10);
    // It is no life if half of it is refused.
    expect(refused).toEqual([]);
  });
});
