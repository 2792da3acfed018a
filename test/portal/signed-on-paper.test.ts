import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { aReport } from '../support/a-report.ts';
import { aMonthEnd, fewCases, fewVisits } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { scansOf, turned } from './support/a-scan.ts';
import { look } from './support/look.ts';
import { textOf } from './support/month-steps.ts';

let portal: TestPortal;
const second = { userId: 'D2', role: 'administrator' } as const;
beforeAll(async () => {
  portal = await aPortal(aMonthEnd(fewCases));
  const { table } = portal.house.machine.deps;
  await table.commit([membershipStore(table).save({ ...second, name: 'Administratör Två' }, undefined)]);
});
afterAll(() => portal.end());

/** The page, as it is sent to be saved when somebody asks for it. */
async function printedBy(page: Page): Promise<Uint8Array> {
  const asked = page.waitForResponse((answer) => answer.url().includes('/forms/signature'));
  await page.getByRole('button', { name: 'Skriv ut sida för underskrift (PDF)' }).click();
  const { url } = await (await asked).json();
  return new Uint8Array(await (await fetch(new URL(url, portal.house.base))).arrayBuffer());
}

/** The page as it stands, narrow and wide, light and dark: nobody is shut out, and nothing scrolls sideways. */
async function looksWell(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const)
    for (const width of [320, 1280]) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await look(page, `${name}-${width}-${scheme}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${name} ${width} ${scheme}`).toBeLessThan(1);
    }
}

async function tellsIsSigned(page: Page): Promise<void> {
  await page.locator('.paper-picture canvas:not([hidden])').waitFor();
  await page.getByLabel('Finns').check();
}

describe('a manager who signs on paper', () => {
  it('has the page printed from what waits, signed, scanned, filed, and seen by two', async () => {
    const { ask } = actorsOf(portal.house.machine);
    const of = { path: { month: '2026-10' }, body: aReport(fewVisits) };
    await ask({ userId: 'K1', role: 'provider' }, 'draftMonth', of, z.unknown());
    const coordinator = await portal.signedInAs('K1', '#/manad/2026-10');
    const [scan = new Uint8Array()] = scansOf(await printedBy(coordinator));
    await looksWell(coordinator, 'draft-on-paper');
    expect(portal.complaints(coordinator)).toEqual([]);
    await coordinator.context().close();

    const page = await portal.signedInAs('D1', '#/papper');
    const buffer = await turned(page, scan as Parameters<typeof turned>[1], 180);
    await page.locator('#scans').setInputFiles([{ name: 'underskrift.jpg', mimeType: 'image/jpeg', buffer }]);
    await expect.poll(() => textOf(page.locator('.scanned')), { timeout: 60_000 }).toContain('Sida för underskrift');
    await page.locator('#arrived-on').fill('2026-11-02');
    await page.getByRole('button', { name: 'Lägg in' }).click();
    await tellsIsSigned(page);
    await looksWell(page, 'signature-key');
    await page.getByRole('button', { name: 'Klart' }).click();
    await page.getByText('väntar nu på den andra personen').waitFor();
    await looksWell(page, 'signature-keyed');
    const address = await page.evaluate(() => location.hash);
    expect(portal.complaints(page)).toEqual([]);
    await page.context().close();

    const other = await portal.signedInAs('D2', address);
    await other.getByText('utan att se vad den första har svarat').waitFor();
    await tellsIsSigned(other);
    await other.getByRole('button', { name: 'Klart' }).click();
    await other.getByText('filerna som väntade är inlämnade').waitFor();
    await looksWell(other, 'signature-laid');
    expect(portal.complaints(other)).toEqual([]);
    await other.context().close();
  });
});
