import { describe, expect, it } from 'vitest';
import { type Intent, intentUntil, spend } from '../../../../functions/months/signing/intent.ts';
import type { Caller } from '../../../../shared/domain/roles.ts';
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
const caller: Caller = {
  userId: 'O1',
  role: 'officer',
  caseload: 'O1',
  signedInAt: '2026-11-06T08:00:10.000Z',
  signInLevel: 'high',
};
const act = { caller, at: '2026-11-06T08:01:00.000Z', kind: 'report', subject: intent.subject, sha256: 'abc' } as const;

it('is spent once, by the person it was made for', () => {
  const spent = accepted(spend(intent, act));
  expect(spent).toEqual({ ...intent, spentAt: act.at });
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
  const signedIn = (over: Partial<Caller>) => spend(intent, { ...act, caller: { ...caller, ...over } });
  it.each<[string, Partial<Caller>, boolean]>([
    ['after it', { signedInAt: '2026-11-06T08:00:30.000Z' }, true],
    ['in its second, as identity providers tell time', { signedInAt: '2026-11-06T08:00:00.000Z' }, true],
    ['the second before', { signedInAt: '2026-11-06T07:59:59.000Z' }, false],
    ['this morning', { signedInAt: '2026-11-06T06:00:00.000Z' }, false],
    ['for this intent', { signedInFor: 'avsikt-1' }, true],
    ['for another', { signedInFor: 'avsikt-2' }, false],
  ])('%s', (_when, over, ok) => {
    const outcome = signedIn(over);
    expect(outcome.ok).toBe(ok);
    if (!ok) expect(outcome).toMatchObject({ kind: 'forbidden', code: 'sign-in-not-fresh' });
  });
});

it('it lasts half an hour, to the instant', () => {
  expect(intentUntil(at('2026-11-06 08:00'))).toBe(at('2026-11-06 08:30'));
  expect(spend(intent, { ...act, at: intent.expiresAt }).ok).toBe(true);
  expect(spend(intent, { ...act, at: '2026-11-06T08:30:00.401Z' })).toMatchObject({ code: 'intent-expired' });
});

it('content that has changed is not signed', () => {
  expect(spend(intent, { ...act, sha256: 'abd' })).toMatchObject({ kind: 'conflict', code: 'content-changed' });
});
