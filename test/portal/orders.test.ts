import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { eventsOf, officer, onStep, ordered, Placed, press, services, takenIn, text } from './support/order-steps.ts';

const Listed = z.looseObject({ items: z.array(z.looseObject({ id: z.string(), caseNo: z.string() })) });
const Chosen = z.looseObject({ choice: z.looseObject({ formId: z.string() }) });

let portal: TestPortal;
let people: Actors;
beforeAll(async () => {
  portal = await aPortal();
  people = actorsOf(portal.house.machine);
  const providers = ['P3', 'P2', 'P1'].map((providerId, index) => ({ providerId, number: index + 1 }));
  await people.ask(officer, 'arrangeTurns', { body: { providers, first: 'P3' } }, z.unknown());
});
afterAll(() => portal.end());

const goOn = (page: Page) => press(page, 'Fortsätt');

/** From the case to the check, for a customer who has chosen Omsorg Ett AB. */
async function answerAll(page: Page, caseNo: string): Promise<void> {
  await page.fill('#new-caseNo', caseNo);
  await goOn(page);
  await page.getByText('Kunden har valt utförare').click();
  await page.selectOption('#new-providerId', 'P2');
  await page.getByText('Skriftligt').click();
  const form = { name: 'blankett.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };
  await page.setInputFiles('#new-choice-formDocumentId', { ...form, name: 'blankett.txt', mimeType: 'text/plain' });
  await page.getByText('Välj en fil som är PDF, JPG, PNG eller TIFF').waitFor();
  await page.setInputFiles('#new-choice-formDocumentId', form);
  await page.getByText('Blanketten är mottagen').waitFor();
  await goOn(page);
  await page.selectOption('#new-services-0-code', 'OMV');
  await page.fill('#new-services-0-minutesPerMonth', '12');
  await page.fill('#new-services-0-minutesPerMonth-minutes', '30');
  await goOn(page);
  await page.getByText('Nej, inom vanlig tid').click();
  await goOn(page);
  await onStep(page, 'Kontrollera och skicka');
}

describe('an order goes from its officer to its provider', () => {
  it('is placed with a new customer, confirmed, moved and begun, and each step says what follows', async () => {
    const page = await portal.signedInAs('O1', '#/bestallningar');
    await page.getByRole('link', { name: 'Ny beställning' }).click();
    await onStep(page, 'Vilket ärende gäller det?');
    await page.getByText('Nej, jag lägger in kunden nu').click();
    await page.fill('#new-customer-name', 'Anna Provsson');
    await page.fill('#new-customer-personnummer', '191212121212');
    await answerAll(page, 'A-3001');

    await expect.poll(() => text(page, '.summary')).toContain('12 h 30 min');
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }) + location.href);
    expect(kept).not.toMatch(/A-3001|Provsson|1212/);

    await press(page, 'Skicka beställningen');
    await onStep(page, 'Beställningen är skickad');
    const receipt = await text(page, 'main');
    expect(receipt).toMatch(/Bekräfta beställningen\s+senast tis 3 nov 07:3\d/);
    expect(receipt).toContain('L-12');
    expect(receipt).toContain('”Ny beställning att bekräfta”. Det har ärendets nummer och nämner ingen.');
    expect(receipt).not.toContain('Provsson');
    const { items } = await people.ask(officer, 'listOrders', {}, Listed);
    const orderId = items.find(({ caseNo }) => caseNo === 'A-3001')?.id ?? '';
    const { choice } = await people.ask(officer, 'getOrder', { path: { orderId } }, Chosen);
    expect(await portal.house.machine.deps.documents.find('documents', choice.formId)).toBeDefined();
    // A number that is new leads nowhere when it is looked up, which the browser notes.
    const complaints = portal.complaints(page).filter((line) => !line.includes('404'));
    expect(complaints).toEqual([]);

    const theirs = await portal.signedInAs('K2', '#/bestallningar');
    await theirs.getByRole('link', { name: 'A-3001' }).click();
    await onStep(theirs, 'Beställning A-3001');
    await theirs.fill('#confirmation-canStartAt', '2026-11-03T06:30');
    await press(theirs, 'Bekräfta');
    await theirs.getByText('Beställningen är bekräftad. Handläggaren har fått besked.').waitFor();
    await expect.poll(() => text(theirs, '.head')).toContain('Bekräftad');
    await expect.poll(() => text(theirs, '.timeline')).toContain('Beställningen bekräftades');

    await theirs.locator('summary', { hasText: 'Flytta starten' }).click();
    await press(theirs, 'Flytta starten');
    await expect.poll(() => text(theirs, '.ds-error-summary')).toContain('Ange en tid: ny tid för starten');
    await theirs.fill('#deferral-until', '2026-11-09T08:00');
    await press(theirs, 'Flytta starten');
    await theirs.getByText('Starten är flyttad.').waitFor();
    await expect.poll(() => text(theirs, '.head')).toContain('senast mån 9 nov 08:00');

    await theirs.locator('summary', { hasText: 'Meddela start' }).click();
    await press(theirs, 'Meddela start');
    await theirs.getByText('Starten är meddelad.').waitFor();
    await expect.poll(() => text(theirs, '.head')).toContain('Påbörjad');
    expect(portal.complaints(theirs)).toEqual([]);
  });

  it('shows whom it is about only for a reason, which is noted', async () => {
    const customer = { name: 'Anna Provsson', phone: '070-174 06 05' };
    const body = { caseNo: 'A-3010', providerId: 'P1', services, customer };
    const { id } = await people.ask(officer, 'placeOrder', { body }, Placed);
    const page = await portal.signedInAs('K1', `#/bestallningar/${id}`);
    await page.locator('summary', { hasText: 'Visa kund' }).click();
    expect(await text(page, 'main')).not.toContain('Provsson');
    await press(page, 'Visa kund');
    await expect.poll(() => text(page, '.ds-error-summary')).toContain('Skriv varför');
    await page.fill('#identity-reason', 'ringa om första besöket');
    await press(page, 'Visa kund');
    await page.getByText('Anna Provsson').waitFor();
    const Access = z.looseObject({ items: z.array(z.looseObject({ reason: z.string() })) });
    const access = await people.ask(
      { userId: 'H1', role: 'head' },
      'listAccess',
      { path: { caseNo: 'A-3010' } },
      Access,
    );
    expect(access.items.map(({ reason }) => reason)).toEqual(['ringa om första besöket']);
    await press(page, 'Dölj kund');
    expect(await text(page, 'main')).not.toContain('Provsson');
  });
});

