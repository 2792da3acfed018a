import { beforeEach, describe, expect, it } from 'vitest';
import { invoiceBasis } from '../../../../functions/months/statement/invoice-basis.ts';
import { statementPdf } from '../../../../functions/months/statement/statement-pdf.ts';
import { installedFonts } from '../../../../shared/pdf/load-fonts.ts';
import { asked, ofP1, reporting, stating } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { aStatedMonth, endAllIn, knownOf } from '../../../support/a-stated-month.ts';
import { colleague, head, manager, officer, type Person, type World } from '../../../support/a-world.ts';
import { pdfText } from '../../../support/pdf-text.ts';

let world: World;
const november = { month: '2026-11', providerId: 'P1' };
const provider = [{ with: 'provider' }];
type Of = { readonly month: string; readonly providerId: string };

beforeEach(async () => {
  world = await aStatedMonth();
});

const decide = (caseNo: string, body: object, who: Person = officer) =>
  world.call('decideAdjustment', who, { path: { ...ofP1, caseNo }, body });

/** A month after October, of so many minutes' visits of A-1, with what has been decided of October in it. */
async function stated(of: Of, minutes: readonly number[], to: readonly [handedIn: string, sent: string]) {
  const [handedIn, sent] = to;
  world.sleepTo(handedIn, '09:00');
  const visits = minutes.map((length, n): [number, number] => [n + 2, length]);
  const files = aReport({ 'A-1': visits }, { month: of.month });
  const submission = ['intendSubmission', 'submitMonth'] as const;
  expect((await world.sign(manager, submission, { path: { month: of.month }, body: files })).status).toBe(201);
  for (const [caseNo, who] of [
    ['A-1', officer],
    ['A-2', officer],
    ['A-3', colleague],
  ] as const)
    await world.call('decideLine', who, { path: { ...of, caseNo }, body: { decision: 'APPROVE', contacts: asked } });
  world.sleepTo(sent, '09:00');
  for (const who of [officer, colleague]) await world.sign(who, reporting, { path: of, body: {} });
  const answer = await world.sign(head, stating, { path: of, body: {} });
  if (answer.status !== 201) throw new Error(answer.text);
}

const content = async (of: Of, kind: string) => {
  const { records } = (await world.call('getMonth', head, { path: of })).body;
  const { recordId, sha256 } = records.findLast((one: { kind: string }) => one.kind === kind);
  const record = await world.call('getRecord', head, { path: { ...of, recordId } });
  return { ...record.body.payload.content, sha256: sha256 ?? record.body.sha256 };
};

