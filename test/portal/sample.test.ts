import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMonth } from '../../functions/months/opening/open-month.ts';
import { drawSamples } from '../../functions/months/sampling/draw-samples.ts';
import { instantAt } from '../../shared/domain/local-time.ts';
import { aMonthEnd, manyCases, month } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { press, text } from './support/order-steps.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await aPortal(async (machine) => {
    await aMonthEnd(manyCases(21))(machine);
    await openMonth.run(instantAt('2026-11-01', '00:10'), machine.deps);
  });
});
afterAll(() => portal.end());

const home = `#/manad/${month}/stickprov`;

it('says what the month is bound to, and when the cases are shown', async () => {
  const page = await portal.signedInAs('O1', `#/manad/${month}`);
  await page.getByRole('link', { name: 'Månadens stickprov' }).click();
  await expect.poll(() => text(page, 'main')).toContain('Ärendena visas');
  await expect.poll(() => text(page, 'code')).toMatch(/^[0-9a-f]{64}$/);
  expect(await page.locator('code').count()).toBe(1);
  await look(page, 'sample-bound-sv');
  expect(portal.complaints(page)).toEqual([]);
  await page.context().close();
});

it('the officer writes down what was found out of the cases, and the head reads it', async () => {
  await drawSamples.run(instantAt('2026-11-03', '00:02'), portal.house.machine.deps);
  const page = await portal.signedInAs('O1', home);
  await expect.poll(() => text(page, 'main')).toContain('0 av 2 kontrollerade');
  expect(await page.locator('code').count()).toBe(2);
  const card = page.locator('main section.card').first();
  await card.getByRole('button', { name: 'Spara' }).click();
  await expect.poll(() => card.getByText('Välj vad kunden säger.').count()).toBe(2);
  await card.getByLabel('Den stämmer inte').check();
  await card.getByLabel('Inte lästa').check();
  await card.getByLabel('Anteckning').fill('Kunden minns två besök.');
  await look(page, 'sample-sv');
  await card.getByRole('button', { name: 'Spara' }).click();
  await expect.poll(() => text(page, 'main')).toContain('1 av 2 kontrollerade');
  await expect.poll(() => card.textContent()).toContain('Kunden minns två besök.');
  await press(page, 'Ändra');
  await card.getByLabel('Den stämmer', { exact: true }).check();
  await card.getByRole('button', { name: 'Spara' }).click();
  await expect.poll(() => card.getByRole('button', { name: 'Ändra' }).count()).toBe(1);
  expect(portal.complaints(page)).toEqual([]);
  await page.context().close();

  const heads = await portal.signedInAs('H1', home);
  await expect.poll(() => text(heads, 'tbody')).toContain('Kunden minns två besök.');
  await look(heads, 'sample-head-sv');
  await heads.context().close();

  // The provider has not handed in: it sees what the month is bound to, and nothing else.
  const providers = await portal.signedInAs('M1', home);
  await expect.poll(() => text(providers, 'main')).toContain('när ni har lämnat in månaden');
  expect(await providers.locator('code').count()).toBe(1);
  expect(portal.complaints(providers)).toEqual([]);
});