describe('the case number is looked up', () => {
  it('before anything is ordered: one that nobody knows is told of at its field, with what to do', async () => {
    const page = await portal.signedInAs('O1', '#/bestallningar/ny');
    for (const caseNo of ['A-8888', 'A-2002']) {
      await page.fill('#new-caseNo', caseNo);
      await goOn(page);
      await expect.poll(() => text(page, '.ds-error-summary')).toContain('Kontrollera numret, eller lägg in kunden');
      expect(await page.getAttribute('#new-caseNo', 'aria-invalid')).toBe('true');
      await page.reload();
    }
    await page.fill('#new-caseNo', '191212121212');
    await goOn(page);
    await expect.poll(() => text(page, '.ds-error-summary')).toContain('Så ser inget ärendenummer ut');
    expect(await text(page, 'h1')).toBe('Vilket ärende gäller det?');
  });

  it('and again at the check, which says what was found and no more', async () => {
    const page = await portal.signedInAs('O1', '#/bestallningar/ny');
    await answerAll(page, await takenIn(people, 'A-3020'));
    await expect.poll(() => text(page, '.summary')).toContain('Finns redan');
    await page.locator('.summary a[href*="steg=arende"]').first().click();
    // Nobody can be asked: the step goes on, and the check does not say more than is known.
    await page.route('**/cases/**', (route) => route.abort('connectionreset'));
    await page.fill('#new-caseNo', 'A-8888');
    await press(page, 'Till kontrollen');
    await page.getByText('Gick inte att slå upp nu').waitFor();
    expect(await text(page, '.summary')).not.toContain('Finns redan');
    await press(page, 'Skicka beställningen');
    await page.locator('.ds-error-summary a', { hasText: 'Kontrollera numret' }).click();
    await onStep(page, 'Vilket ärende gäller det?');
    await page.unroute('**/cases/**');
    await page.fill('#new-caseNo', 'A-3020');
    await page.getByText('Nej, jag lägger in kunden nu').click();
    await page.fill('#new-customer-name', 'Anna Provsson');
    await press(page, 'Till kontrollen');
    await expect.poll(() => text(page, '.summary')).toContain('Anna Provsson (ärendet finns redan');
    const { items } = await people.ask(officer, 'listOrders', {}, Listed);
    expect(items.map(({ caseNo }) => caseNo)).not.toContain('A-8888');
  });
});

