import { expect, it } from 'vitest';
import { askedAgain } from '../../../../functions/mail/judging/asked-again.ts';
import type { Mail } from '../../../../functions/mail/mail.ts';

it('waits longer each time, and never more than an hour', () => {
  let mail: Mail = { id: 'in-1', receivedAt: '2026-11-02T08:00:00.000Z', state: 'waiting' };
  const waits = [5, 10, 20, 40, 60, 60];
  for (const minutes of waits) {
    mail = askedAgain(mail, '2026-11-02T08:00:00.000Z');
    expect(Date.parse(mail.wakesAt ?? '') - Date.parse('2026-11-02T08:00:00.000Z')).toBe(minutes * 60_000);
  }
  expect(mail.times).toBe(waits.length);
  expect(askedAgain({ ...mail, times: 5000 }, '2026-11-02T08:00:00.000Z').wakesAt).toBe('2026-11-02T09:00:00.000Z');
});
