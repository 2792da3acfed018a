import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantAt } from '../../shared/domain/local-time.ts';
import { aMonthEnd, fewCases } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { radio } from './support/month-steps.ts';
import { press, text } from './support/order-steps.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await aPortal(async (machine) => {
    await aMonthEnd(fewCases)(machine);
    await machine.moveTo(instantAt('2026-11-09', '08:00'));
  });
});
afterAll(() => portal.end());

it('an officer closes a month that was never handed in, and meets its lines; the head sees it closed (A81)', async () => {
  const page = await portal.signedInAs('O1', '#/manad/2026-10/P1');
  await press(page, 'Stäng månaden utan redovisning');
  await radio(page, 'A-1').waitFor();
  await expect.poll(() => text(page, 'main')).toContain('Inte inlämnat');
  await page.context().close();
  const theirs = await portal.signedInAs('H1', '#/manad/2026-10');
  await theirs.getByText('Inte inlämnad, stängd mån 9 nov').waitFor();
  expect(portal.complaints(theirs)).toEqual([]);
  await theirs.context().close();
});
