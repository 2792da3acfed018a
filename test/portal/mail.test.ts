import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { type Arriving, anOrder, comesTo, orderToConfirm, returnedLetters } from './support/a-mail-to.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { textOf } from './support/month-steps.ts';

let portal: TestPortal;
let people: Actors;
const officer = { userId: 'O1', role: 'officer' } as const;
const Order = z.looseObject({ state: z.string() });
const Journal = z.looseObject({ items: z.array(z.looseObject({ event: z.string() })) });

beforeAll(async () => {
  portal = await aPortal();
  people = actorsOf(portal.house.machine);
});
afterAll(() => portal.end());

const comes = (mail: Arriving) => comesTo(portal.house.machine, mail);
const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();
const unfold = (page: Page, name: string) => page.locator('main summary', { hasText: name }).first().click();
const stateOf = async (orderId: string) => (await people.ask(officer, 'getOrder', { path: { orderId } }, Order)).state;
it('waits unsigned, is read as plain text, let through with a reason, and then acts once', async () => {
  const order = await orderToConfirm(people);
  const text = 'JA\r\n<img src=x onerror=alert(1)> https://ond.example fakt\u202Efdp.exe';
  await comes({ about: order, text });
  const mailId = await comes({ about: order, text: 'JA', subject: 'Sv: Ny beställning' });
  const page = await portal.signedInAs('O1', '#/uppgifter');
  await page.getByRole('link', { name: 'Avgör om ett mejl ska släppas fram' }).first().waitFor();
  await page.getByRole('link', { name: 'Mejl', exact: true }).click();
  await page.locator('.task', { hasText: 'Stoppat' }).nth(1).waitFor();
  const odd = page.locator('.task', { hasText: 'Sv: <i>Konstigt' });
  await odd.getByRole('link').click();
  const shown = page.locator('.mail-text');
  await expect.poll(() => textOf(shown)).toContain('<img src=x onerror=alert(1)>');
  expect(await textOf(shown)).toContain('fakt[U+202E]fdp.exe');
  expect(await shown.locator('*').count()).toBe(0);
  await unfold(page, 'Avvisa');
  await page.fill('#refuse-reason', 'Utföraren har inte skickat det.');
  await press(page, 'Avvisa');
  await page.locator('.ds-alert', { hasText: 'Utföraren har inte skickat det.' }).waitFor();

  await page.goto(`${portal.house.base}/#/epost/${mailId}`);
  await page.getByText('Bekräftar beställningen').waitFor();
  await unfold(page, 'Släpp fram');
  await press(page, 'Släpp fram');
  await page.locator('.ds-error-summary', { hasText: 'Skriv varför' }).waitFor();
  await page.fill('#release-reason', 'Jag har ringt och frågat: det är från dem.');
  await press(page, 'Släpp fram');
  await page.locator('.ds-alert', { hasText: 'Framsläppt' }).waitFor();
  await portal.house.machine.tick();
  expect(await stateOf(order.id)).toBe('confirmed');
  const path = { caseNo: order.caseNo };
  const { items } = await people.ask(officer, 'getJournal', { path, query: { limit: '200' } }, Journal);
  expect(items.filter(({ event }) => event === 'order-confirmed')).toHaveLength(1);
  expect(portal.complaints(page)).toEqual([]);

  await page.goto(`${portal.house.base}/#/arenden/${order.caseNo}`);
  const told = page.locator('.correspondence .timeline li');
  await expect.poll(() => textOf(told.filter({ hasText: 'Förstått och utfört' }))).toContain('Mejl hit');
  await expect.poll(() => textOf(told.filter({ hasText: 'Avvisat' }))).toContain('Mejl hit');
});

it('is the administrator’s when it is about no order, and is from whom they say', async () => {
  await comes({ from: 'okand@annan.example', text: 'Vi undrar en sak.', subject: 'En fråga' });
  const page = await portal.signedInAs('D1', '#/epost');
  await page.getByRole('link', { name: 'En fråga' }).click();
  await page.getByText('Ingen utförare har registrerat adressen.').waitFor();
  await unfold(page, 'Släpp fram');
  await page.fill('#release-reason', 'De har ringt.');
  await press(page, 'Släpp fram');
  await page.locator('.ds-error-summary', { hasText: 'Välj vilken utförare' }).waitFor();
  await page.selectOption('#release-providerId', 'P1');
  await press(page, 'Släpp fram');
  await page.locator('.ds-alert', { hasText: 'Framsläppt' }).waitFor();
  await portal.house.machine.tick();
  await page.reload();
  await page.fill('#handle-note', 'Jag svarade på telefon.');
  await press(page, 'Jag har tagit hand om det');
  await page.locator('.ds-alert', { hasText: 'Jag svarade på telefon.' }).waitFor();
  await page.getByRole('link', { name: 'Alla mejl' }).click();
  await page.getByText('Inga mejl väntar på beslut.').waitFor();
  await page.getByRole('link', { name: 'Avgjorda' }).click();
  await page.getByRole('link', { name: 'En fråga' }).waitFor();
});

