import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { signingStore } from '../../functions/months/signing/signing-store.ts';
import { aMonthEnd, fewCases, fewVisits, month } from './support/a-month-end.ts';
import { aPortal, type Look, type TestPortal } from './support/a-portal.ts';
import { axeOn } from './support/axe.ts';
import { textOf } from './support/month-steps.ts';

const screens = join(import.meta.dirname, '../../out/screens');

let portal: TestPortal;
let hash: string;
let recordId: string;
let file: string;

beforeAll(async () => {
  mkdirSync(screens, { recursive: true });
  portal = await aPortal(aMonthEnd(fewCases, fewVisits));
  const { deps } = portal.house.machine;
  const [submission] = await signingStore(deps.table).records(`P1/${month}`);
  recordId = submission?.recordId ?? '';
  hash = `#/handlingar/${month}/P1/${recordId}`;
  // It is laid there after its commit, by a job of its own.
  await vi.waitUntil(() => deps.documents.find('records', recordId), { timeout: 30_000 });
  const pieces: Uint8Array[] = [];
  for await (const piece of deps.documents.read('records', recordId)) pieces.push(piece);
  file = Buffer.concat(pieces).toString();
});
afterAll(() => portal.end());

const looks: readonly Look[] = [
  { width: 1280, language: 'sv' },
  { width: 320, language: 'en' },
  { width: 320, language: 'sv', scheme: 'dark' },
];
const look = async (page: Page, name: string, { width, language, scheme = 'light' }: Look) => {
  await page.screenshot({ path: join(screens, `${name}-${width}-${language}-${scheme}.png`), fullPage: true });
  expect(await axeOn(page)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, 'the page scrolls sideways').toBeLessThanOrEqual(0);
  expect(portal.complaints(page)).toEqual([]);
};

/** Gives the open page a file to judge, as it stands. */
async function judge(page: Page, text: string): Promise<void> {
  await page.setInputFiles('#record', {
    name: 'handling.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.locator('form button[type=submit]').click();
}

describe('a signed record’s page', () => {
  it.each(looks)('says that it is genuine, by whom and what, at $width px in $language', async (one) => {
    const page = await portal.signedInAs('M1', hash, one);
    await page.locator('.ds-alert[data-color=success]').waitFor();
    await look(page, 'record', one);
    const said = await textOf(page.locator('main'));
    expect(said).toMatch(/Enhetschef 1 \(M1\), (Utförarens chef|Provider’s manager)/);
    expect(said).toContain(JSON.parse(file).payload.contentSha256);
    expect(said).not.toContain(JSON.parse(file).sha256);
    await page.context().close();
  });

  it('gives the very file that was sealed', async () => {
    const page = await portal.signedInAs('M1', hash);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spara handlingen som fil' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`utfort-${recordId}.json`);
    expect(readFileSync(await download.path(), 'utf8')).toBe(file);
    await page.context().close();
  });

  it('does not tell another role’s record from none', async () => {
    const page = await portal.signedInAs('M1', `#/handlingar/${month}/P1/finns-inte`);
    await expect.poll(() => textOf(page.locator('.ds-alert').first())).toContain('Det finns inte');
    await page.context().close();
  });
});

describe('anybody may check a record, without signing in', () => {
  it.each(looks)('a whole one holds, at $width px in $language', async (one) => {
    const page = await portal.open('#/verifiera', one);
    await judge(page, file);
    await page.locator('.ds-alert[data-color=success]').waitFor();
    await page.locator('details', { hasText: 'python3' }).locator('summary').click();
    await expect.poll(() => textOf(page.locator('details'))).toContain("open('handling.json',encoding='utf-8')");
    await look(page, 'verified', one);
    await page.context().close();
  });

  it('one with a single digit changed does not, and shows no figures', async () => {
    const page = await portal.open('#/verifiera');
    const changed = file.replace(/"submittedMinutes":(\d)/, (_, digit) => `"submittedMinutes":${(+digit % 9) + 1}`);
    expect(changed).not.toBe(file);
    await judge(page, changed);
    await page.locator('.ds-alert[data-color=danger]').waitFor();
    await look(page, 'changed', { width: 1280, language: 'sv' });
    const said = await textOf(page.locator('main'));
    expect(said).toContain('Handlingen håller inte');
    expect(said).toContain('siffrorna är inte de som någon undertecknade');
    expect(said).not.toContain('Det som undertecknades');
    await page.context().close();
  });

  it('a pasted text is judged the same, and nothing at all is asked for', async () => {
    const page = await portal.open('#/verifiera');
    const submit = page.locator('form button[type=submit]');
    await submit.click();
    await expect.poll(() => textOf(page.getByRole('alert'))).toContain('Välj en fil');
    await page.locator('textarea').fill(` ${file}\n`);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await submit.click();
    await page.locator('.ds-alert[data-color=success]').waitFor();
    expect(sent).toEqual(['GET /.well-known/jwks.json']);
    await page.context().close();
  });
});

it('says what is the matter when the portal’s own settings cannot be had', async () => {
  const page = await portal.open('#/oppet');
  await page.route('**/config.json', (route) => route.fulfill({ status: 503 }));
  await page.reload();
  await page.getByRole('heading', { name: 'Portalen går inte att öppna just nu' }).waitFor();
  expect(await axeOn(page)).toEqual([]);
  await page.context().close();
});