it('shows a customer of the demo’s own orders to their provider', async () => {
  const page = await portal.signedInAs('K2', '#/bestallningar');
  await page.getByRole('link', { name: 'A-2001' }).click();
  await onStep(page, 'Beställning A-2001');
  await page.locator('summary', { hasText: 'Visa kund' }).click();
  await page.fill('#identity-reason', 'ringa om första besöket');
  await press(page, 'Visa kund');
  await page.getByText('Maj-Britt Provström').waitFor();
});

it('gives the order of a customer who does not choose to the provider whose turn it is, and says why', async () => {
  const page = await portal.signedInAs('O1', '#/bestallningar/ny');
  await page.fill('#new-caseNo', await takenIn(people, 'A-3002'));
  await goOn(page);
  await page.getByText('Kunden avstår från att välja').click();
  await page.getByText('På tur står Trygg Hemma i Exempelby AB').waitFor();
  await expect.poll(() => text(page, '.choice-more')).toContain('L-08');
  await goOn(page);
  await page.selectOption('#new-services-0-code', 'SRV');
  await page.fill('#new-services-0-minutesPerMonth-minutes', '45');
  await goOn(page);
  await page.getByText('Nej, inom vanlig tid').click();
  await goOn(page);
  await press(page, 'Skicka beställningen');
  await onStep(page, 'Beställningen är skickad');
  await expect.poll(() => text(page, '.summary')).toContain('Trygg Hemma i Exempelby AB');
  const { next } = await people.ask(
    officer,
    'listTurns',
    {},
    z.looseObject({ next: z.looseObject({ providerId: z.string() }) }),
  );
  expect(next.providerId).toBe('P2');
});

it('tells who was first when a colleague has confirmed, and reads the order anew at a press', async () => {
  const id = await ordered(people, 'A-3003', 'P1');
  const page = await portal.signedInAs('M1', `#/bestallningar/${id}`);
  await onStep(page, 'Beställning A-3003');
  await people.ask(
    { userId: 'K1', role: 'provider' },
    'confirmOrder',
    { path: { orderId: id }, body: {} },
    z.unknown(),
  );
  await press(page, 'Bekräfta');
  await page.getByText('Någon annan hann före').waitFor();
  await page.getByText('Senast: Beställningen bekräftades, Samordnare 1, Samordnare').waitFor();
  await press(page, 'Hämta det senaste');
  await page.locator('.head .ds-tag', { hasText: 'Bekräftad' }).waitFor();
  expect(await text(page, '.acts')).not.toContain('Någon annan hann före');
  expect((await eventsOf(people, id)).filter((event) => event === 'order-confirmed')).toHaveLength(1);
});

