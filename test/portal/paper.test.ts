import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Printed } from '../../functions/months/forms/form-pdf.ts';
import type { EntryKey } from '../../functions/registry.ts';
import { actorsOf } from '../../infra/local/scripted-month/actors.ts';
import type { Role } from '../../shared/domain/roles.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { aMonthEnd, fewCases } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { scannersPdf, scansOf, turned } from './support/a-scan.ts';
import { look } from './support/look.ts';
import { textOf } from './support/month-steps.ts';

let portal: TestPortal;
let page: Page;
beforeAll(async () => {
  portal = await aPortal(aMonthEnd(fewCases));
  const { table } = portal.house.machine.deps;
  await table.commit([membershipStore(table).save({ ...second, name: 'Administratör Två' }, undefined)]);
  page = await portal.signedInAs('D1', '#/papper');
});
afterAll(() => portal.end());

const path = { month: '2026-10', providerId: 'P1' };
const administrator = { userId: 'D1', role: 'administrator' } as const;
const second = { userId: 'D2', role: 'administrator' } as const;

type Rows = readonly Readonly<Record<string, string>>[];
type Shown = {
  readonly paper: { readonly id: string; readonly state: string };
  readonly sheets: readonly {
    readonly letters: string;
    readonly page: number;
    readonly form: string;
    readonly rows: Rows;
  }[];
};
const ask = <T>(who: { readonly userId: string; readonly role: Role }, entry: EntryKey, asked: object) =>
  actorsOf(portal.house.machine).ask(who, entry, asked, z.any() as z.ZodType<T>);
const paperPath = async () => {
  const { papers } = await ask<{ papers: { id: string }[] }>(administrator, 'listPapers', { path });
  return { ...path, paperId: papers[0]?.id ?? '' };
};
const inTheBrowser = async () => {
  const { paperId } = await paperPath();
  return `#/papper/2026-10/P1/${paperId}`;
};

/** One visit of an hour in each case, with its sums; the total is said to be `total`. */
const readingOf = ({ sheets }: Shown, total: string) => ({
  pages: sheets.map(({ letters, page: number, form, rows }) => ({
    letters,
    page: number,
    rows: rows.flatMap(({ caseNo = '', service = '' }, at) => {
      if (form !== 'report' || service === '') return [];
      const minutes = caseNo === 'TOTALT' ? total : '60';
      const sums = { ordered: minutes, performed: minutes };
      const visit = { date: '2026-10-05', start: '08:00', end: '09:00', status: 'UTFÖRD' };
      return [{ line: at + 1, values: service === 'SUMMA' ? sums : { ...visit, ...sums } }];
    }),
  })),
  signed: { report: true, deviations: true },
});

