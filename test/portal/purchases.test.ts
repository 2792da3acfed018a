import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { instantAt } from '../../shared/domain/local-time.ts';
import { aPortal, type TestPortal, viewportOf } from './support/a-portal.ts';
import {
  aRequest,
  buying,
  card,
  intoThePurchase,
  onPurchase,
  press,
  readAnew,
  said,
  submit,
  unfold,
} from './support/a-purchase.ts';
import { look } from './support/look.ts';
import { textOf } from './support/month-steps.ts';

let portal: TestPortal;
let people: Actors;
beforeAll(async () => {
  portal = await aPortal();
  people = actorsOf(portal.house.machine);
});
afterAll(() => portal.end());

describe('a planned purchase by Helsingborg’s routine', () => {
  it('is asked for one thing at a time, spoken of and answered by its people', async () => {
    const page = await portal.signedInAs(buying.manager.userId, '#/kop');
    await page.locator('.table tbody a').first().waitFor();
    await look(page, 'purchases');
    await page.getByRole('link', { name: 'Ny begäran' }).click();
    await press(page, 'Fortsätt');
    await expect.poll(() => textOf(page.locator('.ds-error-summary'))).toContain('Välj vem ni frågar');
    await look(page, 'new-purchase-receiver');
    await page.selectOption('#new-receivingUnitId', 'unit:E2');
    await press(page, 'Fortsätt');
    await page.getByText('Planerad hjälp').first().click();
    await press(page, 'Fortsätt');
    await page.fill('#new-caseNo', 'A-3901');
    await page.getByText('Omvårdnad (OMV)').click();
    await press(page, 'Fortsätt');
    await page.fill('#new-extent', '7');
    await page.getByText('Per vecka', { exact: true }).click();
    await page.getByText('Måndag', { exact: true }).click();
    await page.getByText('Torsdag', { exact: true }).click();
    await look(page, 'new-purchase-extent');
    await press(page, 'Fortsätt');
    await page.fill('#new-from', '2026-11-09');
    await page.fill('#new-to', '2026-11-01');
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
    // A last day before the first, which the API says: the fault leads to its step, and nothing is lost.
    await page.locator('.ds-error-summary a').click();
    await page.fill('#new-to', '2026-12-31');
    await press(page, 'Tillbaka till kontrollen');
    await press(page, 'Skicka begäran');
    // What the routine asks first is told with its rule.
    await page.getByText('Egen bemanning är inte utesluten innan begäran görs. H-15').waitFor();
    await page.getByRole('link', { name: /^Ändra när var det klart/ }).click();
    await page.fill('#new-grounds-ownStaffingExcludedAt', '2026-11-01T10:00');
    await press(page, 'Tillbaka till kontrollen');
    await press(page, 'Skicka begäran');
    await onPurchase(page);
    await expect.poll(() => textOf(page.locator('.head'))).toContain('Köp av timmar, ärende A-3901');
    await expect.poll(() => textOf(card(page, 'Innan hjälpen kan börja'))).toContain('H-10');
    await look(page, 'purchase-requested');

    await page.fill('#dialogue-at', '2026-11-02T07:00');
    await page.getByText('Hela behovet kan utföras').click();
    await page.fill('#dialogue-words', 'Vi gör det på morgonen.');
    await page.locator('form:has(#dialogue-at) > button[type="submit"]').click();
    await said(page, 'Dialogen är antecknad.');

    const theirs = await portal.signedInAs(buying.performer.userId, '#/kop');
    // Between boards: whom it is for is shown to the performer once it has said yes.
    await theirs
      .getByRole('link', { name: /^Visas senare/ })
      .first()
      .click();
    await onPurchase(theirs);
    await theirs.getByText('Ja, begäran godkänns').click();
    await theirs.locator('form:has(#decision-reason) > button[type="submit"]').click();
    await said(theirs, 'Svaret är lämnat.');
    await expect.poll(() => textOf(theirs.locator('.head'))).toContain('Godkänt');
    await look(theirs, 'purchase-accepted');
    await theirs.setViewportSize(viewportOf(320));
    await look(theirs, 'purchase-accepted-320');
    await theirs.setViewportSize(viewportOf(1280));
    expect(portal.complaints(theirs)).toEqual([]);
    expect(portal.complaints(page).filter((line) => !/status of (422|409)/.test(line))).toEqual([]);

    // The agreement is drawn up by one, and signed by both, each of whom sees the same sum.
    await submit(theirs, '#agreement-orePerHour');
    await said(theirs, 'Avtalet är upprättat.');
    const sums: string[] = [];
    for (const [user, by] of [
      ['EM1', theirs],
      ['EB1', page],
    ] as const) {
      await readAnew(by, user);
      // Of what waits the first lies open: to the orderer that is what it has to hand over.
      if (user === 'EB1') await unfold(by, 'Underteckna avtalet');
      await by.getByRole('link', { name: 'Gå till underskriften' }).click();
      await by.getByRole('button', { name: 'Logga in och underteckna' }).waitFor();
      sums.push(await by.locator('code.whole').first().innerText());
      await look(by, `purchase-sign-${user}`);
      await by.getByRole('button', { name: 'Logga in och underteckna' }).click();
      await by.locator(`button[value="${user}"]`).first().click();
      await by.getByRole('heading', { name: 'Avtalet är undertecknat av dig' }).waitFor();
      await by.getByRole('link', { name: 'Till köpet' }).click();
      await onPurchase(by);
    }
    expect(new Set(sums).size).toBe(1);
    await expect.poll(() => textOf(card(page, 'Avtal'))).toContain('Undertecknat av båda.');
    await look(page, 'purchase-signed');
  });
});

