import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import { draftStore } from '../../../../functions/months/drafting/draft-store.ts';
import { openMonth } from '../../../../functions/months/opening/open-month.ts';
import { tokensIn } from '../../../../shared/domain/reply-token.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { replyStore } from '../../../../shared/stores/reply-store.ts';
import {
  aMonthEnd,
  asked,
  decideLine,
  faultyReport,
  handIn,
  month,
  ofP1,
  path,
  reporting,
  stating,
  visits,
} from '../../../support/a-handed-in-month.ts';
import { aMail, arrives, replyAddressOf, signingDomain } from '../../../support/a-mail.ts';
import { formHeader, reportHeader } from '../../../support/a-month.ts';
import { aReport } from '../../../support/a-report.ts';
import {
  administrator,
  colleague,
  coordinator,
  head,
  manager,
  officer,
  type Person,
  providers,
  type World,
} from '../../../support/a-world.ts';
import { packed, xlsxOf } from '../../../support/workbooks.ts';

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const files = aReport(visits, { form: ['A-2;2026-10-01;;;SJUKHUS;;;Hon ramlade hemma'] });
const report = { filename: 'tid.csv', content: files.report.text };
const form = { filename: 'avvikelser.csv', content: files.deviations.text };

const own = 'p1@omsorg-ett.example';

let world: World;
const begin = async (overrides: readonly string[] = []) => {
  world = await aMonthEnd({ settings: { overrides: [...overrides] } });
  // At a domain of its own: at one that providers share nothing acts without the letter's own address.
  const stored = await providerStore(world.table).find('P1');
  await world.put(providerStore(world.table).save({ ...providers.P1, email: own }, stored));
  world.records.push(signingDomain('omsorg-ett.example'));
};
beforeEach(() => begin());

type Sent = { subject?: string; text?: string; from?: string; to?: string; signedBy?: false };
async function mail(
  attachments: readonly { filename: string; content: string | Buffer; contentType?: string }[],
  sent: Sent = {},
) {
  const to = sent.to ?? 'utfort@kommun.example';
  const written = { from: own, subject: 'Redovisning oktober', text: 'Här kommer filerna.', ...sent, to };
  const id = await arrives(world, await aMail({ ...written, attachments, date: new Date(world.clock.now()) }), { to });
  await world.tick();
  return (await mailStore(world.table).find(id))?.entity;
}
const waiting = async () => (await draftStore(world.table).find(month, 'P1'))?.entity;
const letters = async () => {
  await world.tick();
  return world.letters();
};
const told = async () => (await letters()).map(({ to, subject }) => `${to} ${subject}`);
const tasks = async () =>
  (await world.call('listTasks', administrator)).body.items
    .filter(({ code }: { code: string }) => code === 'D48')
    .map(({ title }: { title: string }) => title);

