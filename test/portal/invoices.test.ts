import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { monthStore } from '../../functions/months/month-store.ts';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { invoiceReference } from '../../shared/domain/invoice-reference.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import { settingsStore } from '../../shared/stores/settings-store.ts';
import { aMonthEnd, manager, manyCases, manyVisits, month, officer } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { signAs } from './support/month-steps.ts';
import { onStep, press, text, unfold } from './support/order-steps.ts';

const head = { userId: 'H1', role: 'head' } as const;
const administrator = { userId: 'D1', role: 'administrator' } as const;
const Filed = z.looseObject({ invoiceId: z.string() });

let portal: TestPortal;
let people: Actors;
let statement: { readonly reference: string; readonly minutes: number; readonly amountOre: number };

beforeAll(async () => {
  portal = await aPortal(aMonthEnd(manyCases(1), manyVisits(1)));
  const { machine } = portal.house;
  const { table } = machine.deps;
  people = actorsOf(machine);
  const path = { month, providerId: 'P1' };
  const line = { path: { ...path, caseNo: 'A-1000' }, body: { decision: 'APPROVE' } };
  await people.ask(officer, 'decideLine', line, z.unknown());
  await people.sign(officer, ['intendReport', 'signReport'], { path, body: {} }, z.unknown());
  await people.sign(head, ['intendStatement', 'sendStatement'], { path, body: {} }, z.unknown());
  const provider = await providerStore(table).find('P1');
  if (!provider) throw new Error('no provider');
  const known = { ...provider.entity, organisationNumber: '5567037485', bankgiro: '50501055' };
  const other = (userId: string, role: 'administrator' | 'head' | 'finance', name: string) =>
    membershipStore(table).save({ userId, role, name, email: `${userId}@kommun.example` }, undefined);
  await table.commit([
    providerStore(table).save(known, provider),
    ...[
      other('D2', 'administrator', 'Administratör Två'),
      other('O1', 'head', 'Handläggare 1'),
      other('E1', 'finance', 'Ekonom Prov'),
    ],
  ]);
  const stated = (await monthStore(table).find(month, 'P1'))?.entity.statement;
  if (!stated) throw new Error('no statement');
  const { minutes, amountOre } = stated;
  statement = { reference: invoiceReference(stated), minutes, amountOre: stated.toInvoiceOre ?? amountOre };
});
afterAll(() => portal.end());

const today = () => portal.house.machine.deps.clock.now().slice(0, 10);
const kronor = (ore: number) => `${Math.trunc(ore / 100)},${String(ore % 100).padStart(2, '0')}`;

type Written = { readonly number: string; readonly amountOre?: number; readonly payee?: string };

/** Keys an invoice as it stands on the paper. */
async function key(page: Page, { number, amountOre = statement.amountOre, payee = '5050-1055' }: Written) {
  await page.fill('#invoice-number', number);
  await page.fill('#invoice-issueDate', today());
  await page.fill('#invoice-sellerOrgNo', '556703-7485');
  await page.fill('#invoice-reference', statement.reference);
  await page.fill('#invoice-minutes', String(Math.trunc(statement.minutes / 60)));
  await page.fill('#invoice-minutes-minutes', String(statement.minutes % 60));
  await page.fill('#invoice-amountOre', kronor(amountOre));
  await page.fill('#invoice-payee', payee);
}
const figures = (number: string, over: object = {}) => ({
  ...{ number, issueDate: today(), sellerOrgNo: '5567037485', reference: statement.reference },
  ...{ minutes: statement.minutes, amountOre: statement.amountOre, payee: '50501055' },
  ...over,
});
/** The provider hands one in without a browser. */
const handedIn = async (number: string, over: object = {}): Promise<string> =>
  (await people.ask(manager, 'receiveInvoice', { body: { figures: figures(number, over) } }, Filed)).invoiceId;
const returned = (invoiceId: string) =>
  people.ask(administrator, 'returnInvoice', { path: { invoiceId }, body: { reason: 'Prov' } }, z.unknown());