describe('the menu of each role that has part in purchases', () => {
  const common = ['Uppgifter', 'Meddelanden', 'Köp'];
  it.each([
    ['EB1', common],
    ['EB4', common],
    ['EM5', common],
    ['EM6', common],
    ['EM3', ['Uppgifter', 'Köp']],
    ['EK1', [...common, 'Månaden', 'Fakturor']],
    ['EF1', [...common, 'Fakturor']],
    ['EU1', common],
    ['ER1', common],
    ['EO1', common],
  ])('%s sees what it may use, and nothing else', async (user, menu) => {
    const page = await portal.signedInAs(user, '#/kop');
    await page.locator('.table tbody').waitFor();
    const names = async () => (await page.locator('nav a').allInnerTexts()).map((name) => name.replace(/\s.*/s, ''));
    await expect.poll(names).toEqual(menu);
    expect(await page.getByRole('link', { name: 'Ny begäran' }).count()).toBe(user === 'EB1' ? 1 : 0);
    expect(portal.complaints(page)).toEqual([]);
    await page.context().close();
  });
});

describe('acute help that both managers follow up', () => {
  it('counts its days, goes on while they disagree, and is decided when both have said the same', async () => {
    await portal.house.machine.moveTo(instantAt('2026-11-03', '08:00'));
    const page = await portal.signedInAs('EB1', '#/kop');
    await intoThePurchase('A-3003')(page);
    await page.getByText('Akut insats pågår dag 12; dag 15, fre 6 nov, ska ni besluta tillsammans').waitFor();
    await look(page, 'purchase-acute-12');
    await portal.house.machine.moveTo(instantAt('2026-11-06', '08:00'));
    const theirs = await portal.signedInAs('EM1', new URL(page.url()).hash);
    await onPurchase(theirs);
    await theirs.getByText('Akut insats pågår dag 15: ni ska besluta tillsammans nu').waitFor();
    await theirs.getByText('Hjälpen planeras', { exact: true }).click();
    await theirs.fill('#follow-up-words', 'Behovet består.');
    await submit(theirs, '#follow-up-words');
    await said(theirs, 'Det är antecknat vad du vill.');

    await readAnew(page, 'EB1');
    await page.getByText('Utförarens chef vill planera hjälpen').first().waitFor();
    await page.getByText('Hjälpen avslutas', { exact: true }).click();
    await page.fill('#follow-up-words', 'Vi har anställt.');
    await submit(page, '#follow-up-words');
    await said(page, 'Det är antecknat vad du vill.');
    await page.getByText('Beställarens chef vill avsluta hjälpen').first().waitFor();
    await look(page, 'purchase-acute-disagree');
    await page.getByText('Hjälpen planeras', { exact: true }).click();
    await page.fill('#follow-up-words', 'Vi är överens.');
    await submit(page, '#follow-up-words');
    await expect.poll(() => textOf(page.locator('main'))).toContain('Beställarens chef vill planera hjälpen');
    await expect.poll(() => page.locator('.act > summary', { hasText: 'Upprätta avtalet' }).count()).toBe(1);
    expect(portal.complaints(page)).toEqual([]);
  });
});