describe('a month’s files in a mail', () => {
  it('both wait for the manager, as check judges them; nothing is handed in', async () => {
    expect(await mail([report, form])).toMatchObject({ state: 'acted', month, done: ['month'], providerId: 'P1' });
    expect(await waiting()).toMatchObject({
      state: 'waiting',
      report: { sha256: sha256(files.report.text), way: 'MAIL', by: 'epost-P1' },
      deviations: { sha256: sha256(files.deviations.text), rows: 1 },
    });
    const checked = (await world.call('checkMonth', coordinator, { path, body: files })).body;
    expect((await world.call('getDraft', manager, { path })).body.waiting.run).toEqual(checked);
    expect((await world.call('getMonth', head, { path: ofP1 })).status).toBe(404);
    expect(await world.monthJournal(month, 'P1')).toEqual(['month-drafted L-22 epost-P1']);
  });

  it('the sender has a receipt, and the manager the link', async () => {
    await mail([report, form]);
    expect(await told()).toEqual([
      'p1@omsorg-ett.example Månadens redovisning väntar på underskrift',
      'm1@utforare.example Månadens redovisning väntar på underskrift',
    ]);
    const [receipt] = await world.letters();
    expect(receipt?.text).toContain('Rader som lästes: 9.');
    expect(receipt?.text).toContain('https://utfort.example/#/manad/2026-10');
  });

  it('one mail each: the second joins the first', async () => {
    await mail([form]);
    expect(await waiting()).not.toHaveProperty('report');
    await mail([report]);
    expect(await waiting()).toMatchObject({ time: 2, report: {}, deviations: {} });
    const subjects = (await letters()).map(({ subject }) => subject);
    expect(subjects).toContain('Månadens avvikelseblankett har kommit');
    expect(subjects).toContain('Månadens redovisning väntar på underskrift');
  });

  it('the receipt names each bad row by place and words, and repeats nothing of the files', async () => {
    const lines = files.report.text.split('\n');
    lines[1] = (lines[1] ?? '').replace('2026-10-01', '2026-10-45');
    lines[4] = (lines[4] ?? '').replace('UTFÖRD', 'Hemlig Svensson');
    await mail([{ filename: 'a.csv', content: lines.join('\n') }, form]);
    const draft = await waiting();
    const [receipt] = await letters();
    expect(draft?.errorCount).toBeGreaterThanOrEqual(2);
    expect(receipt?.subject).toBe('Månadens redovisning behöver rättas');
    expect(receipt?.text).toContain('Tidsrapporten, rad 2, Datum: Datumet finns inte');
    expect(receipt?.text).toContain('Tidsrapporten, rad 5, Status: Status ska vara');
    for (const secret of ['2026-10-45', 'Svensson', 'A-1', 'A-2', 'ramlade', 'SJUKHUS'])
      expect(receipt?.text).not.toContain(secret);
  });

  it('the receipt names fifty rows of five thousand, how many more there are, and the page; the mail stays small', async () => {
    const [header = ''] = files.report.text.split('\n');
    const beyond = Array.from({ length: 40 }, (_, n) => `hemlig ${n}`).join(';');
    const rows = Array.from({ length: 5000 }, () => `2026-10;P1;A-1;OMV;2026-10-01;08:00;08:45;45;45;UTFÖRD;${beyond}`);
    await mail([{ filename: 'a.csv', content: [header, ...rows].join('\n') }, form]);
    const [receipt] = await letters();
    const told = receipt?.text.split('\n').filter((line) => line.startsWith('Tidsrapporten, rad ')) ?? [];
    expect(told).toHaveLength(50);
    expect(told[0]).toContain(
      'rad 2: Raden har inte lika många kolumner som rubriken. Det här känns inte igen: kolumn nummer 11, ',
    );
    expect(told[0]).toMatch(/19, 20 och 30 till\.$/);
    // The rows that are not named, and the total that is not there.
    expect(receipt?.text).toContain(
      '\noch 4951 rader till. Se vad som är fel: https://utfort.example/#/manad/2026-10\n',
    );
    expect(receipt?.text).not.toContain('hemlig');
    expect(statSync(join(world.folder, 'mail', `${receipt?.id}.eml`)).size).toBeLessThan(40_000);
  });

  it('the receipt tells of questions that wait for an answer', async () => {
    await handIn(world, faultyReport());
    const ask = { decision: 'ASK', question: 'Stämmer tiden?' };
    expect((await decideLine(world, 'A-1', ask)).status).toBe(200);
    await mail([report, form]);
    const receipt = (await letters()).find(({ subject }) => subject === 'Månadens redovisning väntar på underskrift');
    expect(receipt?.text).toContain('En fråga från handläggaren väntar på ert svar i systemet.');
  });

  it('a header that is wrong: all that is missing and unknown, in the same answer', async () => {
    const header = reportHeader.replace('Insats', 'Anna Svensson').replace('Status', 'Läge');
    await mail([
      { filename: 'a.csv', content: `${header}\n` },
      { filename: 'b.csv', content: `${formHeader};x\n` },
    ]);
    const [answer] = await letters();
    expect(answer?.subject).toBe('Filerna i ert mejl togs inte emot');
    expect(answer?.text).toContain(
      [
        'Att rätta:',
        'Tidsrapporten: Rubriken stämmer inte. Det här saknas: Insats och Status. Det här känns inte igen: kolumn nummer 4 och 10.',
        'Avvikelseblanketten: Rubriken stämmer inte. Det här känns inte igen: kolumn nummer 11.',
      ].join('\n'),
    );
    expect(answer?.text).not.toMatch(/Svensson|Läge/);
  });

  it('a corrected file takes the faulty one’s place', async () => {
    const wrong = faultyReport();
    await mail([{ filename: 'a.csv', content: wrong.report.text }, form]);
    expect(await waiting()).toMatchObject({ fileStatus: 'INCOMPLETE' });
    await mail([report], { text: 'Rättad.' });
    expect(await waiting()).toMatchObject({
      time: 2,
      fileStatus: 'COMPLETE',
      report: { sha256: sha256(files.report.text) },
    });
  });

  it.each(['text', 'base64'])('in windows-1252, as %s', async (how) => {
    const bytes = Buffer.from(files.report.text, 'latin1');
    await mail([{ filename: how === 'text' ? 'x' : 'x.csv', content: bytes }, form]);
    expect(await waiting()).toMatchObject({ report: { sha256: sha256(bytes) }, fileStatus: 'COMPLETE' });
  });

  it('from nobody who is proven: nothing of it is read', async () => {
    expect(await mail([report, form], { signedBy: false })).toMatchObject({ state: 'quarantined' });
    expect(await waiting()).toBeUndefined();
  });

  it('the same mail again does nothing', async () => {
    const to = 'utfort@kommun.example';
    const raw = await aMail({
      ...{ from: own, to, subject: 'Oktober', attachments: [report, form] },
      date: new Date(world.clock.now()),
    });
    await arrives(world, raw, { to });
    await world.tick();
    const again = await arrives(world, raw, { to: 'utfort@localhost' });
    await world.tick();
    expect((await mailStore(world.table).find(again))?.entity.state).toBe('repeated');
    expect(await waiting()).toMatchObject({ time: 1 });
  });
});

