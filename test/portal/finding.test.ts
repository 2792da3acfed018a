import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { officer, press, services, text } from './support/order-steps.ts';

let portal: TestPortal;
let people: Actors;
const elsa = { name: 'Majbritt O’Brien-Prov', personnummer: '201212121212', phone: '070-174 06 05' };
const colleague = { userId: 'O2', role: 'officer' } as const;

beforeAll(async () => {
  portal = await aPortal();
  const { machine } = portal.house;
  people = actorsOf(machine);
  const night = { userId: 'N1', role: 'night-patrol', name: 'Nattpatrullen' } as const;
  await machine.deps.table.commit([membershipStore(machine.deps.table).save(night, undefined)]);
  const order = (caseNo: string, providerId: string, customer: object) => ({
    body: { caseNo, providerId, services, customer },
  });
  await people.ask(officer, 'placeOrder', order('A-5101', 'P2', elsa), z.unknown());
  await people.ask(colleague, 'placeOrder', order('A-5102', 'P3', elsa), z.unknown());
  await people.ask(officer, 'placeOrder', order('A-5103', 'P2', { name: 'Adam Hemlig', protected: true }), z.unknown());
});
afterAll(() => portal.end());

const heading = (page: Page, title: string | RegExp) => page.locator('h1', { hasText: title }).waitFor();
const field = (page: Page) => page.locator('.bar').getByRole('searchbox');

