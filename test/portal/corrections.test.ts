import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { aReport } from '../support/a-report.ts';
import { aMonthEnd, fewCases, fewVisits, manager, month } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { axeOn } from './support/axe.ts';
import { radio } from './support/month-steps.ts';
import { press, text } from './support/order-steps.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await aPortal(async (machine) => {
    await aMonthEnd(fewCases)(machine);
    const body = aReport(fewVisits, { wrongSums: { 'A-1': 481 } });
    const handingIn = ['intendSubmission', 'submitMonth'] as const;
    await actorsOf(machine).sign(manager, handingIn, { path: { month }, body }, z.unknown());
  });
});
afterAll(() => portal.end());

it('an officer sees which lines wait for a correction, until when, and is refused to charge them as granted', async () => {
  const page = await portal.signedInAs('O1', '#/manad/2026-10/P1');
  await page.getByText('Väntar på rättelse till och med tors 5 nov: A-1.').waitFor();
  expect(await axeOn(page)).toEqual([]);
  await radio(page, 'A-1').check({ force: true });
  // What would be refused is not offered, and said before anybody is telephoned.
  await page.getByText('kan godkännas först efter tors 5 nov').waitFor();
  expect(await page.getByRole('radio', { name: /^Godkänn 10/ }).count()).toBe(0);
  await page.getByRole('radio', { name: 'Godkänn annan tid' }).check();
  await page.fill('#minutes', '10');
  await page.fill('#minutes-minutes', '0');
  for (const who of ['#customer', '#provider']) await page.locator(who).check();
  await page.getByLabel('Kommentar', { exact: false }).first().fill('Rättas inte.');
  await page.locator('#faultCode').selectOption('WRONG_SUM');
  await press(page, 'Spara bedömning');
  const refusal = page.getByText('Utföraren kan rätta underlaget till och med tors 5 nov.');
  await refusal.waitFor();
  // Seen from the button that was pressed.
  await expect
    .poll(() =>
      refusal.evaluate((it) => it.getBoundingClientRect()).then(({ top, bottom }) => top >= 0 && bottom <= 900),
    )
    .toBe(true);
  await page.context().close();
});

it('a provider sees what is wrong by row and by when, and can say that it cannot correct it', async () => {
  const page = await portal.signedInAs('M1', '#/manad/2026-10');
  await page.getByText('Rätta det som är fel senast tors 5 nov').waitFor();
  await expect.poll(() => text(page, 'main')).toContain('Lämna rättade filer');
  await expect.poll(() => text(page, 'main')).toMatch(/Summaraden stämmer inte/);
  expect(await axeOn(page)).toEqual([]);
  await page.getByText('Vi kan inte rätta', { exact: true }).click();
  await page.getByLabel('Varför, utan namn').fill('Den som gjorde besöket har slutat.');
  await press(page, 'Säg att vi inte kan rätta');
  await page.getByText('Ni har sagt att ni inte kan rätta').first().waitFor();
  await expect.poll(() => text(page, 'main')).not.toContain('Rätta det som är fel senast');
  expect(portal.complaints(page)).toEqual([]);
  await page.context().close();

  const theirs = await portal.signedInAs('O1', '#/manad/2026-10/P1');
  await theirs.getByText('Utföraren har sagt att den inte kan rätta.').waitFor();
  await expect.poll(() => text(theirs, 'main')).toContain('Den som gjorde besöket har slutat.');
  await theirs.context().close();
});