describe('notice by Halmstad’s routine', () => {
  it('shows what it costs by both readings before anybody may give it', async () => {
    await portal.house.machine.moveTo(instantAt('2026-11-17', '08:00'));
    const purchaseId = await aRequest(people, buying.caseWorker, {
      ...{ orderingUnitId: 'E5', caseNo: 'A-3902', from: '2026-11-17', to: '2027-03-31' },
      extent: { minutes: 600, per: 'WEEK', weekdays: [1, 2, 3, 4, 5] },
      grounds: { code: 'OWN_UNABLE', ownStaffingExcludedAt: '2026-11-16T10:00:00+01:00' },
    });
    const path = { purchaseId };
    const leader = await portal.signedInAs('EU1', `#/kop/${purchaseId}`);
    await onPurchase(leader);
    await leader.getByText('Beställningsperioden är bindande. Faktiska kostnader debiteras.').first().waitFor();
    await press(leader, 'Informera beställaren');
    await said(leader, 'Beställaren är informerad och ska bekräfta.');
    const page = await portal.signedInAs('EB5', `#/kop/${purchaseId}`);
    await onPurchase(page);
    await press(page, 'Bekräfta villkoren');
    await said(page, 'Du har bekräftat villkoren.');
    await people.ask(buying.leader, 'decidePurchase', { path, body: { accept: true } }, z.unknown());
    const entered = { caseCode: 'HVF-77', reference: 'T-1' };
    await people.ask(buying.registrar, 'registerPurchase', { path, body: entered }, z.unknown());
    const visit = { at: '2026-11-17T08:00:00+01:00', reason: 'ringer i eftermiddag' };
    await people.ask(buying.coordinator, 'startPurchase', { path, body: visit }, z.unknown());

    await readAnew(page, 'EB5');
    await unfold(page, 'Säg upp eller minska');
    await page.fill('#notice-effective', '2026-12-01');
    await submit(page, '#notice-effective');
    await page.getByText('Visa kostnaden innan du säger upp').first().waitFor();
    await press(page, 'Visa vad det kostar');
    await page.getByText('Minskning/avslut: 4 veckors framförhållning → tidigast tis 15 dec 2026').waitFor();
    await expect
      .poll(() => textOf(page.locator('.notice-quote')))
      .toMatch(/Enligt beställd tid\s[\s\S]*\d+ h \d+ min\s+[\d ]+,\d\d kr/);
    await look(page, 'purchase-notice');
    await page.fill('#notice-reason', 'Behovet är borta.');
    await submit(page, '#notice-effective');
    await page.locator('dialog[open]').getByRole('button', { name: 'Säg upp eller minska' }).click();
    await said(page, 'Uppsägningen är lämnad.');
    await expect.poll(() => textOf(page.locator('main'))).toContain('Första dagen utan hjälp är tis 1 dec 2026');
  });
});
