import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { aReport } from '../support/a-report.ts';
import { aMonthEnd, fewCases, fewVisits, month } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { checkFiles, goOnAs, signAs, textOf } from './support/month-steps.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await aPortal(aMonthEnd(fewCases));
});
afterAll(() => portal.end());

const untrue = /Någon annan hann före|Inget är undertecknat|Något behöver rättas/;
const receipt = (page: Page) => page.locator('.receipt');

/** The page is read again from the beginning, and goes on with the sign-in that it had. */
async function reload(page: Page, user: string, until: string): Promise<void> {
  await page.reload();
  await goOnAs(page, user, until);
  await page.locator(until).first().waitFor();
}

/** After a signature: a reload tells of the same record, and the browser's way back leads to no error. */
async function staysSigned(page: Page, user: string, standing: string): Promise<void> {
  const record = await page.getByRole('link', { name: 'Visa den undertecknade handlingen' }).getAttribute('href');
  await reload(page, user, '.receipt');
  await page.getByRole('heading', { name: standing }).waitFor();
  expect(await textOf(page.locator('main'))).not.toMatch(untrue);
  expect(await page.getByRole('link', { name: 'Visa den undertecknade handlingen' }).getAttribute('href')).toBe(record);
  await expect.poll(() => textOf(receipt(page))).toMatch(/Utförare\s+Omsorg Ett AB\s+Månad\s+oktober 2026/i);
  await look(page, `signed-already-${user}`);
}

describe('a page of a signature that is read again', () => {
  it('before the month is handed in: says that the files must be chosen again, and that nothing is signed', async () => {
    const page = await portal.signedInAs('M1', '#/manad/2026-10');
    await checkFiles(page, aReport(fewVisits));
    await page.getByRole('link', { name: 'Kontrollera och underteckna' }).click();
    await page.locator('.sign-block').first().waitFor();
    await page.reload();
    await goOnAs(page, 'M1', 'text=Inget är undertecknat');
    await page.getByRole('heading', { name: 'Inget är undertecknat' }).waitFor();
    await page.getByText('Välj filerna igen').waitFor();
    await look(page, 'files-gone');
    expect(await textOf(page.locator('main'))).not.toMatch(/Något behöver rättas|För kort/);
    await page.getByRole('link', { name: 'Tillbaka till månaden' }).click();
    await page.locator('#report').waitFor();
    await page.context().close();
  });

  it('after the month was handed in: the receipt', async () => {
    const page = await portal.signedInAs('M1', '#/manad/2026-10');
    await checkFiles(page, aReport(fewVisits));
    await page.getByRole('link', { name: 'Kontrollera och underteckna' }).click();
    await signAs(page, 'M1');
    await expect.poll(() => textOf(receipt(page))).toContain('Omsorg Ett AB');
    await staysSigned(page, 'M1', 'Månaden är inlämnad och undertecknad');
    await page.context().close();
  });

  it('another person signs in for a report: nothing is signed, and the right one may go on', async () => {
    const people = actorsOf(portal.house.machine);
    for (const { caseNo, officerId: userId } of fewCases) {
      const path = { month, providerId: 'P1', caseNo };
      const body = { decision: 'APPROVE', contacts: [{ with: 'customer' }, { with: 'provider' }] };
      await people.ask({ userId, role: 'officer' }, 'decideLine', { path, body }, z.unknown());
    }
    const page = await portal.signedInAs('O1', '#/manad/2026-10/P1/rapport');
    await page.locator('.sign-block').first().waitFor();
    await expect.poll(() => textOf(page.locator('.lead').first())).toBe('Omsorg Ett AB, oktober 2026');
    await page.getByRole('button', { name: 'Logga in och underteckna' }).click();
    await page.locator('button[value="O2"]').first().click();
    await page.getByRole('heading', { name: 'Någon annan loggade in' }).waitFor();
    await expect
      .poll(() => textOf(page.locator('.lead').first()))
      .toMatch(/^Inget är undertecknat\..*Handläggare 2 inloggad\.$/);
    await look(page, 'other-person');
    await page.getByRole('button', { name: 'Logga in som den som skulle underteckna' }).click();
    await page.locator('button[value="O1"]').first().click();
    await page.getByRole('heading', { name: 'Undertecknat och klart' }).waitFor();
    await expect.poll(() => textOf(receipt(page))).toMatch(/Omsorg Ett AB[\s\S]*Handläggare 1/);
    expect(portal.complaints(page)).toEqual([]);

    await staysSigned(page, 'O1', 'Rapporten är undertecknad');
    await page.context().close();
  });

  it('with a comment that the reload took: says so before anything is signed without it', async () => {
    const page = await portal.signedInAs('O2', '#/manad/2026-10/P1');
    await page.getByLabel('Kommentar till myndighetschefen').fill('Se besöken den 4.');
    await page.getByRole('link', { name: 'Kontrollera och underteckna' }).click();
    await page.locator('.sign-block').first().waitFor();
    expect(await textOf(page.locator('main'))).toContain('Se besöken den 4.');
    expect(await textOf(page.locator('main'))).not.toContain('Din kommentar finns inte kvar');
    await reload(page, 'O2', '.sign-block');
    expect(await textOf(page.locator('main'))).toContain('Din kommentar finns inte kvar');
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('besöken');
    await look(page, 'comment-lost');
    await page.getByRole('link', { name: 'Tillbaka till månaden' }).click();
    await page.getByLabel('Kommentar till myndighetschefen').fill('Se besöken den 4.');
    await page.getByRole('link', { name: 'Kontrollera och underteckna' }).click();
    await page.locator('.sign-block').first().waitFor();
    expect(await textOf(page.locator('main'))).not.toContain('Din kommentar finns inte kvar');
    await page.context().close();
  });

  it('another person signs in for a report, and goes on as who they are: what was being written is not theirs', async () => {
    const page = await portal.signedInAs('O2', '#/manad/2026-10/P1');
    await page.getByLabel('Kommentar till myndighetschefen').fill('Min kommentar.');
    await page.getByRole('link', { name: 'Kontrollera och underteckna' }).click();
    await page.locator('.sign-block').first().waitFor();
    await page.getByRole('button', { name: 'Logga in och underteckna' }).click();
    await page.locator('button[value="O1"]').first().click();
    await page.getByRole('button', { name: 'Fortsätt som Handläggare 1' }).click();
    await page.locator('.who', { hasText: 'Handläggare 1' }).waitFor();
    await page.getByRole('heading', { name: 'Uppgifter' }).waitFor();
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Min kommentar');
    await page.context().close();
  });

  it('after the statement was sent: the receipt; on the way back in the browser, a page that says what is so', async () => {
    const o2 = await portal.signedInAs('O2', '#/manad/2026-10/P1/rapport');
    await signAs(o2, 'O2');
    await o2.context().close();
    const page = await portal.signedInAs('H1', '#/manad/2026-10/P1/underlag');
    await signAs(page, 'H1');
    await page.goBack({ waitUntil: 'commit' });
    await page.getByRole('heading', { name: 'Inloggningen är avslutad' }).waitFor();
    expect(await page.getByText('session_not_found').count()).toBe(0);
    await page.getByRole('link', { name: 'Till Utfört' }).click();
    await goOnAs(page, 'H1', '.who');
    await page.locator('.who').waitFor();
    await page.evaluate(() => {
      location.hash = '#/manad/2026-10/P1/underlag';
    });
    await receipt(page).waitFor();
    await staysSigned(page, 'H1', 'Sammanställningen är undertecknad och skickad');
    await page.context().close();
  });
});
