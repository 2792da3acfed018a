import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Actors, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { instantAt } from '../../shared/domain/local-time.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { axeOn } from './support/axe.ts';
import { begun, eventsOf, officer, ordered, press, text, unfold } from './support/order-steps.ts';

const screens = join(import.meta.dirname, '../../out/screens');

let portal: TestPortal;
let people: Actors;
beforeAll(async () => {
  mkdirSync(screens, { recursive: true });
  portal = await aPortal();
  people = actorsOf(portal.house.machine);
});
afterAll(() => portal.end());

/** The page of an order, as somebody sees it. */
async function onOrder(user: string, id: string): Promise<Page> {
  const page = await portal.signedInAs(user, `#/bestallningar/${id}`);
  await page.waitForSelector('.timeline li');
  await page.waitForSelector('.acts .act');
  return page;
}
const wrong = (page: Page, sentence: string) => page.locator('.ds-error-summary', { hasText: sentence }).waitFor();
const said = (page: Page, sentence: string) => page.locator('.acts').getByText(sentence).waitFor();
const Seen = z.looseObject({ state: z.string(), next: z.array(z.string()) });
const seenBy = (userId: string, role: 'officer' | 'provider', orderId: string) =>
  people.ask({ userId, role }, 'getOrder', { path: { orderId } }, Seen);

describe('what may be done with an order', () => {
  it.each([
    ['K1', 'provider', 'begun'],
    ['O1', 'officer', 'begun'],
    ['K1', 'provider', 'paused'],
    ['O1', 'officer', 'paused'],
  ] as const)('has a form for every step that the API offers to %s, a %s, once it is %s', async (user, role, how) => {
    const id = await begun(people, `A-41${user}${how}`);
    const stay = { path: { orderId: id }, body: { from: '2026-11-02' } };
    if (how === 'paused') await people.ask({ userId: 'K1', role: 'provider' }, 'reportHospital', stay, Seen);
    const { next } = await seenBy(user, role, id);
    expect(next).toContain(how === 'paused' ? 'resumeOrder' : 'reportDeath');
    const page = await onOrder(user, id);
    // Forms that few open are fetched when they are opened.
    await page.locator('.acts .act').evaluateAll((acts) => {
      for (const act of acts) act.removeAttribute('name');
      for (const act of acts) act.setAttribute('open', '');
    });
    // There is no stay to put right before one has been told; the provider's first visit is put right by what told it.
    const hidden = how === 'begun' ? ['correctStay'] : [];
    const shown = [...next.filter((act) => !hidden.includes(act)), ...(role === 'provider' ? ['correctStart'] : [])];
    await expect.poll(() => page.locator('.acts .act form > button[type="submit"]').count()).toBe(shown.length);
  });

  it('shows first what the order waits for, and says when nothing does', async () => {
    const id = await begun(people, 'A-4001');
    const theirs = await onOrder('K1', id);
    const opened = theirs.locator('.acts details[open] > summary');
    expect(await opened.allInnerTexts()).toEqual(['Lämna genomförandeplanen']);
    expect(await text(theirs, '.acts')).not.toContain('Inget väntar');
    const page = await onOrder('O1', id);
    await expect.poll(() => text(page, '.acts')).toContain('Inget väntar på dig här just nu.');
    await expect.poll(() => text(page, '.acts h3')).toBe('Annat som kan hända');
    await expect.poll(() => page.locator('.acts details[open]').count()).toBe(0);
  });
});

