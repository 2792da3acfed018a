import { beforeEach, describe, expect, it } from 'vitest';
import { statedDeadlines } from '../../../../functions/months/opening/month-deadlines-step.ts';
import { whoKeyedPaper } from '../../../../functions/months/paper/load-who-keyed.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { aMonthEnd, handIn, month, ofP1 } from '../../../support/a-handed-in-month.ts';
import { file, formPrint, hasPrinted, hasScanned, keying, read, reportPrint } from '../../../support/a-paper.ts';
import { administrator, colleague, officer, type Person, type World } from '../../../support/a-world.ts';

const second: Person = { userId: 'D2', role: 'administrator' };
const elsewhere: Person = { userId: 'O9', role: 'officer' };

let world: World;
beforeEach(async () => {
  world = await aMonthEnd({ date: '2026-11-03' });
  for (const person of [second, elsewhere])
    await world.put(membershipStore(world.table).save({ ...person, name: `Person ${person.userId}` }, undefined));
  await hasPrinted(world, 'report', reportPrint);
  await hasPrinted(world, 'deviations', formPrint);
  await hasScanned(world, 'fil-scan');
});

const filed = async (): Promise<{ readonly month: string; readonly providerId: string; readonly paperId: string }> => {
  const answer = await file(world);
  expect(answer.status, answer.text).toBe(201);
  return { ...ofP1, paperId: answer.body.id };
};
const key = (path: Record<string, string>, body: object = keying(), who = administrator, isAll = true) =>
  world.call('keyPaper', who, { path, body: { ...body, isAll } });
const confirm = (path: Record<string, string>, body: object = keying(), who = second) =>
  world.call('confirmPaper', who, { path, body });
const seen = (path: Record<string, string>, who: Person = second) => world.call('getPaper', who, { path });

