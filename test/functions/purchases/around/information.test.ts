import { describe, expect, it } from 'vitest';
import {
  askInformationOf,
  InformationAsked,
  passOn,
  sendInformation,
} from '../../../../functions/purchases/around/information.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aConsent, aRunning, who } from '../../../support/a-purchase.ts';

const on = '2026-09-14 09:00';
const [pam, hcm] = [who('ordering-manager', on), who('receiving-manager', on)];
const journal = aConsent({ kind: 'JOURNAL_ACCESS', recipients: ['pam'], channels: ['SYSM'], journalRef: 'SJ 12' });
const forward = aConsent({ id: 'samtycke-2', kind: 'FORWARD', recipients: ['anna'] });
const asked = accepted(askInformationOf(aRunning(), 'hur går morgnarna', pam));
const sent = accepted(sendInformation(aRunning(), asked, ['h-7'], [journal], hcm));

describe('information that is asked for (B-10)', () => {
  it('is answered to whom a consent names, and passed on to whom another does (B-24)', () => {
    expect(sent.answered).toMatchObject({ by: 'hcm', consentId: 'samtycke-1', documentIds: ['h-7'] });
    const on2 = accepted(passOn(aRunning(), sent, 'anna', [forward], pam));
    expect(on2.forwarded).toMatchObject([{ by: 'pam', to: 'anna', consentId: 'samtycke-2' }]);
    expect(InformationAsked.parse(on2)).toEqual(on2);
  });

  it.each([
    ['B-20: without consent', [], 'consent-missing'],
    ['B-20: by a consent to transfer', [aConsent({ recipients: ['pam'] })], 'consent-missing'],
    ['B-22: by one that names another', [{ ...journal, recipients: ['E2'] }], 'consent-missing'],
    ['B-23: by one that is for word of mouth', [aConsent({ ...journal, channels: ['ORAL'] })], 'consent-missing'],
  ])('%s nothing is sent', (_what, consents, code) => {
    expect(sendInformation(aRunning(), asked, ['h-7'], consents, hcm)).toMatchObject({ ok: false, code });
  });

  it.each([
    ['B-25: passed on to whom no consent names', passOn(aRunning(), sent, 'bo', [forward], pam), 'consent-missing'],
    ['passed on before it came', passOn(aRunning(), asked, 'anna', [forward], pam), 'nothing-to-pass-on'],
    ['passed on by the performer', passOn(aRunning(), sent, 'anna', [forward], hcm), 'not-your-side'],
    ['answered by the orderer', sendInformation(aRunning(), asked, [], [journal], pam), 'not-your-side'],
    ['answered twice', sendInformation(aRunning(), sent, [], [journal], hcm), 'already-closed'],
    ['asked for by the performer', askInformationOf(aRunning(), 'nej', hcm), 'not-your-side'],
  ])('nor %s', (_what, result, code) => {
    expect(result).toMatchObject({ ok: false, code });
  });
});
