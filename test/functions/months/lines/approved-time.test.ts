import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, decide, type LineDecision } from '../../../../functions/months/lines/approved-time.ts';
import { figuresOf, type Line } from '../../../../functions/months/lines/line.ts';
import { Remark } from '../../../../shared/domain/free-text.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aLine, at } from '../../../support/builders.ts';

const by = { userId: 'O1', caseload: 'O1', at: at('2026-11-03 09:00') };
const both = [{ with: 'customer' as const }, { with: 'provider' as const }];
const comment = 'Enligt samtal';
const faultCode = 'WRONG_SUM';

const lines = {
  MATCH: aLine(),
  MISMATCH: aLine({
    performed: 700,
    submitted: 700,
    proposal: { status: 'MISMATCH', charged: 600, unpaid: { OVER_GRANTED: 100 } },
  }),
  FAULTY: aLine({ proposal: { status: 'FAULTY', charged: 600, topUp: 120, faults: ['WRONG_SUM'] } }),
};
const contactFaults = ['customer-not-asked', 'provider-not-asked'];

describe('what must be said before a line is decided', () => {
  it.each<[keyof typeof lines, LineDecision['decision'], Partial<LineDecision>, string[]]>([
    ['MATCH', 'APPROVE', {}, []],
    ['MATCH', 'ADJUST', {}, ['comment-missing', 'minutes-missing']],
    ['MATCH', 'ADJUST', { comment, minutes: 300 }, []],
    ['MATCH', 'REJECT', {}, ['comment-missing']],
    ['MATCH', 'REJECT', { comment }, []],
    ['MATCH', 'ASK', {}, ['question-missing']],
    ['MATCH', 'ASK', { question: 'Varför?' }, []],
    ['MISMATCH', 'APPROVE', {}, contactFaults],
    ['MISMATCH', 'APPROVE', { contacts: both.slice(0, 1) }, ['provider-not-asked']],
    ['MISMATCH', 'APPROVE', { contacts: both.slice(1) }, ['customer-not-asked']],
    ['MISMATCH', 'APPROVE', { contacts: both }, []],
    ['MISMATCH', 'ADJUST', {}, [...contactFaults, 'comment-missing', 'minutes-missing']],
    ['MISMATCH', 'ADJUST', { contacts: both, comment, minutes: 0 }, []],
    ['MISMATCH', 'REJECT', { comment }, contactFaults],
    ['MISMATCH', 'REJECT', { contacts: both, comment }, []],
    ['MISMATCH', 'ASK', {}, ['question-missing']],
    ['MISMATCH', 'ASK', { question: 'Varför?' }, []],
    ['FAULTY', 'APPROVE', {}, [...contactFaults, 'fault-code-missing', 'comment-missing']],
    ['FAULTY', 'APPROVE', { contacts: both }, ['fault-code-missing', 'comment-missing']],
    ['FAULTY', 'APPROVE', { contacts: both, comment }, ['fault-code-missing']],
    ['FAULTY', 'APPROVE', { contacts: both, faultCode }, ['comment-missing']],
    ['FAULTY', 'APPROVE', { contacts: both, comment, faultCode }, []],
    ['FAULTY', 'ADJUST', { contacts: both, comment, faultCode }, ['minutes-missing']],
    ['FAULTY', 'REJECT', { contacts: both, comment, faultCode }, []],
    ['FAULTY', 'ASK', {}, ['question-missing']],
    ['MATCH', 'REOPEN', {}, []],
    ['FAULTY', 'REOPEN', {}, []],
  ])('%s, %s, saying %j: %j', (status, decision, said, faults) => {
    const outcome = decide(lines[status], { decision, ...said }, by);
    if (faults.length === 0) return expect(outcome.ok).toBe(true);
    expect(outcome).toMatchObject({ ok: false, kind: 'invalid', code: 'decision-incomplete' });
    expect(outcome.ok ? [] : outcome.faults?.map(({ code }) => code)).toEqual(faults);
  });

  const left = (unpaid: Record<string, number>, more: object = {}) =>
    aLine({ submitted: 60, proposal: { status: 'MISMATCH', charged: 0, unpaid, ...more } });
  const settled = ['OUT_OF_PERIOD', 'DUPLICATE', 'NOT_IN_FORCE', 'AFTER_DEATH'] as const;

  it.each<[string, Line, string[]]>([
    ['no row at all', aLine({ submitted: 0, proposal: { status: 'MISMATCH', charged: 0 } }), []],
    ['a wrong sum over nothing', aLine({ submitted: 0, proposal: { status: 'FAULTY', charged: 0 } }), []],
    ...settled.map((reason): [string, Line, string[]] => [reason, left({ [reason]: 60 }), ['provider-not-asked']]),
    ['two that the papers settle', left({ DUPLICATE: 30, AFTER_DEATH: 30 }), ['provider-not-asked']],
    ['one that they do not', left({ DUPLICATE: 30, HOSPITAL: 30 }), contactFaults],
    ['an unread form row', left({ DUPLICATE: 60 }, { warnings: ['FORM_ROW'] }), contactFaults],
    ['an unread form row alone', left({}, { warnings: ['FORM_ROW'] }), contactFaults],
    ['more than granted', left({ OVER_GRANTED: 60 }), contactFaults],
    ['a faulty basis', left({ AFTER_DEATH: 60 }, { status: 'FAULTY' }), contactFaults],
  ])('is asked only of those who can tell: %s (A68)', (_what, line, faults) => {
    const said = { decision: 'APPROVE', comment, faultCode } as const;
    const outcome = decide(line, said, by);
    expect(outcome.ok ? [] : outcome.faults?.map(({ code }) => code)).toEqual(faults);
  });

  it.each([
    { with: 'customer' as const },
    { with: 'relative' as const },
    { with: 'not-possible' as const, reason: 'Avliden, inget dödsbo känt' },
  ])('the customer’s side has answered by %j (A68)', (one) => {
    const outcome = decide(lines.MISMATCH, { decision: 'APPROVE', contacts: [one, { with: 'provider' }] }, by);
    expect(outcome).toMatchObject({ ok: true, value: { contacts: [one, { with: 'provider' }] } });
  });

  it('that nobody could be asked has a reason, and does not stand for the provider', () => {
    const contacts = [{ with: 'not-possible' as const }];
    expect(decide(lines.MISMATCH, { decision: 'APPROVE', contacts }, by)).toMatchObject({
      faults: [{ at: 'body.contacts.0.reason', code: 'reason-missing' }],
    });
    const told = [{ with: 'not-possible' as const, reason: 'Ingen svarar' }];
    expect(decide(lines.MISMATCH, { decision: 'APPROVE', contacts: told }, by)).toMatchObject({
      faults: [{ code: 'provider-not-asked' }],
    });
  });

  it('a decision is taken back, and what was noted stays', () => {
    const decided = decide(lines.MISMATCH, { decision: 'APPROVE', contacts: both }, by);
    if (!decided.ok) throw new Error(decided.code);
    const outcome = decide(decided.value, { decision: 'REOPEN' }, by);
    expect(outcome).toMatchObject({ ok: true, value: { contacts: both, version: decided.value.version + 1 } });
    expect(outcome.ok && outcome.value.decision).toBeUndefined();
  });

  it('a contact ahead of now is none', () => {
    const at = new Date(Date.parse(by.at) + 60_000).toISOString();
    const contacts = [{ with: 'customer' as const }, { with: 'provider' as const, at }];
    expect(decide(lines.MISMATCH, { decision: 'APPROVE', contacts }, by)).toMatchObject({
      ok: false,
      kind: 'invalid',
      faults: [{ at: 'body.contacts.1.at', code: 'time-ahead' }],
    });
    expect(
      decide(
        lines.MISMATCH,
        { decision: 'APPROVE', contacts: [{ ...contacts[1], with: 'provider', at: by.at }, { with: 'customer' }] },
        by,
      ).ok,
    ).toBe(true);
  });

  it('contacts noted before count as well', () => {
    const asked = aLine({ ...lines.MISMATCH, contacts: both.map((one) => ({ ...one, at: by.at, by: 'O1' })) });
    expect(decide(asked, { decision: 'APPROVE' }, by).ok).toBe(true);
  });
});