it('a provider is told in words why its invoice is returned, and what to do', async () => {
  const page = await portal.signedInAs('M1', '#/fakturor');
  await expect.poll(() => text(page, 'main')).toContain('Får faktureras');
  await expect.poll(() => text(page, 'main')).toContain(statement.reference);
  await look(page, 'invoices-provider');
  await page.locator('tbody').getByRole('link', { name: 'Lämna in faktura' }).first().click();
  await onStep(page, 'Lämna in faktura');
  await press(page, 'Skicka fakturan');
  await expect.poll(() => text(page, '.ds-error-summary')).toContain('Välj hur fakturan kommer.');
  await page.getByText('Bara siffrorna').click();
  await press(page, 'Skicka fakturan');
  await expect.poll(() => text(page, '.ds-error-summary')).toContain('Skriv fakturans nummer.');
  await look(page, 'invoice-receive-errors');
  await key(page, { number: 'F-1', amountOre: statement.amountOre + 1 });
  await press(page, 'Skicka fakturan');
  await onStep(page, 'Faktura F-1');
  await expect.poll(() => text(page, '.ds-alert')).toContain('Beloppet är inte sammanställningens.');
  expect(await text(page, '.ds-alert')).toContain('lämna in en ny faktura');
  await look(page, 'invoice-returned-provider');
  expect(portal.complaints(page)).toEqual([]);
  await page.context().close();
});

/** Wide and light, then narrow and dark: nothing lies beside the screen. */
async function lookBothWays(page: Page, name: string): Promise<void> {
  await look(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 800 });
  await look(page, `${name}-320-dark`);
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beside).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
}

it('a provider finds the basis of the invoice, and what is missing before it can be an electronic one', async () => {
  const page = await portal.signedInAs('M1', '#/fakturor');
  await page.locator('tbody').getByRole('link', { name: 'Underlag' }).first().click();
  await onStep(page, 'Underlag till fakturan');
  await expect.poll(() => text(page, 'main')).toContain('Kommunens referens som köpare');
  expect(await page.getByRole('button', { name: 'Spara som elektronisk faktura' }).count()).toBe(0);
  expect(await text(page, 'main')).toContain('Skriv inget om någon kund på fakturan');
  await lookBothWays(page, 'invoice-basis-missing');
  const { table } = portal.house.machine.deps;
  const [provider, settings] = [await providerStore(table).find('P1'), await settingsStore(table).find()];
  if (!provider || !settings) throw new Error('nothing to fill in');
  const place = { address: 'Storgatan 1', postcode: '793 30', town: 'Exempelby' };
  const buyer = {
    ...{ name: 'Exempelkommun', orgNo: '212000-2924', street: 'Fakturaenheten', postalCode: '793 80' },
    ...{ city: 'Exempelstad', endpoint: { scheme: '0007', id: '2120002924' }, buyerReference: 'VoO Kundval' },
  };
  await table.commit([
    providerStore(table).save(
      { ...provider.entity, ...place, endpoint: { scheme: '0007', id: '5567037485' } },
      provider,
    ),
    settingsStore(table).save({ ...settings.entity, buyer }, settings),
  ]);
  await page.reload();
  const saves = page.waitForEvent('download');
  await press(page, 'Spara som elektronisk faktura');
  expect((await saves).suggestedFilename()).toBe(`faktura-P1-${month}.xml`);
  await lookBothWays(page, 'invoice-basis-whole');
  expect(portal.complaints(page)).toEqual([]);
  await page.context().close();
});

it('the economist reads the ledger’s payments in, and sees of each row what became of it', async () => {
  const page = await portal.signedInAs('E1', '#/fakturor');
  await page.getByRole('link', { name: 'Läs in betalningar' }).click();
  await onStep(page, 'Betalningar ur reskontran');
  await press(page, 'Läs in');
  await expect.poll(() => text(page, '.ds-error-summary')).toContain('Välj en fil.');
  const rows = ['Fakturanummer;Organisationsnummer;Betald;Referens;Belopp', `F-404;556703-7485;${today()};BG-1;1,00`];
  const buffer = Buffer.from(`${rows.join('\n')}\n`);
  await page.setInputFiles('#payments-file', { name: 'betalt.csv', mimeType: 'text/csv', buffer });
  await press(page, 'Läs in');
  await expect.poll(() => text(page, 'main')).toContain('0 av 1 rader är inlästa nu');
  expect(await text(page, '.table')).toContain('Okänd');
  expect(await text(page, '.table')).toContain('Ingen faktura med det numret');
  await lookBothWays(page, 'invoice-payments-read');
  expect(portal.complaints(page)).toEqual([]);
  await page.context().close();
});