describe('a month on paper', () => {
  it('is handed in when two have read the same, received on the day of its stamp, and says by whom (A59)', async () => {
    const path = await filed();
    expect((await key(path)).body).toMatchObject({ state: 'keyed', firstBy: 'D1' });
    const answer = await confirm(path);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({ state: 'laid', secondBy: 'D2' });

    const { body } = await world.call('getMonth', officer, { path: ofP1, query: { lines: 'all' } });
    expect(body.month).toMatchObject({
      state: 'received',
      submission: {
        receivedAt: '2026-11-02T11:00:00.000Z',
        late: false,
        fileStatus: 'COMPLETE',
        by: 'D1',
        paper: { paperId: path.paperId, keyedBy: 'D1', confirmedBy: 'D2' },
      },
    });
    expect(body.lines.map((line: { caseNo: string; performed: number }) => [line.caseNo, line.performed])).toEqual([
      ['A-1', 240],
      ['A-2', 60],
    ]);
    const rows = await world.call('getLineRows', officer, { path: { ...ofP1, caseNo: 'A-1' } });
    expect(rows.body.source).toEqual({ way: 'PAPER', version: 1, isPrint: false, paperId: path.paperId });
    const [record] = body.records;
    expect(record).toMatchObject({ kind: 'submission', signedBy: 'system' });
    const sealed = await world.call(
      'getRecord',
      { userId: 'H1', role: 'head' },
      { path: { ...ofP1, recordId: record.recordId } },
    );
    const { sha256 } = (await world.deps.documents.find('documents', 'fil-scan')) ?? { sha256: '' };
    expect(sealed.body.payload.content.paper).toMatchObject({
      arrivedOn: '2026-11-02',
      scans: [{ sha256 }],
      keyedBy: { id: 'D1', name: 'Person D1' },
      confirmedBy: { id: 'D2', name: 'Person D2' },
    });
    const verified = await world.call('verifyRecord', undefined, { body: sealed.text });
    expect(verified.body).toMatchObject({ valid: true });
    await world.tick();
    expect(await world.deps.documents.find('records', 'fil-scan.jpg')).toMatchObject({ sha256 });
  });

  it('is judged as the same rows in a file are', async () => {
    const path = await filed();
    await key(path);
    await confirm(path);
    const onPaper = await world.call('getMonth', officer, { path: ofP1, query: { lines: 'all' } });
    const other = await aMonthEnd({ date: '2026-11-02' });
    const row = (caseNo: string, rest: string) => `2026-10;P1;${caseNo};${rest}`;
    const report = [
      'Månad;Utförare;Ärendenummer;Insats;Datum;Start;Slut;Beställda minuter;Utförda minuter;Status',
      row('A-1', 'OMV;2026-10-01;08:00;12:00;240;240;UTFÖRD'),
      row('A-1', 'OMV;2026-10-02;08:00;12:00;240;0;BOMTID'),
      row('A-1', 'SUMMA;;;;480;240;'),
      row('A-2', 'OMV;2026-10-01;08:00;09:00;60;60;UTFÖRD'),
      row('A-2', 'SUMMA;;;;60;60;'),
      row('A-3', 'OMV;2026-10-05;08:00;09:00;60;60;UTFÖRD'),
      row('A-3', 'SUMMA;;;;60;60;'),
      row('TOTALT', 'SUMMA;;;;600;360;'),
    ];
    const form = [
      'Månad;Utförare;Ärendenummer;Datum;Till;Start;Typ;Minuter;Avisering;Kommentar',
      row('A-1', '2026-10-02;;08:00;BOMTID;;;'),
    ];
    const files = { report: { text: report.join('\n') }, deviations: { text: form.join('\n') } };
    expect((await handIn(other, files)).status).toBe(201);
    const byFile = await other.call('getMonth', officer, { path: ofP1, query: { lines: 'all' } });
    expect(onPaper.body.lines).toEqual(byFile.body.lines);
    expect(onPaper.body.lines).toHaveLength(2);
    expect(onPaper.body.file).toEqual(byFile.body.file);
  });

  it('asks the second person for what is not as it was printed, the form and the sums, and shows nothing of the first', async () => {
    const path = await filed();
    await key(path);
    const { body, text } = await seen(path);
    expect(body.may).toBe('confirm');
    expect(body.again.map(({ letters, page, line }: Record<string, unknown>) => `${letters}.${page}.${line}`)).toEqual([
      ...['REPORTAA.1.2', 'REPORTAA.1.4'],
      ...['REPORTAA.2.1', 'REPORTAA.2.3', 'REPORTAA.2.4', 'REPORTAA.2.5', 'REPORTAA.2.6', 'FORMSAAA.1.1'],
    ]);
    expect(body).not.toHaveProperty('yours');
    expect(body).not.toHaveProperty('differences');
    expect(text).not.toContain('BOMTID');
    const short = keying({ first: [], form: [] });
    const answer = await confirm(path, short);
    expect(answer).toMatchObject({ status: 422, body: { code: 'bad-request' } });
    expect(answer.body.faults.map(({ at, code }: Record<string, unknown>) => `${at} ${code}`)).toEqual([
      ...['REPORTAA.1.2 row-not-keyed', 'REPORTAA.1.4 row-not-keyed', 'FORMSAAA.1.1 row-not-keyed'],
    ]);
  });

  it('is read by two: neither the first, nor an officer whose cases are in it, nor the second as the first', async () => {
    const path = await filed();
    expect((await confirm(path)).body.code).toBe('paper-not-keyed');
    await key(path);
    for (const [who, code] of [
      [administrator, 'keyed-it'],
      [officer, 'cases-in-month'],
      [colleague, 'cases-in-month'],
    ] as const)
      expect(await confirm(path, keying(), who), who.userId).toMatchObject({
        status: 409,
        body: { code: 'four-eyes', faults: [{ code }] },
      });
    const refused = await seen(path, officer);
    expect(refused.body).not.toHaveProperty('may');
    expect(refused.body).toMatchObject({
      mayNot: 'cases-in-month',
      readers: { names: ['Person D2', 'Person O9'], more: 0 },
    });
    const differing = keying({
      first: [{ line: 2, values: { performed: '30', status: 'UTFÖRD' } }, ...read.first.slice(1)],
    });
    expect((await confirm(path, differing, elsewhere)).body.state).toBe('differs');
    const other = { ...elsewhere, role: 'administrator' } as const;
    await world.put(membershipStore(world.table).save(other, undefined));
    expect((await key(path, keying(), other)).body).toMatchObject({
      code: 'four-eyes',
      faults: [{ code: 'read-as-second' }],
    });
    expect((await key(path, keying(), second)).body.code).toBe('first-mends');
    expect((await confirm(path, keying(), elsewhere)).body.code).toBe('first-mends');
    expect((await key(path, keying(), administrator)).body.state).toBe('keyed');
    expect((await confirm(path, keying(), elsewhere)).body.state).toBe('laid');
    expect(await whoKeyedPaper(ofP1, world.table)).toEqual(['D1', 'O9']);
    expect((await confirm(path, keying(), elsewhere)).body.code).toBe('paper-laid');
    expect((await key(path)).body.code).toBe('paper-laid');
  });

  it('shows both what they have read differently, and is handed in when the first has mended it', async () => {
    const path = await filed();
    await key(path);
    const right = keying({ form: [{ line: 1, values: { ...read.form[0]?.values, start: '08:30' } }] });
    expect((await confirm(path, right)).body.state).toBe('differs');
    for (const who of [administrator, second]) {
      const { body } = await seen(path, who);
      expect(body.differences, who.userId).toEqual({
        rows: [
          expect.objectContaining({ letters: 'FORMSAAA', page: 1, line: 1, form: 'deviations', fields: ['start'] }),
        ],
        signatures: [],
      });
      expect(body.may).toBe(who === administrator ? 'key' : undefined);
    }
    // What the first has read is not taken over: it is the first who mends.
    expect((await confirm(path, keying())).body.code).toBe('first-mends');
    expect((await seen(path)).body.mayNot).toBe('first-mends');
    expect((await seen(path, elsewhere)).body).not.toHaveProperty('differences');
    expect((await key(path, right)).body.state).toBe('laid');
    expect(await world.monthJournal(month, 'P1')).toEqual([
      'paper-filed A59 D1',
      'paper-keyed A59 D1',
      'paper-differs A59 D2',
      'paper-confirmed A59 D1',
      'month-submitted L-22 D1',
    ]);
  });

  it('goes back to the second person when the mended row is one that they have not read', async () => {
    const path = await filed();
    await key(path);
    await confirm(
      path,
      keying({ first: [{ line: 2, values: { performed: '30', status: 'BOMTID' } }, ...read.first.slice(1)] }),
    );
    const more = keying({ first: [{ line: 1, values: { performed: '200' } }, ...read.first] });
    expect((await key(path, more)).body.state).toBe('keyed');
    const { body } = await seen(path);
    expect(body.may).toBe('confirm');
    expect(body.again).toContainEqual({ letters: 'REPORTAA', page: 1, line: 1 });
    expect((await confirm(path, more)).body.state).toBe('laid');
  });

  it('is handed back unsigned, with a task and a letter to the provider, and what was keyed is there when the signed page is filed (L-25)', async () => {
    const path = await filed();
    const unsigned = { ...keying(), signed: { report: true, deviations: false } };
    expect((await key(path, unsigned)).body).toMatchObject({ state: 'returned', endedBy: 'D1' });
    expect(await world.monthJournal(month, 'P1')).toEqual(['paper-filed A59 D1', 'paper-returned L-25 D1']);
    await world.tick();
    expect((await world.letters()).map(({ subject }) => subject)).toContain('Månadens blankett saknar underskrift');
    expect((await key(path)).body.code).toBe('paper-returned');
    await hasScanned(world, 'fil-signed');
    const again = await file(world, { scans: ['fil-signed'] });
    expect(again.status).toBe(201);
    expect((await key(path)).body.code).toBe('paper-replaced');
    const next = { ...path, paperId: again.body.id };
    expect((await seen(next, administrator)).body.yours).toEqual(unsigned);
    await key(next);
    const denied = { ...keying(), signed: { report: false, deviations: true } };
    expect((await confirm(next, denied)).body.state).toBe('differs');
    expect((await seen(next)).body.differences).toEqual({ rows: [], signatures: ['report'] });
    // The first stands by it: the second looks once more.
    expect((await key(next)).body.state).toBe('keyed');
    expect((await confirm(next)).body.state).toBe('laid');
  });

  it('is taken back with a reason while it waits for the second, and is waited for no more', async () => {
    const path = await filed();
    await key(path);
    const withdraw = (reason: string, who: Person = administrator) =>
      world.call('withdrawPaper', who, { path, body: { reason } });
    expect((await withdraw('')).status).toBe(422);
    expect((await withdraw('Fel', officer)).status).toBe(403);
    expect((await withdraw('Månaden kommer som fil i stället')).body).toMatchObject({
      state: 'withdrawn',
      reason: 'Månaden kommer som fil i stället',
    });
    const rows = await world.monthJournal(month, 'P1');
    expect(rows.at(-1)).toBe('paper-withdrawn A59 D1');
    for (const code of ['D52', 'D53']) {
      const one = await world.table.get({ pk: 'MONTH#2026-10#P1', sk: `DEADLINE#${code}` });
      expect(one?.data, code).toHaveProperty('doneAt');
    }
    expect((await withdraw('Igen')).body.code).toBe('paper-withdrawn');
    expect((await confirm(path)).body.code).toBe('paper-withdrawn');
    await hasScanned(world, 'fil-again');
    const again = await file(world, { scans: ['fil-again'] });
    expect((await seen({ ...path, paperId: again.body.id }, administrator)).body.yours).toEqual(keying());
  });

  it('refuses a day, a time, minutes and words that do not exist, by page, row and field, of either person', async () => {
    const path = await filed();
    const odd = keying({
      second: [
        { line: 1, values: { date: '2026-10-32', start: '25:00', performed: 'x', status: 'KANSKE' } },
        ...read.second.slice(1),
      ],
    });
    const faults = ['date no-such-date', 'start no-such-time', 'performed not-minutes', 'status no-such-status'];
    const expected = faults.map((one) => `REPORTAA.2.1.${one}`);
    for (const isAll of [false, true]) {
      const answer = await key(path, odd, administrator, isAll);
      expect(answer.body.faults.map(({ at, code }: Record<string, unknown>) => `${at} ${code}`)).toEqual(expected);
    }
    await key(path);
    expect((await confirm(path, odd)).body.faults).toHaveLength(expected.length);
  });

  it('keeps what is keyed so far, and is all when every page is gone through', async () => {
    const path = await filed();
    const { pages } = keying();
    const half = { pages: pages.slice(0, 1), signed: {} };
    expect((await key(path, half, administrator, false)).body.state).toBe('keying');
    expect((await seen(path, administrator)).body.yours).toEqual(half);
    expect((await key(path, half)).body.faults).toEqual([
      expect.objectContaining({ at: 'body.signed.report', code: 'missing-field' }),
      expect.objectContaining({ at: 'body.signed.deviations', code: 'missing-field' }),
      expect.objectContaining({ at: 'REPORTAA.2', code: 'page-not-keyed' }),
      expect.objectContaining({ at: 'FORMSAAA.1', code: 'page-not-keyed' }),
    ]);
    const odd = {
      pages: [
        {
          letters: 'REPORTAA',
          page: 1,
          rows: [
            { line: 5, values: {} },
            { line: 1, values: { notice: '2026-10-01 08:00' } },
          ],
        },
        { letters: 'REPORTAA', page: 1, rows: [] },
        { letters: 'ANOTHERA', page: 1, rows: [] },
      ],
      signed: {},
    };
    expect((await key(path, odd, administrator, false)).body.faults.map(({ code }: { code: string }) => code)).toEqual([
      ...['row-not-on-page', 'unknown-field', 'page-twice', 'page-not-in-paper'],
    ]);
  });
});

