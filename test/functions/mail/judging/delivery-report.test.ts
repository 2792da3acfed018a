import { describe, expect, it } from 'vitest';
import { deliveryReport } from '../../../../functions/mail/judging/delivery-report.ts';

const report = (action: string, sentBack: string) =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@post.example',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; post.example',
      '',
      'Final-Recipient: rfc822; P1@utforare.example',
      `Action: ${action}`,
      'Status: 5.1.1',
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      sentBack,
      '--b--',
      '',
    ].join('\r\n'),
  );

describe('a report of delivery', () => {
  it.each([
    ['X-Utfort-Letter: brev-mbz3k1q2-9f0c41d7a2b35e60'],
    ['Message-ID: <brev-mbz3k1q2-9f0c41d7a2b35e60@kommun.example>'],
  ])('names our letter by %s', (sentBack) => {
    expect(deliveryReport(report('failed', sentBack))).toEqual({
      letterId: 'brev-mbz3k1q2-9f0c41d7a2b35e60',
      recipients: ['p1@utforare.example'],
      isFailed: true,
    });
  });

  it('of what is only late has not failed', () => {
    expect(deliveryReport(report('delayed', 'X-Utfort-Letter: brev-1'))).toMatchObject({ isFailed: false });
  });

  it('of somebody else’s mail is none of ours', () => {
    expect(deliveryReport(report('failed', 'Message-ID: <1@b.example>'))).toBeUndefined();
    expect(deliveryReport(Buffer.from('X-Utfort-Letter: brev-1\r\n\r\nAction: failed'))).toBeUndefined();
  });
});
