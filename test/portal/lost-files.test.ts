import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMonthEnd, fewCases } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { goOnAs } from './support/month-steps.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await aPortal(aMonthEnd(fewCases));
});
afterAll(() => portal.end());

const again = (page: Page) => page.getByRole('button', { name: 'Försök igen' }).click();
const lost = (page: Page) => page.getByRole('heading', { name: 'Allt gick inte att hämta' }).waitFor();
const orders = (page: Page) => page.getByRole('link', { name: 'Beställningar' }).click();

const listed = 'h1:text-is("Beställningar")';
const caseNo = 'A-1';
/** An officer in the middle of a form. */
async function writing(): Promise<Page> {
  const page = await portal.signedInAs('O1', '#/byten/nytt');
  await page.fill('#switch-caseNo', caseNo);
  return page;
}

/** What was being written is there still. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/byten/nytt';
  });
  await expect.poll(() => page.inputValue('#switch-caseNo')).toBe(caseNo);
}

describe('what the portal is made of and cannot be fetched', () => {
  it('a page, while the net is cut: says so, and is there when it is asked for again', async () => {
    const page = await writing();
    await page.context().setOffline(true);
    await orders(page);
    await lost(page);
    await look(page, 'page-lost');
    await again(page);
    // That nothing came this time either has been said: what is asked for from here on comes.
    await page.getByText('Ingen kontakt med servern').waitFor({ state: 'attached' });
    await lost(page);
    await page.context().setOffline(false);
    await again(page);
    await goOnAs(page, 'O1', listed);
    await page.locator(listed).first().waitFor();
    await isKept(page);
    await page.context().close();
  });

  it('a page whose files have other names by now: the portal is opened anew where one was, and nothing is lost', async () => {
    const page = await writing();
    let isReplaced = true;
    await page.route(/assets\/list-page/, (route) => (isReplaced ? route.fulfill({ status: 404 }) : route.continue()));
    page.on('request', (request) => {
      // The first file that is fetched anew with the page itself knows the new names.
      if (request.isNavigationRequest()) isReplaced = false;
    });
    await orders(page);
    await lost(page);
    await again(page);
    await goOnAs(page, 'O1', listed);
    await page.locator(listed).first().waitFor();
    expect(new URL(page.url()).hash).toBe('#/bestallningar');
    await isKept(page);
    await page.context().close();
  });

  it('the other language: the page stays, and speaks it when it is asked for again', async () => {
    const page = await writing();
    await page.route(/assets\/en-/, (route) => route.abort());
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('alert').getByText('Allt gick inte att hämta').waitFor();
    await look(page, 'language-lost');
    expect(await page.inputValue('#switch-caseNo')).toBe(caseNo);
    await page.unroute(/assets\/en-/);
    await again(page);
    await goOnAs(page, 'O1', 'html[lang="en"]');
    await expect.poll(() => page.getAttribute('html', 'lang')).toBe('en');
    await page.context().close();
  });

  it('the first file of all: the page says what may be wrong, and how to go on', async () => {
    const page = await portal.open();
    await page.route(/assets\/index-.*\.js/, (route) => route.abort());
    await page.reload();
    await page.getByRole('heading', { name: 'Portalen öppnas' }).waitFor();
    await look(page, 'portal-lost');
    await page.unroute(/assets\/index-.*\.js/);
    await page.getByRole('link', { name: 'Försök igen' }).click();
    await page.getByRole('heading', { name: 'Hemtjänst, beställd och redovisad' }).waitFor();
    expect(await page.getByText('Portalen öppnas').count()).toBe(0);
    await page.context().close();
  });

  it('the style sheet: it is asked for once more', async () => {
    const page = await portal.open();
    await page.route(/assets\/.*\.css/, (route) => route.abort(), { times: 1 });
    await page.reload();
    await page.waitForSelector('h1');
    const ink = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink').trim());
    await expect.poll(ink).not.toBe('');
    await page.context().close();
  });
});
