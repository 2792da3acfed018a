import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { arrangedTurns, aSwitch } from './support/a-switch.ts';
import { textOf } from './support/month-steps.ts';

let portal: TestPortal;
let people: Actors;
const officer = { userId: 'O1', role: 'officer' } as const;

beforeAll(async () => {
  portal = await aPortal();
  people = actorsOf(portal.house.machine);
  await arrangedTurns(people);
});
afterAll(() => portal.end());

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();
const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).click();
const head = (page: Page) => textOf(page.locator('.head'));
const stepOf = (page: Page, text: string) => page.locator('.switch-tasks li', { hasText: text });
const opened = async (user: string, caseNo: string): Promise<Page> => {
  const page = await portal.signedInAs(user, '#/byten');
  await page.getByRole('link', { name: caseNo }).click();
  await page.locator('.switch-tasks').waitFor();
  return page;
};

describe('a customer changes provider', () => {
  it('is registered, told to both, dated, prepared by each side, and each sees its own', async () => {
    const page = await portal.signedInAs('O1', '#/byten');
    await page.getByText('Inga byten här.').waitFor();
    await page.getByRole('link', { name: 'Nytt byte' }).click();
    await press(page, 'Lägg bytet');
    await expect.poll(() => textOf(page.locator('.ds-error-summary'))).toContain('Skriv ärendets nummer');
    await page.fill('#switch-caseNo', 'A-1001');
    await page.getByText('Kunden har valt utförare').click();
    await page.selectOption('#switch-toProviderId', 'P1');
    await page.getByText('Muntligt', { exact: true }).click();
    await press(page, 'Lägg bytet');
    // The provider that the customer has already, which only the API knows.
    await page.locator('.ds-error-summary a').click();
    await expect.poll(() => page.getAttribute('#switch-toProviderId', 'aria-invalid')).toBe('true');
    await page.selectOption('#switch-toProviderId', 'P3');
    await press(page, 'Lägg bytet');
    await page.locator('.switch-tasks').waitFor();
    await expect.poll(() => head(page)).toMatch(/Begärt\s+Meddela utförarna om bytet\s+senast tis 3 nov/);

    await press(page, 'Meddela båda utförarna');
    await page.getByText('Båda utförarna är meddelade.').waitFor();
    await expect.poll(() => head(page)).toContain('Meddelat');
    const window = await textOf(page.locator('.card', { hasText: 'När bytet kan ske' }));
    expect(window).toContain('mån 2 nov – mån 16 nov 2026');
    expect(window).toContain('L-62');

    const theirs = await opened('K3', 'A-1001');
    expect(await textOf(theirs.locator('main'))).not.toContain('Meddela båda utförarna vid samma tidpunkt');
    await expect.poll(() => theirs.locator('summary', { hasText: 'Återkalla bytet' }).count()).toBe(0);
    await theirs.fill('#date-on', '2026-12-24');
    await press(theirs, 'Sätt dag för bytet');
    await theirs.locator('.ds-error-summary a', { hasText: 'Bytet sker mellan' }).click();
    await theirs.fill('#date-on', '2026-11-10');
    await press(theirs, 'Sätt dag för bytet');
    await theirs.getByText('Dagen är satt. De andra har fått besked.').waitFor();
    await expect.poll(() => head(theirs)).toContain('Datum satt');
    await press(theirs, 'Kunden är kontaktad');
    await theirs.getByText('Det är antecknat att kunden är kontaktad.').waitFor();
    await expect.poll(() => textOf(stepOf(theirs, 'planera övertagandet'))).toContain('Klart');
    await theirs.getByRole('link', { name: /Öppna beställningen/ }).click();
    await theirs.locator('h1', { hasText: 'Beställning A-1001' }).waitFor();
    expect(portal.complaints(theirs).filter((line) => !line.includes('status of 422'))).toEqual([]);

    const leaving = await opened('K1', 'A-1001');
    await expect.poll(() => textOf(leaving.locator('.summary'))).toContain('Frånträdande utförare har sin sista dag');
    await leaving.getByText('Ja', { exact: true }).click();
    await press(leaving, 'Lägg till en handling');
    await press(leaving, 'Meddela');
    await leaving.locator('.ds-error-summary a', { hasText: 'Ange en dag' }).click();
    await leaving.fill('#handover-documents-0-on', '2026-09-01');
    await leaving.selectOption('#handover-documents-0-to', 'NEW');
    await press(leaving, 'Meddela');
    await leaving.getByText('Svaret är antecknat.').waitFor();
    await expect
      .poll(() => textOf(leaving.locator('.summary')))
      .toContain('Genomförandeplan tis 1 sep 2026, till den nya utföraren');
    expect(await leaving.locator('#date-lastDay, #date-on').inputValue()).toBe('2026-11-09');
  });

  it('is called off with a reason, and is then found among all', async () => {
    await aSwitch(people, { caseNo: 'A-1005', toProviderId: 'P2', wasTold: true });
    const page = await opened('O1', 'A-1005');
    await unfold(page, 'Återkalla bytet');
    await press(page, 'Återkalla bytet');
    await page.locator('.ds-error-summary a', { hasText: 'Skriv varför' }).click();
    await page.fill('#calling-off-reason', 'Kunden ångrade sig.');
    await press(page, 'Återkalla bytet');
    await page.getByText('Bytet är återkallat.').first().waitFor();
    await expect.poll(() => textOf(page.locator('.acts'))).toContain('Inget väntar på dig här just nu.');
    await page.getByRole('link', { name: 'Alla byten' }).click();
    await page.locator('.table').waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'A-1005' }).count()).toBe(0);
    await page.getByRole('radio', { name: 'Alla', exact: true }).check();
    await page.getByRole('link', { name: 'A-1005' }).waitFor();
  });

  it('goes to whoever is in turn, and the officer relays the customer’s own day outside the window with a reason', async () => {
    const page = await portal.signedInAs('O1', '#/byten/nytt');
    await page.fill('#switch-caseNo', 'A-1006');
    await page.getByText('Kunden avstår från att välja').click();
    await page.getByText('Muntligt', { exact: true }).click();
    await page.getByText('Kunden vill inte ha kontakt').click();
    await press(page, 'Lägg bytet');
    await page.locator('.switch-tasks').waitFor();
    await page.locator('.summary', { hasText: 'Trygg Hemma i Exempelby AB' }).waitFor();
    await page.fill('#tell-outAt', '2026-11-02T09:30');
    await press(page, 'Meddela båda utförarna');
    await page.locator('.ds-error-summary a').click();
    await expect.poll(() => page.getAttribute('#tell-outAt', 'aria-invalid')).toBe('true');
    await page.fill('#tell-outAt', '');
    await press(page, 'Meddela båda utförarna');
    await page.getByText('Båda utförarna är meddelade.').waitFor();
    await expect.poll(() => textOf(stepOf(page, 'Förmedla datum'))).toContain('Handläggaren (du)');
    await expect.poll(() => page.locator('summary', { hasText: 'Kundens svar om dokumentationen' }).count()).toBe(1);

    await page.fill('#date-on', '2026-11-25');
    await page.getByText('Det är kundens egen dag').click();
    await press(page, 'Sätt dag för bytet');
    await page.locator('.ds-error-summary a', { hasText: 'Ange ett skäl' }).click();
    await page.keyboard.type('Kunden är bortrest till dess.');
    await page.keyboard.press('Enter');
    await page.getByText('Dagen är satt.').waitFor();
    await page.getByText('Bytet sker utanför rutinens fönster.').waitFor();
    await expect.poll(() => textOf(page.locator('.summary'))).toContain('Kunden är bortrest till dess.');
  });
});