it('pauses for a hospital stay until the customer is home, and each side sees what the other has told', async () => {
  const id = await begun(people, 'A-4002');
  const theirs = await onOrder('K1', id);
  await unfold(theirs, 'Meddela sjukhusvistelse');
  await press(theirs, 'Meddela sjukhusvistelse');
  await wrong(theirs, 'Ange en dag: dag då kunden kom till sjukhus');
  await theirs.fill('#hospital-from', '2026-11-02');
  await press(theirs, 'Meddela sjukhusvistelse');
  await said(theirs, 'Sjukhusvistelsen är meddelad.');
  await expect.poll(() => text(theirs, '.head')).toContain('Uppehåll');

  const page = await onOrder('O1', id);
  await expect.poll(() => text(page, '.unread')).toMatch(/Kunden är på sjukhus[\s\S]*Gäller mån 2 nov 2026/);
  expect(await axeOn(page)).toEqual([]);
  await page.screenshot({ path: join(screens, 'order-unread.png'), fullPage: true });
  await press(page, 'Jag har tagit del av det');
  await said(page, 'Det är antecknat att du har tagit del av det.');
  await page.getByText('Handläggare 1 tog del av det mån 2 nov').waitFor();
  await expect.poll(() => page.locator('.unread').count()).toBe(0);

  await expect.poll(() => page.locator('.acts details[open] > summary').allInnerTexts()).toEqual(['Planera hemgången']);
  await page.fill('#homecoming-at', '2026-11-01T13:00');
  await press(page, 'Planera hemgången');
  await wrong(page, 'Hemgången kan inte ligga bakåt i tiden.');
  await page.fill('#homecoming-at', '2026-11-05T13:00');
  await press(page, 'Planera hemgången');
  await said(page, 'Hemgången är planerad. Utföraren har fått besked.');

  await theirs.reload();
  await theirs.locator('.acts details[open] > summary', { hasText: 'igång igen' }).waitFor();
  await expect.poll(() => text(theirs, '.head')).toContain('senast tors 5 nov 13:00');
  await expect.poll(() => text(theirs, '.summary')).toContain('kommer hem tors 5 nov 13:00');
  await theirs.fill('#resumption-on', '2026-11-02');
  await press(theirs, 'Meddela att insatsen är igång igen');
  await said(theirs, 'Insatsen är igång igen.');
  await expect.poll(() => text(theirs, '.head')).toContain('Påbörjad');
  expect(await eventsOf(people, id)).toEqual(
    expect.arrayContaining(['hospital-reported', 'report-acknowledged', 'homecoming-planned', 'order-resumed']),
  );
  expect([...portal.complaints(theirs), ...portal.complaints(page)].filter((line) => !/ 422 /.test(line))).toEqual([]);
});

it('takes note of a declined visit once, and tells the officer of the third', async () => {
  const id = await begun(people, 'A-4003');
  const page = await onOrder('K1', id);
  async function decline(clock: string) {
    await unfold(page, 'Meddela avböjt besök');
    await page.fill('#declines-on', '2026-11-02');
    await page.fill('#declines-start', clock);
    await page.selectOption('#declines-code', 'OMV');
    await press(page, 'Meddela avböjt besök');
  }
  await decline('08:00');
  await said(page, 'Besöket är antecknat.');
  await page.locator('.act[open]', { hasText: 'avböjt' }).waitFor({ state: 'detached' });
  await decline('08:00');
  await said(page, 'Det besöket är redan meddelat.');
  expect(await text(page, '.acts')).not.toContain('Någon annan hann före');
  await page.fill('#declines-start', '12:00');
  await press(page, 'Meddela avböjt besök');
  await said(page, 'Besöket är antecknat.');
  await decline('17:00');
  await page.getByText('Kunden har avböjt flera besök').waitFor();
  expect((await eventsOf(people, id)).filter((event) => event === 'decline-reported')).toHaveLength(3);
  const theirs = await onOrder('O1', id);
  await expect.poll(() => text(theirs, '.unread')).toContain('3 gånger');
});

/** The customer wishes to end on the day, told by the provider in words that stay inside. */
async function wish(page: Page, day: string): Promise<void> {
  await unfold(page, 'Meddela att kunden vill avsluta');
  await page.fill('#ending-wishedOn', day);
  await page.fill('#ending-text', 'Flyttar till sin dotter.');
  await press(page, 'Meddela att kunden vill avsluta');
  await said(page, 'Önskan är meddelad.');
}
async function verify(page: Page, answer: string): Promise<void> {
  await page.fill('#verification-contactedAt', '2026-11-02T07:00');
  await page.getByText(answer, { exact: true }).click();
  await press(page, 'Stäm av avslutet med kunden');
  await said(page, 'Kundens svar är antecknat.');
}

