import { beforeEach, describe, expect, it } from 'vitest';
import { pageCode } from '../../../../shared/domain/form-code.ts';
import { instantAt } from '../../../../shared/domain/local-time.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import {
  aMonthEnd,
  asked,
  decideLine,
  handIn,
  month,
  ofP1,
  reporting,
  stating,
} from '../../../support/a-handed-in-month.ts';
import {
  codesOf,
  type Filing,
  file,
  formPrint,
  hasPrinted,
  hasScanned,
  keying,
  reportPrint,
} from '../../../support/a-paper.ts';
import { administrator, colleague, head, manager, officer, type World } from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aMonthEnd({ date: '2026-11-03' });
  await hasPrinted(world, 'report', reportPrint);
  await hasPrinted(world, 'deviations', formPrint);
  await hasScanned(world, 'fil-scan');
});

const wrong = async (given: Filing, code = 'paper-pages'): Promise<readonly string[]> => {
  const answer = await file(world, given);
  expect(answer, answer.text).toMatchObject({ status: 422, body: { code } });
  return answer.body.faults.map((fault: { at: string; code: string }) => `${fault.at} ${fault.code}`);
};
const nothingIsFiled = async () => {
  const { body } = await world.call('listPapers', administrator, { path: ofP1 });
  expect(body.papers).toEqual([]);
  expect(await world.monthJournal(month, 'P1')).toEqual([]);
};

describe('the pages of a paper', () => {
  it('that are missing, twice, of another month, provider or print, or no pages of ours, are named in one answer', async () => {
    await hasPrinted(world, 'report', { letters: 'OTHERMON', pages: 1, rows: [[]] }, { month: '2026-09' });
    await hasPrinted(world, 'report', { letters: 'OTHERPRO', pages: 1, rows: [[]] }, { providerId: 'P2' });
    const older = { letters: 'OLDERAAA', pages: 1, rows: [[[]]] };
    await hasPrinted(world, 'deviations', older, { at: instantAt('2026-10-01', '10:00') });
    const page1 = await pageCode({ letters: 'REPORTAA', page: 1, pages: 2 });
    const codes = [
      ...[page1, page1.toLowerCase(), 'https://annan.example/', page1.replace('REPORTAA', 'REPORTAB')],
      await pageCode({ letters: 'OTHERMON', page: 1, pages: 1 }),
      await pageCode({ letters: 'OTHERPRO', page: 1, pages: 1 }),
      await pageCode({ letters: 'NOBODYAA', page: 1, pages: 1 }),
      await pageCode({ letters: 'REPORTAA', page: 3, pages: 3 }),
      await pageCode({ letters: 'OLDERAAA', page: 1, pages: 1 }),
    ];
    expect(await wrong({ codes, arrivedOn: '2026-11-04' })).toEqual([
      'body.arrivedOn date-ahead',
      'body.codes.1 page-twice',
      'body.codes.2 not-a-code',
      'body.codes.3 wrong-check',
      'body.codes.4 other-month',
      'body.codes.5 other-provider',
      'body.codes.6 print-not-found',
      'body.codes.7 page-not-in-print',
      'body.codes.8 older-print',
      'REPORTAA.2 page-missing',
    ]);
    await nothingIsFiled();
  });

  it('are all needed, the deviation form of a month without deviations too (A60)', async () => {
    expect(await wrong({ codes: await codesOf(reportPrint) })).toEqual(['deviations form-missing']);
    expect(await wrong({ codes: await codesOf(formPrint) })).toEqual(['report form-missing']);
    await nothingIsFiled();
  });

  it('of an older print are taken when the person has seen that they are, and those of two prints never are', async () => {
    const newer = { letters: 'NEWERAAA', pages: 1, rows: [[[]]] };
    await hasPrinted(world, 'deviations', newer, { at: instantAt('2026-10-31', '10:00') });
    expect(await wrong({})).toEqual(['body.codes.2 older-print']);
    const codes = await codesOf(reportPrint, formPrint, newer);
    expect(await wrong({ codes, takesOlder: true })).toEqual(['body.codes.2 two-prints', 'body.codes.3 two-prints']);
    expect((await file(world, { takesOlder: true })).status).toBe(201);
  });

  it('arrived on a day that is neither ahead nor before the month is over', async () => {
    expect(await wrong({ arrivedOn: '2026-10-31' })).toEqual(['body.arrivedOn before-month-end']);
    expect(await wrong({ arrivedOn: '2026-11-04' })).toEqual(['body.arrivedOn date-ahead']);
    expect((await file(world, { arrivedOn: '2026-11-01' })).status).toBe(201);
  });
});

