import { describe, expect, it } from 'vitest';
import { mailNewsOf } from '../../../shared/aws/mail-events.ts';
import { receipt, scan } from '../../stories/mail/harness/told-in-cloud.ts';

describe('what the cloud tells of a mail', () => {
  it('is to whom it came, from whose door, and what is judged of it', () => {
    expect(mailNewsOf(receipt('in-abc'))).toEqual({
      mailId: 'in-abc',
      laid: {
        documentId: 'in-abc',
        envelope: {
          from: 'bounce+0000014@enskild.example',
          to: ['utfort+abc@kommun.example'],
          arrivedAt: '2026-11-02T08:00:00.000Z',
          helo: 'post.enskild.example',
          remoteAddress: '192.0.2.7',
        },
        verdicts: { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'GRAY' },
      },
    });
  });

  it('is the same when the topic wraps it', () => {
    const wrapped = {
      Type: 'Notification',
      MessageId: '1',
      TopicArn: 'arn',
      Message: JSON.stringify(receipt('in-abc')),
    };
    expect(mailNewsOf(wrapped)).toEqual(mailNewsOf(receipt('in-abc')));
  });

  it('leaves out a verdict that is not there, and a door that it does not know', () => {
    const bare = receipt('in-abc', { dkimVerdict: undefined });
    bare.mail.headers = [{ name: 'Received', value: 'from x (x [192.0.2.9]) by post.annan.example with x' }];
    expect(mailNewsOf(bare)).toMatchObject({
      laid: { verdicts: { spam: 'PASS', virus: 'PASS', spf: 'PASS', dmarc: 'GRAY' } },
    });
    expect(JSON.stringify(mailNewsOf(bare))).not.toMatch(/dkim|192\.0\.2/);
  });

  it.each([
    ['NO_THREATS_FOUND', 'COMPLETED', 'CLEAN'],
    ['THREATS_FOUND', 'COMPLETED', 'INFECTED'],
    ['UNSUPPORTED', 'SKIPPED', 'NOT_SCANNED'],
    ['ACCESS_DENIED', 'COMPLETED', 'NOT_SCANNED'],
    ['FAILED', 'FAILED', 'NOT_SCANNED'],
    [null, 'FAILED', 'NOT_SCANNED'],
  ])('a scan that says %s, %s: %s', (result, status, is) => {
    expect(mailNewsOf(scan('in-abc', result, status))).toEqual({ mailId: 'in-abc', scan: is });
  });

  it('is nothing of the service’s own trial, and nobody’s of something else', () => {
    expect(mailNewsOf(receipt('in-AMAZON_SES_SETUP_NOTIFICATION'))).toBe('nothing');
    expect(mailNewsOf(scan('in-AMAZON_SES_SETUP_NOTIFICATION'))).toBe('nothing');
    expect(mailNewsOf({ source: 'aws.s3' })).toBeUndefined();
    expect(mailNewsOf(undefined)).toBeUndefined();
  });
});
