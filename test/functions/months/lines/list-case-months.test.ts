import { beforeEach, expect, it } from 'vitest';
import { aHandedInMonth, asked, decideLine } from '../../../support/a-handed-in-month.ts';
import { colleague, coordinator, head, officer, type Person, type World } from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aHandedInMonth();
});
const list = (caseNo: string, who: Person = officer) => world.call('listCaseMonths', who, { path: { caseNo } });
const october = { month: '2026-10', providerId: 'P1', stated: false };

it('the months of a case are told in figures, to its officer and the head', async () => {
  expect((await list('A-2')).body.items).toEqual([{ ...october, granted: 100, performed: 150, charged: 100 }]);
  await decideLine(world, 'A-2', { decision: 'REJECT', comment: 'Fel', contacts: asked });
  expect((await list('A-2', head)).body.items).toMatchObject([
    { ...october, charged: 0, decision: { kind: 'REJECTED' } },
  ]);
  expect((await list('A-2', colleague)).body.code).toBe('case-not-found');
  expect((await list('A-2', coordinator)).status).toBe(403);
});

it('a line says who is to be asked before it is decided (A68)', async () => {
  const asksOf = async (caseNo: string, who: Person) =>
    (await world.call('getLine', who, { path: { month: '2026-10', providerId: 'P1', caseNo } })).body.asks;
  expect(await asksOf('A-1', officer)).toEqual({ customer: false, provider: false });
  expect(await asksOf('A-2', officer)).toEqual({ customer: true, provider: true });
  expect(await asksOf('A-2', coordinator)).toBeUndefined();
});
