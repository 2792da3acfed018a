import { describe, expect, it } from 'vitest';
import { understand } from '../../../../functions/mail/reading/understanding.ts';

const today = '2026-11-02';
const known = { caseNo: 'A-1', codes: ['OMV', 'INK', 'STD'] };
const said = (text: string) => {
  const found = understand(text, today, known);
  return found.ok ? found.acts : found.why;
};
const confirm = [{ act: 'confirm' }];
const start = (on: string) => [{ act: 'start', on }];
const notExecuted = (...services: readonly (readonly [string, string])[]) => ({
  act: 'not-executed',
  services: services.map(([code, reason]) => ({ code, reason })),
});

describe('a confirmation (S-28)', () => {
  it.each([
    ...['JA', 'ja', 'Ja!', 'Ja tack.', 'Japp', 'BEKRÄFTAS', 'Bekräftas.', 'vi bekräftar', 'Jag bekräftar härmed'],
    ...['OK', 'Okej, tack!', 'Det går bra', 'Mottaget', 'Bekräftat', 'Vi tar uppdraget', 'Vi åtar oss uppdraget'],
    ...['Hej! Ja tack. Mvh', 'Hej Maria,\n\nJA\n\nTack för informationen', 'HEJ\nJA\nha en fin dag'],
    ...['Hej,\nhärmed bekräftar vi beställningen.\nTrevlig helg!', 'JA – vi bekräftar', 'Ja till uppdraget'],
    ...[
      'Vi bekräftar att uppdraget har mottagits',
      'JA, ärende A-1',
      'Ärende A-1: JA',
      'A-1 ja',
      'Ja för •••',
      'JA ••• ••• född •••',
    ],
    ...['Ja, vi tar emot kunden', 'bekräftar mottagande', 'Beställningen är mottagen och bekräftad', 'Yes, we confirm'],
    ...[
      'Vi bekräftar mottagandet',
      'Uppdraget accepteras',
      'Hej Anna-Karin,\nbeställningen bekräftas',
      'Tack Maria! JA',
    ],
    ...['Svar: JA', 'Se svar nedan\nJA', 'ja, ja, vi bekräftar', 'Hej på er!\nJa, det går bra.', 'BEKRA\u0308FTAS'],
  ])('%j', (text) => expect(said(text)).toEqual(confirm));
});

describe('the day of the first visit (S-36)', () => {
  it.each([
    ['START 2026-10-05', '2026-10-05'],
    ['start 20261005', '2026-10-05'],
    ['Start: 5/10', '2026-10-05'],
    ['START 5/10-26', '2026-10-05'],
    ['START 5.10.2026', '2026-10-05'],
    ['START 05.10.2026', '2026-10-05'],
    ['START 5. 10. 2026', '2026-10-05'],
    ['START 05-10-2026', '2026-10-05'],
    ['START 3 nov 2026', '2026-11-03'],
    ['START 2026-11-3', '2026-11-03'],
    ['START 3/11 2026', '2026-11-03'],
    ['3.11.2026 START', '2026-11-03'],
    ['START 5/10 2026', '2026-10-05'],
    ['Start den 5 oktober', '2026-10-05'],
    ['startade 5 okt 2026', '2026-10-05'],
    ['Första besöket var den 5:e oktober', '2026-10-05'],
    ['Första insatsen gjordes måndagen den 5 oktober.', '2026-10-05'],
    ['Vi började 5 okt.', '2026-10-05'],
    ['5/10 START', '2026-10-05'],
    ['2026-10-05: första besök', '2026-10-05'],
    ['START 5/1', '2027-01-05'],
    ['START 28/12', '2026-12-28'],
    ['Startat idag 2026-11-02', '2026-11-02'],
    ['Första besöket är gjort 2/11', '2026-11-02'],
    ['Första besöket genomfördes i går, 1/11', '2026-11-01'],
    ['START 2026-11-02 kl 08:00', '2026-11-02'],
    ['START 2026-11-02 klockan 8.30', '2026-11-02'],
    ['START 2/11 08:00', '2026-11-02'],
    ['Startdatum: 2026.10.05', '2026-10-05'],
    ['Hej!\nVi startade mån 5/10.\nTack', '2026-10-05'],
  ])('%j', (text, on) => expect(said(text)).toEqual(start(on)));

  it('together with a confirmation', () => {
    expect(said('JA\nSTART 2026-11-02')).toEqual([...confirm, ...start('2026-11-02')]);
    expect(said('START 2026-11-02. JA')).toEqual([...confirm, ...start('2026-11-02')]);
    expect(said('Ja, vi kan börja 9/11')).toEqual([{ act: 'confirm', canStartOn: '2026-11-09' }]);
    expect(said('Vi bekräftar att vi kan starta den 9 november')).toEqual([
      { act: 'confirm', canStartOn: '2026-11-09' },
    ]);
  });
});

describe('a no (A58)', () => {
  it.each([
    'NEJ, FULLT',
    'Nej, vi har fullt',
    'Nej tyvärr, vi har inte plats just nu.',
    'NEJ FULLT – vi har inte plats',
    'Nej, fullbelagt',
    'Nej, vi saknar kapacitet',
    'Nej. Tyvärr ingen ledig plats',
  ])('for want of room: %j', (text) => expect(said(text)).toMatchObject([{ act: 'reject', isCapacity: true }]));
  it.each([
    'NEJ',
    'Nej, det är för långt bort',
    'Nej, vi har plats men inte personal som kan teckenspråk',
    'Nej, inte fullt ännu',
  ])('of another kind: %j', (text) => expect(said(text)).toMatchObject([{ act: 'reject', isCapacity: false }]));
});

