import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { begin } from '../../shared/domain/deadline.ts';
import { instantAt } from '../../shared/domain/local-time.ts';
import { deadlineStore } from '../../shared/stores/deadline-store.ts';
import { aReport } from '../support/a-report.ts';
import { aMonthEnd, fewCases, fewVisits, manager, month } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { checkFiles, radio, signAs } from './support/month-steps.ts';
import { press, text } from './support/order-steps.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await aPortal(async (machine) => {
    await aMonthEnd(fewCases)(machine);
    await machine.moveTo(instantAt('2026-11-06', '08:00'));
  });
});
afterAll(() => portal.end());

it('says from which day it may be closed, and offers no button before', async () => {
  const page = await portal.signedInAs('O1', '#/manad/2026-10/P1');
  await page.getByText('stänga månaden från och med mån 9 nov').waitFor();
  expect(await page.getByRole('button', { name: 'Stäng månaden utan redovisning' }).count()).toBe(0);
  await page.context().close();
  await portal.house.machine.moveTo(instantAt('2026-11-09', '08:00'));
});

it('an officer closes a month that was never handed in, and meets its lines; the head sees it closed (A81)', async () => {
  const page = await portal.signedInAs('O1', '#/manad/2026-10/P1');
  await press(page, 'Stäng månaden utan redovisning');
  await page.getByText('Omsorg Ett AB har inte lämnat in oktober 2026.').waitFor();
  await look(page, 'close-month');
  await press(page, 'Ja, stäng månaden');
  await radio(page, 'A-1').waitFor();
  await expect.poll(() => text(page, 'main')).toContain('Inte inlämnat');
  await page.getByText('Månaden stängdes utan redovisning mån 9 nov').waitFor();
  // The date is not met.
  await expect.poll(() => text(page, '.dates')).toContain('stängd utan redovisning mån 9 nov');
  expect(await text(page, '.deadline >> nth=0')).not.toContain('klart');
  await page.context().close();
  // A date that is none of the month's own steps is said in words, and whose it is.
  const { deps } = portal.house.machine;
  for (const officerId of ['O1', 'O2']) {
    const subject = { kind: 'month', month, providerId: 'P1', officerId } as const;
    const dueAt = instantAt('2026-11-05', '00:00');
    const late = { ...begin('D54', { subject, dueAt, why: [] }), state: 'overdue' } as const;
    await deps.table.commit([deadlineStore(deps.table).open(late, instantAt('2026-11-09', '08:00'))]);
  }
  const theirs = await portal.signedInAs('H1', '#/manad/2026-10');
  await theirs
    .getByText('Omsorg Ett AB, Handläggare 2: Besvara det som märktes i månadens rader, skulle ha varit')
    .waitFor();
  await expect.poll(() => text(theirs, 'main')).not.toMatch(/D\d\d/);
  await theirs.getByText('Inte inlämnad, stängd mån 9 nov').waitFor();
  expect(portal.complaints(theirs)).toEqual([]);
  await theirs.context().close();
});

/** Every line is decided, both officers sign, and the head sends the statement. */
async function state(): Promise<void> {
  const people = actorsOf(portal.house.machine);
  const path = { month, providerId: 'P1' };
  for (const [userId, cases] of [
    ['O1', ['A-1', 'A-2', 'A-4']],
    ['O2', ['A-3']],
  ] as const) {
    const who = { userId, role: 'officer' } as const;
    const body = { caseNos: [...cases], comment: 'Inget kom in.' };
    await people.ask(who, 'approveLines', { path, body }, z.unknown());
    await people.sign(who, ['intendReport', 'signReport'], { path, body: {} }, z.unknown());
  }
  const head = { userId: 'H1', role: 'head' } as const;
  await people.sign(head, ['intendStatement', 'sendStatement'], { path, body: {} }, z.unknown());
}

it('the provider sees that it was closed and what it came to, and hands in afterwards, which becomes an adjustment (A30)', async () => {
  const page = await portal.signedInAs(manager.userId, `#/manad/${month}`);
  await page.getByText('Månaden stängdes utan redovisning mån 9 nov').waitFor();
  await page.getByText('kommunens handläggare stängde månaden').waitFor();
  await expect.poll(() => text(page, '.dates')).toContain('stängd utan redovisning');
  await look(page, 'hand-in-closed');

  await state();
  await page.reload();
  await page.getByText('Kommunens sammanställning').waitFor();
  // 1 200 granted minutes at 400 kr an hour.
  await expect
    .poll(() => text(page, '.ds-alert[data-color="success"]'))
    .toMatch(/20\s?h.*8\s?000,00\s?kr.*Fakturareferens/s);
  for (const name of ['Spara sammanställningen (PDF)', 'Spara fakturaunderlaget (CSV)'])
    expect(await page.getByRole('button', { name }).count()).toBe(1);
  expect(await page.getByRole('link', { name: 'Visa den undertecknade handlingen' }).count()).toBe(1);
  await page.getByText('Månaden stängdes utan redovisning mån 9 nov').waitFor();
  await expect.poll(() => text(page, 'main')).not.toContain('All redovisad tid betalas');

  await page.getByText('Lämna in i efterhand').click();
  await page.getByText('blir en justering i en senare månads sammanställning').first().waitFor();
  await checkFiles(page, aReport(fewVisits));
  await look(page, 'hand-in-afterwards');
  await page.getByRole('link', { name: 'Kontrollera och underteckna' }).click();
  await page.getByText('Det här kommer efter sammanställningen').waitFor();
  await look(page, 'hand-in-afterwards-sign');
  await signAs(page, manager.userId);
  // What happened: it is received, and is not taken in.
  await page.getByText('Filerna är mottagna, men inte intagna än').waitFor();
  await look(page, 'hand-in-afterwards-signed');
  await page.goto(page.url().replace('/inlamning', ''));
  await page.getByText('Filerna är mottagna, men inte intagna än').waitFor();
  await page.getByText('Mottagna', { exact: true }).waitFor();
  await page.getByText('Lämna in på nytt i efterhand').waitFor();
  await look(page, 'hand-in-filed');
  expect(portal.complaints(page)).toEqual([]);
  await page.context().close();
});