describe('the customer wishes to end', () => {
  it('and does after the officer has spoken with the customer, when the last day has passed', async () => {
    const id = await begun(people, 'A-4004');
    const theirs = await onOrder('K1', id);
    await wish(theirs, '2026-11-02');
    await expect.poll(() => text(theirs, '.head')).toContain('Avslutas');
    await expect.poll(() => theirs.locator('summary', { hasText: 'Avsluta beställningen' }).count()).toBe(0);

    const page = await onOrder('O1', id);
    await page.locator('.acts details[open] > summary', { hasText: 'Stäm av avslutet med kunden' }).waitFor();
    await press(page, 'Stäm av avslutet med kunden');
    await wrong(page, 'Välj ett alternativ: vad säger kunden?');
    await expect.poll(() => page.locator('#verification-lastDay').count()).toBe(0);
    await page.getByText('Vill avsluta', { exact: true }).click();
    // What the customer wished for is the answer that lies nearest.
    await expect.poll(() => page.inputValue('#verification-lastDay')).toBe('2026-11-02');
    await verify(page, 'Vill avsluta');
    await expect.poll(() => text(page, '.summary')).toContain('sista dag mån 2 nov 2026');

    await theirs.reload();
    await unfold(theirs, 'Avsluta beställningen');
    await press(theirs, 'Avsluta beställningen');
    await said(theirs, 'Sista dagen har inte passerat ännu.');
    // The clock would close it by itself at midnight; here the provider is first.
    const clock = vi.spyOn(portal.house.machine, 'tick').mockResolvedValue(0);
    const { clock: time } = portal.house.machine;
    const before = time.now();
    time.set(instantAt('2026-11-03', '00:00'));
    await press(theirs, 'Avsluta beställningen');
    await said(theirs, 'Beställningen är avslutad.');
    time.set(before);
    clock.mockRestore();
    await expect.poll(() => text(theirs, '.head')).toContain('Avslutad');
    await expect
      .poll(() => theirs.locator('.acts details[open] > summary').allInnerTexts())
      .toEqual(['Lämna dokumentationen']);
    expect(await eventsOf(people, id)).toEqual(expect.arrayContaining(['end-wished', 'end-permitted', 'order-closed']));
    expect(await text(theirs, '.sides')).not.toContain('event-');

    await press(theirs, 'Lämna dokumentationen');
    await wrong(theirs, 'Lägg till handlingarna');
    await press(theirs, 'Lägg till en handling');
    await theirs.fill('#documentation-documents-0-dated', '2026-10-30');
    await press(theirs, 'Lämna dokumentationen');
    await said(theirs, 'Dokumentationen är lämnad.');
    expect(await eventsOf(people, id)).toContain('documentation-returned');
  });

  it('or goes on after all', async () => {
    const id = await begun(people, 'A-4005');
    await wish(await onOrder('K1', id), '2026-11-30');
    const page = await onOrder('O1', id);
    await verify(page, 'Vill fortsätta');
    await expect.poll(() => text(page, '.head')).toContain('Påbörjad');
  });
});