describe('which month it is', () => {
  it('the one of the letter that is answered, whatever the subject says', async () => {
    await openMonth.run(world.clock.now(), world.deps);
    const letter = (await letters()).find(({ subject }) => subject.includes('ska snart lämnas in'));
    const to = await replyAddressOf(world, letter?.id ?? '');
    expect(await mail([report, form], { to, subject: 'Sv: filer för september' })).toMatchObject({ month });
  });

  it('the one that the files’ own rows say, else the mail, else the latest that is over', async () => {
    const text = 'Hej, här kommer filerna. November skickar vi i december.';
    expect(await mail([report], { subject: 'Filer', text })).toMatchObject({ month });
    const none = { filename: 'a.csv', content: `${formHeader}\n` };
    expect(await mail([none], { subject: 'Filer', text: 'för september' })).toMatchObject({ month: '2026-09' });
    const empty = { filename: 'a.csv', content: `${formHeader}\n` };
    expect(await mail([empty], { subject: 'Filer', text: '' })).toMatchObject({ month });
  });
});

describe('the month that its files say', () => {
  const moved = (text: string, rows: number) => {
    const lines = text.split('\n');
    return lines.map((line, n) => (n > 0 && n <= rows ? line.replaceAll('2026-10', '2026-09') : line)).join('\n');
  };
  const reportOf = (rows: number) => ({ filename: 'tid.csv', content: moved(files.report.text, rows) });

  it('by most rows: one that is wrong is a fault of its own, and nobody is late', async () => {
    expect(await mail([reportOf(1), form])).toMatchObject({ state: 'acted', month });
    expect(await waiting()).toMatchObject({ fileStatus: 'INCOMPLETE', errorCount: 1 });
    expect((await told()).filter((one) => /försenad/.test(one))).toEqual([]);
  });

  it.each([
    ['rows that are split', 4, 'months-split', 'Filernas rader gäller flera månader'],
    ['another month than the subject’s', 99, 'month-differs', 'gäller en annan månad'],
  ])('%s: asked about, and nothing is laid', async (_, rows, because, words) => {
    const all = rows > 9 ? [reportOf(rows)] : [reportOf(rows), form];
    expect(await mail(all)).toMatchObject({ state: 'asked', because });
    expect(await waiting()).toBeUndefined();
    expect((await draftStore(world.table).find('2026-09', 'P1'))?.entity).toBeUndefined();
    expect(await tasks()).toHaveLength(1);
    const all2 = await letters();
    expect(all2.map(({ subject }) => subject)).not.toContain('Månadens redovisning är försenad');
    expect(all2.at(-1)?.text).toContain(words);
  });

  it('asked about where the letter that is answered is of another', async () => {
    await openMonth.run(world.clock.now(), world.deps);
    const letter = (await letters()).find(({ subject }) => subject.includes('ska snart lämnas in'));
    const to = await replyAddressOf(world, letter?.id ?? '');
    expect(await mail([reportOf(99)], { to, subject: 'Sv: filer' })).toMatchObject({ because: 'month-differs' });
  });

  it('refused kindly where the provider had nobody', async () => {
    const text = files.report.text.replaceAll('2026-10', '2020-01');
    const sent = { subject: 'Redovisning januari 2020' };
    expect(await mail([{ filename: 'tid.csv', content: text }], sent)).toMatchObject({
      ...{ state: 'asked', because: 'no-case-in-month', month: '2020-01' },
    });
    const subjects = await told();
    expect(subjects).toEqual(['p1@omsorg-ett.example Filerna i ert mejl togs inte emot']);
    expect((await world.letters())[0]?.text).toContain('Ni hade inga uppdrag från kommunen den månaden');
  });

  it('one that nobody has opened, and whose day is over: a task, and no letter that it is late', async () => {
    await world.passTo('2026-12-20', '09:00');
    const before = (await told()).length;
    expect(await mail([report, form])).toMatchObject({ state: 'acted', month });
    await world.tick();
    expect((await told()).slice(before).filter((one) => /försenad|snart lämnas/.test(one))).toEqual([]);
    const { items } = (await world.call('listTasks', manager)).body;
    expect(items.map(({ code }: { code: string }) => code)).toContain('D49');
  });
});

