import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { outbox } from '../../shared/steps/outbox.ts';
import { settingsStore } from '../../shared/stores/settings-store.ts';
import { aPortal, type TestPortal, viewportOf } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { begun, eventsOf, officer, onStep, ordered, press, text, unfold } from './support/order-steps.ts';

let portal: TestPortal;
let people: Actors;
beforeAll(async () => {
  portal = await aPortal();
  people = actorsOf(portal.house.machine);
});
afterAll(() => portal.end());

const provider = { userId: 'K1', role: 'provider' } as const;
const tell = (entry: 'reportDeath' | 'reportHospital', orderId: string, body: object) =>
  people.ask(provider, entry, { path: { orderId }, body }, z.unknown());

async function onOrder(user: string, id: string): Promise<Page> {
  const page = await portal.signedInAs(user, `#/bestallningar/${id}`);
  await page.waitForSelector('.timeline li');
  await page.waitForSelector('.acts .act');
  return page;
}
const said = (page: Page, sentence: string) => page.locator('.acts').getByText(sentence).waitFor();
const summaries = (page: Page) => page.locator('.acts .act > summary').allInnerTexts();

/** Sends the form of a step, and says yes in front of the page. */
async function sendAndSure(page: Page, form: string, name: string): Promise<void> {
  await page.locator(`form:has(${form}) > button[type="submit"]`).click();
  await page.locator('dialog[open]').getByRole('button', { name, exact: true }).click();
}
/** The same page wide and narrow. */
async function lookTwice(page: Page, name: string): Promise<void> {
  await look(page, name);
  await page.setViewportSize(viewportOf(320));
  await look(page, `${name}-320`);
  await page.setViewportSize(viewportOf(1280));
}

describe('what is put right on an order’s page', () => {
  it('takes back an order that nobody has confirmed, with a reason and after a check', async () => {
    const id = await ordered(people, 'A-5101', 'P1');
    const theirs = await onOrder('K1', id);
    await said(theirs, 'Utan kapacitetstak kan en beställning inte nekas.');
    const page = await onOrder('O1', id);
    await unfold(page, 'Ta tillbaka beställningen');
    await page.locator('form:has(#withdrawal-reason) > button[type="submit"]').click();
    await expect.poll(() => text(page, '.ds-error-summary')).toContain('varför tas det tillbaka');
    await page.fill('#withdrawal-reason', 'Fel utförare valdes');
    await lookTwice(page, 'acts-withdraw');
    await sendAndSure(page, '#withdrawal-reason', 'Ta tillbaka beställningen');
    await said(page, 'Beställningen är tillbakatagen.');
    expect(await eventsOf(people, id)).toContain('order-withdrawn');
  });

  it('corrects a first visit and a stay, takes back an end, and says so', async () => {
    const id = await begun(people, 'A-5102', { from: '2026-11-01' });
    await tell('reportHospital', id, { from: '2026-11-02', to: '2026-11-02' });
    const theirs = await onOrder('K1', id);
    await unfold(theirs, 'Rätta en sjukhusvistelse');
    await theirs.fill('#correction-from', '2026-11-01');
    await theirs.fill('#correction-reason', 'Inlagd kvällen före');
    await press(theirs, 'Rätta en sjukhusvistelse');
    await said(theirs, 'Vistelsens dagar är rättade.');
    await unfold(theirs, 'Rätta dagen för första besöket');
    await theirs.fill('#visit-startedOn', '2026-11-01');
    await theirs.fill('#visit-reason', 'Fel dag');
    await press(theirs, 'Rätta dagen för första besöket');
    await said(theirs, 'Dagen är rättad.');

    const page = await onOrder('O1', id);
    await unfold(page, 'Bestäm sista dagen');
    await page.fill('#decision-lastDay', '2026-11-20');
    await press(page, 'Bestäm sista dagen');
    await said(page, 'Sista dagen är bestämd.');
    // Another day than the one that is decided has its reason.
    await unfold(page, 'Ändra sista dagen');
    await page.fill('#decision-lastDay', '2026-11-21');
    await page.fill('#decision-reason', 'Fel dag i beslutet');
    await press(page, 'Ändra sista dagen');
    await expect.poll(() => eventsOf(people, id)).toContain('end-moved');
    await unfold(page, 'Ta tillbaka avslutet');
    await page.fill('#ending-decision-withdrawal-reason', 'Beslutet är upphävt');
    await sendAndSure(page, '#ending-decision-withdrawal-reason', 'Ta tillbaka avslutet');
    await said(page, 'Avslutet är tillbakataget.');
    expect(await eventsOf(people, id)).toEqual(
      expect.arrayContaining(['stay-corrected', 'first-visit-corrected', 'end-taken-back']),
    );
  });

  it('names a death on the start page, hides what is senseless after it, and undoes it', async () => {
    const id = await begun(people, 'A-5103', { from: '2026-11-01' });
    await tell('reportDeath', id, { date: '2026-11-01' });
    const page = await portal.signedInAs('O1');
    const task = page.locator('.task', { hasText: 'A-5103' }).filter({ hasText: 'Kunden har avlidit' });
    await task.first().waitFor();
    await expect.poll(() => text(page, 'main')).toMatch(/\d+ av \d+ klara/);
    await expect.poll(() => text(page, '.lead')).toContain('Månadens nästa datum');
    await lookTwice(page, 'tasks-told');
    await task.first().getByRole('link', { name: 'Kunden har avlidit' }).click();
    await said(page, 'Kunden avled sön 1 nov 2026. Inget mer kan beställas.');
    expect(await summaries(page)).toEqual(['Rätta dagen för dödsfallet', 'Ta tillbaka dödsfallet']);
    expect(await page.getByRole('link', { name: 'Byt utförare' }).count()).toBe(0);
    await unfold(page, 'Ta tillbaka dödsfallet');
    await page.fill('#death-withdrawal-reason', 'Fel kund');
    await lookTwice(page, 'acts-undo-death');
    await sendAndSure(page, '#death-withdrawal-reason', 'Ta tillbaka dödsfallet');
    await said(page, 'Dödsfallet är tillbakataget.');
    await expect.poll(() => page.getByRole('link', { name: 'Byt utförare' }).count()).toBe(1);
    expect(portal.complaints(page)).toEqual([]);
  });
});

