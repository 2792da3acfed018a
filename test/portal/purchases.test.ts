import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPortal, type TestPortal, viewportOf } from './support/a-portal.ts';
import { buying, card, everyBuyer, onPurchase, press, said } from './support/a-purchase.ts';
import { look } from './support/look.ts';
import { textOf } from './support/month-steps.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await aPortal();
  await everyBuyer(portal.house.machine);
});
afterAll(() => portal.end());

describe('a planned purchase by Helsingborg’s routine', () => {
  it('is asked for one thing at a time, spoken of and answered by its people', async () => {
    const page = await portal.signedInAs(buying.manager.userId, '#/kop');
    await page.getByText('Inga köp här.').waitFor();
    await page.getByRole('link', { name: 'Ny begäran' }).click();
    await press(page, 'Fortsätt');
    await expect.poll(() => textOf(page.locator('.ds-error-summary'))).toContain('Välj vem ni frågar');
    await look(page, 'new-purchase-receiver');
    await page.selectOption('#new-receivingUnitId', 'unit:E2');
    await press(page, 'Fortsätt');
    await page.getByText('Planerad hjälp').first().click();
    await press(page, 'Fortsätt');
    await page.fill('#new-caseNo', 'A-3001');
    await page.getByText('Omvårdnad (OMV)').click();
    await press(page, 'Fortsätt');
    await page.fill('#new-extent', '7');
    await page.getByText('Per vecka', { exact: true }).click();
    await page.getByText('Måndag', { exact: true }).click();
    await page.getByText('Torsdag', { exact: true }).click();
    await look(page, 'new-purchase-extent');
    await press(page, 'Fortsätt');
    await page.fill('#new-from', '2026-11-09');
    await page.fill('#new-to', '2026-12-31');
    await press(page, 'Fortsätt');
    await page.getByText('Korta punktinsatser vid dubbelbemanning').click();
    await press(page, 'Fortsätt');
    await expect.poll(() => textOf(page.locator('.ds-error-summary'))).toContain('egen bemanning');
    await page.fill('#new-grounds-ownStaffingExcludedAt', '2026-12-24T10:00');
    await look(page, 'new-purchase-grounds');
    await press(page, 'Fortsätt');
    await page.locator('h1', { hasText: 'Kontrollera och skicka' }).waitFor();
    await look(page, 'new-purchase-check');
    await press(page, 'Skicka begäran');
    // Ahead of time, which the API alone knows: the fault leads to its step, and nothing is lost.
    await page.locator('.ds-error-summary a').click();
    await page.fill('#new-grounds-ownStaffingExcludedAt', '2026-11-01T10:00');
    await press(page, 'Tillbaka till kontrollen');
    await press(page, 'Skicka begäran');
    await onPurchase(page);
    await expect.poll(() => textOf(page.locator('.head'))).toContain('Köp av timmar, ärende A-3001');
    await expect.poll(() => textOf(card(page, 'Innan hjälpen kan börja'))).toContain('H-10');
    await look(page, 'purchase-requested');

    await page.fill('#dialogue-at', '2026-11-02T07:00');
    await page.getByText('Hela behovet kan utföras').click();
    await page.fill('#dialogue-words', 'Vi gör det på morgonen.');
    await page.locator('form:has(#dialogue-at) > button[type="submit"]').click();
    await said(page, 'Dialogen är antecknad.');

    const theirs = await portal.signedInAs(buying.performer.userId, '#/kop');
    await theirs.locator('.table tbody a').first().click();
    await onPurchase(theirs);
    await theirs.getByText('Ja, begäran godkänns').click();
    await theirs.locator('form:has(#decision-reason) > button[type="submit"]').click();
    await said(theirs, 'Svaret är lämnat.');
    await expect.poll(() => textOf(theirs.locator('.head'))).toContain('Godkänt');
    await look(theirs, 'purchase-accepted');
    await theirs.setViewportSize(viewportOf(320));
    await look(theirs, 'purchase-accepted-320');
    expect(portal.complaints(theirs)).toEqual([]);
    expect(portal.complaints(page).filter((line) => !line.includes('status of 422'))).toEqual([]);
  });
});
