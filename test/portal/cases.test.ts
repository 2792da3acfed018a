import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { axeOn } from './support/axe.ts';
import { begun, officer, press, text, unfold } from './support/order-steps.ts';

const coordinator = { userId: 'K1', role: 'provider' } as const;
const pdf = Buffer.from('%PDF-1.7 en genomförandeplan');

let portal: TestPortal;
let people: Actors;
beforeAll(async () => {
  portal = await aPortal();
  people = actorsOf(portal.house.machine);
});
afterAll(() => portal.end());

const onCase = async (user: string, caseNo: string): Promise<Page> => {
  const page = await portal.signedInAs(user, `#/arenden/${caseNo}`);
  await page.locator('h1', { hasText: caseNo }).waitFor();
  return page;
};

async function uploaded(who: { userId: string; role: 'officer' | 'provider' }): Promise<string> {
  const wanted = { body: { contentType: 'application/pdf' } };
  const { documentId } = await people.ask(who, 'openUpload', wanted, z.looseObject({ documentId: z.string() }));
  await portal.house.machine.documents.put('incoming', documentId, pdf, 'application/pdf');
  return documentId;
}
async function aPlan(orderId: string): Promise<void> {
  const body = { documentId: await uploaded(coordinator), signedByCustomerOn: '2026-11-02' };
  await people.ask(coordinator, 'handInCarePlan', { path: { orderId }, body }, z.unknown());
}

it('opens a paper for a reason, at a link of its own, and the reading is logged', async () => {
  const id = await begun(people, 'A-4301');
  await aPlan(id);
  const order = await portal.signedInAs('O1', `#/bestallningar/${id}`);
  await order.getByRole('link', { name: 'Ärendets handlingar' }).click();
  const page = order;
  await page.locator('h1', { hasText: 'A-4301' }).waitFor();
  await unfold(page, 'Öppna: Genomförandeplan');
  await press(page, 'Hämta en länk');
  await page.locator('.ds-error-summary', { hasText: 'Skriv varför du behöver läsa handlingen.' }).waitFor();
  await page.locator('.timeline input').fill('Läser inför uppföljningen');
  await press(page, 'Hämta en länk');
  const link = page.getByRole('link', { name: 'Öppna i en ny flik' });
  await link.waitFor();
  await expect.poll(() => link.evaluate((it) => it === document.activeElement)).toBe(true);
  expect(await axeOn(page)).toEqual([]);
  expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  const answer = await fetch((await link.getAttribute('href')) ?? '');
  expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);

  const Read = z.looseObject({ items: z.array(z.looseObject({ entry: z.string(), reason: z.string() })) });
  const { items } = await people.ask(
    { userId: 'H1', role: 'head' },
    'listAccess',
    { path: { caseNo: 'A-4301' } },
    Read,
  );
  expect(items).toMatchObject([{ entry: 'viewDocument', reason: 'Läser inför uppföljningen' }]);
  expect(portal.complaints(page)).toEqual([]);
});

it('shows the form of a choice to the municipality, and a provider its own papers alone', async () => {
  const choice = { mode: 'WRITTEN', formDocumentId: await uploaded(officer) };
  const services = [{ code: 'OMV', minutesPerMonth: 600 }];
  const customer = { name: 'Anna Provsson' };
  const body = { caseNo: 'A-4302', providerId: 'P1', services, choice, customer };
  const { id } = await people.ask(officer, 'placeOrder', { body }, z.looseObject({ id: z.string() }));
  await people.ask(coordinator, 'startOrder', { path: { orderId: id }, body: {} }, z.unknown());
  const theirs = await onCase('K1', 'A-4302');
  await expect.poll(() => text(theirs, 'main')).toContain('Inga handlingar har lämnats ännu.');
  await aPlan(id);
  await theirs.reload();
  await expect
    .poll(() => text(theirs, '.timeline'))
    .toContain('Genomförandeplan, undertecknad av kunden mån 2 nov 2026');
  expect(await text(theirs, 'main')).not.toMatch(/Blankett|Uppföljning/);
  const page = await onCase('O1', 'A-4302');
  await expect.poll(() => text(page, '.timeline >> nth=0')).toContain('Blankett om val av utförare');
});

it('writes down that the case has been followed up, and the year begins anew', async () => {
  await begun(people, 'A-4303');
  const page = await onCase('O1', 'A-4303');
  const card = page.locator('.card', { has: page.getByRole('heading', { name: 'Uppföljning' }) });
  await expect
    .poll(async () => (await card.innerText()).replaceAll('\u00a0', ' '))
    .toContain('Nästa senast tis 2 nov 2027');
  await unfold(page, 'Anteckna en uppföljning');
  await press(page, 'Anteckna en uppföljning');
  await page.locator('.ds-error-summary', { hasText: 'Skriv några ord: vad kom ni fram till?' }).waitFor();
  await page.fill('#follow-up-heldOn', '2026-11-02');
  await page.fill('#follow-up-text', 'Insatserna räcker.');
  await press(page, 'Anteckna en uppföljning');
  await card.locator('.timeline', { hasText: 'Insatserna räcker.' }).waitFor();
  await expect.poll(() => page.inputValue('#follow-up-text')).toBe('');
});

it('says that another officer’s case is not there', async () => {
  await begun(people, 'A-4304');
  const page = await portal.signedInAs('O2', '#/arenden/A-4304');
  await page.locator('.ds-alert').first().waitFor();
  expect(await text(page, 'main')).toContain('Det finns inget sådant ärende.');
});
