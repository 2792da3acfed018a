import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type Actor, actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { aMonthEnd, fewCases, fewVisits, handIn, month, officer } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { press, text } from './support/order-steps.ts';

const colleague = { userId: 'O2', role: 'officer' } as const;
const path = { month, providerId: 'P1' };
const anything = z.unknown();

/** A-1 has two visits at once, and so has A-3, the colleague's. */
const twice = {
  ...fewVisits,
  'A-1': [
    [1, 240],
    [1, 230],
  ],
  'A-3': [
    [5, 60],
    [5, 50],
  ],
} as const;

let portal: TestPortal;
beforeAll(async () => {
  portal = await aPortal(async (machine) => {
    await aMonthEnd(fewCases)(machine);
    const people = actorsOf(machine);
    await handIn(people, twice);
    const approve = (who: Actor, caseNo: string) =>
      people.ask(
        who,
        'decideLine',
        {
          path: { ...path, caseNo },
          body: { decision: 'APPROVE', contacts: [{ with: 'customer' }, { with: 'provider' }] },
        },
        anything,
      );
    for (const caseNo of ['A-1', 'A-2', 'A-4']) await approve(officer, caseNo);
    await approve(colleague, 'A-3');
    await people.sign(colleague, ['intendReport', 'signReport'], { path, body: {} }, anything);
  });
});
afterAll(() => portal.end());

it('an officer is led from the task and from the report to what was seen in the rows, and answers it', async () => {
  const page = await portal.signedInAs('O1', '#/');
  await page.getByRole('link', { name: 'Besvara det som märktes i månadens rader' }).waitFor();

  await page.goto(page.url().replace(/#.*/, '#/manad/2026-10/P1/rapport'));
  await page.getByText('En iakttagelse i raderna väntar på ditt svar').waitFor();
  await expect.poll(() => text(page, 'main')).toContain('1 av 1 obesvarade');
  await look(page, 'report-remarks-left-sv');
  await page.getByRole('link', { name: 'Svara på dem' }).click();

  await page.getByText('Svara innan sammanställningen skickas.').waitFor();
  await press(page, 'Besvara de 0 valda');
  await page.getByRole('link', { name: 'Välj minst en.' }).waitFor();
  await page.getByRole('checkbox', { name: /A-1: / }).check();
  await page.getByLabel('Det finns en förklaring').check();
  await page.getByLabel('Svar', { exact: true }).fill('Två i personalen var där.');
  await look(page, 'remarks-sv');
  await press(page, 'Besvara den valda');
  await page.getByText('Det som märktes i raderna är besvarat').click();
  await expect.poll(() => text(page, 'main')).toContain('Två i personalen var där.');
  expect(portal.complaints(page)).toEqual([]);

  await page.goto(page.url().replace(/#.*/, '#/manad/2026-10/P1/rapport'));
  await expect.poll(() => text(page, 'main')).toContain('0 av 1 obesvarade');
  expect(await page.getByText('väntar på ditt svar').count()).toBe(0);
  await page.context().close();
});

it('the head sees before the statement what nobody has answered, and who is to', async () => {
  await actorsOf(portal.house.machine).sign(officer, ['intendReport', 'signReport'], { path, body: {} }, anything);
  const page = await portal.signedInAs('H1', '#/manad/2026-10/P1/underlag');
  await page.getByText('En iakttagelse i raderna är inte besvarad').waitFor();
  await page.getByText('Vilka de är, och vem som svarar').click();
  await expect.poll(() => text(page, 'main')).toMatch(/A-3: [\s\S]*Handläggare 2/);
  await look(page, 'statement-remarks-left-sv');
  // It is told, and does not stand in the way.
  await page
    .getByRole('button', { name: /[Ss]ign|[Uu]nderteckna/ })
    .first()
    .waitFor();
  expect(portal.complaints(page)).toEqual([]);
  await page.context().close();
});