it('one with another account is held until the administrator has telephoned', async () => {
  const invoiceId = await handedIn('F-2', { payee: '1234567' });
  const page = await portal.signedInAs('D1', `#/fakturor/${invoiceId}`);
  await expect.poll(() => text(page, '.ds-alert')).toContain('Kontot är inte det som är registrerat.');
  expect(await text(page, '.ds-alert')).toContain('Ring utföraren på det nummer som är registrerat');
  await press(page, 'Släpp fakturan efter samtal');
  await expect.poll(() => text(page, '.ds-error-summary')).toContain('Ring först');
  await look(page, 'invoice-held');
  await page.getByText('Jag har ringt utföraren på det registrerade numret').click();
  await page.fill('#release-comment', 'Nytt konto bekräftat av ekonomichefen.');
  await press(page, 'Släpp fakturan efter samtal');
  await expect.poll(() => text(page, 'main')).toContain('Fakturan är släppt');
  await expect.poll(() => page.getByText('Släppt efter samtal').count()).toBe(1);
  await unfold(page, 'Återsänd fakturan');
  await page.fill('#return-reason', 'Kontot ska registreras hos oss först.');
  await press(page, 'Återsänd fakturan');
  await expect.poll(() => text(page, 'main')).toContain('Kontot ska registreras hos oss först.');
  expect(portal.complaints(page)).toEqual([]);
  await page.context().close();
});

it('one on paper is read through by two before it is marked secret', async () => {
  const page = await portal.signedInAs('D1', '#/fakturor/ny');
  await page.getByText('Som PDF, eller bild av ett papper').click();
  const buffer = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]);
  await page.setInputFiles('#invoice-file', { name: 'faktura.jpg', mimeType: 'image/jpeg', buffer });
  await key(page, { number: 'F-3' });
  await look(page, 'invoice-key-paper');
  await press(page, 'Registrera fakturan');
  await onStep(page, 'Faktura F-3');
  await expect.poll(() => text(page, 'main')).toContain('Genomläst av två');
  expect(await page.getByRole('button', { name: 'Sekretessbelägg fakturan' }).count()).toBe(0);
  const hash = new URL(page.url()).hash;
  await page.context().close();
  const other = await portal.signedInAs('D2', hash);
  await press(other, 'Jag har läst igenom fakturan');
  await expect.poll(() => text(other, '.ds-error-summary')).toContain('Läs fakturan och bocka i');
  await other.getByText('Jag har läst hela fakturan').click();
  await press(other, 'Jag har läst igenom fakturan');
  await expect.poll(() => other.getByRole('button', { name: 'Sekretessbelägg fakturan' }).count()).toBe(1);
  await look(other, 'invoice-looked-through');
  await other.context().close();
  await returned(hash.replace('#/fakturor/', ''));
});

