import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPortal, type TestPortal } from './support/a-portal.ts';
import { press, unfold } from './support/a-purchase.ts';
import { look } from './support/look.ts';
import { textOf } from './support/month-steps.ts';

const file = join(import.meta.dirname, '../fixtures/purchases/E4-2026-10.csv');
const bases = '#/kop/sidor/underlag?manad=2026-10';

let portal: TestPortal;
beforeAll(async () => {
  portal = await aPortal();
});
afterAll(() => portal.end());

describe('a month of bought hours, by Botkyrka’s routine', () => {
  it('is handed in by the performer, line by line with what was not accepted and why (B-26, M-15)', async () => {
    const page = await portal.signedInAs('EM5', bases);
    await page.setInputFiles('#hand-in-basis-documentId', file);
    await press(page, 'Lämna in månadens fil');
    await page.getByText('Filen är inlämnad.').waitFor();
    const lines = page.locator('section.card', { hasText: 'har köpt av' }).first();
    await expect.poll(() => textOf(lines)).toMatch(/inte beställt[\s\S]*inte utfört|inte utfört[\s\S]*inte beställt/);
    await look(page, 'basis-handed-in');
  });

  it('is accepted and invoiced by the administrator, and allocated by the economist to nothing (B-29, B-30)', async () => {
    const page = await portal.signedInAs('EB4', bases);
    await unfold(page, 'Godkänn underlaget');
    await press(page, 'Godkänn underlaget');
    await page.getByText('Underlaget är godkänt.').waitFor();
    await unfold(page, 'Skicka internfaktura');
    await press(page, 'Skicka internfaktura');
    await page.getByText('Fakturan är skickad till ekonomi.').waitFor();

    const economist = await portal.signedInAs('EK1', bases);
    await unfold(economist, 'Fördela kostnaden');
    await press(economist, 'Fördela kostnaden');
    await economist.getByText('Kostnaden är fördelad och väntar på att bokföras.').waitFor();
    await expect.poll(() => textOf(economist.locator('main'))).toMatch(/Summa inom kommunen: 0,00/);
    await look(economist, 'cost-allocated');
    await economist.getByRole('link', { name: 'Bokföring' }).first().click();
    await press(economist, 'Exportera det som väntar');
    await economist.getByText('Export 1 är gjord.').waitFor();
    await look(economist, 'cost-booked');
  });
});
