import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleOf } from '../../infra/local/walk/people.ts';
import { type Looked, looked } from './pages.ts';
import { aPortal, type Look, somebody, type TestPortal } from './support/a-portal.ts';
import { arrangedTurns, aSwitch } from './support/a-switch.ts';
import { axeOn } from './support/axe.ts';

const screens = join(import.meta.dirname, '../../out/screens');

let portal: TestPortal;
beforeAll(async () => {
  mkdirSync(screens, { recursive: true });
  portal = await aPortal();
  const people = peopleOf(portal.house.machine);
  await arrangedTurns(people);
  await aSwitch(people, { caseNo: 'A-1001', toProviderId: 'P3', wasTold: true });
  await aSwitch(people, { caseNo: 'A-1004', abstains: true, wishedDate: '2026-11-20', noContact: true });
});
afterAll(() => portal.end());

const comeTo = ({ hash, as }: Looked, look: Look): Promise<Page> =>
  as === undefined ? portal.open(hash, look) : portal.signedInAs(somebody[as], hash, look);

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const looks: readonly Look[] = [
  { width: 1280, language: 'sv' },
  { width: 1280, language: 'en' },
  { width: 320, language: 'sv' },
  { width: 320, language: 'en' },
  { width: 1280, language: 'sv', scheme: 'dark' },
  { width: 320, language: 'sv', scheme: 'dark' },
];

describe.each(looks)('at $width px, in $language, $scheme', (look) => {
  it.each(looked)('$name', async (one) => {
    const page = await comeTo(one, look);
    await one.ready?.(page);
    const name = `${one.name}-${look.width}-${look.language}${look.scheme === 'dark' ? '-dark' : ''}`;
    await page.screenshot({ path: join(screens, `${name}.png`), fullPage: true });
    expect(await axeOn(page)).toEqual([]);
    expect(await overflow(page), 'the page scrolls sideways').toBeLessThanOrEqual(0);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.getAttribute('html', 'lang')).toBe(look.language);
    expect(await page.title()).toContain(await page.locator('h1').innerText());
    const complaints = portal.complaints(page).filter((line) => !line.includes(`status of ${one.refused} `));
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