describe('a month on paper', () => {
  it('finds its provider, month and page by the code of each scan of what was printed, turned and upside down, as JPEG and as a scanner’s PDF', async () => {
    const { prints, url } = await ask<{ prints: Printed[]; url: string }>(administrator, 'getForm', {
      path: { ...path, kind: 'month' },
      query: { format: 'pdf' },
    });
    const printed = await fetch(new URL(url, portal.house.base));
    const scans = scansOf(new Uint8Array(await printed.arrayBuffer()));
    expect(scans.length).toBe(prints.reduce((all, { pages }) => all + pages, 0));
    const turns = [2, 180, -2, 178];
    const pictures: Buffer[] = [];
    for (const [n, scan] of scans.entries()) pictures.push(await turned(page, scan, turns[n % turns.length] ?? 0));
    const [first = Buffer.alloc(0), ...rest] = pictures;
    await page.locator('#scans').setInputFiles([
      { name: 'sida1.jpg', mimeType: 'image/jpeg', buffer: first },
      { name: 'resten.pdf', mimeType: 'application/pdf', buffer: await scannersPdf(rest) },
    ]);
    await expect.poll(() => page.locator('.scanned li').count(), { timeout: 60_000 }).toBe(scans.length);
    const [report, form] = prints;
    const said = await textOf(page.locator('.scanned'));
    expect(said).toMatch(new RegExp(`sida1.jpg, sida 1 .*, oktober 2026: Tidsrapport, sida 1 av ${report?.pages}`));
    expect(said).toMatch(new RegExp(`resten.pdf, sida ${rest.length} .*Avvikelseblankett, sida ${form?.pages} av`));
    await page.locator('#arrived-on').fill('2026-11-02');
    await look(page, 'paper-file');
    await page.getByRole('button', { name: 'Lägg in' }).click();
    await page.locator('.key-sheet').waitFor();
    await page.locator('.paper-picture canvas:not([hidden])').waitFor();
    await look(page, 'paper-key');
    // Beside each other from 1024 px, each scrolling by itself.
    for (const width of [1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const [picture, rows] = [page.locator('.paper-picture'), page.locator('.key-rows')];
      const [one, other] = [await picture.boundingBox(), await rows.boundingBox()];
      expect(Math.abs((one?.y ?? 0) - (other?.y ?? 999)), `${width}`).toBeLessThan(2);
      expect((one?.x ?? 0) + (one?.width ?? 9999), `${width}`).toBeLessThanOrEqual(other?.x ?? 0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width}`).toBeLessThan(1);
    }
    await look(page, 'paper-key-1280');
    expect(portal.complaints(page)).toEqual([]);
  });

  it('is keyed by keyboard alone: a day, a time, and down with Enter', async () => {
    const box = (name: string) => page.getByLabel(name, { exact: true });
    await box('Datum, rad 1').fill('5');
    await box('Datum, rad 1').press('Enter');
    await expect.poll(() => box('Datum, rad 1').inputValue()).toBe('2026-10-05');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Datum, rad 2');
    await box('Start, rad 1').fill('0830');
    await box('Start, rad 1').press('Tab');
    await expect.poll(() => box('Start, rad 1').inputValue()).toBe('08:30');
    await box('Utfört, rad 1').fill('x');
    await page.getByRole('button', { name: 'Sidan är genomgången, nästa' }).click();
    const summary = page.locator('.ds-error-summary');
    await summary.getByText('sida 1 av').waitFor();
    expect(await textOf(summary)).toMatch(/rad 1, utfört: skriv hela minuter med siffror/);
    expect(await page.locator('#sheet').inputValue()).toBe('0');
    await box('Utfört, rad 1').fill('');
    await page.getByRole('button', { name: 'Sidan är genomgången, nästa' }).click();
    await expect.poll(() => page.locator('#sheet').inputValue()).toBe('1');
    await page.getByRole('button', { name: 'Klart: allt är avskrivet' }).click();
    await summary.getByText('Tidsrapport: ange om chefens underskrift finns eller saknas.').waitFor();
    await summary.getByText('Avvikelseblankett: ange om chefens underskrift finns eller saknas.').waitFor();
    expect(portal.complaints(page)).toEqual([]);
  });

  it('is read by a second person, who sees nothing of the first, and both are shown where they differ', async () => {
    const of = await paperPath();
    const shown = await ask<Shown>(administrator, 'getPaper', { path: of });
    await ask(administrator, 'keyPaper', { path: of, body: { ...readingOf(shown, '180'), isAll: true } });
    await page.reload();
    await page.getByText('Den andra personen kan vara').waitFor();
    expect(await textOf(page.locator('main'))).toMatch(/Administratör Två/);
    expect(await page.locator('.key-sheet').count()).toBe(0);
    await look(page, 'paper-waits');
    const officers = await portal.signedInAs('O1', await inTheBrowser());
    await officers.getByText('Du har egna ärenden i månaden').waitFor();
    await officers.context().close();
    const theirs = await portal.signedInAs('D2', await inTheBrowser());
    await theirs.locator('.paper-picture canvas:not([hidden])').waitFor();
    expect(await theirs.getByLabel('Utfört, rad 1', { exact: true }).inputValue()).toBe('');
    await look(theirs, 'paper-second');
    for (const width of [320, 360]) {
      await theirs.setViewportSize({ width, height: 640 });
      expect(await theirs.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width}`).toBeLessThan(
        1,
      );
    }
    await look(theirs, 'paper-second-narrow');

    await ask(second, 'confirmPaper', { path: of, body: readingOf(shown, '240') });
    await theirs.reload();
    await theirs.getByText('Här har ni läst olika').first().waitFor();
    await theirs.getByText('Den som skrev av pappret rättar först').waitFor();
    expect(await theirs.locator('.key-sheet').count()).toBe(0);
    await look(theirs, 'paper-differs-narrow');
    expect(portal.complaints(theirs)).toEqual([]);
    await theirs.context().close();
  });

  it('is mended by the first beside the picture, and is handed in when both say the same', async () => {
    await page.reload();
    await page.getByText('Här har ni läst olika').first().waitFor();
    const { sheets } = await ask<Shown>(administrator, 'getPaper', { path: await paperPath() });
    const at = sheets.findIndex(({ rows }) => rows.some(({ caseNo }) => caseNo === 'TOTALT'));
    const line = (sheets[at]?.rows.findIndex(({ caseNo }) => caseNo === 'TOTALT') ?? 0) + 1;
    await page.locator('#sheet').selectOption(String(at));
    await page.locator('.paper-picture canvas:not([hidden])').waitFor();
    await look(page, 'paper-differs');
    for (const field of ['Beställt', 'Utfört'])
      await page.getByLabel(`${field}, rad ${line}`, { exact: true }).fill('240');
    await page.getByRole('button', { name: 'Klart: allt är avskrivet' }).click();
    await page.getByText('månaden är inlämnad').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('månaden är inlämnad');
    await look(page, 'paper-laid');
    const month = await ask<{ month: { state: string; submission: object } }>(
      { userId: 'H1', role: 'head' },
      'getMonth',
      { path },
    );
    expect(month.month).toMatchObject({ state: 'received', submission: { fileStatus: 'COMPLETE' } });
    expect(portal.complaints(page)).toEqual([]);
  });
});