describe('the files of a paper', () => {
  const png = (width: number, height: number) => {
    const bytes = Buffer.alloc(40);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    bytes.write('IHDR', 12, 'latin1');
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };

  it('are what their first bytes say, whatever they are called; a locked one and a bomb are named beside what is none', async () => {
    await hasScanned(world, 'fil-csv', Buffer.from('Månad;Utförare'));
    await hasScanned(world, 'fil-zip', Buffer.from('PK\u0003\u0004'));
    await hasScanned(world, 'fil-locked', Buffer.from('%PDF-1.7\ntrailer << /Encrypt 4 0 R >>'));
    await hasScanned(world, 'fil-bomb', png(50_000, 50_000));
    await hasScanned(world, 'fil-cut', Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    await hasScanned(world, 'fil-others', undefined, officer);
    const scans = [
      'fil-scan',
      'fil-scan',
      'fil-csv',
      'fil-zip',
      'fil-locked',
      'fil-bomb',
      'fil-cut',
      'fil-others',
      'fil-no',
    ];
    expect(await wrong({ scans }, 'bad-scans')).toEqual([
      'body.scans.1 file-twice',
      'body.scans.2 not-a-scan',
      'body.scans.3 not-a-scan',
      'body.scans.4 file-encrypted',
      'body.scans.5 picture-too-large',
      'body.scans.6 not-a-scan',
      'body.scans.7 file-not-found',
      'body.scans.8 file-not-found',
    ]);
    await nothingIsFiled();
  });

  it('takes a page a file, names the limit of them, and the day and the files that are wrong in one answer', async () => {
    const scans = Array.from({ length: 24 }, (_, n) => `fil-${n}`);
    for (const id of scans) await hasScanned(world, id);
    expect(await wrong({ scans: Array.from({ length: 301 }, (_, n) => `f-${n}`), arrivedOn: '2026-11-04' })).toEqual([
      'body.arrivedOn date-ahead',
      'body.scans too-many-scans',
    ]);
    expect(await wrong({ scans: [...scans, 'none'], arrivedOn: '2026-11-04' })).toEqual([
      'body.arrivedOn date-ahead',
      'body.scans.24 file-not-found',
    ]);
    expect((await file(world, { scans })).status).toBe(201);
  });

  it('are kept as they came, with their SHA-256, and shown to who keys them', async () => {
    await hasScanned(world, 'fil-png', png(1240, 1754));
    await hasScanned(world, 'fil-pdf', Buffer.from('%PDF-1.7\n%%EOF'));
    const { body } = await file(world, { scans: ['fil-png', 'fil-pdf'] });
    const paper = await world.call('getPaper', administrator, { path: { ...ofP1, paperId: body.id } });
    const kept = await world.deps.documents.find('documents', 'fil-png');
    expect(kept?.contentType).toBe('image/png');
    expect(paper.body.scans).toEqual([
      expect.objectContaining({ documentId: 'fil-png', sha256: kept?.sha256, contentType: 'image/png' }),
      expect.objectContaining({ documentId: 'fil-pdf', contentType: 'application/pdf' }),
    ]);
    expect(paper.body.sheets.map(({ form, page }: Record<string, unknown>) => `${form} ${page}`)).toEqual([
      ...['report 1', 'report 2', 'deviations 1'],
    ]);
    const [first] = paper.body.sheets;
    expect(first.rows[1]).toMatchObject({ date: '2026-10-02', ordered: '240', performed: '240', status: 'UTFÖRD' });
    expect(first.rows[2]).toMatchObject({ caseNo: 'A-1', date: '', performed: '', status: '' });
  });
});

describe('a paper is filed', () => {
  it('by the administrator alone, of a month that is over; of one that is stated it becomes adjustments', async () => {
    for (const who of [officer, head, manager]) expect((await file(world, {}, who)).status, who.userId).toBe(403);
    const early = await aMonthEnd({ date: '2026-10-30' });
    await hasPrinted(early, 'report', reportPrint);
    expect((await file(early)).body.code).toBe('month-not-ended');
    const stated = await aMonthEnd({ date: '2026-11-03' });
    await hasPrinted(stated, 'report', reportPrint);
    expect((await handIn(stated)).status).toBe(201);
    await decideLine(stated, 'A-1', { decision: 'APPROVE' });
    await decideLine(stated, 'A-2', { decision: 'APPROVE', contacts: asked });
    await decideLine(stated, 'A-3', { decision: 'APPROVE' }, colleague);
    for (const who of [officer, colleague]) await stated.sign(who, reporting, { path: ofP1, body: {} });
    expect((await stated.sign(head, stating, { path: ofP1, body: {} })).status).toBe(201);
    await hasPrinted(stated, 'deviations', formPrint);
    await hasScanned(stated, 'fil-scan');
    await stated.put(membershipStore(stated.table).save({ userId: 'D2', role: 'administrator' }, undefined));
    const path = { ...ofP1, paperId: (await file(stated)).body.id };
    await stated.call('keyPaper', administrator, { path, body: { ...keying(), isAll: true } });
    const second = { userId: 'D2', role: 'administrator' } as const;
    expect((await stated.call('confirmPaper', second, { path, body: keying() })).body.state).toBe('laid');
    const { body } = await stated.call('getMonth', officer, { path: ofP1 });
    expect(body.month).toMatchObject({ state: 'stated', filed: { paper: { paperId: path.paperId } } });
  });

  it('once: the one before it is replaced, and two at once leave one', async () => {
    await hasScanned(world, 'fil-two');
    await Promise.all([file(world), file(world, { scans: ['fil-two'] })]);
    const { body } = await world.call('listPapers', administrator, { path: ofP1 });
    expect(body.papers.map(({ state }: { state: string }) => state)).toEqual(['keying', 'replaced']);
  });
});

describe('the letters on a page', () => {
  it('name the provider, the month, the form and how many pages it has', async () => {
    const ask = (letters: string) => world.call('getPrint', administrator, { path: { letters } });
    expect((await ask('REPORTAA')).body).toEqual({
      ...{ letters: 'REPORTAA', month, providerId: 'P1', form: 'report', pages: 2, providerName: 'Omsorg Ett AB' },
    });
    expect(await ask('NOBODYAA')).toMatchObject({ status: 404, body: { code: 'print-not-found' } });
    expect((await ask('nobody')).status).toBe(422);
  });
});
