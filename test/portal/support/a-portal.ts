import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { seedDemo } from '../../../infra/local/demo.ts';
import type { Machine } from '../../../infra/local/machine.ts';
import { type LocalServer, openLocalServer } from '../../../infra/local/server/local-server.ts';
import { portalFolder } from '../../../infra/portal/build.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import { chromiumPath } from './chromium.ts';

export type Look = {
  readonly width?: 1280 | 320;
  readonly language?: 'sv' | 'en';
  readonly scheme?: 'light' | 'dark';
};

export type TestPortal = {
  readonly house: LocalServer;
  /** A page of nobody, in a browser of its own: no cookies, nothing kept. */
  open(hash?: string, look?: Look): Promise<Page>;
  /** A page on which somebody has signed in as people do: by the button, and by choosing who they are. */
  signedInAs(user: string, hash?: string, look?: Look): Promise<Page>;
  /** What a page has complained about since it was opened: errors, refused content, requests that failed. */
  complaints(page: Page): readonly string[];
  end(): Promise<void>;
};

export const viewportOf = (width: 1280 | 320) => ({ width, height: width === 320 ? 640 : 900 });

const contextOf = ({ width = 1280, scheme = 'light' }: Look): BrowserContextOptions => ({
  viewport: viewportOf(width),
  colorScheme: scheme,
  locale: 'sv-SE',
  timezoneId: 'Europe/Stockholm',
  reducedMotion: 'reduce',
});

/** The built portal on a machine of its own with the demo municipality, or with nothing but one administrator, and a browser. */
export async function aPortal(given: ((machine: Machine) => Promise<void>) | 'empty' = seedDemo): Promise<TestPortal> {
  const seed = given === 'empty' ? undefined : given;
  const folder = await mkdtemp(join(tmpdir(), 'utfort-portal-'));
  const house = await openLocalServer({ folder, port: 0, smtpPort: 0, seed, portal: portalFolder });
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  const heard = new WeakMap<Page, string[]>();

  async function open(hash = '', look: Look = {}): Promise<Page> {
    const context = await browser.newContext(contextOf(look));
    // What a machine that is busy with other files takes to do: a hundred cases are moved one by one.
    context.setDefaultTimeout(90_000);
    if (look.language === 'en') await context.addInitScript(() => localStorage.setItem('utfort:language', 'en'));
    const page = await context.newPage();
    const complaints: string[] = [];
    heard.set(page, complaints);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    await page.goto(`${house.base}/${hash}`);
    await page.waitForSelector('h1');
    return page;
  }

  return {
    house,
    open,
    async signedInAs(user, hash = '', look = {}) {
      const page = await open(hash, look);
      await page
        .locator('.bar')
        .getByRole('button', { name: /^(Logga in|Sign in)$/ })
        .click();
      await page.locator(`button[value="${user}"]`).first().click();
      await page.waitForSelector('.who');
      return page;
    },
    complaints: (page) => heard.get(page) ?? [],
    async end() {
      await browser.close();
      await house.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Changes the active role as people do, in the menu behind the name. */
export async function actAs(page: Page, role: string): Promise<void> {
  await page.locator('.who > summary').click();
  await page.locator('.who-menu').getByText(role, { exact: true }).click();
  await page.keyboard.press('Escape');
}

/** The roles in the demo municipality, each by somebody who holds it. */
export const somebody = {
  officer: 'O1',
  head: 'H1',
  'fee-officer': 'F1',
  administrator: 'D1',
  provider: 'K1',
  'provider-manager': 'M1',
  'night-patrol': 'N1',
  nurse: 'S1',
  'ordering-manager': 'EB1',
  'ordering-administrator': 'EB4',
  'receiving-manager': 'EM1',
  'receiving-coordinator': 'EM5',
  employee: 'EM3',
  economist: 'EK1',
  'development-leader': 'EU1',
  'area-head': 'EO1',
} as const satisfies Partial<Record<Role, string>>;