describe('what else is said beside the files', () => {
  it('is read by a person, and the receipt says so', async () => {
    const text = 'Rättad fil. Obs! Stryk rad 17, den är fel. Kunden har flyttat.';
    expect(await mail([report], { text })).toMatchObject({
      ...{ state: 'asked', because: 'asked-beside-files', done: ['month'], text },
    });
    expect(await tasks()).toHaveLength(1);
    const [receipt, managers] = await letters();
    expect(receipt).toMatchObject({ to: own, text: expect.stringContaining('En person läser vad ni har skrivit') });
    expect(managers?.text).not.toContain('En person läser');
  });

  it('in the subject too, where it is the sender’s own', async () => {
    expect(await mail([report], { subject: 'Oktober, stryk rad 17' })).toMatchObject({ because: 'asked-beside-files' });
  });

  it('names are hidden, and the sender is told so', async () => {
    await mail([report, form], { text: 'Här kommer filerna för 19121212-1212.' });
    const [receipt, managers] = await letters();
    expect(receipt?.text).toContain('Skriv inga namn eller personnummer i mejl');
    expect(managers?.text).not.toContain('Skriv inga namn eller personnummer');
  });

  it('a signature of the mail itself says nothing; a text file may', async () => {
    const signature = { filename: 'smime.p7s', content: 'x', contentType: 'application/pkcs7-signature' };
    expect(await mail([report, form, signature])).toMatchObject({ state: 'acted' });
    const note = { filename: 'obs.txt', content: 'Stryk rad 17', contentType: 'text/plain' };
    expect(await mail([report, form, note])).toMatchObject({ state: 'asked', because: 'file-other' });
  });
});