describe('what a decision comes to', () => {
  const full = { contacts: both, comment, faultCode };
  it.each<[keyof typeof lines, LineDecision, string, object]>([
    ['MATCH', { decision: 'APPROVE' }, 'APPROVED', { charged: 480, topUp: 0, unpaid: {} }],
    ['MATCH', { decision: 'ADJUST', minutes: 300, ...full }, 'ADJUSTED', { charged: 300, unpaid: { DECIDED: 180 } }],
    ['MATCH', { decision: 'ADJUST', minutes: 480, ...full }, 'APPROVED', { charged: 480, unpaid: {} }],
    ['MATCH', { decision: 'ADJUST', minutes: 600, ...full }, 'ADJUSTED', { charged: 600, topUp: 120, unpaid: {} }],
    ['MATCH', { decision: 'REJECT', ...full }, 'REJECTED', { charged: 0, unpaid: { DECIDED: 480 } }],
    ['MISMATCH', { decision: 'APPROVE', ...full }, 'APPROVED', { charged: 600, unpaid: { OVER_GRANTED: 100 } }],
    [
      'MISMATCH',
      { decision: 'ADJUST', minutes: 500, ...full },
      'ADJUSTED',
      { charged: 500, unpaid: { OVER_GRANTED: 100, DECIDED: 100 } },
    ],
    ['FAULTY', { decision: 'APPROVE', ...full }, 'CHARGED_AS_GRANTED', { charged: 600, topUp: 120 }],
    ['FAULTY', { decision: 'ADJUST', minutes: 600, ...full }, 'CHARGED_AS_GRANTED', { charged: 600, topUp: 120 }],
    ['FAULTY', { decision: 'ADJUST', minutes: 480, ...full }, 'ADJUSTED', { charged: 480, topUp: 0, unpaid: {} }],
    [
      'FAULTY',
      { decision: 'ADJUST', minutes: 400, ...full },
      'ADJUSTED',
      { charged: 400, topUp: 0, unpaid: { DECIDED: 80 } },
    ],
    ['FAULTY', { decision: 'REJECT', ...full }, 'REJECTED', { charged: 0, topUp: 0, unpaid: { DECIDED: 480 } }],
  ])('%s %j is %s', (status, said, kind, figures) => {
    const decided = accepted(decide(lines[status], said, by));
    expect(decided).toMatchObject({ version: 2, decision: { kind, by: 'O1', at: by.at } });
    expect(figuresOf(decided)).toMatchObject(figures);
  });

  it('a faulty basis is called charged as granted also when the pack proposes otherwise and the officer grants it', () => {
    const held = aLine({ proposal: { status: 'FAULTY', charged: 0, unpaid: { WRONG_BASIS: 480 } } });
    const said = { decision: 'ADJUST', minutes: 600, ...full } as const;
    expect(accepted(decide(held, said, by)).decision).toMatchObject({ kind: 'CHARGED_AS_GRANTED', faultCode, comment });
  });

  it('above granted is refused, by a minute', () => {
    const adjust = (minutes: number) => decide(lines.MATCH, { decision: 'ADJUST', minutes, comment }, by);
    expect(adjust(600).ok).toBe(true);
    expect(adjust(601)).toMatchObject({ ok: false, kind: 'invalid', code: 'above-granted' });
  });

  it('is the responsible officer’s alone', () => {
    expect(decide(aLine({ officerId: 'O2' }), { decision: 'APPROVE' }, by)).toMatchObject({
      kind: 'forbidden',
      code: 'not-your-line',
    });
  });

  it('may be changed, and the later stands', () => {
    const first = accepted(decide(lines.MATCH, { decision: 'REJECT', comment }, by));
    const second = accepted(decide(first, { decision: 'APPROVE' }, by));
    expect(second).toMatchObject({ version: 3, decision: { kind: 'APPROVED', charged: 480 } });
    expect(second.decision?.comment).toBeUndefined();
  });
});