it('takes in a care plan that the customer has signed, and sends its file once', async () => {
  const id = await begun(people, 'A-4006');
  const page = await onOrder('K1', id);
  await press(page, 'Lämna genomförandeplanen');
  await wrong(page, 'Välj filen med planen');
  await wrong(page, 'Ange en dag: dag då kunden undertecknade');
  await page.setInputFiles('#care-plan-documentId', {
    name: 'plan.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('x'),
  });
  await press(page, 'Lämna genomförandeplanen');
  await wrong(page, 'Välj en fil som är PDF, JPG, PNG eller TIFF');
  const buffer = Buffer.from('%PDF-1.7\n%%EOF\n');
  await page.setInputFiles('#care-plan-documentId', { name: 'plan.pdf', mimeType: 'application/pdf', buffer });
  let opened = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/documents/uploads')) opened++;
  });
  await page.fill('#care-plan-signedByCustomerOn', '2026-11-30');
  await press(page, 'Lämna genomförandeplanen');
  await page.locator('.ds-error-summary a', { hasText: 'framåt i tiden' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('care-plan-signedByCustomerOn');
  await page.fill('#care-plan-signedByCustomerOn', '2026-11-02');
  await press(page, 'Lämna genomförandeplanen');
  await said(page, 'Genomförandeplanen är lämnad.');
  expect(opened).toBe(1);
  await page.locator('.acts', { hasText: 'Inget väntar på dig här just nu.' }).waitFor();
  const Papers = z.looseObject({ items: z.array(z.looseObject({ kind: z.string(), signedByCustomerOn: z.string() })) });
  const papers = await people.ask(officer, 'listCaseDocuments', { path: { caseNo: 'A-4006' } }, Papers);
  expect(papers.items).toMatchObject([{ kind: 'CARE_PLAN', signedByCustomerOn: '2026-11-02' }]);
});

it('asks once more before it is told that the customer has died, and ends every order of the case', async () => {
  const id = await begun(people, 'A-4007', { to: '2026-11-30' });
  const later = await ordered(people, 'A-4007', 'P2', { from: '2026-12-01' });
  const page = await onOrder('K1', id);
  await unfold(page, 'Meddela att kunden har avlidit');
  await page.fill('#death-date', '2026-11-01');
  await press(page, 'Fortsätt till kontroll');
  const dialog = page.getByRole('dialog');
  expect(await dialog.innerText()).toContain('Alla beställningar i ärendet avslutas');
  expect((await dialog.innerText()).replaceAll('\u00a0', ' ')).toContain('sön 1 nov 2026');
  await dialog.getByRole('button', { name: 'Inte än' }).click();
  expect((await seenBy('O1', 'officer', id)).state).toBe('started');
  await press(page, 'Fortsätt till kontroll');
  await dialog.getByRole('button', { name: 'Meddela att kunden har avlidit' }).click();
  await said(page, 'Dödsfallet är meddelat.');
  expect(await dialog.count()).toBe(0);
  await expect.poll(() => text(page, '.summary')).toContain('kunden har avlidit, sista dag mån 2 nov 2026');
  expect((await seenBy('O1', 'officer', later)).state).toBe('ending');
});

