import { aWorld, coordinator, officer, type Person, type World } from './a-world.ts';

export const path = { orderId: 'B-1' };
export const body = { caseNo: 'A-1', providerId: 'P1', services: [{ code: 'OMV', minutesPerMonth: 600 }] };

/** A world in which P1's order in A-1 was placed on Monday 7 September 2026 and begun the same day; it is now 8:00 on `date`. */
export async function anOrderUnderWay(date = '2026-09-14', settings: { pack?: string; overrides?: string[] } = {}) {
  const world = await aWorld({ date: '2026-09-07', clock: '08:00', settings });
  await world.call('placeOrder', officer, { body });
  await world.call('confirmOrder', coordinator, { path, body: {} });
  await world.call('startOrder', coordinator, { path, body: {} });
  await world.passTo(date, '08:00');
  return world;
}

type Told = { code: string; state: string; due: string; rule: string; doneAt?: string; why: { rule: string }[] };

/** Its deadlines in words: `D15 open 2026-10-01T00:00:00+02:00`. */
export async function deadlinesOf(world: World, orderId = 'B-1', who: Person = officer): Promise<readonly string[]> {
  const { body: order } = await world.call('getOrder', who, { path: { orderId } });
  return order.deadlines.map(({ code, state, due }: Told) => `${code} ${state} ${due}`);
}

/** The letters that have left since `earlier`, without their text. */
export async function postSince(world: World, earlier: number): Promise<readonly string[]> {
  await world.tick();
  return (await world.letters()).slice(earlier).map(({ to, subject }) => `${to} ${subject}`);
}