describe('a question', () => {
  const asked = accepted(decide(lines.MISMATCH, { decision: 'ASK', question: 'Vad hände den 3:e?' }, by));
  it('leaves the line undecided, also one that was decided', () => {
    expect(asked).toMatchObject({ question: { text: 'Vad hände den 3:e?', by: 'O1' }, decision: undefined });
    const decided = accepted(decide(lines.MATCH, { decision: 'APPROVE' }, by));
    expect(accepted(decide(decided, { decision: 'ASK', question: 'Jo?' }, by)).decision).toBeUndefined();
  });
  it('answered is a contact with the provider (L-32)', () => {
    const answered = accepted(answer(asked, 'Dubbelt besök.', { userId: 'K1', at: by.at }));
    expect(answered.question?.answer).toMatchObject({ text: 'Dubbelt besök.', by: 'K1' });
    expect(decide(answered, { decision: 'APPROVE', contacts: both.slice(0, 1) }, by).ok).toBe(true);
  });
  it.each([
    ['that nobody asked', lines.MATCH],
    ['twice', accepted(answer(asked, 'Ja.', { userId: 'K1', at: by.at }))],
  ])('is not answered %s', (_what, line) => {
    expect(answer(line, 'Nej.', { userId: 'K1', at: by.at })).toMatchObject({ kind: 'conflict', code: 'no-question' });
  });
});