describe('"underlag" is what many call the month', () => {
  it('with both files it is the month’s', async () => {
    const sent = { subject: 'Fakturaunderlag oktober', text: 'Underlag för köpta timmar.' };
    expect(await mail([report, form], sent)).toMatchObject({ state: 'acted', done: ['month'], month });
  });

  it('with the report alone it is the month’s', async () => {
    expect(await mail([report], { subject: 'Fakturaunderlag oktober' })).toMatchObject({ done: ['month'] });
  });
});

describe('a workbook', () => {
  const sheet = (name: string, text: string) => ({
    name,
    rows: text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(';')),
  });
  const both = () => [sheet('Tidsrapport', files.report.text), sheet('Avvikelser', files.deviations.text)];

  it('with both sheets waits as the two files do', async () => {
    const book = { filename: 'oktober.xlsx', content: Buffer.from(await xlsxOf(both())) };
    expect(await mail([book])).toMatchObject({ state: 'acted', done: ['month'], month });
    expect(await waiting()).toMatchObject({ report: { rows: 8 }, deviations: { rows: 1 }, fileStatus: 'COMPLETE' });
  });

  it('of the report, with the form as CSV', async () => {
    const book = { filename: 'report.xlsx', content: Buffer.from(await xlsxOf(both().slice(0, 1))) };
    expect(await mail([book, form])).toMatchObject({ state: 'acted', done: ['month'] });
    expect(await waiting()).toMatchObject({ report: { rows: 8 }, deviations: { rows: 1 }, fileStatus: 'COMPLETE' });
  });
});

it('says how many rows can be used', async () => {
  const text = files.report.text.replaceAll(';P1;', ';P2;');
  await mail([{ filename: 'tid.csv', content: text }]);
  const [receipt] = await letters();
  expect(receipt?.text).toContain('Rader som lästes: 8, varav ingen kan användas.');
});

it('answers count toward three an hour, whatever they are about', async () => {
  for (let n = 0; n < 5; n++) {
    const other = aReport({ ...visits, 'A-3': [[6, 30 + n]] }).report.text;
    await mail([{ filename: 'tid.csv', content: other }]);
  }
  expect((await letters()).filter(({ to }) => to === own)).toHaveLength(3);
});

