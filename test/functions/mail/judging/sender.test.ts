import { describe, expect, it } from 'vitest';
import {
  isKnown,
  isProvenHeader,
  judgeSender,
  type Proof,
  type Register,
} from '../../../../functions/mail/judging/sender.ts';

const now = '2026-11-02T09:00:00.000Z';
const date = 'Mon, 2 Nov 2026 08:59:00 +0000';
const register: Register = {
  exact: new Map([
    ['kontor@enskild.example', new Set(['P3'])],
    ['lilla@gmail.com', new Set(['P4'])],
    ['a@firma.onmicrosoft.com', new Set(['P9'])],
    ['natt@kommun.example', new Set(['P5'])],
    ['p1@utforare.example', new Set(['P1'])],
    ['p2@utforare.example', new Set(['P2'])],
    ['grupp@koncern.example', new Set(['P6', 'P7'])],
  ]),
  domains: new Map([
    ['bevisad.example', 'P8'],
    ['kommun.example', 'P8'],
  ]),
  ours: new Set(['kommun.example']),
};
const whole = {
  result: 'pass',
  domain: 'enskild.example',
  isAligned: true,
  isPartial: false,
  signed: ['from', 'to', 'subject', 'date'],
};
const proof = (from: string, more: Partial<Proof> = {}): Proof => ({
  ...{ from: [from], fromFields: 1, isPlain: true, hasUnread: false, dmarc: 'none', date },
  signatures: [{ ...whole, domain: from.slice(from.lastIndexOf('@') + 1) }],
  has: ['from', 'subject', 'date'],
  ...more,
});
const verdict = (
  given: Proof,
  hint?: { providerId: string; to: string },
  clocks: readonly string[] = [now],
): string => {
  const judged = judgeSender(given, register, hint, clocks);
  return judged.ok ? judged.value.providerId : judged.stopped;
};
const own = 'kontor@enskild.example';
const hint = (providerId: string, to: string) => ({ providerId, to });

describe('whose signature counts', () => {
  it.each<[string, Partial<Proof>, string]>([
    ['the author’s own, whole', {}, 'P3'],
    ['DMARC alone', { signatures: [], dmarc: 'pass' }, 'P3'],
    ['none', { signatures: [] }, 'not-signed'],
    ['a stranger’s', { signatures: [{ ...whole, isAligned: false }] }, 'not-signed'],
    ['one that fails, beside DMARC', { signatures: [{ ...whole, result: 'fail' }], dmarc: 'pass' }, 'signature-bad'],
    ['one that nobody could read, beside DMARC', { signatures: [], hasUnread: true, dmarc: 'pass' }, 'signature-bad'],
    ['one that fails, beside one that passes', { signatures: [{ ...whole, result: 'fail' }, whole] }, 'P3'],
    ['one of a part of the body', { signatures: [{ ...whole, isPartial: true }] }, 'partly-signed'],
    ['a part of the body, beside a whole', { signatures: [{ ...whole, isPartial: true }, whole] }, 'P3'],
    ['one without the subject', { signatures: [{ ...whole, signed: ['from', 'date', 'to'] }] }, 'partly-signed'],
    ['one that DNS was silent about', { signatures: [{ ...whole, result: 'temperror' }] }, 'signature-bad'],
    ['two From', { fromFields: 2 }, 'two-senders'],
    ['two authors', { from: [own, own] }, 'two-senders'],
    ['a head that two readers read as two', { isPlain: false }, 'doubtful-headers'],
  ])('%s', (_, more, is) => {
    expect(verdict(proof(own, more))).toBe(is);
  });
});

describe('a domain beneath which anybody may have one', () => {
  const from = 'a@firma.onmicrosoft.com';
  const by = (domain: string, more: Partial<Proof> = {}) =>
    verdict(proof(from, { signatures: [{ ...whole, domain }], ...more }), hint('P9', from));
  it('signs for itself, and for no neighbour, whatever its DMARC says', () => {
    expect(by('firma.onmicrosoft.com')).toBe('P9');
    for (const domain of ['evil.onmicrosoft.com', 'onmicrosoft.com', 'a.firma.onmicrosoft.com']) {
      expect(by(domain)).toBe('not-signed');
      expect(by(domain, { dmarc: 'pass' })).toBe('not-signed');
    }
    expect(by('', { signatures: [], dmarc: 'pass' })).toBe('not-signed');
  });
  it('does not concern a domain of one’s own', () => {
    const sub = [{ ...whole, domain: 'post.enskild.example' }];
    expect(verdict(proof(own, { signatures: sub }))).toBe('P3');
  });
});

