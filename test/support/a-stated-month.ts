import { aHandedInMonth, asked, decideLine, ofP1, reporting, stating } from './a-handed-in-month.ts';
import { colleague, head, officer, type World } from './a-world.ts';

/** P1's October stated on the 13th of November: 480, 90 and 60 minutes at 400 kr. */
export async function aStatedMonth(): Promise<World> {
  const world = await aHandedInMonth();
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await decideLine(world, 'A-2', { decision: 'ADJUST', minutes: 90, contacts: asked, comment: 'Enligt kunden' });
  await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
  world.sleepTo('2026-11-06', '09:00');
  for (const who of [officer, colleague]) await world.sign(who, reporting, { path: ofP1, body: {} });
  world.sleepTo('2026-11-13', '09:00');
  const stated = await world.sign(head, stating, { path: ofP1, body: {} });
  if (stated.status !== 201) throw new Error(`not stated: ${stated.text}`);
  return world;
}

/** What the register says of a case of P1, changed. */
export async function knownOf(world: World, caseNo: string, changes: object): Promise<void> {
  const key = { pk: `CASE#${caseNo}`, sk: 'ASSIGNMENT#2025-03-01#P1' };
  const { data, version, indexes } = (await world.table.get(key)) ?? {};
  const item = {
    ...key,
    data: { ...(data as object), ...changes },
    indexes: indexes ?? { g3: { pk: 'ASSIGNMENTS#P1', sk: caseNo } },
  };
  await world.put({ kind: 'put', over: version ?? 0, item });
}

/** P1 keeps no case after a day; until further notice, when there is none. */
export async function endAllIn(world: World, to: string | null = '2026-10-31'): Promise<void> {
  for (const caseNo of ['A-1', 'A-2', 'A-3']) await knownOf(world, caseNo, { to });
}
