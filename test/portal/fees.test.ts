import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { aMonthEnd, handIn, manyCases, manyVisits, month, officer } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { press, text } from './support/order-steps.ts';

const feeOfficer = { userId: 'F1', role: 'fee-officer', name: 'Avgiftshandläggare Prov' } as const;
const ofMany = manyCases(102);

let portal: TestPortal;
let people: Actors;
beforeAll(async () => {
  portal = await aPortal(async (machine) => {
    await aMonthEnd(ofMany)(machine);
    const { table } = machine.deps;
    await table.commit([membershipStore(table).save(feeOfficer, undefined)]);
  });
  people = actorsOf(portal.house.machine);
});
afterAll(() => portal.end());

const home = `#/manad/${month}`;
const path = { month, providerId: 'P1' };

it('says that nobody has handed in, rather than that there are no customers', async () => {
  const page = await portal.signedInAs('F1', home);
  await page.getByText('Ingen utförare har lämnat in månaden än').waitFor();
  expect(portal.complaints(page)).toEqual([]);
  await page.context().close();
});

it('shows each customer’s time with its standing in words, sums of all, and the file (L-26)', async () => {
  await handIn(people, manyVisits(102));
  const page = await portal.signedInAs('F1', '', { width: 1280 });
  await page.locator('.bar').getByRole('link', { name: 'Månaden' }).click();
  await expect.poll(() => text(page, 'tfoot tr')).toMatch(/Summa 102 rader\s+1 020 h 00\s+102 h 00/);
  await expect.poll(() => text(page, 'main')).toContain('102 av 102 rader är preliminära');
  await expect
    .poll(() => text(page, 'tbody tr:has-text("A-1000")'))
    .toMatch(/A-1000\s+Omsorg Ett AB\s+10 h 00\s+1 h 00\s+1 h 00\s+–\s+–\s+–\s+Preliminär/);
  // A hundred rows at a time, and the sum is of all of them.
  expect(await page.locator('.table').first().locator('tbody tr').count()).toBe(100);
  await press(page, 'Visa 2 till');
  await expect.poll(() => page.locator('.table').first().locator('tbody tr').count()).toBe(102);
  const saved = page.waitForEvent('download');
  await press(page, 'Spara som fil (CSV)');
  const file = await saved;
  expect(file.suggestedFilename()).toBe(`fees-${month}.csv`);
  const written = await readFile(await file.path(), 'utf8');
  expect(written).toMatch(
    /^\ufeffMånad;Ärendenummer;Utförare;.*;Läge;Version\r\n2026-10;A-1000;P1;600;60;60;0;0;0;PRELIMINÄR;1\r\n/,
  );
  // The heading of a table that one has gone down in lies over its rows.
  await page.evaluate(() => scrollTo(0, 0));
  await look(page, 'fees-sv');
  expect(portal.complaints(page)).toEqual([]);
  await page.context().close();
});

it('says when the rows are settled, also where the screen is narrow, and nothing that decides stands out of sight', async () => {
  for (const { caseNo } of ofMany)
    await people.ask(officer, 'decideLine', { path: { ...path, caseNo }, body: { decision: 'APPROVE' } }, z.unknown());
  await people.sign(officer, ['intendReport', 'signReport'], { path, body: {} }, z.unknown());
  const head = { userId: 'H1', role: 'head' } as const;
  await people.sign(head, ['intendStatement', 'sendStatement'], { path, body: {} }, z.unknown());

  const page = await portal.signedInAs('F1', home, { width: 320, language: 'en' });
  await page.getByText('All rows are settled').waitFor();
  const row = page.locator('tbody tr', { hasText: 'A-1000' });
  await expect.poll(() => row.innerText()).toContain('Settled');
  const inSight = await page.locator('.table td').evaluateAll((cells) =>
    cells.every((cell) => {
      const { left, right } = cell.getBoundingClientRect();
      return left >= 0 && right <= innerWidth;
    }),
  );
  expect(inSight).toBe(true);
  await look(page, 'fees-320-en');
  expect(portal.complaints(page)).toEqual([]);
  await page.context().close();
});

it('opens what the system has told her, and what is read is read', async () => {
  const page = await portal.signedInAs('F1');
  const link = page.locator('.bar').getByRole('link', { name: /^Meddelanden/ });
  await expect.poll(() => link.innerText()).toMatch(/oläst/);
  await link.click();
  await page.locator('main .task a').first().click();
  await page.locator('.messages li').first().waitFor();
  expect(await page.getByText('Sidan hör till en annan roll').count()).toBe(0);
  await look(page, 'fees-message-sv');
  expect(portal.complaints(page)).toEqual([]);
});
