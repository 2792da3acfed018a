import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReport } from '../support/a-report.ts';
import { aMonthEnd, fewCases, fewVisits } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';

let portal: TestPortal;
let folder: string;
beforeAll(async () => {
  portal = await aPortal(aMonthEnd(fewCases));
  folder = await mkdtemp(join(tmpdir(), 'utfort-files-'));
});
afterAll(async () => {
  await portal.end();
  await rm(folder, { recursive: true });
});

const right = aReport(fewVisits);
const wrong = right.report.text.replace('2026-10-05', '2026-10-45');
const changed = 'Filen har ändrats sedan du valde den. Välj den igen.';

/** Chooses as a person does: by the field's own button, in the browser's own dialog. */
async function choose(page: Page, field: string, path: string): Promise<void> {
  const [dialog] = await Promise.all([page.waitForEvent('filechooser'), page.locator(field).click()]);
  await dialog.setFiles(path);
}
const check = (page: Page) => page.getByRole('button', { name: 'Kontrollera filerna' }).click();

describe('a file that is mended on the disk after it was chosen', () => {
  it('is said to be another, and is checked when it has been chosen again under the same name', async () => {
    const report = join(folder, 'tid.csv');
    await writeFile(report, wrong);
    const page = await portal.signedInAs('K1', '#/manad/2026-10');
    await choose(page, '#report', report);
    await page.getByLabel('Månaden har inga avvikelser').check();
    await check(page);
    await page.getByRole('heading', { name: /fel i filerna/ }).waitFor();

    await writeFile(report, right.report.text);
    await check(page);
    await page.getByText(changed).waitFor();
    expect(await page.getByText('Ingen kontakt med servern').count()).toBe(0);
    expect(await page.locator('#report').evaluate((it) => (it as HTMLInputElement).files?.[0]?.name)).toBe('tid.csv');

    await choose(page, '#report', report);
    await check(page);
    await page.getByRole('heading', { name: 'Filerna är hela' }).waitFor();
    expect(await page.getByText(changed).count()).toBe(0);
    await page.context().close();
  });

  it('is said to be gone when it is', async () => {
    const report = join(folder, 'borta.csv');
    await writeFile(report, right.report.text);
    const page = await portal.signedInAs('K1', '#/manad/2026-10');
    await choose(page, '#report', report);
    await page.getByLabel('Månaden har inga avvikelser').check();
    await rm(report);
    await check(page);
    await page
      .getByText(/Filen (finns inte kvar där du valde den|har ändrats sedan du valde den)\. Välj den igen\./)
      .waitFor();
    await page.context().close();
  });

  it('also where a record is verified, and nothing is verified instead of it', async () => {
    const record = join(folder, 'handling.json');
    await writeFile(record, '{}');
    const page = await portal.open('#/verifiera');
    await choose(page, '#record', record);
    await appendFile(record, ' ');
    await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
    await page.locator('.ds-error-summary', { hasText: changed }).waitFor();
    await choose(page, '#record', record);
    await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
    await page.getByText('Handlingen håller inte').waitFor();
    await page.context().close();
  });
});