it('a remark says something, and never a person’s number', () => {
  for (const text of ['', '   ', 'x'.repeat(1001), 'Kund 121212-1212', '191212121212'])
    expect(Remark.safeParse(text).success, text).toBe(false);
  expect(Remark.parse('  Ja.  ')).toBe('Ja.');
});

/** Any line that the rules could propose: what was submitted is charged, unpaid for its reasons, or topped up. */
const anyLine = fc
  .record({
    submitted: fc.nat(5000),
    granted: fc.nat(5000),
    status: fc.constantFrom('MATCH' as const, 'MISMATCH' as const, 'FAULTY' as const),
    paid: fc.nat(1000),
    first: fc.nat(1000),
    toGranted: fc.boolean(),
  })
  .map(({ submitted, granted, status, paid, first, toGranted }): Line => {
    const payable = Math.min(Math.floor((submitted * paid) / 1000), granted);
    const charged = status === 'FAULTY' && toGranted ? granted : payable;
    const topUp = Math.max(0, charged - submitted);
    const unpaid = submitted + topUp - charged;
    const some = Math.floor((unpaid * first) / 1000);
    const reasons = Object.entries({ HOSPITAL: some, OVER_GRANTED: unpaid - some }).filter(
      ([, minutes]) => minutes > 0,
    );
    return aLine({ submitted, granted, proposal: { status, charged, topUp, unpaid: Object.fromEntries(reasons) } });
  });

it('whatever is decided, submitted + top-up = charged + Σ unpaid, and nothing is charged above granted', () => {
  const decision = fc.constantFrom('APPROVE' as const, 'ADJUST' as const, 'REJECT' as const);
  fc.assert(
    fc.property(anyLine, fc.array(fc.tuple(decision, fc.nat(6000)), { minLength: 1, maxLength: 3 }), (line, said) => {
      let now = line;
      for (const [kind, minutes] of said) {
        const next = decide(now, { decision: kind, minutes, contacts: both, comment, faultCode }, by);
        if (next.ok) now = next.value;
        const { charged, topUp, unpaid } = figuresOf(now);
        const sum = Object.values(unpaid).reduce((total, some) => total + some, 0);
        expect(now.submitted + topUp).toBe(charged + sum);
        expect(charged).toBeLessThanOrEqual(now.granted);
        expect(Math.min(charged, topUp, ...Object.values(unpaid))).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 2000, seed: 20_261_102 },
  );
});
