import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeOn } from './axe.ts';

const screens = join(import.meta.dirname, '../../../out/screens');

/** Takes a picture of a page in a state that no address leads to, and asks of it that nobody is shut out. */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(screens, { recursive: true });
  await page.screenshot({ path: join(screens, `${name}.png`), fullPage: true });
  expect(await axeOn(page)).toEqual([]);
}