it('is marked secret, coded and attested by those whose it is, and nobody who had a hand in the month attests it', async () => {
  const page = await portal.signedInAs('M1', '#/fakturor/ny');
  await page.getByText('Bara siffrorna').click();
  await key(page, { number: 'F-4' });
  await press(page, 'Skicka fakturan');
  await onStep(page, 'Faktura F-4');
  await expect.poll(() => text(page, 'main')).toContain('Fakturan väntar på administratören.');
  await look(page, 'invoice-received-provider');
  const hash = new URL(page.url()).hash;
  await page.context().close();

  const secret = await portal.signedInAs('D1', '#/fakturor');
  await secret.getByRole('link', { name: 'F-4', exact: true }).click();
  await press(secret, 'Sekretessbelägg fakturan');
  await expect.poll(() => text(secret, 'main')).toContain('Fakturan väntar på myndighetschefen.');
  await look(secret, 'invoice-classified');
  await secret.context().close();

  const heads = await portal.signedInAs('H1', hash);
  await heads.locator('input[id="coding-rows[0]-account"]').waitFor();
  const half = Math.trunc(statement.amountOre / 2);
  await heads.fill('input[id="coding-rows[0]-amountOre"]', kronor(half));
  await expect.poll(() => text(heads, 'form [role="status"]:has(b)')).toContain('Det skiljer');
  await press(heads, 'Spara konteringen');
  await expect.poll(() => text(heads, '.ds-error-summary')).toContain('Raderna ska bli exakt det som ska betalas.');
  await look(heads, 'invoice-coding');
  await press(heads, 'Lägg till en rad');
  await heads.fill('input[id="coding-rows[1]-account"]', '4643');
  await heads.fill('input[id="coding-rows[1]-dims-1"]', '7110');
  await expect.poll(() => text(heads, 'form [role="status"]:has(b)')).toContain('Det stämmer.');
  await press(heads, 'Spara konteringen');
  await expect.poll(() => text(heads, 'main')).toContain('Fakturan är konterad');
  await heads.context().close();

  // The officer who decided the lines is a head as well, and does not attest.
  const officers = await portal.signedInAs('O1', hash);
  await officers.locator('.who > summary').click();
  await officers.locator('.who-menu').getByText('Myndighetschef', { exact: true }).click();
  await officers.keyboard.press('Escape');
  await expect.poll(() => text(officers, 'main')).toContain('Någon annan behöver attestera fakturan');
  await expect.poll(() => text(officers, 'main')).toContain('Du har bedömt ärenden eller justeringar i månaden');
  expect(await officers.getByRole('link', { name: 'Utse en ställföreträdare' }).count()).toBe(1);
  expect(await officers.getByRole('link', { name: 'Kontrollera och attestera' }).count()).toBe(0);
  await look(officers, 'invoice-four-eyes');
  await officers.context().close();

  const attester = await portal.signedInAs('H1', hash);
  await attester.getByRole('link', { name: 'Kontrollera och attestera' }).click();
  await expect.poll(() => text(attester, '.sign-block:has(dl):has(code)')).toContain('konto 4643, 7110');
  await look(attester, 'invoice-attest');
  await signAs(attester, 'H1');
  await look(attester, 'invoice-attested');
  await attester.locator('.receipt a').click();
  await expect.poll(() => text(attester, 'main')).toContain('Attest av en faktura');
  await expect.poll(() => text(attester, 'main')).toContain('konto 4643, 7110');
  await look(attester, 'record-attestation');
  expect(portal.complaints(attester)).toEqual([]);
  await attester.context().close();

  // Finance takes what is attested, and says when it was paid; the provider sees it.
  await people.ask({ userId: 'E1', role: 'finance' }, 'exportBookings', { body: {} }, z.unknown());
  const finance = await portal.signedInAs('E1', hash);
  await expect.poll(() => text(finance, 'main')).toContain('Export 1, verifikat');
  await press(finance, 'Skriv in att den är betald');
  await expect.poll(() => text(finance, '.ds-error-summary')).toContain('Skriv vilken dag den betalades.');
  await finance.fill('#pay-on', today());
  await finance.fill('#pay-reference', 'BG 4711');
  await look(finance, 'invoice-exported');
  await press(finance, 'Skriv in att den är betald');
  await expect.poll(() => text(finance, 'main')).toContain('Betalningens referens är BG 4711.');
  expect(portal.complaints(finance)).toEqual([]);
  await finance.context().close();
  const paid = await portal.signedInAs('M1', '#/fakturor');
  await expect.poll(() => text(paid, 'main')).toContain('Fakturerad');
  await look(paid, 'invoices-provider-paid');
  await paid.getByRole('link', { name: 'F-4', exact: true }).click();
  await expect.poll(() => text(paid, '.ds-alert')).toContain('Betalningens referens är BG 4711.');
  await look(paid, 'invoice-paid-provider');
  expect(portal.complaints(paid)).toEqual([]);
});
