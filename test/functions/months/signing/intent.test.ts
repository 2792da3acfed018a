import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Intent, intentUntil, spend } from '../../../../functions/months/signing/intent.ts';
import type { Caller, FreshSignIn } from '../../../../shared/domain/roles.ts';
import { accepted } from '../../../support/a-pack.ts';
import { at } from '../../../support/builders.ts';

const intent: Intent = {
  id: 'avsikt-1',
  kind: 'report',
  subject: '2026-10/P1/O1',
  userId: 'O1',
  role: 'officer',
  sha256: 'abc',
  given: {},
  createdAt: '2026-11-06T08:00:00.400Z',
  expiresAt: intentUntil('2026-11-06T08:00:00.400Z'),
};
const signIn: FreshSignIn = { madeFor: 'avsikt-1', at: '2026-11-06T08:00:10.000Z', level: 'high' };
const caller: Caller = { userId: 'O1', role: 'officer', caseload: 'O1', signIn };
const act = { caller, at: '2026-11-06T08:01:00.000Z', kind: 'report', subject: intent.subject, sha256: 'abc' } as const;

it('is spent once, by the person it was made for', () => {
  const { intent: spent, signIn: by } = accepted(spend(intent, act));
  expect([spent, by]).toEqual([{ ...intent, spentAt: act.at }, signIn]);
  expect(spend(spent, act)).toMatchObject({ kind: 'conflict', code: 'intent-spent' });
});

describe('what is somebody else’s is not there', () => {
  it.each<[string, object]>([
    ['another person', { caller: { ...caller, userId: 'O2' } }],
    ['another role of the same person', { caller: { ...caller, role: 'head' } }],
    ['another kind of thing to sign', { kind: 'statement' }],
    ['another month or provider', { subject: '2026-10/P2/O1' }],
  ])('%s', (_what, over) => {
    expect(spend(intent, { ...act, ...over })).toMatchObject({ kind: 'missing', code: 'intent-not-found' });
  });
});

describe('the sign-in must be made for it', () => {
  const refused = { kind: 'forbidden', code: 'sign-in-not-fresh' };
  it.each<[string, Partial<FreshSignIn>, boolean]>([
    ['after it', { at: '2026-11-06T08:00:30.000Z' }, true],
    ['in its second, as identity providers tell time', { at: '2026-11-06T08:00:00.000Z' }, true],
    ['the second before', { at: '2026-11-06T07:59:59.000Z' }, false],
    ['this morning', { at: '2026-11-06T06:00:00.000Z' }, false],
    ['a clock a minute before ours', { at: '2026-11-06T08:02:00.000Z' }, true],
    ['and no more', { at: '2026-11-06T08:02:01.000Z' }, false],
    ['for another', { madeFor: 'avsikt-2' }, false],
    ['for one whose name begins as its does', { madeFor: 'avsikt-10' }, false],
    ['for nothing', { madeFor: '' }, false],
  ])('%s', (_when, over, ok) => {
    const outcome = spend(intent, { ...act, caller: { ...caller, signIn: { ...signIn, ...over } } });
    expect(outcome.ok).toBe(ok);
    if (!ok) expect(outcome).toMatchObject(refused);
  });

  it('and be shown', () => {
    expect(spend(intent, { ...act, caller: { ...caller, signIn: undefined } })).toMatchObject(refused);
  });

  it('at most five minutes ago, to the instant', () => {
    expect(spend(intent, { ...act, at: '2026-11-06T08:05:10.000Z' }).ok).toBe(true);
    expect(spend(intent, { ...act, at: '2026-11-06T08:05:10.001Z' })).toMatchObject(refused);
  });

  it('so that no sign-in ever spends two', () => {
    const instant = fc
      .integer({ min: -600, max: 600 })
      .map((s) => new Date(Date.parse(act.at) + s * 1000).toISOString());
    const id = fc.constantFrom('', 'avsikt-1', 'avsikt-2', 'avsikt-10');
    const some = fc.array(fc.record({ id, createdAt: instant }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(some, fc.option(fc.record({ madeFor: id, at: instant, level: id })), instant, (intents, made, at) => {
        const by = { ...act, at, caller: { ...caller, signIn: made ?? undefined } };
        const spent = intents.filter((over) => spend({ ...intent, ...over }, by).ok).map((one) => one.id);
        expect(new Set(spent).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('it lasts half an hour, to the instant', () => {
  expect(intentUntil(at('2026-11-06 08:00'))).toBe(at('2026-11-06 08:30'));
  const late = { ...caller, signIn: { ...signIn, at: '2026-11-06T08:29:50.000Z' } };
  expect(spend(intent, { ...act, caller: late, at: intent.expiresAt }).ok).toBe(true);
  expect(spend(intent, { ...act, caller: late, at: '2026-11-06T08:30:00.401Z' })).toMatchObject({
    code: 'intent-expired',
  });
});

it('content that has changed is not signed', () => {
  expect(spend(intent, { ...act, sha256: 'abd' })).toMatchObject({ kind: 'conflict', code: 'content-changed' });
});
