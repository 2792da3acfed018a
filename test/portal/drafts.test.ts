import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { aSender } from '../stories/support/a-sender.ts';
import { aReport } from '../support/a-report.ts';
import { aMonthEnd, fewCases, fewVisits } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { checkFiles, signAs, textOf } from './support/month-steps.ts';

const Letters = z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() }));
const own = 'p1@utforare1.example';

let portal: TestPortal;
let sender: ReturnType<typeof aSender>;
beforeAll(async () => {
  portal = await aPortal(aMonthEnd(fewCases));
  const { house } = portal;
  const http = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${house.base}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };
  sender = aSender(() => house as never, { http } as never);
  await sender.publish('utforare1.example');
});
afterAll(() => portal.end());

const letters = async () => Letters.parse(await (await fetch(`${portal.house.base}/_local/mail`)).json());
const sent = (name: 'report' | 'deviations', text: string) => ({ filename: `${name}.csv`, content: text });
async function mail(attachments: readonly { filename: string; content: string }[]): Promise<void> {
  const to = 'utfort@kommun.example';
  const id = await sender.send({
    from: own,
    to,
    subject: 'Oktober',
    text: 'Här kommer filerna.',
    signed: true,
    attachments,
  });
  await portal.house.machine.tick();
  expect((await sender.fate(id)).state).toBe('acted');
}

describe('a month that comes by mail, and is signed in the portal', () => {
  const files = aReport(fewVisits);

  it('the report alone: what is missing is said, and may be said not to be needed', async () => {
    const wrong = aReport(fewVisits, { wrongSums: { 'A-1': 481 } });
    await mail([sent('report', wrong.report.text)]);
    const page = await portal.signedInAs('M1', '#/manad/2026-10');
    const card = page.locator('.draft');
    await expect.poll(() => textOf(card)).toMatch(/Tidsrapport\s+Kom med mejl[\s\S]*Avvikelser\s+Har inte kommit/);
    await page.getByRole('table', { name: '1 fel i filerna' }).waitFor();
    expect(await card.getByRole('link', { name: 'Underteckna' }).count()).toBe(0);
    await card.getByLabel('Månaden har inga avvikelser').check();
    await card.getByRole('link', { name: 'Underteckna' }).waitFor();
    await look(page, 'draft-one-file');
    await page.context().close();
  });

  it('the coordinator sees that it waits for the manager', async () => {
    await mail([sent('report', files.report.text), sent('deviations', files.deviations.text)]);
    const page = await portal.signedInAs('K1', '#/manad/2026-10');
    await expect.poll(() => textOf(page.locator('.draft'))).toContain('Väntar på chefens underskrift.');
    expect(await page.getByRole('link', { name: 'Underteckna' }).count()).toBe(0);
    expect(portal.complaints(page).filter((line) => !/status of 404/.test(line))).toEqual([]);
    await page.context().close();
  });

  it('the manager opens the link of the letter, sees, signs in, and the month is received', async () => {
    const letter = (await letters()).find(({ subject }) => subject === 'Månadens redovisning väntar på underskrift');
    const link = /(#\/manad\/\S+)/.exec(letter?.text ?? '')?.[1];
    expect(link).toBe('#/manad/2026-10');
    const page = await portal.signedInAs('M1', link);
    const card = page.locator('.draft');
    await expect.poll(() => textOf(card)).toMatch(/Fel i filerna\s+inga[\s\S]*Redovisad tid\s+13 h 00/);
    await look(page, 'draft');
    await card.getByRole('button', { name: 'Visa hur varje ärende bedöms' }).click();
    await page.getByRole('row', { name: /^A-2/ }).waitFor();
    await card.getByRole('link', { name: 'Underteckna' }).click();
    await expect.poll(() => textOf(page.locator('.sign-block').first())).toMatch(/Tidsrapport[\s\S]*SHA-256/);
    await signAs(page, 'M1');
    await page.getByRole('link', { name: 'Tillbaka till månaden' }).click();
    await page.getByText('Du kan lämna in på nytt').waitFor();
    await expect.poll(() => page.locator('.draft').count()).toBe(0);
    await page.context().close();
  });

  it('says that the files were replaced: at the signing page, and when they were between the page and the signature', async () => {
    const told = 'Filerna har bytts ut sedan du öppnade sidan. Läs igenom igen innan du undertecknar.';
    const minutes = async (n: number) => {
      const other = aReport({ ...fewVisits, 'A-3': [[6, n]] });
      await mail([sent('report', other.report.text), sent('deviations', other.deviations.text)]);
      return createHash('sha256').update(other.report.text).digest('hex');
    };
    await minutes(60);
    const page = await portal.signedInAs('M1', '#/manad/2026-10');
    const what = page.locator('.sign-block').first();
    await page.locator('.draft').getByRole('link', { name: 'Underteckna' }).waitFor();
    await minutes(61);
    await page.locator('.draft').getByRole('link', { name: 'Underteckna' }).click();
    await page.getByText(told).waitFor();
    await what.waitFor();
    const last = await minutes(62);
    await page.getByRole('button', { name: 'Logga in och underteckna' }).click();
    await page.locator('button[value="M1"]').first().click();
    await expect.poll(() => textOf(page.locator('main'))).toContain(last.slice(0, 8));
    await page.getByText(told).waitFor();
    expect(await page.getByRole('heading', { name: 'Undertecknat och klart' }).count()).toBe(0);
    await look(page, 'draft-replaced');
    await signAs(page, 'M1');
    await page.context().close();
  });

  it('a coordinator sends mended files to the manager from the page', async () => {
    const page = await portal.signedInAs('K1', '#/manad/2026-10');
    await page.getByText('Ersätt inlämningen').click();
    await checkFiles(page, aReport({ ...fewVisits, 'A-3': [[6, 60]] }));
    await page.getByRole('button', { name: 'Skicka till chefen för underskrift' }).click();
    await expect
      .poll(() => textOf(page.locator('.draft')))
      .toMatch(/Vald i systemet[\s\S]*Väntar på chefens underskrift/);
    await page.context().close();
  });
});