it('tells home nursing what has changed on its start page', async () => {
  const { deps, clock } = portal.house.machine;
  const settings = (await settingsStore(deps.table).find())?.entity;
  if (!settings) throw new Error('the demo has no settings');
  const box = outbox(deps, settings, clock.now());
  const fields = { to: 'messages', caseNo: 'A-1003', provider: 'Omsorg Ett AB' } as const;
  await deps.table.commit([...box.inside('nurse', 'N07', fields)]);
  const page = await portal.signedInAs('S1', '', { language: 'en', width: 320 });
  await page.locator('h1', { hasText: 'Notices to home nursing' }).waitFor();
  await expect.poll(() => text(page, '.task')).toContain('Ärende A-1003. Utförare: Omsorg Ett AB.');
  expect(await text(page, '.task')).not.toMatch(/e-post|https?:/);
  await look(page, 'nurse-320-en');
  await page.setViewportSize(viewportOf(1280));
  await press(page, 'I have read it');
  await expect.poll(() => page.getByText('I have read it').count()).toBe(0);
  await look(page, 'nurse-en');
  expect(portal.complaints(page)).toEqual([]);
});

it('takes over what a form tells of, and dismisses the rest with a reason', async () => {
  const page = await portal.signedInAs('O1');
  const task = page.locator('.task', { hasText: 'A-1039' }).filter({ hasText: 'Kunden har avlidit' });
  await task.getByRole('link', { name: 'Kunden har avlidit' }).click();
  const told = (kind: string) => page.getByRole('region', { name: kind, exact: true });
  await told('Kunden har avlidit').getByText('Blanketten för oktober 2026 från Omsorg Ett AB').waitFor();
  await lookTwice(page, 'acts-told');
  await told('Kunden är på sjukhus').getByText('Avfärda', { exact: true }).first().click();
  await told('Kunden är på sjukhus').getByRole('button', { name: 'Avfärda' }).click();
  await expect.poll(() => text(page, '.ds-error-summary')).toContain('varför stämmer det inte');
  await told('Kunden är på sjukhus').locator('textarea').fill('Det var en annan kund');
  await told('Kunden är på sjukhus').getByRole('button', { name: 'Avfärda' }).click();
  await said(page, 'Uppgiften är avfärdad.');
  await told('Kunden har avlidit').getByRole('button', { name: 'Ta över' }).click();
  await said(page, 'Uppgiften är övertagen.');
  await said(page, 'Kunden avled lör 24 okt 2026.');
});

