import type { Locator, Page } from 'playwright-core';
import type { aReport } from '../../support/a-report.ts';

/** Signs as people do: by the button, by signing in once more, and back on the page. */
export async function signAs(page: Page, user: string): Promise<void> {
  await page.getByRole('button', { name: 'Logga in och underteckna' }).click();
  await page.locator(`button[value="${user}"]`).first().click();
  await page.getByRole('heading', { name: 'Undertecknat och klart' }).waitFor();
}

/** Signs in again: by itself where the identity provider remembers, by saying who one is where it does not. */
export async function goOnAs(page: Page, user: string, until: string): Promise<void> {
  const who = page.locator(`button[value="${user}"]`).first();
  await who.or(page.locator(until).first()).first().waitFor();
  if (await who.isVisible()) await who.click();
}

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Chooses a month's two files by the fields' own buttons, and has them checked. */
export async function checkFiles(page: Page, files: ReturnType<typeof aReport>): Promise<void> {
  await page.setInputFiles('#report', csv('tid.csv', files.report.text));
  await page.setInputFiles('#form', csv('avvikelser.csv', files.deviations.text));
  await page.getByRole('button', { name: 'Kontrollera filerna' }).click();
}

export const radio = (page: Page, caseNo: string) => page.getByRole('radio', { name: caseNo, exact: true });
export const tick = (page: Page, caseNo: string) => page.getByRole('checkbox', { name: new RegExp(`${caseNo}$`) });

/** Which element has focus, by its id or its text. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: it } = document;
    return it?.id || it?.closest('tr')?.querySelector('th')?.textContent || it?.textContent?.trim() || '';
  });

/** What stands there, with plain spaces. */
export const textOf = async (place: Locator): Promise<string> => (await place.innerText()).replaceAll('\u00a0', ' ');