it('proves a new address by the link in the mail: a press by whoever has it, without a sign-in', async () => {
  const page = await portal.signedInAs('M1', '#/epost');
  await page.getByText('Inskriven av kommunen').waitFor();
  const list = await page.locator('.addresses .plain').boundingBox();
  const heading = await page.locator('.addresses').getByRole('heading', { name: 'Lägg till en adress' }).boundingBox();
  expect((heading?.y ?? 0) - (list?.y ?? 0) - (list?.height ?? 0)).toBeGreaterThanOrEqual(16);
  await press(page, 'Skicka länken');
  await page.locator('.ds-error-summary', { hasText: 'Skriv en e-postadress' }).waitFor();
  await page.fill('#address-address', 'anna@gmail.com');
  await page.getByLabel('Alla adresser på samma domän är våra').check();
  await press(page, 'Skicka länken');
  await page.locator('.ds-error-summary', { hasText: 'Vem som helst kan ha en adress' }).waitFor();
  await page.fill('#address-address', 'anna@egen-hemtjanst.example');
  await press(page, 'Skicka länken');
  await page.getByText('Länken är skickad till anna@egen-hemtjanst.example').waitFor();

  await portal.house.machine.tick();
  const sent = z
    .array(z.looseObject({ to: z.string(), text: z.string() }))
    .parse(await (await fetch(`${portal.house.base}/_local/mail`)).json());
  const link = /#\/adress\/\S+/.exec(sent.findLast(({ to }) => to.startsWith('anna@'))?.text ?? '')?.[0] ?? '';
  const theirs = await portal.open(link);
  await theirs.getByRole('heading', { name: 'Bekräfta e-postadressen' }).waitFor();
  // Opened, and nothing is proven.
  await page.reload();
  await page.getByText('Väntar på svar från adressen').waitFor();
  await press(theirs, 'Ja, adressen är vår');
  await theirs.getByText('Mejl från alla adresser som slutar på @egen-hemtjanst.example').waitFor();
  expect(portal.complaints(theirs)).toEqual([]);

  await page.reload();
  await page.locator('.addresses li', { hasText: '@egen-hemtjanst.example' }).getByText('Bekräftad').waitFor();
  await unfold(page, 'Ta bort');
  await press(page, 'Ta bort @egen-hemtjanst.example');
  await expect.poll(() => page.locator('.addresses li').count()).toBe(1);
  await theirs.goto(`${portal.house.base}/${link}`);
  await theirs.reload();
  await press(theirs, 'Ja, adressen är vår');
  await theirs.getByText('Länken gäller inte.').waitFor();
});

it('asks the officer to phone instead of a mail that came back, and is settled by the keyboard alone', async () => {
  const order = await anOrder(people);
  await returnedLetters(portal.house.machine, people);
  const page = await portal.signedInAs('O1', '#/uppgifter');
  const task = page.locator('.task', { hasText: 'Ring mottagaren: ett mejl kom tillbaka' });
  await expect.poll(() => textOf(task)).toContain('Adressen finns inte');
  await task.getByRole('link', { name: 'Ring mottagaren' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ring mottagaren: ett mejl kom tillbaka' }).waitFor();
  await expect.poll(() => textOf(page.locator('.summary'))).toContain(order.caseNo);
  await expect.poll(() => textOf(page.locator('.mail-text'))).toContain(`Ärende ${order.caseNo}`);
  await page.locator('#letter-verdict').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Mottagaren är informerad på annat sätt').waitFor();
  await page.getByRole('link', { name: 'Alla uppgifter' }).click();
  await page.locator('.task').first().waitFor();
  await expect.poll(() => task.count()).toBe(0);
  expect(portal.complaints(page)).toEqual([]);
});