describe('the tasks of a paper', () => {
  const todo = async () => {
    const { items } = await world.table.queryIndex('g1', { pk: 'TODO#administrator' });
    return (await world.table.getMany(items)).map(({ data }) => {
      const { code, subject } = data as { code: string; subject: { ref?: string } };
      return subject.ref ? `${code} ${subject.ref}` : code;
    });
  };

  it('lead first to who keys it, then to another, and back where they differ', async () => {
    const path = await filed();
    expect(await todo()).toEqual(['D52']);
    await key(path);
    expect(await todo()).toEqual(['D53']);
    await confirm(path, keying({ form: [{ line: 1, values: { caseNo: 'A-1' } }] }));
    expect(await todo()).toEqual(['D52 differs']);
    await key(path, keying({ form: [{ line: 1, values: { caseNo: 'A-1' } }] }));
    expect(await todo()).toEqual([]);
  });

  it('ask nobody to read what they have keyed themselves', async () => {
    const path = await filed();
    await key(path);
    const asked = async (who: Person) =>
      (await world.call('listTasks', who, {})).body.items
        .filter(({ state }: { state: string }) => state !== 'done')
        .map(({ code }: { code: string }) => code);
    expect(await asked(administrator)).not.toContain('D53');
    expect(await asked(second)).toContain('D53');
  });

  it('say at once that nobody can read it after the first, and ask the head to appoint somebody', async () => {
    const rest = await membershipStore(world.table).find('D2', 'administrator');
    const other = await membershipStore(world.table).find('O9', 'officer');
    const ended = (one: typeof rest) => {
      if (!one) throw new Error('there is no such membership');
      return membershipStore(world.table).save({ ...one.entity, to: '2026-11-01' }, one);
    };
    await world.put(ended(rest));
    const head = { userId: 'H1', role: 'head' } as const;
    const titles = async (who: Person) =>
      (await world.call('listTasks', who, {})).body.items
        .filter(({ code, state }: { code: string; state: string }) => code === 'D53' && state !== 'done')
        .map(({ title }: { title: string }) => title);
    const path = await filed();
    expect(await titles(head)).toEqual([]);
    await key(path);
    // An officer without cases in the month may: the administrator asks.
    expect(await titles(administrator)).toEqual(['Be en handläggare läsa månadens papper som andra person']);
    expect((await seen(path, administrator)).body.readers).toEqual({ names: ['Person O9'], more: 0 });
    await world.put(ended(other));
    await hasScanned(world, 'fil-again');
    const again = await file(world, { scans: ['fil-again'] });
    expect(await titles(head)).toEqual([expect.stringContaining('Ingen kan läsa månadens papper')]);
    const alone = await seen({ ...path, paperId: again.body.id }, administrator);
    expect(alone.body.readers).toEqual({ names: [], more: 0 });
  });

  it('ask the provider for nothing that lies in the house already, whatever the clock has said meanwhile (D10)', async () => {
    world = await aMonthEnd({ date: '2026-10-31', clock: '12:00' });
    await hasPrinted(world, 'report', reportPrint);
    await hasPrinted(world, 'deviations', formPrint);
    await world.passTo('2026-11-03', '09:00');
    await hasScanned(world, 'fil-scan');
    const d10 = async () => {
      const item = await world.table.get({ pk: 'MONTH#2026-10#P1', sk: 'DEADLINE#D10' });
      return item?.data as { state: string; doneAt?: string };
    };
    expect((await d10()).state).toBe('overdue');
    await filed();
    expect(await d10()).toMatchObject({ state: 'done', doneAt: '2026-11-02T11:00:00.000Z' });
    // Handed back it has not come in after all.
    const { papers } = (await world.call('listPapers', administrator, { path: ofP1 })).body;
    const unsigned = { ...keying(), signed: { report: false, deviations: true } };
    expect((await key({ ...ofP1, paperId: papers[0].id }, unsigned)).body.state).toBe('returned');
    expect(await d10()).not.toHaveProperty('doneAt');
    expect(await todo()).toEqual([]);
  });

  it('are waited for no more once the month is stated in another way', async () => {
    const path = await filed();
    await key(path);
    const moved = await statedDeadlines(ofP1, 1, world.clock.now(), world.table);
    expect(moved.map(({ next: { code, state } }) => `${code} ${state}`)).toContain('D53 lapsed');
  });

  it('leave a paper that came too late marked as late', async () => {
    world = await aMonthEnd({ date: '2026-10-31', clock: '12:00' });
    await hasPrinted(world, 'report', reportPrint);
    await hasPrinted(world, 'deviations', formPrint);
    await world.passTo('2026-11-03', '09:00');
    await hasScanned(world, 'fil-scan');
    await world.put(membershipStore(world.table).save(second, undefined));
    const path = { ...ofP1, paperId: (await file(world, { arrivedOn: '2026-11-03' })).body.id };
    await key(path);
    await confirm(path);
    const { body } = await world.call('getMonth', officer, { path: ofP1 });
    expect(body.month.submission).toMatchObject({ late: true, receivedAt: '2026-11-03T08:00:00.000Z' });
    expect(body.deadlines.find(({ code }: { code: string }) => code === 'D10')).toMatchObject({ state: 'overdue' });
  });
});
