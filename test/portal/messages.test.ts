import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { outbox } from '../../shared/steps/outbox.ts';
import { settingsStore } from '../../shared/stores/settings-store.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { textOf } from './support/month-steps.ts';

let portal: TestPortal;
let people: Actors;
const officer = { userId: 'O1', role: 'officer' } as const;
const coordinator = { userId: 'K2', role: 'provider' } as const;
const Begun = z.looseObject({ threadId: z.string() });

beforeAll(async () => {
  portal = await aPortal();
  people = actorsOf(portal.house.machine);
});
afterAll(() => portal.end());

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();
const begun = async (text: string): Promise<string> =>
  (await people.ask(officer, 'sendMessage', { body: { to: 'provider:P2', caseNo: 'A-2001', text } }, Begun)).threadId;

it('goes from an officer to the provider of a case, is unread until it is opened, and is answered', async () => {
  const page = await portal.signedInAs('O1', '#/meddelanden');
  await page.getByRole('link', { name: 'Nytt meddelande' }).click();
  await press(page, 'Skicka');
  const missing = await textOf(page.locator('.ds-error-summary'));
  expect(missing).toContain('Välj mottagare');
  expect(missing).toContain('Skriv ett meddelande');
  await page.fill('#message-caseNo', 'A-2001');
  await page.selectOption('#message-to', { label: 'Omsorg Ett AB' });
  await page.fill('#message-text', 'Kunden kommer hem i morgon. Hen är 19121212-1212.');
  await press(page, 'Skicka');
  await page.locator('.ds-error-summary a', { hasText: 'personnummer' }).click();
  await page.fill('#message-text', 'Kunden kommer hem i morgon.');
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('kommer hem');
  await press(page, 'Skicka');
  await page.locator('.messages li').waitFor();
  await page.getByText('Ärende A-2001 · Med: Omsorg Ett AB').waitFor();
  expect(page.url()).not.toContain('kommer');

  const theirs = await portal.signedInAs('K2', '#/meddelanden');
  const row = theirs.locator('.task', { hasText: 'Kunden kommer hem i morgon.' });
  await expect.poll(() => textOf(row)).toContain('1 oläst');
  await expect.poll(() => textOf(theirs.locator('header nav'))).toContain('Meddelanden 1 oläst');
  await row.getByRole('link').click();
  const said = theirs.locator('.messages li');
  await expect.poll(() => textOf(said.first())).toMatch(/Handläggare 1 · mån 2 nov 07:3\d Nytt/);
  await expect.poll(() => textOf(theirs.locator('header nav'))).not.toContain('oläst');
  await theirs.fill('#reply-text', 'Tack, vi är där kl. 9.');
  await press(theirs, 'Skicka');
  await theirs.getByText('Svaret är skickat').waitFor();
  await said.nth(1).waitFor();
  await expect.poll(() => textOf(said.nth(1))).toContain('Du · ');
  await expect.poll(() => theirs.inputValue('#reply-text')).toBe('');
  await theirs.getByRole('link', { name: 'Alla meddelanden' }).click();
  await theirs.locator('.lead', { hasText: 'Allt är läst.' }).waitFor();
  expect(portal.complaints(theirs)).toEqual([]);

  await page.getByRole('link', { name: 'Alla meddelanden' }).click();
  const answered = page.locator('.task', { hasText: 'Kunden kommer hem i morgon.' });
  await expect.poll(() => textOf(answered)).toContain('1 oläst');
  await answered.getByRole('link').click();
  await page.locator('.messages li', { hasText: 'Samordnare 2, Omsorg Ett AB' }).waitFor();
});

it('goes from a provider to the officer of the case, whom it need not name', async () => {
  const page = await portal.signedInAs('K2', '#/meddelanden/nytt?arende=A-2001');
  await page.fill('#message-text', 'När slutar beslutet?');
  await press(page, 'Skicka');
  await page.locator('.messages li').waitFor();
  await page.getByText('Med: Handläggare 1').waitFor();

  await page.goto(`${portal.house.base}/#/meddelanden/nytt`);
  await page.fill('#message-caseNo', 'A-2002');
  await page.fill('#message-text', 'Är det här vårt?');
  await press(page, 'Skicka');
  await page.locator('.ds-error-summary a').click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('message-caseNo');
});

it('goes from the head to an officer by name', async () => {
  const page = await portal.signedInAs('H1', '#/meddelanden/nytt');
  await page.fill('#message-text', 'Hur går det med oktober?');
  await press(page, 'Skicka');
  await page.locator('.ds-error-summary', { hasText: 'Välj en handläggare' }).waitFor();
  await page.selectOption('#message-to', { label: 'Handläggare 2' });
  await press(page, 'Skicka');
  await page.locator('.messages li', { hasText: 'Hur går det med oktober?' }).waitFor();
  const theirs = await portal.signedInAs('O2', '#/meddelanden');
  await theirs.locator('.task', { hasText: 'Hur går det med oktober?' }).waitFor();
});

it('shows one case at a time, and stays there for who comes back', async () => {
  await begun('Om hemtagningen.');
  const page = await portal.signedInAs('O1', '#/meddelanden');
  await page.getByLabel('Ärendenummer').fill('A-1000');
  await press(page, 'Visa ärendets meddelanden');
  await page.getByText('Inga meddelanden här.').waitFor();
  await page.getByLabel('Ärendenummer').fill('A-2001');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Om hemtagningen.' }).click();
  await page.locator('.messages').waitFor();
  await page.goBack();
  await page.getByRole('link', { name: 'Om hemtagningen.' }).waitFor();
  await expect.poll(() => page.getByLabel('Ärendenummer').inputValue()).toBe('A-2001');
});

it('is not lost when a colleague answers at the same moment', async () => {
  const threadId = await begun('Vem tar kvällen?');
  const page = await portal.signedInAs('K2', `#/meddelanden/${threadId}`);
  await page.fill('#reply-text', 'Vi gör det.');
  await page.route('**/replies', (route) =>
    route.fulfill({ status: 409, contentType: 'application/problem+json', body: '{"code":"stale-version"}' }),
  );
  await press(page, 'Skicka');
  await page.getByText('Någon annan hann före').waitFor();
  await page.unroute('**/replies');
  const path = { threadId };
  await people.ask(coordinator, 'replyMessage', { path, body: { text: 'Jag tar den.' } }, z.unknown());
  await press(page, 'Hämta det senaste');
  await page.locator('.messages li', { hasText: 'Jag tar den.' }).waitFor();
  await expect.poll(() => page.inputValue('#reply-text')).toBe('Vi gör det.');
});

it('tells what the system tells, leads on from it, and takes no answer', async () => {
  const { deps, clock } = portal.house.machine;
  const settings = await settingsStore(deps.table).find();
  if (!settings) throw new Error('the demo has settings');
  const post = outbox(deps, settings.entity, clock.now());
  const fields = { to: 'orders', orderId: 'B-1', caseNo: 'A-2001', provider: 'Omsorg Ett AB' } as const;
  await deps.table.commit([...post.inside('provider:P2', 'N09', fields)]);
  const page = await portal.signedInAs('K2', '#/meddelanden');
  const row = page.locator('.task', { hasText: 'Besked från systemet' }).first();
  await expect.poll(() => textOf(row)).toContain('1 oläst');
  await row.getByRole('link').click();
  await page.getByText('går inte att svara på').waitFor();
  await expect.poll(() => page.locator('#reply-text').count()).toBe(0);
  await expect.poll(() => page.locator('.messages a').getAttribute('href')).toBe('#/bestallningar/B-1');
});