describe('what cannot be taken waits for the administrator, and is answered', () => {
  const month2 = { subject: 'Redovisning oktober' };
  it.each([
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, ...new Array(80).fill(1)]), 'file-workbook'],
    ['a PDF', Buffer.from('%PDF-1.7 and so on'), 'file-pdf'],
    ['something else', Buffer.from('a;b\n1;2\n'), 'file-other'],
    ['a packed file of another kind', Buffer.from([0x1f, 0x8b, ...new Array(80).fill(1)]), 'file-packed'],
    ['an empty file', Buffer.from('\r\n'), 'file-empty'],
  ])('%s', async (_, content, because) => {
    expect(await mail([{ filename: 'x.bin', content }], month2)).toMatchObject({ state: 'asked', because });
    expect(await tasks()).toEqual(['Läs ett mejl som inte kunde tolkas']);
    const [answer, ...others] = await letters();
    expect([answer?.to, others]).toEqual([own, []]);
    // The page of the latest month, where none is known.
    expect(answer?.text).toMatch(/https:\/\/utfort\.example\/#\/manad\n/);
  });

  it('a packed file of the two, which is no workbook', async () => {
    const content = await packed([
      ['tid.csv', report.content],
      ['avvikelser.csv', form.content],
    ]);
    expect(await mail([{ filename: 'oktober.zip', content }])).toMatchObject({
      state: 'asked',
      because: 'file-packed',
    });
    expect((await letters())[0]?.text).toContain('Filen är packad (zip). Packa upp den');
  });

  it('a basis of one of whom nobody buys, in words of whoever reads it', async () => {
    await openMonth.run(world.clock.now(), world.deps);
    const letter = (await letters()).find(({ subject }) => subject.includes('ska snart lämnas in'));
    const to = await replyAddressOf(world, letter?.id ?? '');
    const [token = ''] = tokensIn([to]);
    const stored = await replyStore(world.table).behind(token);
    if (!stored) throw new Error('the letter has no reply address');
    await world.put(replyStore(world.table).save(token, { ...stored.entity, kind: 'N42' }, stored));
    const none = { filename: 'tid.csv', content: `${reportHeader}\n` };
    expect(await mail([none], { to })).toMatchObject({ state: 'asked', because: 'no-purchase-of-provider' });
    // With rows of what is ordered of it, it is the month's.
    expect(await mail([report], { to })).toMatchObject({ state: 'acted', done: ['month'] });
  });

  it('two reports that differ', async () => {
    const other = { filename: 'b.csv', content: faultyReport().report.text };
    expect(await mail([report, other])).toMatchObject({ state: 'asked', because: 'two-of-report' });
    expect(await waiting()).toBeUndefined();
  });

  it('a header that is wrong, a month that is not over, one that is begun', async () => {
    const wrong = { filename: 'a.csv', content: reportHeader.replace('Insats', 'Tjänst') };
    expect(await mail([wrong])).toMatchObject({ state: 'asked', because: 'WRONG_HEADER' });
    const none = { filename: 'b.csv', content: `${formHeader}\n` };
    expect(await mail([none], { subject: '2026-12' })).toMatchObject({ because: 'month-not-ended' });
    const answers = (await letters()).filter(({ text }) => text.includes('Månaden är inte slut än.'));
    expect(answers).toHaveLength(1);
  });

  it('a question beside the files, which are taken all the same', async () => {
    expect(await mail([report, form], { text: 'Ska vi ta med helgen?' })).toMatchObject({
      ...{ state: 'asked', because: 'asked-beside-files', done: ['month'] },
    });
    expect(await waiting()).toMatchObject({ state: 'waiting' });
    expect(await tasks()).toHaveLength(1);
  });

  it('a picture beside a word about something else is nothing', async () => {
    const logo = { filename: 'logo.png', content: Buffer.from([0x89, 0x50, 0x4e, 0x47, ...new Array(80).fill(1)]) };
    expect(await mail([logo], { subject: 'Hej', text: 'Hej' })).toMatchObject({ because: 'nothing-said' });
  });
});

describe('a routine that takes no deviation form by mail (A65)', () => {
  beforeEach(() => begin(['mail.deviations=PORTAL']));

  it('takes the report, files the form by its bytes alone, and answers with the way to hand it in', async () => {
    await mail([report, form]);
    expect(await waiting()).toMatchObject({ report: {} });
    expect(await waiting()).not.toHaveProperty('deviations');
    expect(await world.monthJournal(month, 'P1')).toEqual([
      'month-drafted L-22 epost-P1',
      'month-form-filed A65 epost-P1',
    ]);
    const subjects = await told();
    expect(subjects).toContain('p1@omsorg-ett.example Avvikelseblanketten lämnas i systemet');
    expect(subjects).toContain('m1@utforare.example Månadens tidsrapport har kommit');
    for (const { text } of await world.letters()) expect(text).not.toMatch(/SJUKHUS|ramlade/);
  });

  it('points to the system alone for the form', async () => {
    await mail([report]);
    for (const { text } of await letters()) {
      expect(text).toContain('Avvikelseblanketten tas inte emot med mejl: lämna den i systemet');
      expect(text).not.toMatch(/skicka den också|svara på mejlet/);
    }
  });

  it('tells kindly of names that were hidden', async () => {
    await mail([form], { text: 'Blankett för 19121212-1212' });
    expect((await letters())[0]?.text).toContain('Skriv inga namn eller personnummer i mejl');
  });

  it('a form alone is filed and answered, and nothing waits', async () => {
    expect(await mail([form])).toMatchObject({ state: 'acted', done: [] });
    expect(await waiting()).toBeUndefined();
  });
});

