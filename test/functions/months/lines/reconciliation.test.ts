import { beforeEach, describe, expect, it } from 'vitest';
import {
  aHandedInMonth,
  asked,
  decideLine,
  faultyReport,
  lineAt,
  month,
  ofP1,
  reporting,
  visits,
} from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import {
  colleague,
  coordinator,
  head,
  manager,
  neighbour,
  officer,
  type Person,
  signInFor,
  type World,
} from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

let world: World;
beforeEach(async () => {
  world = await aHandedInMonth();
});

const getMonth = async (who: Person = officer, query = {}) =>
  (await world.call('getMonth', who, { path: ofP1, query })).body;
const partOf = async (officerId: string) =>
  (await getMonth(head)).parts.find((part: { officerId: string }) => part.officerId === officerId);
const letters = async () => {
  await world.tick();
  return (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);
};
const signReport = (who: Person = officer, body: object = {}) => world.sign(who, reporting, { path: ofP1, body });
const decideAll = async () => {
  await decideLine(world, 'A-1', { decision: 'APPROVE' });
  await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked });
};

describe('an officer decides a line', () => {
  it('that matches, as it is', async () => {
    world.sleepTo('2026-11-03', '10:00');
    const answer = await decideLine(world, 'A-1', { decision: 'APPROVE' });
    expect(answer).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: {
        charged: 480,
        topUp: 0,
        unpaid: {},
        decision: { kind: 'APPROVED', by: 'O1', at: at('2026-11-03 10:00') },
      },
    });
    expect(await partOf('O1')).toMatchObject({ lines: 2, undecided: 1 });
    expect(await world.journal('A-1')).toEqual(['line-approved L-31 O1']);
  });

  it('that does not match, once customer and provider have been asked', async () => {
    const alone = await decideLine(world, 'A-2', { decision: 'APPROVE' });
    expect(alone).toMatchObject({
      status: 422,
      body: { code: 'decision-incomplete', faults: [{ code: 'customer-not-asked' }, { code: 'provider-not-asked' }] },
    });
    const contacts = [{ with: 'customer', at: '2026-11-02T08:30:00+01:00', note: 'Bekräftar' }, { with: 'provider' }];
    expect((await decideLine(world, 'A-2', { decision: 'APPROVE', contacts })).body).toMatchObject({
      charged: 100,
      unpaid: { OVER_GRANTED: 50 },
      contacts: [
        { with: 'customer', at: at('2026-11-02 08:30'), by: 'O1', note: 'Bekräftar' },
        { with: 'provider', at: at('2026-11-02 09:00'), by: 'O1' },
      ],
    });
  });

  it('that is faulty, with a code and a comment: charged as granted (L-44)', async () => {
    world = await aHandedInMonth(faultyReport());
    world.sleepTo('2026-11-06', '09:00');
    const said = { decision: 'APPROVE', contacts: asked, comment: 'Fel summa', faultCode: 'WRONG_SUM' };
    expect((await decideLine(world, 'A-1', said)).body).toMatchObject({
      charged: 600,
      topUp: 120,
      decision: { kind: 'CHARGED_AS_GRANTED', faultCode: 'WRONG_SUM', comment: 'Fel summa' },
    });
    expect(await world.journal('A-1')).toEqual(['line-approved L-44 O1']);
  });

  it.each<[string, object, string, string]>([
    ['above what is granted', { decision: 'ADJUST', minutes: 601, comment: 'x' }, 'above-granted', 'above-granted'],
    ['with a person’s number', { decision: 'REJECT', comment: '191212121212' }, 'bad-request', 'person-id-in-text'],
    ['with half a minute', { decision: 'ADJUST', minutes: 0.5, comment: 'x' }, 'bad-request', 'bad-value'],
    ['with a code that is none', { decision: 'APPROVE', faultCode: 'anna' }, 'bad-request', 'bad-value'],
    ['in another way', { decision: 'MAYBE' }, 'bad-request', 'bad-value'],
  ])('but not %s', async (_what, said, code, fault) => {
    const answer = await decideLine(world, 'A-1', said);
    expect(answer).toMatchObject({ status: 422, body: { code, faults: [{ code: fault }] } });
    expect(await world.journal('A-1')).toEqual([]);
  });

  it('of a colleague’s case no more than of one that is not there', async () => {
    const theirs = await decideLine(world, 'A-3', { decision: 'APPROVE' });
    expect(theirs).toEqual(await decideLine(world, 'A-404', { decision: 'APPROVE' }));
    expect(theirs).toMatchObject({ status: 404, body: { code: 'line-not-found' } });
  });

  it('on the version that was seen: a line that has changed is seen again first', async () => {
    const ifMatch = { 'if-match': '"1"' };
    expect((await decideLine(world, 'A-1', { decision: 'APPROVE' }, officer, ifMatch)).status).toBe(200);
    const stale = await decideLine(world, 'A-1', { decision: 'REJECT', comment: 'x' }, officer, ifMatch);
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-version' } });
    expect((await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked }, officer, ifMatch)).status).toBe(
      200,
    );
  });

  it('at the same time as a colleague decides another: both stand', async () => {
    const answers = await Promise.all([
      decideLine(world, 'A-1', { decision: 'APPROVE' }),
      decideLine(world, 'A-2', { decision: 'APPROVE', contacts: asked }),
      decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([await partOf('O1'), await partOf('O2')]).toMatchObject([{ undecided: 0 }, { undecided: 0 }]);
  });

  it('the same request again is one decision', async () => {
    const key = { 'idempotency-key': 'k' };
    const first = await decideLine(world, 'A-1', { decision: 'APPROVE' }, officer, key);
    expect((await decideLine(world, 'A-1', { decision: 'APPROVE' }, officer, key)).text).toBe(first.text);
    expect(await world.journal('A-1')).toHaveLength(1);
  });

  it('not of a month that has not been handed in', async () => {
    const answer = await world.call('decideLine', officer, {
      path: { ...lineAt('A-1'), month: '2026-09' },
      body: { decision: 'APPROVE' },
    });
    expect(answer).toMatchObject({ status: 404, body: { code: 'month-not-found' } });
  });
});

