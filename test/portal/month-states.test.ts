import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { monthStore } from '../../functions/months/month-store.ts';
import { actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { aMonthEnd, fewCases, fewVisits, manyCases, manyVisits, month, officer } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { axeOn } from './support/axe.ts';
import { focused, goOnAs, radio, signAs, textOf, tick } from './support/month-steps.ts';

const reconciliation = '#/manad/2026-10/P1';

describe('one line at a time', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(aMonthEnd(fewCases, fewVisits));
  });
  afterAll(() => portal.end());

  it('is on its way, and then there; nothing jumps', async () => {
    const page = await portal.signedInAs('O1', '#/uppgifter');
    await page.route('**/months/2026-10/providers/P1*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, reconciliation);
    await page.getByText('Hämtar …').first().waitFor();
    const heading = await page.locator('h1').boundingBox();
    await radio(page, 'A-1').waitFor();
    expect((await page.locator('h1').boundingBox())?.y).toBe(heading?.y);
    await expect.poll(() => focused(page)).toBe('Avstämning oktober 2026');
    await page.context().close();
  });

  it('a month that nobody has opened says so, and so does one that is not handed in', async () => {
    const page = await portal.signedInAs('O1', '#/manad/2026-11/P1');
    await page.getByText('Månaden är inte öppnad').waitFor();
    await page.evaluate(() => {
      location.hash = '#/manad/2026-12';
    });
    await page.getByText('Månaden är inte öppnad').waitFor();
    await page.context().close();
  });

  it('a head who has decided some of it is told who sends it, before anything is pressed', async () => {
    const months = monthStore(portal.house.machine.deps.table);
    const [part] = await months.parts(month, 'P1');
    if (!part) throw new Error('no part');
    await portal.house.machine.deps.table.commit([
      months.savePart(month, 'P1', { ...part.entity, decidedBy: ['H1'] }, part),
    ]);
    const page = await portal.signedInAs('H1', reconciliation);
    await page.getByText('Någon annan behöver skicka sammanställningen').waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Kontrollera och skicka' }).count()).toBe(0);
    expect(await axeOn(page)).toEqual([]);
    await page.context().close();
  });

  it('an error of ours says what is kept, and trying again goes on', async () => {
    const page = await portal.signedInAs('O1', '#/uppgifter');
    await page.route('**/months/2026-10/providers/P1*', (route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"machine-failed"}' }),
    );
    await page.evaluate((hash) => {
      location.hash = hash;
    }, reconciliation);
    await page.getByText('Något gick fel hos oss').waitFor();
    await page.unroute('**/months/2026-10/providers/P1*');
    await page.getByRole('button', { name: 'Försök igen' }).click();
    await radio(page, 'A-1').waitFor();
    await page.context().close();
  });

  it('what a colleague did first is told by name, and what was written is kept', async () => {
    const page = await portal.signedInAs('O1', reconciliation);
    await radio(page, 'A-2').check({ force: true });
    await page.getByText('Mer tid än den beviljade').waitFor();
    await page.getByLabel('Godkänn ingen tid').check();
    await page.getByLabel('Kommentar', { exact: false }).first().fill('Enligt samtal.');
    const body = { decision: 'APPROVE', contacts: [{ with: 'customer' }, { with: 'provider' }] };
    const path = { month, providerId: 'P1', caseNo: 'A-2' };
    await actorsOf(portal.house.machine).ask(officer, 'decideLine', { path, body }, z.unknown());
    await page.getByRole('button', { name: 'Spara bedömning' }).click();
    await page.getByText('bedömde ärendet').waitFor();
    await expect
      .poll(() => textOf(page.locator('.decide .ds-alert')))
      .toMatch(/Handläggare 1 bedömde ärendet .*: Godkänd\./);
    await expect.poll(() => page.getByLabel('Kommentar', { exact: false }).first().inputValue()).toBe('Enligt samtal.');
    await page.getByRole('button', { name: 'Hämta det senaste' }).click();
    await page.getByRole('button', { name: 'Ångra bedömningen' }).click();
    await page.getByLabel('Kommentar', { exact: false }).first().waitFor();
    await expect.poll(() => page.getByLabel('Kommentar', { exact: false }).first().inputValue()).toBe('Enligt samtal.');
    await page.context().close();
  });

  it('the keyboard alone: one stop for the rows, the errors take focus, saving leads on', async () => {
    const page = await portal.signedInAs('O1', reconciliation);
    await radio(page, 'A-1').focus();
    await page.keyboard.press('ArrowDown');
    expect(await radio(page, 'A-2').isChecked()).toBe(true);
    await page.locator('#panel-title', { hasText: 'A-2' }).waitFor();
    await page.keyboard.press('Tab');
    // The next stop is beside the list, not another row.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.panel, .beside > section') !== null))
      .toBe(true);
    await page.locator('#decision-ADJUST').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.locator('.ds-error-summary').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('ds-error-summary');
    // Both have been asked before, which stands; the rest is still missing.
    for (const [text, field] of [
      ['Skriv en kommentar', 'comment'],
      ['Ange hur många minuter', 'minutes'],
    ] as const) {
      await page.getByRole('link', { name: text }).focus();
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe(field);
    }
    await page.keyboard.type('1');
    await page.locator('#comment').focus();
    await page.keyboard.type('Enligt samtal.');
    await page.locator('#minutes').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ångra bedömningen' }).waitFor();
    await expect.poll(() => textOf(page.locator('.panel'))).toContain('Annan tid');
    expect(['next-line', 'panel-title']).toContain(await focused(page));
    await page.context().close();
  });

  it('filters stay over a reload, and a case is found by its number', async () => {
    const page = await portal.signedInAs('O1', reconciliation);
    await page.getByRole('radio', { name: 'Alla 3' }).check({ force: true });
    await page.getByLabel('Sök ärende').fill('a-4');
    await page.getByText('1 av 3 ärenden visas').waitFor();
    await page.reload();
    await goOnAs(page, 'O1', '.pick');
    await page.getByText('1 av 3 ärenden visas').waitFor();
    await expect.poll(() => page.getByLabel('Sök ärende').inputValue()).toBe('a-4');
    await page.context().close();
  });

  it('a sign-in that ended at the moment of signing: the comment is kept, and signing goes on', async () => {
    const page = await portal.signedInAs('O1', reconciliation);
    for (const caseNo of ['A-1', 'A-4']) await tick(page, caseNo).check();
    await page.getByLabel('Kommentar till myndighetschefen').fill('Klart.');
    // Tokens live in the world's time, which no test can move: the API's own answer to one that has ended.
    await page.route('**/report/intent', (route) =>
      route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"code":"not-signed-in"}' }),
    );
    await page.getByRole('link', { name: 'Kontrollera och underteckna' }).click();
    await page.getByText('Du har loggats ut').first().waitFor();
    await page.unroute('**/report/intent');
    await expect.poll(() => page.getByRole('button', { name: 'Logga in och underteckna' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Logga in igen' }).first().click();
    await goOnAs(page, 'O1', '.sign-block');
    await page.getByText('Klart.').waitFor();
    // It went through the tab's storage, and does not stay there.
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('Klart.');
    await signAs(page, 'O1');
    await page.context().close();
  });
});

const count = 200;

describe('two hundred at a time', () => {
  let portal: TestPortal;
  let page: Page;
  beforeAll(async () => {
    portal = await aPortal(aMonthEnd(manyCases(count), manyVisits(count)));
    page = await portal.signedInAs('O1', `${reconciliation}?show=all`);
    await radio(page, 'A-1000').waitFor();
  });
  afterAll(() => portal.end());

  /** Ticks the first twenty rows that are not ticked, and times each until it is painted. */
  const tickTwenty = () =>
    page.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      const open = [...document.querySelectorAll<HTMLInputElement>('.table .tick input:not(:checked)')];
      const boxes = open.slice(0, 20);
      const paint = async (work: () => void): Promise<number> => {
        await frame();
        const began = performance.now();
        work();
        await frame();
        await frame();
        return performance.now() - began;
      };
      const ticks: number[] = [];
      const idle: number[] = [];
      for (const box of boxes) {
        ticks.push(await paint(() => box.click()));
        // What the same two frames take when nothing is done: a machine that is busy with other things is told apart.
        await new Promise((resolve) => setTimeout(resolve, 150));
        idle.push(await paint(() => undefined));
      }
      return { ticks, idle };
    });
  const median = (some: readonly number[]) => some.toSorted((a, b) => a - b)[10] ?? Number.POSITIVE_INFINITY;
  let ticked = 0;

  it('a tick is painted within 50 ms, median of twenty', async () => {
    const rounds: number[] = [];
    // Once is enough; a machine that is busy with other things gets two more tries.
    while (rounds.length < 3 && !rounds.some((took) => took <= 50)) {
      const { ticks, idle } = await tickTwenty();
      expect(ticks).toHaveLength(20);
      ticked += ticks.length;
      rounds.push(median(ticks));
      console.info(
        `200 rows: tick to paint, median of 20: ${median(ticks).toFixed(1)} ms (two bare frames ${median(idle).toFixed(1)} ms)`,
      );
    }
    expect(Math.min(...rounds)).toBeLessThanOrEqual(50);
    await page.getByText(`${ticked} av 200 ärenden bedömda`).waitFor();
  });

  it('a batch that loses its connection in the middle tells what is done, and goes on with the rest', async () => {
    const left = count - ticked;
    await page.getByRole('button', { name: `Godkänn ${left} …` }).click();
    let asked = 0;
    const keys: (string | undefined)[] = [];
    await page.route('**/approvals', (route) => {
      asked += 1;
      if (asked === 1) return route.continue();
      keys.push(route.request().headers()['idempotency-key']);
      return route.abort('connectionreset');
    });
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: new RegExp(`^Godkänn ${left} ärenden`) }).click();
    await dialog.getByText(`Kontakten bröts. 50 är godkända och sparade, ${left - 50} är kvar.`).waitFor();
    await page.unroute('**/approvals');
    const again = page.waitForRequest('**/approvals');
    await dialog.getByRole('button', { name: `Fortsätt med ${left - 50}` }).click();
    // The fifty whose fate was unknown are asked for under the same name, so that they are not done twice.
    expect(new Set([...keys, (await again).headers()['idempotency-key']]).size).toBe(1);
    await dialog.getByText(`${left} ärenden är godkända`).waitFor();
    await dialog.getByRole('button', { name: 'Till listan' }).click();
    await page.getByText('200 av 200 ärenden bedömda').waitFor();
  });

  it('prints the list to sign by hand: every row, how many, and where to sign', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.panel').isVisible()).toBe(false);
    await expect.poll(() => page.locator('.paper').isVisible()).toBe(true);
    await expect.poll(() => page.locator('.table tbody tr:visible').count()).toBe(count);
    await expect.poll(() => page.getByText('200 av 200 ärenden visas').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
  });
});