it('a month that was handed in already is corrected by mail, and signed', async () => {
  await handIn(world, faultyReport());
  await mail([report, form]);
  const signed = await world.sign(manager, ['intendSubmission', 'submitMonth'], { path, body: { draft: true } });
  expect(signed.body.submission).toMatchObject({ version: 2, fileStatus: 'COMPLETE' });
});

describe('a corrected file when an officer has begun', () => {
  const corrected = { filename: 'tid.csv', content: aReport({ ...visits, 'A-3': [[6, 90]] }).report.text };
  const mailTasks = async (who: Person) =>
    (await world.call('listTasks', who)).body.items
      .filter(({ code, state }: Record<string, string>) => code === 'D48' && state !== 'done')
      .map(({ title }: { title: string }) => title);
  const signReport = (who: Person) => world.sign(who, reporting, { path: ofP1, body: {} });

  it('waits as a draft while the month has faults, as an upload does, and keeps what was decided of other lines', async () => {
    await handIn(world, faultyReport());
    await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
    expect(await mail([report])).toMatchObject({ state: 'acted', done: ['month'] });
    await mail([form]);
    const signed = await world.sign(manager, ['intendSubmission', 'submitMonth'], { path, body: { draft: true } });
    expect(signed.body.submission).toMatchObject({ version: 2, fileStatus: 'COMPLETE' });
    const line = await world.call('getLine', colleague, { path: { ...ofP1, caseNo: 'A-3' } });
    const rows = await world.call('getLineRows', colleague, { path: { ...ofP1, caseNo: 'A-3' } });
    expect(rows.body.source).toMatchObject({ way: 'MAIL', version: 2 });
    expect(line.body.decision).toMatchObject({ kind: 'APPROVED' });
  });

  it('waits as a draft however far she has come: signed, it is filed until what she signed for is taken back (A30)', async () => {
    await handIn(world);
    await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
    await signReport(colleague);
    expect(await mail([corrected])).toMatchObject({ state: 'acted', done: ['month'] });
    await mail([form]);
    const signed = await world.sign(manager, ['intendSubmission', 'submitMonth'], { path, body: { draft: true } });
    expect(signed.body).toMatchObject({ filed: 'report-signed', submission: { version: 2, fileStatus: 'COMPLETE' } });
    const withdrawal = { path: { ...ofP1 }, body: { comment: 'Rättad fil har kommit' } };
    expect((await world.call('withdrawReport', colleague, withdrawal)).status).toBe(200);
    const { month: after } = (await world.call('getMonth', head, { path: ofP1 })).body;
    expect(after).toMatchObject({ submission: { version: 2 } });
    expect(await mailTasks(administrator)).toEqual([]);
  });

  it('waits as a draft when the month is stated, and signed it becomes adjustments', async () => {
    await handIn(world);
    await decideLine(world, 'A-1', { decision: 'APPROVE' });
    await decideLine(world, 'A-2', { decision: 'ADJUST', minutes: 90, contacts: asked, comment: 'Enligt kunden' });
    await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague);
    await signReport(officer);
    await signReport(colleague);
    expect((await world.sign(head, stating, { path: ofP1, body: {} })).status).toBe(201);

    expect(await mail([corrected])).toMatchObject({ state: 'acted', done: ['month'] });
    await mail([form]);
    const signed = await world.sign(manager, ['intendSubmission', 'submitMonth'], { path, body: { draft: true } });
    expect(signed).toMatchObject({ status: 201, body: { filed: 'statement-sent' } });
    const found = (await world.call('listAdjustments', head, { path: ofP1 })).body;
    expect(found.proposed.map(({ because }: { because: string[] }) => because)).toContainEqual(['REPORT']);
  });

  it('is not read by an officer who has nothing in the month', async () => {
    await handIn(world, aReport({ 'A-1': visits['A-1'] ?? [] }));
    const came = await mail([{ filename: 'x.bin', content: Buffer.from('%PDF-1.7') }], {
      subject: 'Redovisning oktober',
    });
    expect((await world.call('getMail', officer, { path: { mailId: came?.id ?? '' } })).status).toBe(404);
  });
});