describe('matching lines are ticked off together', () => {
  const approve = (caseNos: readonly string[], who: Person = officer, more: object = {}) =>
    world.call('approveLines', who, { path: ofP1, body: { caseNos, ...more } });

  it('under one batch', async () => {
    const answer = await approve(['A-1'], officer, { batchId: 'omgang-7' });
    expect(answer).toMatchObject({ status: 200, body: { batchId: 'omgang-7', approved: ['A-1'], undecided: 1 } });
    expect((await getMonth()).lines[0].decision).toMatchObject({ kind: 'APPROVED', charged: 480, batchId: 'omgang-7' });
    expect(await world.journal('A-1')).toEqual(['line-approved L-31 O1']);
  });

  it('all or none: each that cannot be is named', async () => {
    const answer = await approve(['A-1', 'A-2', 'A-3', 'A-404']);
    expect(answer).toMatchObject({ status: 422, body: { code: 'lines-not-approved' } });
    expect(answer.body.faults.map(({ at: where, code }: { at: string; code: string }) => `${where} ${code}`)).toEqual([
      'body.caseNos.A-2 line-does-not-match',
      'body.caseNos.A-3 line-not-found',
      'body.caseNos.A-404 line-not-found',
    ]);
    expect(await partOf('O1')).toMatchObject({ undecided: 2 });
  });

  it('not one that nothing was reported of, though nobody need be asked (A68)', async () => {
    world = await aHandedInMonth(aReport({ 'A-2': visits['A-2'] ?? [], 'A-3': visits['A-3'] ?? [] }));
    expect((await approve(['A-1'])).body).toMatchObject({ faults: [{ code: 'line-does-not-match' }] });
    expect(await decideLine(world, 'A-1', { decision: 'APPROVE' })).toMatchObject({
      status: 200,
      body: { charged: 0, contacts: [] },
    });
  });

  it('a case that is named twice is ticked off once', async () => {
    expect((await approve(['A-1', 'A-1'])).body).toMatchObject({ approved: ['A-1'], undecided: 1 });
  });

  it('some at a time: none, or more than fifty, are a mistake', async () => {
    const many = Array.from({ length: 51 }, (_, n) => `A-${n}`);
    for (const caseNos of [[], many])
      expect(await approve(caseNos)).toMatchObject({ status: 422, body: { code: 'bad-request' } });
  });

  it('fifty at a time, over several pieces', async () => {
    const { aMonthEnd, handIn } = await import('../../../support/a-handed-in-month.ts');
    const large = await aMonthEnd();
    const caseNos = Array.from({ length: 120 }, (_, n) => `C-${String(n).padStart(3, '0')}`);
    await large.register(...caseNos.map((caseNo) => ({ caseNo })));
    await handIn(large, aReport(Object.fromEntries(caseNos.map((caseNo) => [caseNo, [[1, 30]] as const]))));
    const everyThird = [...caseNos.filter((_, n) => n % 3 === 0), ...caseNos.filter((_, n) => n % 3 === 1)].slice(
      0,
      50,
    );
    const answer = await large.call('approveLines', officer, { path: ofP1, body: { caseNos: everyThird } });
    // which reported nothing, are left as well.
    expect(answer).toMatchObject({ status: 200, body: { undecided: 72 } });
    expect(answer.body.approved).toHaveLength(50);
  });
});

