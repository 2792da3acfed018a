import { expect, it } from 'vitest';
import { fateOf } from '../../../../../infra/local/server/pages/mail-words.ts';

const asked = { id: 'in-1', receivedAt: '2026-11-02T08:00:00.000Z', state: 'asked' } as const;

it('says that a mail is from the provider only where that is known', () => {
  expect(fateOf({ ...asked, providerId: 'P1', because: 'mail-not-to-us' }).words).toMatch(/^Från utföraren\./);
  // Anybody can write a report of delivery.
  const report = fateOf({ ...asked, because: 'letter-reported-back' }).words;
  expect(report).toMatch(/^Inte från någon utförare\. En e-postserver säger/);
});
