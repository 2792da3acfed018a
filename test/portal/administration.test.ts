import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPortal, type TestPortal, viewportOf } from './support/a-portal.ts';
import { look } from './support/look.ts';

let portal: TestPortal;
let page: Page;
beforeAll(async () => {
  portal = await aPortal('empty');
  page = await portal.signedInAs('admin');
});
afterAll(() => portal.end());

const main = () => page.locator('main');
const press = (name: string) => main().getByRole('button', { name, exact: true }).click();
const follow = (name: string) => main().getByRole('link', { name, exact: true }).click();
const onPage = (title: string) => page.locator('h1', { hasText: title }).waitFor();
const unfold = (name: string) => main().locator('summary', { hasText: name }).click();
const toStart = async () => {
  await page.locator('.bar nav').getByRole('link', { name: 'Administration' }).click();
  await onPage('Administration');
};
const step = (title: string) => main().locator('.task', { hasText: title });

/** Nobody is shut out, wide and narrow, and nothing scrolls sideways. */
async function looked(name: string): Promise<void> {
  for (const width of [1280, 320] as const) {
    await page.setViewportSize(viewportOf(width));
    await look(page, `administration-${name}-${width}`);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, `${name} scrolls sideways at ${width}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(viewportOf(1280));
}

/** Says yes to what is shown, and waits until it has been carried out. */
async function yes(name: string, { isForm = true } = {}): Promise<void> {
  await onPage('Vad som ändras');
  await main().getByRole('button', { name: 'Ja, genomför' }).waitFor();
  // Who has chosen no file is told of none.
  if (isForm) expect(await main().innerText()).not.toMatch(/\.csv|rad \d|filen/);
  await looked(name);
  await press('Ja, genomför');
  await main().getByText('Det är genomfört').waitFor();
}

const header =
  'Ärendenummer;Utförare;Handläggare;Namn;Personnummer;Adress;Telefon;Närståendes telefon;Skyddad;Hemsjukvård;Insats;Minuter per månad;Från;Till;Beslutsdag;Senast uppföljd';
const customer = (nr: number, minutes = '600') =>
  `A-${1000 + nr};P1;${nr % 2 === 0 ? 'O1' : 'O2'};Kund ${nr};;Storgatan ${nr};0247-100 ${String(nr).padStart(3, '0')};;;;OMV;${minutes};2026-03-01;;;`;
const fileOf = (name: string, lines: readonly string[]) => ({
  ...{ name, mimeType: 'text/csv' },
  buffer: Buffer.from(`${[header, ...lines].join('\n')}\n`),
});
const customers = Array.from({ length: 200 }, (_, n) => customer(n + 1));

describe('an empty machine becomes, by clicking alone, a municipality', () => {
  it('meets its first administrator with what to do first', async () => {
    await toStart();
    await step('Kommunen och rutinen').getByText('Att göra').waitFor();
    await expect.poll(() => step('Kunder').innerText()).toContain('Väntar');
    await looked('empty');
    await follow('Kommunen och rutinen');
    await onPage('Kommunen och rutinen');
    await press('Se vad som ändras');
    await expect.poll(() => page.locator('.ds-error-summary li').count()).toBe(3);
    await looked('municipality-errors');
    await page.fill('#kommun-municipality', 'Nykommun');
    await page.selectOption('#kommun-pack', 'leksand');
    await page.fill('#kommun-invoiceAddress', 'Fack 1, 793 00 Nykommun');
    await press('Se vad som ändras');
    await yes('municipality-plan');
    await looked('municipality-done');
    await follow('Till administrationen');
    await expect.poll(() => step('Kommunen och rutinen').innerText()).toContain('Klart');
  });

  it('gets a provider', async () => {
    await follow('Utförare');
    await looked('providers-none');
    await follow('Ny utförare');
    await onPage('Ny utförare');
    await page.fill('#provider-id', 'P1');
    await page.fill('#provider-name', 'Omsorg Ett AB');
    await main().getByText('Privat', { exact: true }).click();
    await page.fill('#provider-email', 'p1@utforare.example');
    await page.fill('#provider-organisationNumber', '556000-1234');
    await page.fill('#provider-town', 'Nykommun');
    await page.fill('#provider-approvedFrom', '2026-01-01');
    await page.fill('#provider-permit-from', '2026-01-01');
    await looked('provider-form');
    await press('Spara');
    await onPage('Omsorg Ett AB');
    await expect.poll(() => main().innerText()).toContain('556000-1234');
    await unfold('Sätt tak');
    await page.fill('#ceiling-value', '4000');
    await main().locator('form button', { hasText: 'Sätt tak' }).click();
    await main().getByText('0 av 4000 timmar per månad').waitFor();
    await looked('provider');
  });

  it.each([
    ['O1', 'Ola Ett'],
    ['O2', 'Olga Två'],
  ])('takes in the officer %s', async (id, name) => {
    await toStart();
    await follow('Personal');
    await follow('Ta in någon');
    await page.fill('#person-id', id);
    await page.fill('#person-name', name);
    await main().getByLabel('Roll', { exact: true }).selectOption('officer');
    await looked('new-person');
    await press('Spara');
    await onPage(name);
    await expect.poll(() => main().innerText()).toContain('har rollen');
  });

  it('gets a service catalogue and a rate', async () => {
    await toStart();
    await follow('Insatser och ersättning');
    await page.fill('#service-code', 'OMV');
    await page.fill('#service-name', 'Omvårdnad');
    await looked('catalogue-empty');
    await main().locator('form:has(#service-code) button').click();
    await yes('service-plan');
    await toStart();
    await follow('Insatser och ersättning');
    await page.fill('#rate-month', '2026-01');
    await page.fill('#rate-amount', '412,50');
    await page.fill('#rate-decision', 'KF 2025-12');
    await main().locator('form:has(#rate-month) button').click();
    await yes('rate-plan');
    await toStart();
    await follow('Insatser och ersättning');
    await main().getByText('412,50').first().waitFor();
    await looked('catalogue');
  });

  it('says what is wrong in a file so that it can be mended, then reads its 200 customers in', async () => {
    await toStart();
    await follow('Kunder');
    await onPage('Läs in filer');
    await page.setInputFiles('#read-in-file', { ...fileOf('annat.csv', []), buffer: Buffer.from('Hej;hopp\n') });
    await page.locator('.ds-error-summary', { hasText: 'känns inte igen' }).waitFor();
    await page.setInputFiles('#read-in-file', fileOf('export.csv', [customer(1), customer(2, 'tolv')]));
    await main().getByText('Kunder, en rad per ärende och insats').waitFor();
    await looked('read-in');
    await press('Se vad som ändras');
    await main().getByText('Filen behöver rättas').waitFor();
    await main().getByText('Det är inget helt tal.').waitFor();
    await expect.poll(() => main().locator('tbody tr').first().innerText()).toContain('rad 3');
    await looked('faults');
    await follow('Läs in filen igen');
    await page.setInputFiles('#read-in-file', fileOf('export.csv', customers));
    await press('Se vad som ändras');
    await main().getByRole('button', { name: 'Ja, genomför' }).waitFor();
    await expect.poll(() => main().locator('.counts').innerText()).toMatch(/Nya\s+200/);
    await yes('customers-plan', { isForm: false });
    await follow('Till administrationen');
    await expect.poll(() => main().locator('.task .ds-tag').allInnerTexts()).toEqual(Array(5).fill('Klart'));
    await looked('whole');
  });

  it('reads the same file in again: everything is as it was', async () => {
    await follow('Läs in filer');
    await page.setInputFiles('#read-in-file', fileOf('kunder.csv', customers));
    await press('Se vad som ändras');
    await main().getByText('Inget skulle ändras').waitFor();
    await expect.poll(() => main().locator('.counts').innerText()).toMatch(/Oförändrade\s+200/);
  });
});

describe('what comes after', () => {
  it('an officer with cases cannot leave before they have been moved: one, then all', async () => {
    await toStart();
    await follow('Personal');
    await looked('staff');
    await follow('Olga Två');
    await unfold('Avsluta personen');
    await press('Fortsätt till kontroll');
    await main().getByRole('dialog').getByRole('button', { name: 'Avsluta personen' }).click();
    await main().getByText('Kvar att flytta: 100 ärenden').first().waitFor();
    await looked('work-left');
    await main().getByRole('link', { name: 'Flytta ärenden' }).first().click();
    await onPage('Flytta ärenden från Olga Två');
    await main().getByText('Några', { exact: true }).click();
    await main().getByText('A-1001', { exact: true }).click();
    await page.selectOption('#move-to', 'O1');
    await page.selectOption('#move-reason', 'LEAVES');
    await looked('move');
    // The list is fetched anew after a move: here only once the next move has been chosen, of which it takes nothing.
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/\/caseloads\/[^/]+\?/, async (route) => {
      await held;
      await route.continue();
    });
    await press('Fortsätt till kontroll');
    await main().getByRole('dialog').getByRole('button', { name: 'Flytta' }).click();
    await main().getByText('1 flyttade, 0 kvar.').waitFor();
    await main().getByText('Några', { exact: true }).click();
    await page.selectOption('#move-to', 'O1');
    await page.selectOption('#move-reason', 'LEAVES');
    await main().getByText('A-1001', { exact: true }).click();
    letGo();
    await main().getByText('A-1001', { exact: true }).waitFor({ state: 'detached' });
    expect(await page.inputValue('#move-to')).toBe('O1');
    expect(await page.inputValue('#move-reason')).toBe('LEAVES');
    // What is here no more is not asked for, though it was ticked.
    await press('Fortsätt till kontroll');
    await main().getByRole('link', { name: 'Välj minst ett ärende.' }).waitFor();
    await main().getByRole('radio', { name: /^Alla/ }).check();
    await press('Fortsätt till kontroll');
    await main().getByRole('dialog').getByRole('button', { name: 'Flytta' }).click();
    await main().getByText('99 flyttade, 0 kvar.').waitFor();
    await main().getByText('Inga ärenden finns kvar här.').waitFor();
    await looked('moved');
    await follow('Till personen');
    await unfold('Avsluta personen');
    await press('Fortsätt till kontroll');
    await main().getByRole('dialog').getByRole('button', { name: 'Avsluta personen' }).click();
    await expect.poll(() => main().innerText()).toContain('har den inte i dag');
  });

  it('a provider is paused and takes customers again', async () => {
    await toStart();
    await follow('Utförare');
    await follow('Omsorg Ett AB');
    await unfold('Pausa');
    await page.fill('#pause-from', '2026-11-01');
    await page.fill('#pause-reason', 'Personalbrist');
    await main().locator('form:has(#pause-from) button').click();
    await main()
      .getByText(/^Pausad/)
      .waitFor();
    await unfold('Ta emot igen');
    await main().locator('form button', { hasText: 'Ta emot igen' }).click();
    await main().getByText('Tar emot', { exact: true }).waitFor();
  });

  it('each parameter is said in words, and changed after it has been shown', async () => {
    await toStart();
    await follow('Rutinens val');
    await main().locator('tbody').getByText('Tid att bekräfta mottagandet (L-12, A11)').waitFor();
    await unfold('Ändra ett val');
    await page.selectOption('#parameter-key', 'confirm.within');
    await main().getByText('Kan vara timmar, till exempel 48').waitFor();
    await page.fill('#parameter-value', '48');
    await looked('parameters');
    await press('Se vad som ändras');
    await yes('parameter-plan');
    await toStart();
    await follow('Rutinens val');
    await expect
      .poll(() => main().locator('tr', { hasText: 'confirm.within' }).innerText())
      .toMatch(/48 timmar.*ert eget val/s);
    // What can be chosen is chosen, by its words; nothing of how it is set is shown but its name.
    await unfold('Ändra ett val');
    await page.selectOption('#parameter-key', 'calendar.saturdayIsVardag');
    await page.selectOption('#parameter-value', { label: 'Ja' });
    await page.selectOption('#parameter-key', 'dygnMode');
    await page.selectOption('#parameter-value', { label: 'samma klockslag nästa dag' });
    const values = await main()
      .locator('tbody td')
      .evaluateAll((cells) => cells.map(({ textContent }) => textContent ?? ''));
    expect(values.filter((text) => /[A-Z]{3}|[A-Z]_|true|false|PT\d/.test(text.replace(/LSS/g, '')))).toEqual([]);
  });

  it('says who stands in for whom', async () => {
    await toStart();
    await follow('Ställföreträdare');
    await unfold('Utse en ställföreträdare');
    await page.selectOption('#deputy-forUserId', 'admin administrator');
    await page.selectOption('#deputy-deputyUserId', 'O1');
    await page.fill('#deputy-from', '2026-12-07');
    await page.fill('#deputy-to', '2026-12-11');
    await looked('deputies');
    await press('Utse');
    await main().locator('tbody').getByText('gäller inte i dag').waitFor();
    await main()
      .getByRole('button', { name: /^Ta tillbaka/ })
      .click();
    await main().locator('tbody').getByText('avslutat').waitFor();
  });

  it('a provider that has no customers ends, after it has been looked at once more', async () => {
    await toStart();
    await follow('Utförare');
    await follow('Ny utförare');
    await page.fill('#provider-id', 'P2');
    await page.fill('#provider-name', 'Kommunens hemtjänst');
    await main().getByText('Kommunal', { exact: true }).click();
    await page.fill('#provider-email', 'p2@utforare.example');
    await press('Spara');
    await onPage('Kommunens hemtjänst');
    await unfold('Avsluta utföraren');
    await page.fill('#end-lastDay', '2026-12-31');
    await press('Fortsätt till kontroll');
    await main().getByRole('dialog').getByRole('button', { name: 'Avsluta utföraren' }).click();
    await main().getByText('0 kunder har flyttats.').waitFor();
    await main()
      .getByText(/^Slutar/)
      .waitFor();
  });

  it('the head sees who and what there is, and nothing of the files', async () => {
    await toStart();
    await follow('Personal');
    await follow('Ta in någon');
    await page.fill('#person-id', 'H1');
    await page.fill('#person-name', 'Hedda Chef');
    await main().getByLabel('Roll', { exact: true }).selectOption('head');
    await press('Spara');
    await onPage('Hedda Chef');
    const theirs = await portal.signedInAs('H1', '#/administration');
    await theirs.locator('main .task a').first().waitFor();
    const links = await theirs.locator('main .task a').allInnerTexts();
    expect(links).toEqual([
      ...['Utförare', 'Personal', 'Insatser och ersättning', 'Rutinens val', 'Enheter', 'Ställföreträdare'],
      'Turordningslistan',
    ]);
    await theirs.context().close();
  });

  it('speaks English too, and complains of nothing', async () => {
    await page.locator('.bar').getByRole('button', { name: 'English' }).click();
    for (const room of ['', '/kommun', '/las-in', '/insatser', '/rutin', '/utforare', '/utforare/P1', '/utforare/ny']) {
      await page.goto(`${portal.house.base}/#/administration${room}`);
      await expect.poll(() => page.locator('main .loading, main .waiting').count()).toBe(0);
      await looked(`en${room.replaceAll('/', '-')}`);
    }
    for (const room of ['/personal', '/personal/O1', '/personal/ny', '/enheter', '/arenden/O1', '/stallforetradare']) {
      await page.goto(`${portal.house.base}/#/administration${room}`);
      await expect.poll(() => page.locator('main .loading, main .waiting').count()).toBe(0);
      await looked(`en${room.replaceAll('/', '-')}`);
    }
    expect(portal.complaints(page).filter((line) => !/status of (409|422)/.test(line))).toEqual([]);
  });
});