it('answers a call from a customer, from the search to the note, in at most six presses', async () => {
  const page = await portal.signedInAs('O1');
  let presses = 0;
  const pressing = async (what: Promise<void>) => {
    presses += 1;
    await what;
  };
  await field(page).fill('Maj-Britt OBrien');
  await pressing(field(page).press('Enter'));
  await heading(page, 'Sök kund');
  await pressing(page.getByText('Kunden ringer').click());
  await pressing(press(page, 'Sök'));
  const person = page.locator('.people li', { hasText: elsa.name });
  await person.waitFor();
  expect((await person.innerText()).replaceAll('\u00a0', ' ')).toContain('Samma person har 2 ärenden.');
  await look(page, 'finding-found');
  await pressing(person.getByRole('link', { name: 'Ärende A-5101' }).click());
  await heading(page, 'Kunden i ärende A-5101');
  await page.fill('#contact-text', 'Vill ha frukosten en timme senare.');
  await pressing(press(page, 'Spara anteckningen'));
  await page.locator('.timeline', { hasText: 'Vill ha frukosten en timme senare.' }).waitFor();
  console.info(`from the search to the note: ${presses} presses`);
  expect(presses).toBeLessThanOrEqual(6);

  // The number is one more press, for the reason that was given, and the log says so.
  await press(page, 'Visa namn och telefon');
  await page.getByText('070-174 06 05').waitFor();
  await look(page, 'finding-customer');
  const Read = z.looseObject({ items: z.array(z.looseObject({ entry: z.string(), reason: z.string() })) });
  const asked = { path: { caseNo: 'A-5101' } };
  const { items } = await people.ask({ userId: 'H1', role: 'head' }, 'listAccess', asked, Read);
  expect(items).toMatchObject([
    { entry: 'searchPeople', reason: 'Kunden ringer' },
    { entry: 'readIdentity', reason: 'Kunden ringer' },
  ]);
  // Nothing of whom was looked for stands in an address, nor is kept by the browser.
  expect(page.url()).toMatch(/#\/kunder\/A-5101$/);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(/Brien|1212/);
  expect(portal.complaints(page)).toEqual([]);
});

it('asks for a reason, and says when nobody is found', async () => {
  const page = await portal.signedInAs('O1', '#/sok');
  await press(page, 'Sök');
  await page.locator('.ds-error-summary', { hasText: 'Välj varför du söker.' }).waitFor();
  await look(page, 'finding-missing');
  await page.fill('#who', 'Hemlig Ingenstans');
  await page.getByText('Annat skäl').click();
  await page.fill('#other', 'Prövning');
  await press(page, 'Sök');
  await page.getByRole('heading', { name: 'Ingen träff' }).waitFor();
  await look(page, 'finding-nobody');
});

it('shows the head a customer with who has read, and a narrow screen the same', async () => {
  const page = await portal.signedInAs('H1', '#/sok', { width: 320 });
  await page.fill('#who', '201212121212');
  await page.getByText('Utföraren frågar').click();
  await press(page, 'Sök');
  await page.getByRole('link', { name: 'Ärende A-5102' }).click();
  await heading(page, 'A-5102');
  await page.getByRole('heading', { name: 'Vem som har läst om kunden' }).waitFor();
  await expect.poll(() => text(page, 'main')).toContain('Utföraren frågar');
  await page.getByRole('link', { name: 'Ärende A-5101' }).waitFor();
  await look(page, 'finding-head-320');
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  expect(portal.complaints(page)).toEqual([]);
});

it('tells the night patrol whom to call, and not who the customer is', async () => {
  const page = await portal.signedInAs('N1', '#/sok');
  await page.fill('#who', 'Majbritt');
  await page.getByText('Kunden ringer').click();
  await press(page, 'Sök');
  await page.getByRole('heading', { name: 'Ärende A-5101' }).waitFor();
  expect(await text(page, '.people')).toContain('08-465 004 10');
  expect(await text(page, '.people')).not.toContain('Brien');
  await look(page, 'finding-night');
});

it('puts the names in an officer’s own list by one press, in one reading, and nobody protected', async () => {
  const page = await portal.signedInAs('O1', '#/bestallningar?visa=unconfirmed');
  await press(page, 'Visa kundernas namn');
  await page.getByRole('link', { name: elsa.name }).waitFor();
  const row = page.locator('tr', { hasText: 'A-5103' });
  expect(await row.innerText()).toContain('skyddad');
  await look(page, 'finding-list');
  const Read = z.looseObject({ items: z.array(z.looseObject({ entry: z.string(), reason: z.string() })) });
  const rowsOf = async (caseNo: string) => {
    const head = { userId: 'H1', role: 'head' } as const;
    const { items } = await people.ask(head, 'listAccess', { path: { caseNo } }, Read);
    return items.filter(({ entry }) => entry === 'readIdentities').map(({ reason }) => reason);
  };
  expect(await rowsOf('A-5101')).toEqual(['egen lista över beställningar']);
  expect(await rowsOf('A-5103')).toEqual([]);
  await page.getByRole('link', { name: elsa.name }).click();
  await heading(page, 'Kunden i ärende A-5101');
  expect(portal.complaints(page)).toEqual([]);
});

it('has the telephone beside "asked" in the reconciliation, and takes a relative or why nobody could be asked', async () => {
  const page = await portal.signedInAs('O1', '#/manad/2026-10/P2');
  await page.locator('.trail').waitFor();
  await page.getByText('Godkänn ingen tid').click();
  await page.fill('#comment', 'Prövning');
  await press(page, 'Visa telefonnummer');
  await page.locator('fieldset [role="status"]').waitFor();
  await page.check('#not-possible');
  await page.check('#provider');
  await press(page, 'Spara bedömning');
  await page.locator('#reason-error').waitFor();
  // Tall enough that nothing that stays in sight lies over what is looked at.
  await page.setViewportSize({ width: 1280, height: 6000 });
  await look(page, 'finding-line');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.selectOption('#faultCode', { index: 1 });
  await page.fill('#reason', 'Svarar inte efter tre försök');
  await press(page, 'Spara bedömning');
  await page.locator('.panel', { hasText: 'Svarar inte efter tre försök' }).waitFor();
  await page.locator('.panel').getByRole('link', { name: 'Kundens sida' }).click();
  await heading(page, 'Kunden i ärende');
});

it('lets the case’s officer put the customer’s details right, and nobody else', async () => {
  const page = await portal.signedInAs('O1', '#/kunder/A-5101');
  await heading(page, 'Kunden i ärende A-5101');
  await page.locator('summary', { hasText: 'Visa kund' }).click();
  await page.fill('#identity-reason', 'Kunden ringer');
  await page.locator('#identity-reason').press('Enter');
  await page.locator('summary', { hasText: 'Ändra uppgifterna' }).click();
  await page.fill('#change-customer-address', 'Nya gatan 2, Exempelby');
  await page.fill('#change-customer-phone', '');
  await look(page, 'customer-change');
  await press(page, 'Spara uppgifterna');
  await page.getByText('Uppgifterna är sparade.').waitFor();
  const read = { body: { caseNo: 'A-5101', reason: 'kontroll' } };
  const Identity = z.looseObject({ customer: z.looseObject({ address: z.string(), phone: z.string().optional() }) });
  const { customer } = await people.ask(officer, 'readIdentity', read, Identity);
  expect([customer.address, customer.phone]).toEqual(['Nya gatan 2, Exempelby', undefined]);

  const another = await portal.signedInAs('O2', '#/kunder/A-5101');
  await heading(another, 'A-5101');
  expect(await another.locator('summary', { hasText: 'Ändra uppgifterna' }).count()).toBe(0);
  expect(portal.complaints(page)).toEqual([]);
});