describe('a question about a line', () => {
  const question = 'Vad hände den 1:a?';
  const ask = () => decideLine(world, 'A-2', { decision: 'ASK', question });
  const answerIt = (who: Person = coordinator, text = 'Dubbla besök', headers = {}) =>
    world.call('answerQuestion', who, { path: lineAt('A-2'), body: { text }, headers });

  it('goes to the provider, whose answer is a contact with it (L-32)', async () => {
    expect((await ask()).body).toMatchObject({ question: { text: question, by: 'O1' } });
    expect(await partOf('O1')).toMatchObject({ asked: 1, undecided: 2 });
    expect((await letters()).at(-1)).toBe('p1@utforare.example Kommunen har en fråga om ett ärende');
    const [letter] = (await world.letters()).slice(-1);
    expect(letter?.text).toContain('Ärende A-2.');
    expect(letter?.text).not.toContain(question);

    const answered = await answerIt();
    expect(answered).toMatchObject({
      status: 200,
      headers: { etag: '"3"' },
      body: { question: { answer: { text: 'Dubbla besök', by: 'K1' } }, contacts: [] },
    });
    expect(await partOf('O1')).toMatchObject({ asked: 0, answered: 1, undecided: 2 });
    const decided = await decideLine(world, 'A-2', { decision: 'APPROVE', contacts: [{ with: 'customer' }] });
    expect(decided.status).toBe(200);
    expect(await partOf('O1')).not.toHaveProperty('answered');
    expect(await world.journal('A-2')).toEqual([
      'line-asked L-32 O1',
      'question-answered L-32 K1',
      'line-approved L-31 O1',
    ]);
  });

  it('is answered once, by the provider whose month it is', async () => {
    expect(await answerIt()).toMatchObject({ status: 409, body: { code: 'no-question' } });
    await ask();
    expect(await answerIt(neighbour)).toMatchObject({ status: 404, body: { code: 'month-not-found' } });
    expect((await answerIt(officer)).status).toBe(403);
    expect(await answerIt(manager, '191212121212')).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'person-id-in-text' }] },
    });
    expect(await answerIt(manager, 'Ja', { 'if-match': '"1"' })).toMatchObject({
      status: 409,
      body: { code: 'stale-version' },
    });
    expect((await answerIt(manager, 'Ja', { 'if-match': '"2"' })).status).toBe(200);
    expect(await answerIt()).toMatchObject({ status: 409, body: { code: 'no-question' } });
  });

  it('says what is asked', async () => {
    expect(await decideLine(world, 'A-2', { decision: 'ASK' })).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'question-missing' }] },
    });
  });
});