/** `1 042 h 4 min (62 524 minuter), 396 567,50 kr` as whole minutes and öre. */
function figuresIn(text: string) {
  const [, minutes = '', kronor = '', ore = ''] =
    /Skicka en enda faktura[^(]*\(([\d\s]+) minuter\), ([\d\s]+),(\d\d) kr/.exec(text.replace(/\s+/g, ' ')) ?? [];
  const whole = (digits: string) => Number(digits.replace(/\D/g, ''));
  return { minutes: whole(minutes), amountOre: whole(kronor) * 100 + Number(ore) };
}

const basisOf = (csv: string) => {
  const [head = '', row = ''] = csv.replace('\ufeff', '').trim().split('\r\n');
  const cells = new Map(head.split(';').map((name, at) => [name, row.split(';')[at] ?? '']));
  const [kronor = '', ore = ''] = (cells.get('Belopp (kr)') ?? '').split(',');
  return { minutes: Number(cells.get('Minuter')), amountOre: Number(kronor) * 100 + Number(ore) };
};

/** What the provider reads on its page of invoices, in the PDF and in the file, which all say the same. */
async function readBy(of: Of, kind: 'statement' | 'settlement') {
  const { statements } = (await world.call('listInvoices', manager, { query: { month: of.month } })).body;
  const page = statements.find((one: { kind: string; toInvoiceOre: number }) => one.kind === kind);
  const signed = await content(of, kind);
  const pdf = figuresIn(await pdfText(await statementPdf(signed, installedFonts())));
  expect(pdf).toEqual({ minutes: page.minutes, amountOre: page.toInvoiceOre });
  if (kind === 'statement') expect(basisOf(invoiceBasis(signed))).toEqual(pdf);
  return { ...pdf, reference: page.reference };
}

const send = async (figures: object, issueDate: string, number = 'F-1') =>
  (
    await world.call('receiveInvoice', manager, {
      body: { figures: { number, issueDate, sellerOrgNo: '556703-7485', ...figures } },
    })
  ).body;
const codes = (body: { blocking: readonly { code: string }[] }) => body.blocking.map(({ code }) => code);

describe('what the provider reads is what is accepted (L-40)', () => {
  it('of a month with adjustments: its own minutes and theirs, the same on page, PDF and file', async () => {
    await decide('A-3', { comment: 'Fel', contacts: provider, minutes: 25, mistake: true }, colleague);
    await stated(november, [120, 120], ['2026-12-01', '2026-12-14']);
    const read = await readBy(november, 'statement');
    expect(read).toMatchObject({ minutes: 205, amountOre: 136_667 });
    const { month } = (await world.call('getMonth', manager, { path: november })).body;
    expect(month.statement).toMatchObject({ minutes: 240, invoicedMinutes: 205, toInvoiceOre: 136_667 });
    // Its own time alone is not what is to be invoiced, and the page says what is.
    const wrong = await send({ ...read, minutes: 240 }, '2026-12-14');
    expect([wrong.state, codes(wrong), wrong.toInvoiceMinutes]).toEqual(['held', ['WRONG_MINUTES'], 205]);
    await world.call('returnInvoice', head, { path: { invoiceId: wrong.invoiceId }, body: { reason: 'Fel tid' } });
    const right = await send(read, '2026-12-14');
    expect([right.state, codes(right)]).toEqual(['received', []]);
  });

  it('of a month from which öre brought forward are taken: the time stands, and it is said that it does', async () => {
    await knownOf(world, 'A-1', { services: [{ code: 'OMV', minutesPerMonth: 60 }] });
    await decide('A-1', { comment: 'Omräknat beslut', contacts: provider });
    await stated(november, [60], ['2026-12-01', '2026-12-14']);
    const { carriedForwardOre } = await content(november, 'statement');
    expect(carriedForwardOre).toBeLessThan(0);
    await knownOf(world, 'A-1', { services: [{ code: 'OMV', minutesPerMonth: 900 }] });
    const december = { month: '2026-12', providerId: 'P1' };
    await stated(december, [200, 200, 200], ['2027-01-04', '2027-01-18']);
    const signed = await content(december, 'statement');
    expect(signed.broughtForwardOre).toBe(carriedForwardOre);
    const text = (await pdfText(await statementPdf(signed, installedFonts()))).replace(/\s+/g, ' ');
    expect(text).toContain('Avdraget ändrar beloppet men inte tiden');
    const read = await readBy(december, 'statement');
    expect(read).toMatchObject({ minutes: 600, amountOre: 400_000 + carriedForwardOre });
    const right = await send(read, '2027-01-18');
    expect([right.state, codes(right)]).toEqual(['received', []]);
  });

  it('of a settlement: its adjustments’ time and öre', async () => {
    await endAllIn(world);
    await decide('A-2', { comment: 'Fel rad', contacts: provider, minutes: 100, mistake: true });
    const settling = ['intendSettlement', 'sendSettlement'] as const;
    expect((await world.sign(head, settling, { path: ofP1, body: {} })).status).toBe(201);
    const read = await readBy(ofP1, 'settlement');
    expect(read).toMatchObject({ minutes: 10, amountOre: 6667 });
    const right = await send(read, '2026-11-13');
    expect([right.state, codes(right)]).toEqual(['received', []]);
  });
});
