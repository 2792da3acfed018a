import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { aPortal, type TestPortal, viewportOf } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { eventsOf, officer, onStep, press, takenIn, text } from './support/order-steps.ts';

const Listed = z.looseObject({
  items: z.array(z.looseObject({ id: z.string(), caseNo: z.string(), urgent: z.boolean(), providerId: z.string() })),
});

let portal: TestPortal;
let people: Actors;
beforeAll(async () => {
  portal = await aPortal();
  people = actorsOf(portal.house.machine);
  const providers = ['P3', 'P2', 'P1'].map((providerId, index) => ({ providerId, number: index + 1 }));
  await people.ask(officer, 'arrangeTurns', { body: { providers, first: 'P3' } }, z.unknown());
});
afterAll(() => portal.end());

const search = async (page: Page, sought: string) => {
  await page.fill('#patrol-sought', sought);
  await press(page, 'Sök');
};
const urgentOf = async (caseNo: string, userId: string) => {
  const asked = { query: { list: 'open', limit: '200' } };
  const { items } = await people.ask({ userId, role: 'officer' }, 'listOrders', asked, Listed);
  return items.filter((one) => one.caseNo === caseNo && one.urgent);
};

const Read = z.looseObject({
  items: z.array(z.looseObject({ entry: z.string(), reason: z.string(), at: z.string() })),
});
const readingsOf = async (caseNo: string) => {
  const head = { userId: 'H1', role: 'head' } as const;
  const { items } = await people.ask(head, 'listAccess', { path: { caseNo } }, Read);
  return items.toSorted((a, b) => (a.at < b.at ? 1 : -1)).filter(({ entry }) => entry === 'readIdentity');
};

