import type { Page } from 'playwright-core';
import * as z from 'zod';
import type { Actors } from '../../../infra/local/scripted-month/actors.ts';

export const officer = { userId: 'O1', role: 'officer' } as const;
export const services = [{ code: 'OMV', minutesPerMonth: 600 }];
export const Placed = z.looseObject({ id: z.string() });

/** A customer of the officer's, written in before anything is ordered. */
export async function takenIn(people: Actors, caseNo: string): Promise<string> {
  const asked = { path: { caseNo }, body: { customer: { name: 'Anna Provsson' } } };
  await people.ask(officer, 'saveCustomer', asked, z.unknown());
  return caseNo;
}

type Days = { readonly from?: string; readonly to?: string };

/** An order of the officer's to one provider, with the customer who is new, as it would have come from the page. */
export async function ordered(people: Actors, caseNo: string, providerId: string, days: Days = {}): Promise<string> {
  const body = { caseNo, providerId, services, customer: { name: 'Anna Provsson' }, ...days };
  const { id } = await people.ask(officer, 'placeOrder', { body }, Placed);
  return id;
}

/** The same, begun the same day. */
export async function begun(people: Actors, caseNo: string, days?: Days): Promise<string> {
  const orderId = await ordered(people, caseNo, 'P1', days);
  await people.ask({ userId: 'K1', role: 'provider' }, 'startOrder', { path: { orderId }, body: {} }, z.unknown());
  return orderId;
}

/** What has happened with it, by the journal. */
export async function eventsOf(people: Actors, orderId: string, userId = 'O1'): Promise<readonly string[]> {
  const History = z.looseObject({ items: z.array(z.looseObject({ event: z.string() })) });
  const { items } = await people.ask({ userId, role: 'officer' }, 'getOrderHistory', { path: { orderId } }, History);
  return items.map(({ event }) => event);
}

/** What stands there, with ordinary spaces. */
export const text = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replaceAll('\u00a0', ' ');

export const onStep = (page: Page, title: string) => page.locator('h1', { hasText: title }).waitFor();
export const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click();

/** Opens the form of a step. */
export const unfold = (page: Page, name: string) => page.locator('.act > summary', { hasText: name }).click();
