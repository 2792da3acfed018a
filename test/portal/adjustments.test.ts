import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { aMonthEnd, manyCases, manyVisits, month, officer } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { press, text } from './support/order-steps.ts';

let portal: TestPortal;
/** October stated, and then the death of a customer in it is known. */
beforeAll(async () => {
  portal = await aPortal(aMonthEnd(manyCases(1), manyVisits(1)));
  const { machine } = portal.house;
  const people = actorsOf(machine);
  const path = { month, providerId: 'P1' };
  const line = { path: { ...path, caseNo: 'A-1000' }, body: { decision: 'APPROVE' } };
  await people.ask(officer, 'decideLine', line, z.unknown());
  await people.sign(officer, ['intendReport', 'signReport'], { path, body: {} }, z.unknown());
  const head = { userId: 'H1', role: 'head' } as const;
  await people.sign(head, ['intendStatement', 'sendStatement'], { path, body: {} }, z.unknown());
  const { table } = machine.deps;
  for (const { pk, sk, data, version, indexes } of (await table.query({ pk: 'CASE#A-1000' })).items) {
    if (!sk.startsWith('ASSIGNMENT#')) continue;
    const item = {
      pk,
      sk,
      data: { ...(data as object), known: [{ kind: 'DEATH', on: '2026-09-20' }] },
      ...(indexes ? { indexes } : {}),
    };
    await table.commit([{ kind: 'put', over: version, item }]);
  }
});
afterAll(() => portal.end());

it('shows what a stated month comes to now, in time and kronor and why, and the officer decides it', async () => {
  const page = await portal.signedInAs('O1', '#/manad/2026-10/P1');
  await page.getByRole('link', { name: 'Justeringar av månaden' }).click();
  await page.getByRole('heading', { name: 'Justeringar' }).waitFor();
  await expect.poll(() => text(page, 'main')).toMatch(/−1 h 00 min, [−-]400,00\skr/);
  await expect.poll(() => text(page, 'main')).toContain('dödsfall');
  await look(page, 'adjusting');
  await press(page, 'Bestäm justeringen');
  await page.locator('.ds-error-summary').waitFor();
  await page.locator('#comment-A-1000').fill('Dödsfallet blev känt i november.');
  await press(page, 'Bestäm justeringen');
  await expect.poll(() => text(page, '.ds-error-summary')).toContain('Kontrollera med utföraren');
  await page.locator('#provider-A-1000').check();
  await press(page, 'Bestäm justeringen');
  await page.getByRole('table', { name: 'Bestämda justeringar' }).waitFor();
  await expect.poll(() => text(page, 'main')).toContain('Följer med nästa rapport');
  await look(page, 'adjusted');
  await page.context().close();

  const reading = await portal.signedInAs('H1', '#/manad/2026-10/P1');
  await reading.getByRole('link', { name: 'Justeringar av månaden' }).click();
  await expect.poll(() => text(reading, 'main')).toContain('Dödsfallet blev känt i november.');
  await reading.context().close();
});
