import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { onStep, text } from './support/order-steps.ts';

let portal: TestPortal;
let page: Page;
beforeAll(async () => {
  portal = await aPortal('empty');
  page = await portal.signedInAs('admin');
});
afterAll(() => portal.end());

const untrue = /Någon annan hann före|ändrats av en kollega/;

it('says first, second and third on the page that the first administrator comes to', async () => {
  await onStep(page, 'Uppgifter');
  await expect.poll(() => page.locator('.task').count()).toBe(5);
  expect(await text(page, 'main')).toMatch(/Kommunen och rutinen[\s\S]*Utförare[\s\S]*Personal[\s\S]*Kunder/);
  expect(await text(page, 'main')).not.toContain('Inget väntar');
  await look(page, 'first-day-sv');
  await page.locator('main').getByRole('link', { name: 'Kommunen och rutinen' }).click();
  await page.waitForSelector('#kommun-pack');
});

it.each(['utforare', 'utforare/ny', 'insatser'])(
  'says in %s that there is no municipality yet, and where to go',
  async (room) => {
    await page.goto(`${portal.house.base}/#/administration/${room}`);
    await expect.poll(() => text(page, '.ds-alert')).toContain('Kommunens uppgifter är inte inlästa ännu.');
    expect(await text(page, 'main')).not.toMatch(untrue);
    await look(page, `first-day-${room.replace('/', '-')}`);
    await page.locator('.ds-alert').getByRole('link', { name: 'Administration' }).click();
    await onStep(page, 'Administration');
  },
);

it.each([
  ['stale-version', true],
  ['changed-meanwhile', true],
  ['provider-ending', false],
  ['', true],
] as const)('of the refusals, %j says that somebody was first: %s', async (code, isFirst) => {
  const title = 'Det går inte.';
  await page.route('**/settings', (route) =>
    route.fulfill({
      ...{ status: 409, contentType: 'application/problem+json' },
      body: JSON.stringify(code === '' ? {} : { code, title }),
    }),
  );
  await page.goto(`${portal.house.base}/#/administration`);
  await onStep(page, 'Administration');
  await page.goto(`${portal.house.base}/#/administration/utforare`);
  await page.locator('.ds-alert').waitFor();
  const told = await text(page, '.ds-alert');
  expect(untrue.test(told)).toBe(isFirst);
  if (code !== '') expect(told).toContain(title);
  await page.unroute('**/settings');
});