it('says when the connection is lost, keeps what was written, and does it once when tried again', async () => {
  const id = await ordered(people, 'A-3004', 'P1');
  const page = await portal.signedInAs('K1', `#/bestallningar/${id}`);
  await onStep(page, 'Beställning A-3004');
  await page.fill('#confirmation-canStartAt', '2026-11-03T06:30');
  // The answer is lost on the way: the order has been confirmed, and nobody here knows.
  await page.route('**/confirmation', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await press(page, 'Bekräfta');
  await page.getByText('Ingen kontakt med servern').waitFor();
  await expect.poll(() => page.inputValue('#confirmation-canStartAt')).toBe('2026-11-03T06:30');
  await page.unroute('**/confirmation');
  await press(page, 'Försök igen');
  await page.getByText('Beställningen är bekräftad.').waitFor();
  expect((await eventsOf(people, id)).filter((event) => event === 'order-confirmed')).toHaveLength(1);
});

it('keeps the answers, but not the customer, over a sign-in that has ended', async () => {
  const page = await portal.signedInAs('O1', '#/bestallningar/ny');
  await page.getByText('Nej, jag lägger in kunden nu').click();
  await page.fill('#new-customer-name', 'Bo Provsson');
  await answerAll(page, 'A-3005');
  await page.route('**/orders', (route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer ended' } }),
  );
  await press(page, 'Skicka beställningen');
  await page.locator('.ended').waitFor();
  await page.unroute('**/orders');
  await page.locator('.ended').getByRole('button', { name: 'Logga in igen' }).click();
  const chooses = page.locator('button[value="O1"]').first();
  await Promise.race([chooses.waitFor(), page.waitForSelector('.who')]);
  if (await chooses.isVisible()) await chooses.click();
  await onStep(page, 'Kontrollera och skicka');
  await expect.poll(() => text(page, '.summary')).toContain('A-3005');

  await press(page, 'Skicka beställningen');
  await page.locator('.ds-error-summary a', { hasText: 'Skriv kundens namn' }).click();
  await onStep(page, 'Vilket ärende gäller det?');
  await page.fill('#new-customer-name', 'Bo Provsson');
  await press(page, 'Till kontrollen');
  await press(page, 'Skicka beställningen');
  await onStep(page, 'Beställningen är skickad');
});

it('leads from what the API refuses to the step and the field that it is about', async () => {
  const page = await portal.signedInAs('O1', '#/bestallningar/ny');
  await answerAll(page, await takenIn(people, 'A-3006'));
  await page.locator('.summary a[href*="steg=nar"]').first().click();
  await page.fill('#new-from', '2026-12-10');
  await page.fill('#new-to', '2026-12-01');
  await press(page, 'Till kontrollen');
  await press(page, 'Skicka beställningen');
  await page.locator('.ds-error-summary a').click();
  await onStep(page, 'När ska det börja?');
  await expect.poll(() => page.getAttribute('#new-to', 'aria-invalid')).toBe('true');
  // The browser's own way back leads through the steps.
  await page.goBack();
  await onStep(page, 'Kontrollera och skicka');
});

/** Presses Tab until the element with the id has focus. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
    if (here === wanted) return;
  }
  throw new Error(`${wanted} is not reached by the tab key`);
}

/** Focus moves when the page has been drawn. */
const focusOn = (page: Page, selector: string) =>
  page.waitForFunction((at) => document.activeElement?.matches(at), selector);

it('is placed by the keyboard alone, by way of the error summary', async () => {
  const page = await portal.signedInAs('O1', '#/bestallningar/ny');
  await takenIn(people, 'A-3007');
  await tabTo(page, 'new-caseNo');
  await page.keyboard.press('Enter');
  await focusOn(page, '.ds-error-summary');
  await tabTo(page, 'Skriv ärendets nummer');
  await page.keyboard.press('Enter');
  await focusOn(page, '#new-caseNo');
  await page.keyboard.type('A-3007');
  await page.keyboard.press('Enter');
  await onStep(page, 'Vem ska utföra insatsen?');
  await focusOn(page, 'h1');
  await expect.poll(() => page.title()).toContain('Vem ska utföra insatsen?');
  await tabTo(page, 'new-how');
  await page.keyboard.press('Space');
  await tabTo(page, 'new-providerId');
  await page.keyboard.type('Oms');
  await tabTo(page, 'new-choice-mode');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await onStep(page, 'Vad är beviljat?');
  // Nobody chooses from a list before it is there.
  await page.locator('#new-services-0-code option[value="OMV"]').waitFor({ state: 'attached' });
  await tabTo(page, 'new-services-0-code');
  await page.keyboard.type('OMV');
  await expect.poll(() => page.inputValue('#new-services-0-code')).toBe('OMV');
  await tabTo(page, 'new-services-0-minutesPerMonth');
  await page.keyboard.type('8');
  await page.keyboard.press('Enter');
  await onStep(page, 'När ska det börja?');
  await tabTo(page, 'new-urgent');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await onStep(page, 'Kontrollera och skicka');
  await tabTo(page, 'Skicka beställningen');
  await page.keyboard.press('Enter');
  await onStep(page, 'Beställningen är skickad');
  await focusOn(page, 'h1');
  await expect.poll(() => text(page, '.summary')).toContain('Omsorg Ett AB');
});

it('keeps the list as it was filtered for who comes back to it', async () => {
  const page = await portal.signedInAs('H1', '#/bestallningar');
  await page.getByRole('radio', { name: 'Alla' }).check();
  await page.selectOption('.filters select', 'P3');
  await page.getByRole('link', { name: 'A-1090' }).click();
  await onStep(page, 'Beställning A-1090');
  await expect.poll(() => text(page, '.acts')).toContain('Inget väntar på dig här just nu.');
  await page.getByRole('link', { name: 'Alla beställningar' }).click();
  await page.getByRole('link', { name: 'A-1090' }).waitFor();
  await expect.poll(() => text(page, 'h1')).toBe('Beställningar');
  await expect.poll(() => page.inputValue('.filters select')).toBe('P3');
});
