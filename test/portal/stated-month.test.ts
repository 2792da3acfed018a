import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { aMonthEnd, manyCases, manyVisits, month, officer } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { onStep, press, text } from './support/order-steps.ts';

let portal: TestPortal;
let people: Actors;
beforeAll(async () => {
  portal = await aPortal(aMonthEnd(manyCases(1), manyVisits(1)));
  people = actorsOf(portal.house.machine);
  const path = { month, providerId: 'P1' };
  const line = { path: { ...path, caseNo: 'A-1000' }, body: { decision: 'APPROVE' } };
  await people.ask(officer, 'decideLine', line, z.unknown());
  await people.sign(officer, ['intendReport', 'signReport'], { path, body: {} }, z.unknown());
  const head = { userId: 'H1', role: 'head' } as const;
  await people.sign(head, ['intendStatement', 'sendStatement'], { path, body: {} }, z.unknown());
});
afterAll(() => portal.end());

it('asks before an order reaches back into a month whose statement has been sent, and places it for who says yes', async () => {
  const page = await portal.signedInAs('O1', '#/bestallningar/ny');
  await page.fill('#new-caseNo', 'A-2000');
  await page.getByText('Nej, jag lägger in kunden nu').click();
  await page.fill('#new-customer-name', 'Anna Provsson');
  await press(page, 'Fortsätt');
  await page.getByText('Kunden har valt utförare').click();
  await page.selectOption('#new-providerId', 'P1');
  await page.getByText('Muntligt').click();
  await press(page, 'Fortsätt');
  // This municipality has no catalogue: the code is written.
  await page.fill('input#new-services-0-code', 'OMV');
  await page.fill('#new-services-0-minutesPerMonth', '10');
  await page.fill('#new-services-0-minutesPerMonth-minutes', '0');
  await press(page, 'Fortsätt');
  await page.fill('#new-from', '2026-10-20');
  await page.getByText('Nej, inom vanlig tid').click();
  await press(page, 'Fortsätt');
  await press(page, 'Skicka beställningen');
  await expect.poll(() => text(page, '.ds-alert')).toContain('2026-10, P1: beviljat 0 → 232 minuter.');
  await look(page, 'new-order-stated');
  await press(page, 'Ja, gör det ändå');
  await onStep(page, 'Beställningen är skickad');
  // The browser complains of the look-ups of a number that nobody has, and of the refusal; of nothing else.
  expect(portal.complaints(page).filter((line) => !/status of 40[49]/.test(line))).toEqual([]);
});
