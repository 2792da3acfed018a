import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';

let portal: TestPortal;
let page: Page;
beforeAll(async () => {
  portal = await aPortal();
  page = await portal.signedInAs('D1', '#/administration');
});
afterAll(() => portal.end());

const main = () => page.locator('main');
const follow = (name: string) => main().getByRole('link', { name, exact: true }).click();
const press = (name: string) => main().getByRole('button', { name, exact: true }).click();

describe('the units of the municipality’s own', () => {
  it('are listed with where they belong, what pays and by which routine they buy', async () => {
    await follow('Enheter');
    await main().locator('tbody tr').first().waitFor();
    const rows = await main().locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split(/\s*\t\s*|\n/))).toEqual([
      expect.arrayContaining(['Personlig assistans Norr', 'Omsorgsnämnden', 'Norr', '4110']),
      expect.arrayContaining(['Hemtjänst Söder', 'Äldrenämnden', 'Söder', '5220']),
      expect.arrayContaining(['Personlig assistans Öster', 'Omsorgsnämnden', 'Öster', '4120']),
      expect.arrayContaining(['Hemtjänst Öster', 'Äldrenämnden', 'Öster', '5230']),
      expect.arrayContaining(['Stödboendet Granen', 'Socialnämnden', 'Norr', '4310']),
    ]);
    const routines = ['Helsingborg', 'Helsingborg', 'Botkyrka', 'Botkyrka', 'Halmstad'];
    for (const [n, routine] of routines.entries()) expect(rows[n]).toContain(routine);
  });

  it('are chosen among when somebody gets a role there, and needed', async () => {
    await page.goto(`${portal.house.base}/#/administration/personal/ny`);
    await page.fill('#person-id', 'EM7');
    await page.fill('#person-name', 'Samordnare Söder');
    const role = main().getByLabel('Roll', { exact: true });
    await role.selectOption('economist');
    expect(
      await main()
        .getByLabel('Enhet')
        .evaluate((field) => field.tagName),
    ).toBe('INPUT');
    await role.selectOption('receiving-coordinator');
    await press('Spara');
    await main().getByRole('link', { name: 'Välj enhet.' }).waitFor();
    await look(page, 'person-without-unit');
    await main().getByLabel('Enhet').selectOption('E2');
    await press('Spara');
    await page.locator('h1', { hasText: 'Samordnare Söder' }).waitFor();
    await main().getByText('kommunen, Hemtjänst Söder').waitFor();
    // What is changed beside it leaves the unit as it was.
    await main().locator('summary', { hasText: 'Ändra namn' }).click();
    await expect.poll(() => main().getByLabel('Enhet').inputValue()).toBe('E2');
    await page.fill('#person-name', 'Stina Samordnare');
    await press('Spara');
    await page.locator('h1', { hasText: 'Stina Samordnare' }).waitFor();
    await main().getByText('kommunen, Hemtjänst Söder').waitFor();
    expect(portal.complaints(page)).toEqual([]);
  });
});

it('whoever acts for a unit meets their tasks, and their notices', async () => {
  const theirs = await portal.signedInAs('EM1');
  await theirs.locator('main .nothing, main .task').first().waitFor();
  await look(theirs, 'tasks-receiving-manager');
  await theirs.locator('.bar nav').getByRole('link', { name: 'Meddelanden' }).click();
  await theirs.locator('h1', { hasText: 'Meddelanden' }).waitFor();
  expect(await theirs.getByRole('link', { name: 'Skriv' }).count()).toBe(0);
  expect(portal.complaints(theirs)).toEqual([]);
  await theirs.context().close();
});
