import { describe, expect, it } from 'vitest';
import { agreementPdf, type FilledAgreement } from '../../../../functions/purchases/agreements/agreement-pdf.ts';
import { installedFonts } from '../../../../shared/pdf/load-fonts.ts';
import { aBuyer, anAcuteHelp, aPurchase } from '../../../support/a-purchase.ts';
import { aFilledAgreement } from '../../../support/an-agreement.ts';
import { pdfText } from '../../../support/pdf-text.ts';

const printed = async (over: Partial<FilledAgreement> = {}) =>
  pdfText(await agreementPdf(aFilledAgreement(over), installedFonts())).replace(/\s+/g, ' ');

describe('the agreement on one page', () => {
  it('says what, when, at whose cost and who answers for what (H-08, H-09, H-31, H-32, H-37, H-38)', async () => {
    const text = await printed();
    for (const expected of [
      'Avtal om köp av timmar',
      'Assistans Norr köper timmar av Hemvården Norr',
      'I veckan',
      '10 timmar',
      'mån 7 sep 2026',
      'tors 31 dec 2026',
      'Ärende A-1',
      'Omvårdnad (OMV)',
      'måndag–fredag',
      'Assistans Norr, Socialnämnden',
      '380,00 kr per timme',
      'Kostnad: Beställande enhet bär kostnaden',
      'det är en bemanningstjänst. (H-09)',
      'funktionshindrade (LSS). (H-31)',
      'samordning och kvalitet. (H-32)',
      'riskbedömningar innan den går till kunden. (H-37)',
      'Beställande enhet svarar för avvikelser och lex Sarah. (H-38)',
      'Chef, Hemvården Norr',
      'mall hemvård-assistans-1',
      'Sida 1 av 1',
    ])
      expect(text).toContain(expected);
  });

  it('of acute help says that it has begun, and when (H-30)', async () => {
    const text = await printed({ purchase: anAcuteHelp(), use: 'AFTERWARDS', orePerHour: undefined });
    for (const expected of [
      'Avtal i efterhand om akut hjälp',
      'Första besöket',
      'mån 1 juni 2026',
      'tills vidare',
      'I månaden',
      '28 timmar',
      'den timersättning som gäller den månad då hjälpen ges',
      'Hjälpen har redan börjat.',
    ])
      expect(text).toContain(expected);
  });

  it('calls a private performer what it is', async () => {
    const receiver = { providerId: 'P1', kind: 'private' } as const;
    const text = await printed({ purchase: aPurchase({ receiver }), receiving: { name: 'Omsorg Ett AB' } });
    expect(text).toContain('Utförare Omsorg Ett AB');
    expect(text).toContain('Bemanning: Utföraren bistår');
  });

  it('follows the routine in who answers for deviations (A63)', async () => {
    const pack = aBuyer('helsingborg', 'deviation.owner=OWN_MANAGER');
    expect(await printed({ pack })).toContain('Var och en svarar för avvikelser i sin egen verksamhet.');
  });

  it.each([
    [45, [1, 3], '45 minuter', 'måndag, onsdag'],
    [60, [6, 7], '1 timme', 'lördag, söndag'],
    [450, [3, 1, 2], '7 tim 30 min', 'måndag–onsdag'],
    [600, [1, 2, 3, 4, 5, 6, 7], '10 timmar', 'alla dagar'],
  ])('%i minutes a week on %j', async (minutes, weekdays, time, days) => {
    const text = await printed({ purchase: aPurchase({ extent: { minutes, per: 'WEEK', weekdays } }) });
    expect(text).toContain(time);
    expect(text).toContain(days);
  });

  it('is still one page with long names and many services', async () => {
    const services = ['OMV', 'SRV', 'INK', 'STD', 'TVA', 'LED', 'AVL', 'NATT', 'TRY'].map((code) => ({ code }));
    const long = (name: string) => ({
      name: `${name} med ett långt namn i norra distriktet`,
      board: 'Vård- och omsorgsnämnden',
    });
    const text = await printed({
      purchase: aPurchase({ services }),
      ordering: long('Personlig assistans'),
      receiving: long('Hemvården och hemsjukvården'),
    });
    expect(text).toContain('Sida 1 av 1');
  });

  it('the same agreement is the same file', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => agreementPdf(aFilledAgreement(), installedFonts())));
    expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(true);
  });
});
