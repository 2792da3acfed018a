import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignmentStore } from '../../shared/stores/assignment-store.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { aMonthEnd, fewCases } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { focused, signAs, textOf } from './support/month-steps.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await aPortal(async (machine) => {
    await aMonthEnd(fewCases.slice(0, 1))(machine);
    const { table } = machine.deps;
    const visits = [1, 3, 5].map((weekday) => ({ weekday, start: '08:00', minutes: 30 }));
    const one = { caseNo: 'A-7', providerId: 'P1', officerId: 'O1', from: '2026-10-01', to: null } as const;
    await table.commit([
      caseStore(table).save(one, undefined),
      assignmentStore(table).add({ ...one, services: [{ code: 'OMV', minutesPerMonth: 420, visits }] }),
    ]);
  });
});
afterAll(() => portal.end());

const hash = '#/manad/2026-10/fyll-i';

describe('a month that is filled in on a page', () => {
  it('has the ordered visits to tick, by the keys, and keeps them: another browser goes on', async () => {
    const page = await portal.signedInAs('K1', '#/manad/2026-10');
    await page.getByRole('link', { name: 'Fyll i månaden här på sidan' }).click();
    const section = page.locator('details', { hasText: 'A-7' });
    await section.locator('summary').first().click();
    const first = page.getByRole('checkbox', { name: /^tors 1 okt|^fre 2 okt/ });
    await first.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('visit-A-7-1');
    await page.keyboard.press('Space');
    await section
      .getByRole('button', { name: /^Ändra/ })
      .nth(1)
      .click();
    await page.fill('#visit-A-7-1-end', '08:45');
    await expect.poll(() => page.inputValue('#visit-A-7-1-performed')).toBe('45');
    await page.getByText('Allt är sparat.').waitFor();
    await look(page, 'filling');
    await page.context().close();

    const other = await portal.signedInAs('M1', hash);
    await expect
      .poll(() => textOf(other.locator('details', { hasText: 'A-7' }).locator('summary').first()))
      .toMatch(/2 av 1\d besök klara\s+1 h 15 min/);
    await other.context().close();
  });

  it('says what is missing at its row, then takes the month to the manager’s signature', async () => {
    const page = await portal.signedInAs('M1', hash, { width: 320 });
    await page.getByRole('button', { name: 'Kontrollera månaden' }).click();
    await page.getByText(/A-7: 1\d besök saknar utfall/).click();
    expect(await focused(page)).toBe('visit-A-7-2');
    await page
      .locator('details', { hasText: 'A-7' })
      .getByRole('button', { name: /^Ändra/ })
      .nth(2)
      .click();
    await page.selectOption('#visit-A-7-2-status', 'BOMTID');
    await page.getByRole('button', { name: 'Lägg till avvikelsen' }).click();
    expect(await page.inputValue('#fill-A-7-deviation-0')).toBe('BOMTID');
    await page.getByRole('button', { name: /^Bocka av alla som återstår/ }).click();

    await page.locator('details', { hasText: 'A-1' }).locator('summary').first().click();
    const one = page.locator('details.filling', { hasText: 'A-1' });
    await one.getByText('Lägg in besök som återkommer varje vecka').click();
    await one.getByLabel('måndag').check();
    await page.fill('#fill-A-1-weekly-start', '23:30');
    await page.fill('#fill-A-1-weekly-minutes', '60');
    await one.getByRole('button', { name: 'Lägg in i månaden' }).click();
    await expect.poll(() => textOf(one.locator('summary').first())).toMatch(/0 av 4 besök klara/);
    await one.getByRole('button', { name: /^Bocka av alla som återstår/ }).click();
    await look(page, 'filling-narrow');
    await page.getByRole('button', { name: 'Kontrollera månaden' }).click();
    await page.getByRole('heading', { name: 'Filerna är hela' }).waitFor();
    await page.getByRole('button', { name: 'Gå vidare till underskrift' }).click();
    await expect.poll(() => textOf(page.locator('.sign-block').first())).toMatch(/Tidsrapport[\s\S]*SHA-256/);
    await signAs(page, 'M1');
    await page.getByRole('link', { name: 'Tillbaka till månaden' }).click();
    await page.getByText('Du kan lämna in på nytt').waitFor();
    expect(portal.complaints(page).filter((line) => !/status of 404/.test(line))).toEqual([]);
    await page.context().close();
  });

  it('lets a person choose when a colleague has kept the same case meanwhile', async () => {
    const [mine, theirs] = await Promise.all([portal.signedInAs('K1', hash), portal.signedInAs('M1', hash)]);
    for (const page of [mine, theirs])
      await page.locator('details', { hasText: 'A-7' }).locator('summary').first().click();
    await theirs.locator('#visit-A-7-0').uncheck();
    await theirs.getByText('Allt är sparat.').waitFor();
    await mine.locator('#visit-A-7-1').uncheck();
    await mine.getByText('En kollega har ändrat A-7').waitFor();
    await mine.getByRole('button', { name: 'Hämta kollegans' }).click();
    await expect.poll(() => mine.locator('#visit-A-7-0').isChecked()).toBe(false);
    expect(await mine.locator('#visit-A-7-1').isChecked()).toBe(true);
    await mine.locator('#visit-A-7-2').check();
    await mine.getByText('Allt är sparat.').waitFor();
    await mine.context().close();
    await theirs.context().close();
  });

  it('keeps what cannot be read, names it with its case and visit, and leads to its field', async () => {
    const page = await portal.signedInAs('M1', hash);
    await page.locator('details', { hasText: 'A-7' }).locator('summary').first().click();
    const section = page.locator('details.filling', { hasText: 'A-7' });
    await page.locator('#visit-A-7-0').check();
    await section
      .getByRole('button', { name: /^Ändra/ })
      .nth(0)
      .click();
    await page.fill('#visit-A-7-0-performed', '0,5');
    await page.getByText('Skriv hela minuter med siffror').waitFor();
    expect(await page.inputValue('#visit-A-7-0-performed')).toBe('0,5');
    await section
      .getByRole('button', { name: /^Ändra/ })
      .nth(0)
      .click();
    await page.fill('#visit-A-7-1-end', '');
    // A day that is none of the month's is wrong at once, not when everything is checked.
    await page.getByRole('button', { name: 'Lägg till ett besök' }).click();
    const added = page.locator('[id^="visit-A-7-"][id$="-date"]').last();
    await added.fill('2026-11-05');
    await page.getByText('Dagen ligger utanför månaden.').waitFor();
    await page.getByRole('button', { name: 'Kontrollera månaden' }).click();
    const summary = page.locator('.ds-error-summary');
    await expect.poll(() => textOf(summary)).toMatch(/A-7, (?:tors 1|fre 2) okt 08:00: ”0,5” går inte att läsa/);
    expect(await textOf(summary)).toMatch(/A-7, .* okt 08:00: Till: Skriv tiden\./);
    expect(await textOf(summary)).toMatch(/A-7, tors 5 nov: Dagen ligger utanför månaden\./);
    await look(page, 'filling-faults');
    // Shut, it is opened by its link's way there.
    await summary.getByRole('link', { name: /går inte att läsa/ }).click();
    expect(await focused(page)).toBe('visit-A-7-0-performed');
    expect(await page.inputValue('#visit-A-7-0-performed')).toBe('0,5');
    // Put back as it was for whoever goes on.
    await page.fill('#visit-A-7-0-performed', '30');
    await page.fill('#visit-A-7-1-end', '08:45');
    await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
    await page.getByText('Allt är sparat.').waitFor();
    await page.context().close();
  });
});