it('changes what is granted from a day on, and keeps what was', async () => {
  const id = await ordered(people, 'A-4008', 'P1');
  const page = await onOrder('O1', id);
  await unfold(page, 'Ändra insatserna');
  await expect.poll(() => page.inputValue('#services-services-0-minutesPerMonth')).toBe('10');
  await page.fill('#services-services-0-minutesPerMonth', '12');
  await press(page, 'Lägg till en insats');
  await page.selectOption('#services-services-1-code', 'OMV');
  await page.fill('#services-services-1-minutesPerMonth', '2');
  await page.fill('#services-from', '2026-11-16');
  await press(page, 'Ändra insatserna');
  await page.locator('.ds-error-summary a', { hasText: 'Varje insats anges en gång.' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('services-services');
  await page.selectOption('#services-services-1-code', 'SRV');
  await press(page, 'Ändra insatserna');
  await said(page, 'Insatserna är ändrade.');
  const facts = await text(page, '.summary');
  expect(facts).toContain('Omvårdnad (OMV) 10 h 00 min per månad till sön 15 nov 2026');
  expect(facts).toContain('Omvårdnad (OMV) 12 h 00 min per månad från mån 16 nov 2026');
  expect(facts).toContain('Service (SRV) 2 h 00 min per månad från mån 16 nov 2026');
});

it('asks why less is granted, and on what decision, before it is sent', async () => {
  const id = await ordered(people, 'A-4010', 'P1');
  const page = await onOrder('O1', id);
  await unfold(page, 'Ändra insatserna');
  const ground = page.getByRole('group', { name: 'Varför minskas insatsen?' });
  await page.fill('#services-from', '2026-11-16');
  await page.fill('#services-services-0-minutesPerMonth', '12');
  expect(await ground.count()).toBe(0);
  await page.fill('#services-services-0-minutesPerMonth', '8');
  await press(page, 'Ändra insatserna');
  await wrong(page, 'Välj ett alternativ: varför minskas insatsen?');
  await wrong(page, 'Välj ett alternativ: vilket slags beslut är det som minskas?');
  expect(await axeOn(page)).toEqual([]);
  await page.screenshot({ path: join(screens, 'order-decrease.png'), fullPage: true });
  await ground.getByText('Kunden vill det själv').click();
  await page.getByText('Ett som gäller tills vidare').click();
  await press(page, 'Ändra insatserna');
  await said(page, 'Insatserna är ändrade.');
  expect(await text(page, '.summary')).toContain('Omvårdnad (OMV) 8 h 00 min per månad från mån 16 nov 2026');
});

it('asks it, too, of what is granted for a time and is left out', async () => {
  const services = [
    { code: 'OMV', minutesPerMonth: 600 },
    { code: 'SRV', minutesPerMonth: 60, to: '2026-12-31' },
  ];
  const body = { caseNo: 'A-4011', providerId: 'P1', services, customer: { name: 'Anna Provsson' } };
  const { id } = await people.ask(officer, 'placeOrder', { body }, z.looseObject({ id: z.string() }));
  const page = await onOrder('O1', id);
  await unfold(page, 'Ändra insatserna');
  const ground = page.getByRole('group', { name: 'Varför minskas insatsen?' });
  await page.fill('#services-from', '2027-01-01');
  expect(await ground.count()).toBe(0);
  await page.fill('#services-from', '2026-12-01');
  await ground.waitFor();
});

it('tells of a need in words that stay inside', async () => {
  const id = await begun(people, 'A-4009');
  const page = await onOrder('M1', id);
  await unfold(page, 'Meddela ändrat behov');
  await page.getByText('Kunden behöver mer').click();
  await page.fill('#needs-noticedOn', '2026-11-01');
  await page.fill('#needs-minutesPerMonth', '20');
  await page.fill('#needs-text', 'Ring 19121212-1212.');
  await press(page, 'Meddela ändrat behov');
  await page.locator('.ds-error-summary').waitFor();
  await expect.poll(() => page.getAttribute('#needs-text', 'aria-invalid')).toBe('true');
  await page.fill('#needs-text', 'Orkar inte längre laga mat själv.');
  await press(page, 'Meddela ändrat behov');
  await said(page, 'Behovet är meddelat.');
  const theirs = await onOrder('O1', id);
  const unread = await text(theirs, '.unread');
  expect(unread).toContain('utföraren tror 20 h 00 min per månad · orden står under Meddelanden');
  expect(unread).toContain('meddelat senare än samma dag');
  expect(unread).not.toContain('laga mat');
});

it('leads to another provider and to a message, with the case filled in, and tells how much room the provider has', async () => {
  const id = await begun(people, 'A-4020');
  const ceiling = { path: { providerId: 'P1' }, body: { value: 5000 } };
  await people.ask({ userId: 'M1', role: 'provider-manager' }, 'declareCeiling', ceiling, z.unknown());
  const page = await onOrder('O1', id);
  await page.getByText(/^Utföraren har \d+ % kvar av sitt kapacitetstak\./).waitFor();
  expect(await axeOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Byt utförare' }).click();
  await page.locator('h1', { hasText: 'byte' }).waitFor();
  await expect.poll(() => page.inputValue('#switch-caseNo')).toBe('A-4020');
  await page.goBack();
  await page.getByRole('link', { name: 'Skriv ett meddelande' }).click();
  await expect.poll(() => page.inputValue('#message-caseNo')).toBe('A-4020');

  const theirs = await onOrder('K1', id);
  await theirs.getByRole('link', { name: 'Skriv ett meddelande' }).waitFor();
  await expect.poll(() => theirs.getByRole('link', { name: 'Byt utförare' }).count()).toBe(0);
  await expect.poll(() => theirs.getByText('kapacitetstak').count()).toBe(0);
});
