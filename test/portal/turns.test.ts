import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { replay } from '../../functions/choices/ledger/replay.ts';
import { readTurnFile } from '../../functions/choices/ledger/turn-reader.ts';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { arrangedTurns } from './support/a-switch.ts';
import { textOf } from './support/month-steps.ts';

let portal: TestPortal;
let people: Actors;
beforeAll(async () => {
  portal = await aPortal();
  people = actorsOf(portal.house.machine);
});
afterAll(() => portal.end());

const cards = (page: Page) => textOf(page.locator('.turns'));
const picks = (page: Page) => page.locator('.turns-picks tbody tr');

/** An order whose customer does not choose. */
const abstained = (nr: number) => {
  const services = [{ code: 'OMV', minutesPerMonth: 60 }];
  const customer = { name: 'Anna Provsson' };
  const body = { caseNo: `A-${4000 + nr}`, abstains: true, services, customer };
  return people.ask({ userId: 'O1', role: 'officer' }, 'placeOrder', { body }, z.unknown());
};

it('says that there is no list before it has been drawn up', async () => {
  const page = await portal.signedInAs('H1');
  // The demo municipality has drawn up its own; this is what one that has not is answered.
  const none = { version: 0, drawnUp: false, providers: [], next: null, nextUrgent: null, picks: [] };
  const json = { ...none, rules: { keepsTurn: true, sharedUrgent: true } };
  await page.route('**/choices/turns?*', (route) => route.fulfill({ json }));
  await page.goto(`${portal.house.base}/#/turordning`);
  await page.getByText('Listan är inte upprättad').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Spara hela listan' }).count()).toBe(0);
});

it('tells everybody whose turn it is, who got each turn, and who was passed over and why', async () => {
  await arrangedTurns(people);
  await abstained(0);
  // P1 takes nobody now, and keeps its turn (A13).
  const paused = { path: { providerId: 'P1' }, body: { from: '2026-11-02', reason: 'Semester' } };
  await people.ask({ userId: 'D1', role: 'administrator' }, 'pauseProvider', paused, z.unknown());
  await abstained(1);

  const page = await portal.signedInAs('O1', '#/byten');
  await page.getByRole('link', { name: 'Turordningslistan' }).click();
  await page.locator('.turns').waitFor();
  expect(await cards(page)).toContain('Trygg Hemma i Exempelby AB, nummer 1, står på tur.');
  expect(await cards(page)).toContain('Kommunens hemtjänst Väst stod före men tar inte emot just nu');
  await expect
    .poll(() => textOf(page.getByRole('row', { name: /Kommunens hemtjänst Väst 2/ })))
    .toContain('tar inte emot just nu');
  await expect
    .poll(() => textOf(picks(page).first()))
    .toMatch(
      /mån 2 nov 2026\s+Omsorg Ett AB\s+Kunden avstod\s+Kommunens hemtjänst Väst tar inte emot just nu\s+A-4001\s+Handläggare 1/,
    );
  expect(portal.complaints(page)).toEqual([]);

  const theirs = await portal.signedInAs('K2', '#/turordning');
  await picks(theirs).first().waitFor();
  expect(await textOf(theirs.locator('main'))).not.toMatch(/A-400\d|Gavs av/);
});

it('gives the whole list as a file that plays again to the same turns', async () => {
  const page = await portal.signedInAs('M2', '#/turordning');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Spara hela listan' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('turordning.json');
  const file = readTurnFile(JSON.parse(readFileSync(await saved.path(), 'utf8')));
  if (!file.ok) throw new Error('the file cannot be read');
  const played = replay(file.value, { keepsTurn: true, sharedUrgent: true });
  expect(played.picks.map(({ provider }) => provider)).toEqual(['P3', 'P2']);
  expect(played.differences).toEqual([]);
});

it('shows a long ledger a page at a time', async () => {
  for (let nr = 2; nr < 60; nr++) await abstained(nr);
  const page = await portal.signedInAs('H1', '#/turordning');
  await picks(page).first().waitFor();
  expect(await picks(page).count()).toBe(50);
  await page.getByRole('link', { name: 'Äldre turer' }).click();
  await picks(page).last().filter({ hasText: 'A-4000' }).waitFor();
  await page.getByRole('link', { name: 'Till de nyaste' }).click();
  await picks(page).first().filter({ hasText: 'A-4059' }).waitFor();
});