describe('what is the author’s own of the head', () => {
  const signed = (names: readonly string[], more: Partial<Proof> = {}) =>
    proof(own, { signatures: [{ ...whole, signed: ['from', 'subject', 'date', ...names] }], ...more });
  it('is what a signature of theirs covers, that passes whole', () => {
    expect(verdict(signed([]))).toBe('P3');
    expect(isProvenHeader(signed(['to']), 'to')).toBe(true);
    expect(isProvenHeader(signed([]), 'to')).toBe(false);
    expect(isProvenHeader(signed([], { dmarc: 'pass' }), 'to')).toBe(false);
    const other = { ...whole, isAligned: false };
    expect(isProvenHeader(proof(own, { signatures: [other] }), 'to')).toBe(false);
    expect(isProvenHeader(proof(own, { signatures: [{ ...whole, isPartial: true }] }), 'to')).toBe(false);
  });
  it('is all of it where their own server has brought it', () => {
    expect(isProvenHeader(proof(own, { signatures: [], dmarc: 'pass' }), 'to')).toBe(true);
  });
});

describe('how old a mail may be', () => {
  const signedAt = (at: string) => ({ signatures: [{ ...whole, signedAt: at }] });
  it.each<[string, Partial<Proof>, string]>([
    ['six days', { date: 'Tue, 27 Oct 2026 10:00:00 +0100' }, 'P3'],
    ['eight days', { date: 'Sun, 25 Oct 2026 10:00:00 +0100' }, 'old'],
    ['two days ahead', { date: 'Wed, 4 Nov 2026 10:00:00 +0100' }, 'old'],
    ['no date', { date: undefined }, 'old'],
    ['a date that is none', { date: 'igår' }, 'old'],
    ['signed eight days ago', signedAt('2026-10-25T09:00:00.000Z'), 'old'],
    ['signed in two hours', signedAt('2026-11-02T11:00:00.000Z'), 'old'],
    ['signed by a clock that is a little ahead', signedAt('2026-11-02T09:20:00.000Z'), 'P3'],
    ['run out', { signatures: [{ ...whole, expiresAt: '2026-11-02T08:00:00.000Z' }] }, 'old'],
    [
      'one run out beside one in force',
      { signatures: [{ ...whole, expiresAt: '2026-11-02T08:00:00.000Z' }, whole] },
      'P3',
    ],
  ])('%s', (_, more, is) => {
    expect(verdict(proof(own, more))).toBe(is);
  });

  it('is right by either clock of a machine whose own was moved, and not by a mixture of them', () => {
    expect(verdict(proof(own), undefined, ['2027-03-01T09:00:00.000Z', now])).toBe('P3');
    expect(verdict(proof(own), undefined, ['2027-03-01T09:00:00.000Z'])).toBe('old');
    const mixed = proof(own, signedAt('2027-03-01T09:00:00.000Z'));
    expect(verdict(mixed, undefined, ['2027-03-01T09:00:00.000Z', now])).toBe('old');
  });
});

describe('for whom an address stands', () => {
  it.each<[string, { providerId: string; to: string } | undefined, string]>([
    ['KONTOR@Enskild.example', undefined, 'P3'],
    ['anna@bevisad.example', undefined, 'P8'],
    // At the municipality's own domain an address stands for itself, whatever was proven, and token or not.
    ['natt@kommun.example', undefined, 'P5'],
    ['o1@kommun.example', undefined, 'unknown-sender'],
    ['o1@kommun.example', hint('P5', 'natt@kommun.example'), 'unknown-sender'],
    ['o1@kommun.example', hint('P8', 'natt@kommun.example'), 'unknown-sender'],
    ['anna@enskild.example', undefined, 'unknown-sender'],
    ['anna@enskild.example', hint('P3', own), 'P3'],
    ['anna@enskild.example', hint('P4', 'lilla@gmail.com'), 'unknown-sender'],
    [own, hint('P4', 'lilla@gmail.com'), 'token-of-another'],
    ['lilla@gmail.com', undefined, 'shared-domain-without-token'],
    ['lilla@gmail.com', hint('P4', 'lilla@gmail.com'), 'P4'],
    ['lilla@gmail.com', hint('P4', 'Lilla@Gmail.com'), 'P4'],
    ['lilla@gmail.com', hint('P3', own), 'shared-domain-without-token'],
    ['annan@gmail.com', hint('P4', 'lilla@gmail.com'), 'unknown-sender'],
    ['p1@utforare.example', undefined, 'shared-domain-without-token'],
    ['p1@utforare.example', hint('P1', 'p1@utforare.example'), 'P1'],
    ['p2@utforare.example', hint('P1', 'p1@utforare.example'), 'shared-domain-without-token'],
    ['chef@utforare.example', hint('P1', 'p1@utforare.example'), 'unknown-sender'],
    ['grupp@koncern.example', hint('P7', 'grupp@koncern.example'), 'P7'],
    ['grupp@koncern.example', undefined, 'unknown-sender'],
    ['"x"@enskild.example', undefined, 'unknown-sender'],
  ])('%s, %j', (from, told, is) => {
    expect(verdict(proof(from), told)).toBe(is);
  });

  it('is asked before anything is asked of DNS', () => {
    expect(isKnown('anna@bevisad.example', register, undefined)).toBe(true);
    expect(isKnown('anna@enskild.example', register, undefined)).toBe(false);
    expect(isKnown('anna@enskild.example', register, hint('P3', own))).toBe(true);
    expect(isKnown('x@annan.example', register, hint('P3', own))).toBe(false);
  });
});