describe('the night patrol', () => {
  it('places an urgent order: finds the customer, is told whom to phone, and sends it', async () => {
    const page = await portal.signedInAs('N1');
    await onStep(page, 'Akut hjälp');
    await look(page, 'patrol-search-sv');
    await press(page, 'Sök');
    await expect.poll(() => text(page, '.ds-error-summary')).toContain('Skriv kundens namn eller personnummer');
    await search(page, 'Ingen Alls');
    await page.getByText('Ingen kund hittades').waitFor();

    await search(page, 'Bertil Exempelström');
    await expect.poll(() => text(page, '.task-group')).toMatch(/Ärende A-\d+/);
    const found = await text(page, '.task-group');
    expect(found).toContain('08-465 004 10');
    // Who it is, is not told to whoever only needs to know whom to phone (S-18).
    expect(found).not.toContain('Bertil');
    const caseNo = /A-\d+/.exec(found)?.[0] ?? '';
    await look(page, 'patrol-found-sv');
    await page.getByRole('button', { name: 'Lägg ett akut uppdrag' }).first().click();

    await onStep(page, `Akut uppdrag, ärende ${caseNo}`);
    await press(page, 'Fortsätt till kontroll');
    await expect.poll(() => text(page, '.ds-error-summary')).toContain('Skriv insatsens kod');
    await look(page, 'patrol-order-sv');
    await page.selectOption('#urgent-services-0-code', 'TRY');
    await page.fill('#urgent-services-0-minutesPerMonth', '2');
    await page.fill('#urgent-services-0-minutesPerMonth-minutes', '0');
    await page.fill('#urgent-phonedAt', '2026-11-02T07:29');
    await press(page, 'Fortsätt till kontroll');
    await page.locator('dialog[open]').waitFor();
    await look(page, 'patrol-check-sv');
    await page.locator('dialog[open]').getByRole('button', { name: 'Skicka uppdraget' }).click();

    await onStep(page, 'Uppdraget är skickat');
    await expect.poll(() => page.locator('.receipt a[href^="tel:"]').getAttribute('href')).toBe('tel:0846500410');
    // To whom and where help is to go is read at a press, for the reason that was given, and the log has it (S-17).
    expect(await text(page, 'main')).not.toContain('Exempelström');
    await press(page, 'Visa namn och adress');
    await expect.poll(() => text(page, 'main')).toMatch(/Namn\s+Bertil Exempelström\s+Adress/);
    expect((await readingsOf(caseNo)).at(0)).toMatchObject({ entry: 'readIdentity', reason: 'Larm i natt' });
    await look(page, 'patrol-receipt-sv');
    const [given] = await urgentOf(caseNo, 'O3');
    expect(given).toBeDefined();
    expect(await eventsOf(people, given?.id ?? '', 'O3')).toContain('urgent-assigned');
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }) + location.href);
    expect(kept).not.toMatch(/Bertil|Exempelström/);
    expect(portal.complaints(page)).toEqual([]);
  });

  it('gives a customer without a provider to the one whose turn it is, and is then told who that is', async () => {
    await takenIn(people, 'A-4701');
    const page = await portal.signedInAs('N1', '', { width: 320, language: 'en' });
    await onStep(page, 'Urgent help');
    await page.fill('#patrol-sought', 'Anna Provsson');
    await press(page, 'Search');
    await page.locator('.task', { hasText: 'A-4701' }).getByRole('button').click();
    await onStep(page, 'Urgent order, case A-4701');
    await page.selectOption('#urgent-services-0-code', 'TRY');
    await page.fill('#urgent-services-0-minutesPerMonth', '1');
    await page.fill('#urgent-services-0-minutesPerMonth-minutes', '0');
    await look(page, 'patrol-order-320-en');
    await press(page, 'Continue to the check');
    await page.locator('dialog[open]').getByRole('button', { name: 'Send the order' }).click();
    await onStep(page, 'The order is sent');
    await look(page, 'patrol-receipt-320-en');
    expect((await urgentOf('A-4701', 'O1')).map(({ providerId }) => providerId)).toEqual(['P3']);
    expect(await text(page, '.phone')).toContain('Trygg Hemma');
    await page.setViewportSize(viewportOf(1280));
    await press(page, 'Find another customer');
    await onStep(page, 'Urgent help');
  });

  it('is told that two cases are one person’s where the number says so, and that a name may be several’s', async () => {
    const personnummer = '201212121212';
    for (const [caseNo, customer] of [
      ['A-4801', { name: 'Tekla Provelius', personnummer }],
      ['A-4802', { name: 'Tekla Maria Provelius', personnummer }],
      ['A-4803', { name: 'Tekla Provelius' }],
    ] as const)
      await people.ask(officer, 'saveCustomer', { path: { caseNo }, body: { customer } }, z.unknown());
    const page = await portal.signedInAs('N1');
    await search(page, personnummer);
    await expect.poll(() => text(page, 'main')).toMatch(/Samma person har 2 ärenden/);
    await look(page, 'patrol-same-sv');
    await search(page, 'Tekla Provelius');
    await expect.poll(() => text(page, 'main')).toMatch(/\n3 ärenden/);
    await expect.poll(() => text(page, '.task-group')).toContain('Ärendena kan vara flera personers.');
    expect(await text(page, '.task-group')).not.toContain('Tekla');

    // Whom it may not read about it is not told of, and neither why.
    await page.locator('.task', { hasText: 'A-4803' }).getByRole('button').click();
    await page.selectOption('#urgent-services-0-code', 'TRY');
    await page.fill('#urgent-services-0-minutesPerMonth', '1');
    await page.fill('#urgent-services-0-minutesPerMonth-minutes', '0');
    await press(page, 'Fortsätt till kontroll');
    await page.locator('dialog[open]').getByRole('button', { name: 'Skicka uppdraget' }).click();
    await onStep(page, 'Uppdraget är skickat');
    await page.route('**/people/identity', (route) =>
      route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{"code":"case-not-found"}' }),
    );
    await press(page, 'Visa namn och adress');
    await page.getByText('Namn och adress visas inte här. Fråga utföraren.').waitFor();
    await look(page, 'patrol-hidden-sv');
  });
});