it('makes a question the provider’s task, and its answer the officer’s', async () => {
  const path = { month: '2026-10', providerId: 'P2', caseNo: 'A-1039' };
  await people.ask(officer, 'decideLine', { path, body: { decision: 'ASK', question: 'Vad hände?' } }, z.unknown());
  const theirs = await portal.signedInAs('M2');
  await theirs.getByRole('link', { name: 'Svara på handläggarens fråga' }).click();
  await theirs.locator('.questions').waitFor();
  const answer = { path, body: { text: 'Det var två besök.' } };
  await people.ask({ userId: 'K2', role: 'provider' }, 'answerQuestion', answer, z.unknown());
  const page = await portal.signedInAs('O1');
  await page.getByText('1 svar att bedöma').waitFor();
  await page.getByRole('link', { name: 'Svar på din fråga' }).click();
  await onStep(page, 'Avstämning');
});

it('asks which of several providers the customer leaves', async () => {
  await begun(people, 'A-5104', { from: '2026-11-01' });
  const body = {
    caseNo: 'A-5104',
    providerId: 'P3',
    services: [{ code: 'NATT', minutesPerMonth: 300 }],
    from: '2026-11-01',
  };
  await people.ask(officer, 'placeOrder', { body }, z.unknown());
  const page = await portal.signedInAs('O1', '#/byten/nytt?arende=A-5104');
  await page.getByText('Kunden har valt utförare').click();
  await page.selectOption('#switch-toProviderId', 'P2');
  await page.getByText('Muntligt', { exact: true }).click();
  await press(page, 'Lägg bytet');
  await page.locator('#switch-leavingProviderId').waitFor();
  await lookTwice(page, 'switch-leaving-which');
  await page.selectOption('#switch-leavingProviderId', 'P3');
  await press(page, 'Lägg bytet');
  await page.locator('.switch-tasks').waitFor();
  await expect.poll(() => text(page, 'main')).toContain('Trygg Hemma');
});

it('lets an officer say that a number that is known is the same person under another name', async () => {
  const page = await portal.signedInAs('O1', '#/bestallningar/ny');
  await page.fill('#new-caseNo', 'A-5105');
  await page.getByText('Nej, jag lägger in kunden nu').click();
  await page.fill('#new-customer-name', 'Nytt Namn');
  await page.fill('#new-customer-personnummer', '191212121212');
  await press(page, 'Fortsätt');
  await page.getByText('Kunden har valt utförare').click();
  await page.selectOption('#new-providerId', 'P2');
  await page.getByText('Muntligt').click();
  await press(page, 'Fortsätt');
  await page.selectOption('#new-services-0-code', 'OMV');
  await page.fill('#new-services-0-minutesPerMonth', '2');
  await page.fill('#new-services-0-minutesPerMonth-minutes', '0');
  await press(page, 'Fortsätt');
  await page.getByText('Nej, inom vanlig tid').click();
  await press(page, 'Fortsätt');
  await press(page, 'Skicka beställningen');
  await onStep(page, 'Beställningen är skickad');
  const taken = page.getByRole('region', { name: 'Personnumret finns redan, under ett annat namn' });
  await taken.getByText('Numret är en annan kunds.').waitFor();
  await lookTwice(page, 'new-order-number-of-another');
  await press(page, 'Spara svaret');
  await expect.poll(() => text(page, '.ds-error-summary')).toContain('Välj det som stämmer');
  await taken.getByText('Det är samma person, under ett annat namn').click();
  await press(page, 'Spara svaret');
  await page.getByText('Kundens uppgifter är sparade').waitFor();
  await page.getByText(/Personen har också A-/).waitFor();
  expect(await taken.count()).toBe(0);
  await look(page, 'new-order-same-person');
});
