import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { aMonthEnd, manyCases, manyVisits, month, officer } from './support/a-month-end.ts';
import { aPortal, type TestPortal, viewportOf } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { goOnAs, signAs, textOf } from './support/month-steps.ts';

let portal: TestPortal;
const path = { month, providerId: 'P1' };
const hash = '#/manad/2026-10/P1/slutavrakning';
/** October stated; the only customer's death in September is told, and the officer has decided what it comes to. */
beforeAll(async () => {
  portal = await aPortal(aMonthEnd(manyCases(1), manyVisits(1)));
  const { machine } = portal.house;
  const people = actorsOf(machine);
  const line = { path: { ...path, caseNo: 'A-1000' }, body: { decision: 'APPROVE' } };
  await people.ask(officer, 'decideLine', line, z.unknown());
  await people.sign(officer, ['intendReport', 'signReport'], { path, body: {} }, z.unknown());
  const head = { userId: 'H1', role: 'head' } as const;
  await people.sign(head, ['intendStatement', 'sendStatement'], { path, body: {} }, z.unknown());
  const { table } = machine.deps;
  for (const { pk, sk, data, version, indexes } of (await table.query({ pk: 'CASE#A-1000' })).items) {
    if (!sk.startsWith('ASSIGNMENT#')) continue;
    const known = [{ kind: 'DEATH', on: '2026-09-20' }];
    const item = { pk, sk, data: { ...(data as object), to: '2026-10-31', known }, ...(indexes ? { indexes } : {}) };
    await table.commit([{ kind: 'put', over: version, item }]);
  }
  const contacts = [{ with: 'provider' }];
  const decided = {
    path: { ...path, caseNo: 'A-1000' },
    body: { comment: 'Dödsfallet blev känt i november.', contacts },
  };
  await people.ask(officer, 'decideAdjustment', decided, z.unknown());
});
afterAll(() => portal.end());

/** As it is looked at wide and light, then narrow and dark, where nothing lies beside the screen. */
async function lookTwice(page: Awaited<ReturnType<TestPortal['open']>>, name: string): Promise<void> {
  await look(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(viewportOf(320));
  await look(page, `${name}-320-dark`);
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await over()).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(viewportOf(1280));
}

it('a settlement is signed, and the page of it shows what was signed and how far it has come when it is read again', async () => {
  const page = await portal.signedInAs('H1', hash);
  await page.locator('.sign-block').first().waitFor();
  await expect.poll(() => textOf(page.locator('main'))).toContain('400,00 kr');
  await lookTwice(page, 'settlement-to-sign');
  await signAs(page, 'H1');
  await page.locator('.receipt').waitFor();
  const signed = await page.getByRole('link', { name: 'Visa den undertecknade handlingen' }).getAttribute('href');

  await page.reload();
  await goOnAs(page, 'H1', '.ds-alert');
  await page.getByRole('heading', { name: 'Slutavräkningen är undertecknad', exact: true }).waitFor();
  const main = () => textOf(page.locator('main'));
  await expect.poll(main).toContain('Utföraren ska betala tillbaka 400,00 kr. Administratören kräver det.');
  expect(await main()).not.toMatch(/Inget är kvar|Något behöver rättas/);
  expect(await page.getByRole('link', { name: 'Visa den undertecknade handlingen' }).getAttribute('href')).toBe(signed);
  expect(await page.getByRole('button', { name: 'Spara slutavräkningen (PDF)' }).count()).toBe(1);
  await lookTwice(page, 'settlement-signed');

  const people = actorsOf(portal.house.machine);
  await people.ask({ userId: 'D1', role: 'administrator' }, 'makeClaim', { path, body: {} }, z.unknown());
  await page.reload();
  await goOnAs(page, 'H1', '.ds-alert');
  await expect.poll(main).toMatch(/Utföraren ska betala tillbaka 400,00 kr\. Kravet skickades /);
  await page.context().close();
});