it('tells who was first when a colleague has set the date', async () => {
  const id = await aSwitch(people, { caseNo: 'A-1010', toProviderId: 'P2', wasTold: true });
  const page = await opened('K2', 'A-1010');
  const path = { switchId: id };
  await people.ask(officer, 'setSwitchDate', { path, body: { on: '2026-11-12' } }, z.unknown());
  await page.fill('#date-on', '2026-11-11');
  await press(page, 'Sätt dag för bytet');
  await page.getByText('Någon annan hann före').waitFor();
  await press(page, 'Hämta det senaste');
  await page.locator('.head', { hasText: 'Datum satt' }).waitFor();
  await expect.poll(() => textOf(page.locator('.summary'))).toContain('12 nov');
});

it('is refused at the case number when the case has one in flight', async () => {
  await aSwitch(people, { caseNo: 'A-1014', toProviderId: 'P2' });
  const page = await portal.signedInAs('O1', '#/byten/nytt');
  await page.fill('#switch-caseNo', 'A-1014');
  await page.getByText('Kunden har valt utförare').click();
  await page.selectOption('#switch-toProviderId', 'P3');
  await page.getByText('Muntligt', { exact: true }).click();
  await press(page, 'Lägg bytet');
  await page.locator('.ds-error-summary a', { hasText: 'har redan ett byte på gång' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('switch-caseNo');
});

it('is led to from the task that waits for it', async () => {
  await aSwitch(people, { caseNo: 'A-1004', toProviderId: 'P2' });
  const page = await portal.signedInAs('O1', '#/uppgifter');
  const task = page.locator('.task', { hasText: 'Ärende A-1004' }).filter({ hasText: 'Meddela utförarna om bytet' });
  await task.getByRole('link', { name: 'Meddela utförarna om bytet' }).click();
  await page.locator('h1', { hasText: 'Byte i ärende A-1004' }).waitFor();
});
