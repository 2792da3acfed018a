import type { Page } from 'playwright-core';
import * as z from 'zod';
import type { Actor, Actors } from '../../../infra/local/scripted-month/actors.ts';

/** Who buys and performs in the demo municipality. */
export const buying = {
  manager: { userId: 'EB1', role: 'ordering-manager' },
  performer: { userId: 'EM1', role: 'receiving-manager' },
  coordinator: { userId: 'EM2', role: 'receiving-coordinator' },
  caseWorker: { userId: 'EB5', role: 'ordering-officer' },
  leader: { userId: 'EU1', role: 'development-leader' },
  registrar: { userId: 'ER1', role: 'registrar-own' },
} as const satisfies Readonly<Record<string, Actor>>;

const Asked = z.looseObject({ id: z.string() });

/** A unit asks another for hours, as the API takes it; the purchase's id. */
export async function aRequest(people: Actors, by: Actor, body: Record<string, unknown>): Promise<string> {
  const wanted = { mode: 'PLANNED', receivingUnitId: 'E2', services: [{ code: 'OMV' }], ...body };
  return (await people.ask(by, 'requestPurchase', { body: wanted }, Asked)).id;
}

export const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click();
export const unfold = (page: Page, name: string) => page.locator('.act > summary', { hasText: name }).click();
export const said = (page: Page, sentence: string) => page.locator('.acts').getByText(sentence).first().waitFor();
export const submit = (page: Page, field: string) => page.locator(`form:has(${field}) > button[type="submit"]`).click();
export const card = (page: Page, heading: string) =>
  page.locator('section.card', { has: page.getByRole('heading', { name: heading, exact: true }) });

/** A purchase's page, when all of it is there. */
export async function onPurchase(page: Page): Promise<void> {
  await page.waitForSelector('.timeline li');
  await page.waitForSelector('.acts h2');
}

/** Opens the purchase of one case from the list. */
export const intoThePurchase = (caseNo: string) => async (page: Page) => {
  await page.getByRole('link', { name: caseNo, exact: true }).first().click();
  await onPurchase(page);
};

/** Reads the page anew; who is asked for it signs in again. */
export async function readAnew(page: Page, user: string): Promise<void> {
  await page.reload();
  const who = page.locator(`button[value="${user}"]`).first();
  await who.or(page.locator('.acts h2').first()).first().waitFor();
  if (await who.isVisible()) await who.click();
  await onPurchase(page);
}
