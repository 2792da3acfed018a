import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { actorsOf } from '../../infra/local/scripted-month/actors.ts';
import { aReport } from '../support/a-report.ts';
import { xlsxOf } from '../support/workbooks.ts';
import { aMonthEnd, fewCases, fewVisits } from './support/a-month-end.ts';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { look } from './support/look.ts';
import { checkFiles, radio, signAs, textOf, tick } from './support/month-steps.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await aPortal(aMonthEnd(fewCases));
});
afterAll(() => portal.end());

const reconciliation = '#/manad/2026-10/P1';

describe('a month from the file to the verified statement', () => {
  it('the coordinator tries the files, and is told everything that is wrong', async () => {
    const page = await portal.signedInAs('K1', '#/manad/2026-10');
    for (const [button, name] of [
      ['Spara arbetsboken (Excel)', 'blanketter-P1-2026-10.xlsx'],
      ['Spara tidsrapporten (CSV)', 'tidsrapport-P1-2026-10.csv'],
      ['Spara avvikelseblanketten (CSV)', 'avvikelser-P1-2026-10.csv'],
      ['Spara båda för utskrift (PDF)', 'blanketter-P1-2026-10.pdf'],
    ] as const) {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      expect((await saved).suggestedFilename()).toBe(name);
    }
    await page.getByRole('button', { name: 'Kontrollera filerna' }).click();
    await expect.poll(() => textOf(page.locator('.ds-error-summary'))).toContain('Välj tidsrapporten.');

    const wrong = aReport(fewVisits, { wrongSums: { 'A-1': 481 } });
    await checkFiles(page, { ...wrong, report: { text: wrong.report.text.replace('2026-10-05', '2026-10-45') } });
    await page.getByRole('heading', { name: '2 fel i filerna' }).waitFor();
    const errors = page.getByRole('table', { name: '2 fel i filerna' });
    await expect.poll(() => textOf(errors)).toMatch(/Datum\s+Datumet finns inte/);
    await expect.poll(() => textOf(errors)).toContain('Summaraden stämmer inte med ärendets rader.');
    await expect
      .poll(() => textOf(page.getByRole('table', { name: /Summor/ })))
      .toMatch(/A-1\s+8 h 00 \/ 8 h 01\s+8 h 00 \/ 8 h 00/);
    await expect.poll(() => page.getByText('Din chef lämnar in').isVisible()).toBe(true);
    await page.context().close();
  });

  it('a workbook alone is both files', async () => {
    const page = await portal.signedInAs('K1', '#/manad/2026-10');
    const { report, deviations } = aReport(fewVisits);
    const sheet = (name: string, { text }: { readonly text: string }) => ({
      name,
      rows: text.split('\n').map((line) => line.split(';')),
    });
    const book = await xlsxOf([sheet('Tidsrapport', report), sheet('Avvikelser', deviations)]);
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.setInputFiles('#report', { name: 'tid.xlsx', mimeType, buffer: Buffer.from(book) });
    await page.getByRole('button', { name: 'Kontrollera filerna' }).click();
    await page.getByRole('heading', { name: 'Filerna är hela' }).waitFor();
    await page.context().close();
  });

  it('the manager hands in the mended files and signs for them', async () => {
    const page = await portal.signedInAs('M1', '#/manad/2026-10');
    const proven: string[] = [];
    page.on('request', (request) => {
      const { 'x-sign-in': proof, authorization } = request.headers();
      if (proof && authorization !== `Bearer ${proof}`)
        proven.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await checkFiles(page, aReport(fewVisits));
    await page.getByRole('heading', { name: 'Filerna är hela' }).waitFor();
    const row = page.getByRole('row', { name: /^A-2/ });
    await row.locator('summary').click();
    await expect.poll(() => textOf(row)).toContain('Mer tid än den beviljade – överskjutande tid debiteras inte');
    await page.getByRole('link', { name: 'Kontrollera och underteckna' }).click();
    const what = page.locator('.sign-block').first();
    await what.waitFor();
    await expect.poll(() => textOf(what)).toMatch(/Tidsrapport[\s\S]*filens SHA-256 [0-9a-f]{8} …[\s\S]*13 h 00 min/);
    await expect.poll(() => textOf(page.locator('.sign-block').nth(1))).toContain('Enhetschef 1');
    const sum = await textOf(what.locator('p code'));
    expect(await textOf(what)).toContain(`Kontrollsumma (SHA-256 av det undertecknade innehållet): ${sum}`);
    await signAs(page, 'M1');
    const receipt = page.locator('.receipt');
    await expect.poll(() => textOf(receipt)).toMatch(/mån 2 nov[\s\S]*[0-9a-f]{4} [0-9a-f]{4}/);
    expect(await textOf(receipt.locator('code'))).toBe(sum);
    await page.getByRole('link', { name: 'Tillbaka till månaden' }).click();
    await page.getByText('Du kan lämna in på nytt').waitFor();
    // The proof of the sign-in goes with the one signature, and is not the token that everything else goes with.
    expect(proven).toEqual(['POST /months/2026-10/submissions']);
    await page.context().close();
  });

  it('an officer asks, and the provider answers', async () => {
    const page = await portal.signedInAs('O1', reconciliation);
    await radio(page, 'A-2').check({ force: true });
    await page.getByText('Mer tid än den beviljade').waitFor();
    // How the case has gone lately, as a picture and in figures.
    await page.getByRole('img', { name: 'Beviljad och utförd tid per månad: oktober 2026' }).waitFor();
    const lately = page.getByRole('table', { name: 'Ärendets senaste månader' });
    expect(await textOf(lately)).toMatch(/okt 2026[\s\S]*\+0 h 50 mer/);
    await look(page, 'line-beside');
    // By how much it differs, in the list too; and row by row what the file said beside what was ordered.
    expect(await textOf(page.locator('tr', { has: radio(page, 'A-2') }))).toMatch(/\+0 h 50\s+mer/);
    await page.getByText('Rad för rad bredvid beställningen').click();
    const rows = page.getByRole('table', { name: 'Vad filen säger och vad som är beställt' });
    expect(await textOf(rows)).toMatch(/1 okt OMV rad \d+\s+08:00–10:30 UTFÖRD 2 h 30/);
    expect(await textOf(page.locator('.rows-beside'))).toMatch(/Raderna är inlämnade i Utfört\.[\s\S]*\+0 h 50 mer/);
    await look(page, 'rows-beside');
    await page.setViewportSize({ width: 320, height: 640 });
    await look(page, 'rows-beside-320');
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByText('Rad för rad bredvid beställningen').click();
    // What is missing with one decision is not said of another.
    await page.getByLabel('Godkänn ingen tid').check();
    await page.getByRole('button', { name: 'Spara bedömning' }).click();
    await page.locator('.decide .ds-error-summary').waitFor();
    await page.getByLabel('Fråga utföraren').check();
    await expect.poll(() => page.locator('.decide .ds-error-summary').count()).toBe(0);
    await page.getByLabel('Fråga, utan namn').fill('Varför 50 minuter mer än beviljat?');
    await page.getByRole('button', { name: 'Skicka fråga' }).click();
    await page.getByText('Utföraren har inte svarat än.').waitFor();

    const provider = await portal.signedInAs('K1', '#/manad/2026-10');
    await provider.getByText('Varför 50 minuter mer än beviljat?').waitFor();
    await provider.getByRole('button', { name: 'Skicka svar' }).click();
    await provider.locator('.ds-error-summary', { hasText: 'Skriv ditt svar.' }).waitFor();
    await provider.getByLabel('Ditt svar, utan namn').fill('Kunden behövde mer hjälp den dagen.');
    await provider.getByRole('button', { name: 'Skicka svar' }).click();
    await provider.locator('.said', { hasText: 'Kunden behövde mer hjälp' }).waitFor();
    await provider.context().close();

    // The officer's page has not heard of it: what is saved now is saved over nothing, and says so.
    await page.getByLabel(/^Godkänn 1\sh\s40/).check();
    await page.getByLabel('Kunden tillfrågad').check();
    await page.getByLabel('Utföraren tillfrågad').check();
    await page.getByRole('button', { name: 'Spara bedömning' }).click();
    await page.getByText('Utföraren svarade på din fråga').waitFor();
    await expect.poll(() => page.getByText('Någon annan hann före').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Hämta det senaste' }).click();
    await page.locator('.said', { hasText: 'Kunden behövde mer hjälp' }).waitFor();
    await expect.poll(() => page.getByLabel('Kunden tillfrågad').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Spara bedömning' }).click();
    await page.getByRole('button', { name: 'Ångra bedömningen' }).waitFor();
    await page.getByText(/Utföraren tillfrågad: Samordnare 1, /).waitFor();
    await page.context().close();
  });

  it('matching lines are ticked off, in the list and as a batch, and taken back', async () => {
    const page = await portal.signedInAs('O1', reconciliation);
    await tick(page, 'A-4').check();
    await page.getByText('2 av 3 ärenden bedömda').waitFor();
    await tick(page, 'A-4').uncheck();
    await page.getByText('1 av 3 ärenden bedömda').waitFor();
    await page.getByRole('button', { name: 'Godkänn 2 …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('listitem').first().waitFor();
    expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('A-1'),
      expect.stringContaining('A-4'),
    ]);
    await dialog.getByRole('button', { name: /^Godkänn 2 ärenden/ }).click();
    await dialog.getByText('2 ärenden är godkända').waitFor();
    await dialog.getByRole('button', { name: 'Till listan' }).click();
    await page.getByText('3 av 3 ärenden bedömda').waitFor();
    await page.context().close();
  });

  it('both officers sign; what is signed is read-only', async () => {
    const second = await portal.signedInAs('O2', reconciliation);
    await tick(second, 'A-3').check();
    await second.getByText('Alla ärenden är bedömda').waitFor();
    await second.getByRole('link', { name: 'Kontrollera och underteckna' }).click();
    await signAs(second, 'O2');
    await second.context().close();

    const page = await portal.signedInAs('O1', reconciliation);
    await page.getByLabel('Kommentar till myndighetschefen').fill('En fråga är besvarad.');
    await page.getByRole('link', { name: 'Kontrollera och underteckna' }).click();
    await page.getByText('En fråga är besvarad.').waitFor();
    await expect.poll(() => textOf(page.locator('.sign-block').first())).toMatch(/Debiteras\s+11 h 10 min/);
    await expect.poll(() => textOf(page.locator('.lead').first())).toBe('Omsorg Ett AB, oktober 2026');
    await expect
      .poll(() => textOf(page.locator('.sign-block').first()))
      .toMatch(/Utförare\s+Omsorg Ett AB[\s\S]*Obetald\s+0 h 50 min[\s\S]*Inte godkänt som föreslaget\s+0 ärenden/);
    await look(page, 'report-sign');
    await signAs(page, 'O1');
    await page.getByRole('link', { name: 'Tillbaka till månaden' }).click();
    await page.getByText(/^Rapporten är undertecknad/).waitFor();
    await expect.poll(() => page.locator('.tick').count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: /Ångra/ }).count()).toBe(0);
    await page.context().close();
  });

  it('the head sends one report back, and its officer signs a new version of it', async () => {
    const page = await portal.signedInAs('H1', '#/manad/2026-10/P1');
    await page.getByRole('link', { name: 'Visa den undertecknade handlingen' }).last().click();
    await page.locator('summary', { hasText: 'Återsänd rapporten till handläggaren' }).click();
    const sendBack = page.getByRole('button', { name: 'Återsänd rapporten till handläggaren' });
    await sendBack.click();
    await page.locator('.ds-error-summary', { hasText: 'Skriv varför rapporten ska tillbaka' }).waitFor();
    await page.fill('#withdraw-comment', 'Se över A-3 en gång till.');
    await look(page, 'report-send-back');
    await sendBack.click();
    await page.getByText(/^Rapporten gäller inte längre: /).waitFor();
    await page.getByText('Se över A-3 en gång till.').waitFor();
    await look(page, 'report-sent-back');
    await page.context().close();

    const theirs = await portal.signedInAs('O2', reconciliation);
    await theirs.getByText('Se över A-3 en gång till.').waitFor();
    await look(theirs, 'reconcile-sent-back');
    await theirs.goto(`${portal.house.base}/${reconciliation}?show=all&line=A-3`);
    await expect.poll(() => tick(theirs, 'A-3').isChecked()).toBe(true);
    await theirs.getByRole('link', { name: 'Kontrollera och underteckna' }).click();
    await signAs(theirs, 'O2');
    await theirs.getByRole('link', { name: 'Tillbaka till månaden' }).click();
    await theirs.getByText(/^Rapporten är undertecknad/).waitFor();
    await expect.poll(() => theirs.getByText('Se över A-3 en gång till.').count()).toBe(0);
    expect(portal.complaints(theirs)).toEqual([]);
    await theirs.context().close();
  });

  it('the head sees the steps, signs the statement and sends it', async () => {
    const page = await portal.signedInAs('H1', '#/manad/2026-10');
    const row = page.getByRole('row', { name: /Omsorg Ett AB/ });
    await row.waitFor();
    await expect.poll(() => textOf(row)).toMatch(/Handläggare 1: undertecknad\s+Handläggare 2: undertecknad/);
    await row.getByRole('link').click();
    await page.getByLabel('Kommentar till utföraren').fill('Tack.');
    await page.getByRole('link', { name: 'Kontrollera och skicka' }).click();
    const what = page.locator('.sign-block').first();
    await what.waitFor();
    await expect.poll(() => textOf(what)).toMatch(/12 h 10 min[\s\S]*4 866,67 kr[\s\S]*Tack\./);
    // Approved as proposed, and not paid in full: the heading says the latter, and counts that alone.
    const notPaid = textOf(page.getByRole('table', { name: 'Tid som inte betalas' }));
    expect(await notPaid).toMatch(/A-2[\s\S]*50[\s\S]*Godkänd[\s\S]*Summa 1[\s\S]*50/);
    expect(await notPaid).not.toMatch(/A-[134]/);
    // From the sum to its lines, and from a line to its rows and rules, a press each.
    await what.getByRole('button', { name: '12 h 10 min Varje ärende' }).click();
    const every = page.getByRole('table', { name: 'Varje ärende' });
    await every.getByText('Varför A-1', { exact: true }).click();
    await expect.poll(() => textOf(every.locator('.trail').first())).toMatch(/L-\d+/);
    await look(page, 'statement-sign');
    await signAs(page, 'H1');
    const href = await page.getByRole('link', { name: 'Visa den undertecknade handlingen' }).getAttribute('href');
    const recordId = href?.split('/').at(-1) ?? '';
    expect(recordId).not.toBe('');
    const path = { month: '2026-10', providerId: 'P1', recordId };
    const head = { userId: 'H1', role: 'head' } as const;
    const record = await actorsOf(portal.house.machine).ask(head, 'getRecord', { path }, z.unknown());
    // As anybody may, who has been given the file: against the published keys, without a sign-in.
    const verdict = await page.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const answer = await fetch('/months/records/verification', { method: 'POST', headers, body });
      return answer.json();
    }, JSON.stringify(record));
    expect(verdict).toMatchObject({ valid: true, trusted: true, kind: 'statement', signedBy: { userId: 'H1' } });
    await page.getByRole('link', { name: 'Tillbaka till månaden' }).click();
    await page.getByText(/^Sammanställningen är undertecknad och skickad/).waitFor();
    await look(page, 'statement-sent');
    await page.context().close();
  });

  it('the provider sees the result', async () => {
    const page = await portal.signedInAs('M1', '#/manad/2026-10');
    await page.getByText('Kommunens sammanställning').waitFor();
    await look(page, 'hand-in-result');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spara sammanställningen (PDF)' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('sammanstallning-P1-2026-10.pdf');
    const [basis] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spara fakturaunderlaget (CSV)' }).click(),
    ]);
    expect(basis.suggestedFilename()).toBe('fakturaunderlag-P1-2026-10.csv');
    await expect.poll(() => textOf(page.locator('main'))).toContain('4 866,67 kr');
    await expect.poll(() => textOf(page.getByRole('row', { name: /^A-2/ }))).toContain('Godkänd');
    await page.context().close();
  });
});