describe('what is not carried out (S-37)', () => {
  it.each([
    ['EJ UTFÖRT INK kunden sköter det själv', [['INK', 'kunden sköter det själv']]],
    ['ej utfört: ink – kunden vill inte', [['INK', 'kunden vill inte']]],
    ['Utförs ej STD, görs av dottern', [['STD', 'görs av dottern']]],
    ['EJ UTFÖRT kod INK kunden\nsköter det själv', [['INK', 'kunden sköter det själv']]],
    [
      'EJ UTFÖRT INK egen affär\nSTD vill inte',
      [
        ['INK', 'egen affär'],
        ['STD', 'vill inte'],
      ],
    ],
    [
      'EJ UTFÖRT INK egen affär\nEJ UTFÖRT STD vill inte',
      [
        ['INK', 'egen affär'],
        ['STD', 'vill inte'],
      ],
    ],
  ] as const)('%j', (text, services) => expect(said(text)).toEqual([notExecuted(...services)]));

  it('together with the rest', () => {
    expect(said('JA\nSTART 2026-11-02\nEJ UTFÖRT INK egen affär\n\nTack')).toEqual([
      ...confirm,
      ...start('2026-11-02'),
      notExecuted(['INK', 'egen affär']),
    ]);
    expect(said('START 2026-11-02, allt utförs')).toEqual([...start('2026-11-02'), notExecuted()]);
  });
});

describe('is asked about', () => {
  it.each([
    ['', 'nothing-said'],
    ['Hej!', 'nothing-said'],
    ['Tack för mejlet', 'nothing-said'],
    ['JAG återkommer', 'not-understood'],
    ['Ja, men inte onsdagar', 'not-understood'],
    ['Ja, fast först i december', 'not-understood'],
    ['Jaså', 'not-understood'],
    ['JA\nInte onsdagar', 'not-understood'],
    ['Vi bekräftar inte', 'not-understood'],
    ['Bekräftar preliminärt', 'not-understood'],
    ['Vilka tider gäller det?', 'question'],
    ['Ja?', 'question'],
    ['JA. Behöver vi nyckel?', 'question'],
    ['vi börjar på måndag', 'day-missing'],
    ['START', 'day-missing'],
    ['START 31.11.2026', 'day-missing'],
    ['START 3.13.2026', 'day-missing'],
    ['START 3.11.20261', 'day-missing'],
    ['START 2026-02-30', 'day-missing'],
    ['START tisdag 5/10', 'day-missing'],
    ['START 5/10 eller 6/10', 'not-understood'],
    ['START 5/10\nSTART 6/10', 'two-answers'],
    ['JA\nNEJ', 'two-answers'],
    ['EJ UTFÖRT', 'not-understood'],
    ['EJ UTFÖRT INK', 'why-missing'],
    ['EJ UTFÖRT XYZ något', 'not-understood'],
    ['EJ UTFÖRT kod orsak', 'not-understood'],
    ['JA, ärende A-2', 'not-understood'],
    ['JA A-12', 'not-understood'],
    ['Ja tack, onsdagar', 'not-understood'],
    ['2026-10-05', 'not-understood'],
    ['Yes we can', 'not-understood'],
    ['JA\n\nHälsningar Nyckel', 'not-understood'],
    ['JA\nMvh Saknar Nyckel', 'not-understood'],
    ['Ja tack Onsdagar', 'not-understood'],
    ['JA\nHej Nyckel saknas', 'not-understood'],
    ['START idag 1/11', 'day-missing'],
    ['Startade i dag', 'day-missing'],
    ['START 2/11 kl 25:00', 'not-understood'],
    ['JA kl 08:00', 'not-understood'],
    ['Yes, but we', 'not-understood'],
    ['Beställningen är mottagen men ej bekräftad', 'not-understood'],
    ['Första besöket är inte gjort 2/11', 'day-missing'],
  ])('%j: %s', (text, why) => expect(said(text)).toBe(why));
});

describe('a day without its year is the one of the order’s period', () => {
  const startOf = (text: string, from: string, to: string) =>
    understand(text, '2026-11-02', { codes: ['OMV'], period: { from, to } });
  it.each([
    ['START 3/11', '2026-10-20', '2027-01-01', '2026-11-03'],
    ['START 3 nov', '2025-12-01', '2027-01-01', '2026-11-03'],
    ['START 28/12', '2025-12-20', '2026-02-01', '2025-12-28'],
    ['START 5/1', '2026-10-20', '2027-01-31', '2027-01-05'],
    // In none of it: the nearest, to which the order's own rules say no.
    ['START 3/6', '2026-10-20', '2027-01-01', '2026-06-03'],
  ])('%s, %s to %s', (text, from, to, on) => {
    expect(startOf(text, from, to)).toEqual({ ok: true, acts: [{ act: 'start', on }] });
  });
  it.each(['START 3/11', 'Vi startar 3 november'])('and asked about where there are two: %s', (text) => {
    expect(startOf(text, '2025-10-01', '2027-01-01')).toEqual({ ok: false, why: 'day-missing' });
    expect(startOf(`${text} 2026`, '2025-10-01', '2027-01-01')).toMatchObject({ ok: true });
  });
});