describe('an officer signs the report', () => {
  it('when every line is decided: to the head, sealed, and D12 is met', async () => {
    await decideAll();
    world.sleepTo('2026-11-06', '09:00');
    const answer = await signReport(officer, { comment: 'Klart' });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        record: { kind: 'report', seq: 2, signedBy: 'O1', role: 'officer', signedAt: at('2026-11-06 09:00') },
        totals: { cases: 2, granted: 700, submitted: 630, charged: 580, topUp: 0, unpaid: 50, notApproved: 0 },
      },
    });
    expect(await letters()).toContain('h1@kommun.example En månadsrapport är undertecknad');
    expect(await partOf('O1')).toMatchObject({ report: { recordId: answer.body.record.recordId, by: 'O1' } });
    expect(await world.monthJournal(month, 'P1')).toContain('report-signed L-34 O1');
    const record = await world.call('getRecord', head, { path: { ...ofP1, recordId: answer.body.record.recordId } });
    expect(record.body.payload.content).toMatchObject({
      comment: 'Klart',
      officerId: 'O1',
      submission: { version: 1, fileStatus: 'COMPLETE' },
      lines: [
        { caseNo: 'A-1', granted: 600, performed: 480, charged: 480, decision: 'APPROVED', decidedBy: 'O1' },
        {
          caseNo: 'A-2',
          proposed: 100,
          charged: 100,
          unpaid: { OVER_GRANTED: 50 },
          contacts: [{ with: 'customer' }, { with: 'provider' }],
        },
      ],
    });
  });

  it('but not while a line is undecided: each is named', async () => {
    await decideLine(world, 'A-1', { decision: 'APPROVE' });
    const answer = await world.call('intendReport', officer, { path: ofP1, body: {} });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'lines-undecided', faults: [{ at: 'lines.A-2', code: 'line-undecided' }] },
    });
  });

  it('nor when a line was asked about after it was shown', async () => {
    await decideAll();
    const { body } = await world.call('intendReport', officer, { path: ofP1, body: {} });
    await decideLine(world, 'A-1', { decision: 'ASK', question: 'Jo?' });
    const { intentId } = body;
    const sign = () => world.call('signReport', officer, { path: ofP1, body: { intentId }, ...signInFor(intentId) });
    expect(await sign()).toMatchObject({ status: 409, body: { code: 'lines-undecided' } });
    await decideLine(world, 'A-1', { decision: 'REJECT', comment: 'Inte utfört' });
    expect(await sign()).toMatchObject({ status: 409, body: { code: 'content-changed' } });
  });

  it('nor with an old sign-in, nor for a colleague', async () => {
    await decideAll();
    const { body } = await world.call('intendReport', officer, { path: ofP1, body: {} });
    const { intentId } = body;
    const sign = (who: Person, claims = {}) =>
      world.call('signReport', who, {
        path: ofP1,
        body: { intentId },
        claims: { ...signInFor(intentId).claims, ...claims },
      });
    const early = { auth_time: Date.parse(at('2026-11-02 08:00')) / 1000 };
    expect(await sign(officer, early)).toMatchObject({ status: 403, body: { code: 'sign-in-not-fresh' } });
    expect(await sign(colleague)).toMatchObject({ status: 404, body: { code: 'intent-not-found' } });
    expect((await sign(officer)).status).toBe(201);
    expect(await sign(officer)).toMatchObject({ status: 409 });
  });

  it('and after that nothing in it changes', async () => {
    await decideAll();
    await signReport();
    const signed = { status: 409, body: { code: 'report-signed' } };
    expect(await decideLine(world, 'A-1', { decision: 'REJECT', comment: 'x' })).toMatchObject(signed);
    expect(await world.call('approveLines', officer, { path: ofP1, body: { caseNos: ['A-1'] } })).toMatchObject(signed);
    expect(await signReport()).toMatchObject(signed);
    expect((await decideLine(world, 'A-3', { decision: 'APPROVE' }, colleague)).status).toBe(200);
  });

  it('not an answer to a question either', async () => {
    await decideLine(world, 'A-2', { decision: 'ASK', question: 'Jo?' });
    await decideAll();
    await signReport();
    const late = await world.call('answerQuestion', coordinator, { path: lineAt('A-2'), body: { text: 'Ja' } });
    expect(late).toMatchObject({ status: 409, body: { code: 'report-signed' } });
  });

  it('while a decision is made at the same time: either the decision is in the report, or nothing is signed', async () => {
    await decideAll();
    const { body } = await world.call('intendReport', officer, { path: ofP1, body: {} });
    const [signed, decided] = await Promise.all([
      world.call('signReport', officer, {
        path: ofP1,
        body: { intentId: body.intentId },
        ...signInFor(body.intentId),
      }),
      decideLine(world, 'A-1', { decision: 'REJECT', comment: 'Inte utfört' }),
    ]);
    expect([signed.status, decided.status].filter((status) => status < 300)).toHaveLength(1);
  });

  it('not of a month where the officer has no case', async () => {
    expect(await signReport({ userId: 'H1', role: 'head' })).toMatchObject({ status: 403 });
    const { membershipStore } = await import('../../../../shared/stores/membership-store.ts');
    const third: Person = { userId: 'O3', role: 'officer' };
    await world.put(membershipStore(world.table).save(third, undefined));
    expect(await signReport(third)).toMatchObject({ status: 404, body: { code: 'month-not-found' } });
  });
});
