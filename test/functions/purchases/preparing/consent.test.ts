import { describe, expect, it } from 'vitest';
import { Consent, checkedConsent, share, takeBackConsent } from '../../../../functions/purchases/preparing/consent.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aConsent } from '../../../support/a-purchase.ts';
import { at } from '../../../support/builders.ts';

const on = at('2026-09-02 09:00');
const transfer = { kind: 'TRANSFER', recipient: 'E2', channel: 'SYSM', at: on } as const;
const journal = aConsent({ kind: 'JOURNAL_ACCESS', recipients: ['pam'], channels: ['SYSM'], journalRef: 'SJ 12' });
const forward = aConsent({ kind: 'FORWARD', recipients: ['anna'], channels: ['SYSM'] });
const toManager = { kind: 'JOURNAL_ACCESS', recipient: 'pam', channel: 'SYSM', at: on } as const;

describe('what is shared, a consent covers', () => {
  it.each([
    ['a transfer to the receiver', aConsent(), transfer],
    ['B-07: by word too', aConsent(), { ...transfer, channel: 'ORAL' }],
    ['B-20: the journal to the manager', journal, toManager],
    ['B-25: passed on to whom it names', forward, { ...toManager, kind: 'FORWARD', recipient: 'anna' }],
  ] as const)('%s', (_what, consent, sharing) => {
    expect(accepted(share([consent], sharing))).toEqual({ consentId: consent.id, recipient: sharing.recipient });
  });

  it.each([
    ['B-06: without any consent', [], transfer],
    ['B-06: before it was given', [aConsent()], { ...transfer, at: at('2026-09-01 11:59') }],
    ['B-07: by a way that it does not name', [aConsent({ channels: ['ORAL'] })], transfer],
    ['B-20: the journal by a consent to transfer', [aConsent({ recipients: ['pam'] })], toManager],
    ['B-22: with another than it names', [journal], { ...toManager, recipient: 'nn' }],
    ['B-25: passed on by mail', [forward], { ...toManager, kind: 'FORWARD', recipient: 'anna', channel: 'EML' }],
    ['B-25: passed on to somebody else', [forward], { ...toManager, kind: 'FORWARD', recipient: 'bo' }],
  ] as const)('%s nothing is', (_what, consents, sharing) => {
    expect(share(consents, sharing)).toMatchObject({ ok: false, code: 'consent-missing' });
  });

  it('a withdrawal stops the sharing from then on', () => {
    const back = accepted(takeBackConsent(aConsent(), 'pam', on));
    expect(share([back], transfer).ok).toBe(false);
    expect(share([back], { ...transfer, at: at('2026-09-02 08:59') }).ok).toBe(true);
    expect(takeBackConsent(back, 'pam', on)).toMatchObject({ code: 'consent-withdrawn' });
  });
});

describe('a consent', () => {
  it('B-21: to read the journal is written down in it', () => {
    expect(checkedConsent(aConsent()).ok).toBe(true);
    expect(checkedConsent(journal).ok).toBe(true);
    const { journalRef: _, ...unwritten } = journal;
    expect(checkedConsent(unwritten)).toMatchObject({ code: 'journal-reference-missing' });
  });

  it.each([
    ['B-22: that names nobody', { recipients: [] }],
    ['B-22: that names nothing', { recipients: [' '] }],
    ['B-07: that names no way', { channels: [] }],
    ['B-23: by mail', { channels: ['EML'] }],
  ])('%s is none', (_what, over) => {
    expect(Consent.safeParse(aConsent()).success).toBe(true);
    expect(Consent.safeParse({ ...aConsent(), ...over }).success).toBe(false);
  });
});
