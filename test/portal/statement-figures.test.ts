import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { instantAt } from '../../shared/domain/local-time.ts';
import { aReport } from '../support/a-report.ts';
import { aMonthEnd, manyCases, manyVisits, officer } from './support/a-month-end.ts';
import { aPortal, type TestPortal, viewportOf } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { textOf } from './support/month-steps.ts';

let portal: TestPortal;
const providerId = 'P1';
const caseNo = 'A-1000';
const head = { userId: 'H1', role: 'head' } as const;
const manager = { userId: 'M1', role: 'provider-manager' } as const;
const people = () => actorsOf(portal.house.machine);

async function report(month: string): Promise<void> {
  const path = { month, providerId };
  const contacts = [{ with: 'customer' }, { with: 'provider' }];
  const line = { path: { ...path, caseNo }, body: { decision: 'APPROVE', contacts } };
  await people().ask(officer, 'decideLine', line, z.unknown());
  await people().sign(officer, ['intendReport', 'signReport'], { path, body: {} }, z.unknown());
}
const state = (month: string) =>
  people().sign(head, ['intendStatement', 'sendStatement'], { path: { month, providerId }, body: {} }, z.unknown());
async function handIn(month: string, on: string, minutes: number): Promise<void> {
  await portal.house.machine.moveTo(instantAt(on, '09:00'));
  const files = aReport({ [caseNo]: [[2, minutes]] }, { month });
  await people().sign(manager, ['intendSubmission', 'submitMonth'], { path: { month }, body: files }, z.unknown());
}

/** October stated with an hour; in it 50 minutes are taken off afterwards, and November has 30 of its own. */
beforeAll(async () => {
  portal = await aPortal(aMonthEnd(manyCases(1), manyVisits(1)));
  await report('2026-10');
  await state('2026-10');
  const decided = { comment: 'Jag läste fel rad.', contacts: [{ with: 'provider' }], minutes: 10, mistake: true };
  const path = { month: '2026-10', providerId, caseNo };
  await people().ask(officer, 'decideAdjustment', { path, body: decided }, z.unknown());
  await handIn('2026-11', '2026-12-01', 30);
  await report('2026-11');
});
afterAll(() => portal.end());

/** Presses a figure once, and reads what it opens. */
async function trailOf(page: Page, name: string): Promise<string> {
  const row = page.locator('.summary > div', { has: page.getByText(name, { exact: true }) });
  await row.locator('summary').click();
  await row.locator('details > :not(summary)').first().waitFor();
  return textOf(row.locator('details'));
}

it('every figure that the head signs opens its trail in one press', async () => {
  const page = await portal.signedInAs('H1', '#/manad/2026-11/P1/underlag');
  await page.locator('.figure-trail').first().waitFor();
  expect(await trailOf(page, 'Månadens egna timmar')).toMatch(/0 h 30 min gånger 400,00 kr per timme/);
  const adjusted = await trailOf(page, 'Justeringar');
  expect(adjusted).toMatch(/oktober 2026\s*: [−-]333,33 kr/);
  expect(await page.getByRole('link', { name: 'oktober 2026' }).getAttribute('href')).toBe(
    '#/manad/2026-10/P1/justeringar',
  );
  expect(await trailOf(page, 'Att fakturera')).toMatch(/= [−-]133,33 kr\s+Summan är under noll, så inget faktureras/);
  expect(await trailOf(page, 'Förs över till nästa månad')).toContain('dras av i nästa sammanställning');
  await look(page, 'statement-figures');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(viewportOf(320));
  await look(page, 'statement-figures-320-dark');
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await over()).toBeLessThanOrEqual(0);
  expect(portal.complaints(page)).toEqual([]);
  await page.context().close();
});

it('what is brought forward leads to the statement that it comes from', async () => {
  await state('2026-11');
  await handIn('2026-12', '2027-01-04', 60);
  await report('2026-12');
  const page = await portal.signedInAs('H1', '#/manad/2026-12/P1/underlag');
  await page.locator('.figure-trail').first().waitFor();
  await trailOf(page, 'Överfört från förra månaden');
  const from = page.getByRole('link', { name: 'Det som var under noll i sammanställningen för november 2026' });
  await from.waitFor();
  expect(await from.getAttribute('href')).toBe('#/manad/2026-11/P1');
  expect(await trailOf(page, 'Att fakturera')).toMatch(/Överfört från förra månaden: [−-]133,33 kr[\s\S]*= 266,67 kr/);
  await page.context().close();
});
