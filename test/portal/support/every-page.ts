import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorsOf } from '../../../infra/local/scripted-month/actors.ts';
import { type Looked, parts } from '../pages.ts';
import { aFiledPaper } from './a-filed-paper.ts';
import { returnedLetters, stoppedMail } from './a-mail-to.ts';
import { aPortal, type Look, somebody, type TestPortal, viewportOf } from './a-portal.ts';
import { arrangedTurns, aSwitch } from './a-switch.ts';
import { axeOn } from './axe.ts';

const screens = join(import.meta.dirname, '../../../out/screens');

const comeTo = (portal: TestPortal, { hash, as }: Looked, look: Look): Promise<Page> =>
  as === undefined ? portal.open(hash, look) : portal.signedInAs(somebody[as], hash, look);

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Cells of a table of which some lies beside the screen; on a narrow one that is what nobody finds. */
const outOfSight = (page: Page) =>
  page
    .locator('.table :is(th, td)')
    .evaluateAll((cells) =>
      cells.filter((cell) => cell.getBoundingClientRect().right > innerWidth).map(({ textContent }) => textContent),
    );

type Worn = Pick<Look, 'width' | 'scheme'>;
type Looks = Readonly<Record<'sv' | 'en', readonly Worn[]>>;

/** The same page is looked at wide and narrow, light and dark, as it stands: what lies open stays open. */
const all: Looks = {
  sv: [{ width: 1280 }, { width: 1280, scheme: 'dark' }, { width: 320 }, { width: 320, scheme: 'dark' }],
  en: [{ width: 1280 }, { width: 320 }],
};
/** The short form (`LOOKS=few`): every page wide and narrow, light and dark, in both languages, but not each with each. */
const few: readonly [Looks, Looks] = [
  { sv: [{ width: 1280 }, { width: 320, scheme: 'dark' }], en: [{ width: 320 }] },
  { sv: [{ width: 320 }, { width: 1280, scheme: 'dark' }], en: [{ width: 1280 }] },
];
const looksOf = (index: number): Looks => (process.env.LOOKS === 'few' ? few[index % 2 === 0 ? 0 : 1] : all);

async function wear(page: Page, { width = 1280, scheme = 'light' }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize(viewportOf(width));
}

/**
 * What is asked of every page, of one part of them: the parts are files of their own, to be run side by side. Each has a
 * machine of its own, also where two of them are run by one process, which reads this file once.
 */
export function everyPageOf(part: keyof typeof parts): void {
  let portal: TestPortal;
  beforeAll(async () => {
    mkdirSync(screens, { recursive: true });
    portal = await aPortal();
    const people = actorsOf(portal.house.machine);
    await arrangedTurns(people);
    await aFiledPaper(portal.house.machine, people);
    await stoppedMail(portal.house.machine, people);
    await returnedLetters(portal.house.machine, people);
    await aSwitch(people, { caseNo: 'A-1001', toProviderId: 'P3', wasTold: true });
    await aSwitch(people, { caseNo: 'A-1004', abstains: true, wishedDate: '2026-11-20', noContact: true });
  });
  afterAll(() => portal.end());

  describe.each(['sv', 'en'] as const)('in %s', (language) => {
    it.each(parts[part].map((one, index) => ({ ...one, index })))('$name', async ({ index, ...one }) => {
      const page = await comeTo(portal, one, { language });
      await one.ready?.(page);
      for (const look of looksOf(index)[language]) {
        await wear(page, look);
        const name = [one.name, look.width, language, ...(look.scheme ? [look.scheme] : [])].join('-');
        await page.screenshot({ path: join(screens, `${name}.png`), fullPage: true });
        expect(await axeOn(page), name).toEqual([]);
        expect(await overflow(page), `${name} scrolls sideways`).toBeLessThanOrEqual(0);
        if (look.width === 320) expect(await outOfSight(page), `${name} hides cells`).toEqual([]);
      }
      await expect.poll(() => page.locator('h1').count()).toBe(1);
      await expect.poll(() => page.getAttribute('html', 'lang')).toBe(language);
      await expect.poll(() => page.title()).toContain(await page.locator('h1').innerText());
      const complaints = portal.complaints(page).filter((line) => !line.includes(`status of ${one.refused} `));
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });
}
