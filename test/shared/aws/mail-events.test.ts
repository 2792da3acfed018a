import { describe, expect, it } from 'vitest';
import { mailNewsOf } from '../../../shared/aws/mail-events.ts';

const verdict = (status: string) => ({ status });

/** A receipt notification, as the documentation of the mail service shows it, with nobody's address in it. */
export const receipt = (objectKey: string, more: Record<string, unknown> = {}) => ({
  notificationType: 'Received',
  mail: {
    timestamp: '2026-11-02T08:00:00.000Z',
    source: 'bounce+0000014@enskild.example',
    messageId: objectKey.replace('in-', ''),
    destination: ['utfort@kommun.example'],
    headersTruncated: false,
    headers: [
      { name: 'Return-Path', value: '<bounce+0000014@enskild.example>' },
      {
        name: 'Received',
        value:
          'from post.enskild.example (post.enskild.example [192.0.2.7]) by inbound-smtp.eu-north-1.amazonaws.com with SMTP id o3vrnil0e2ic28tr for utfort@kommun.example; Mon, 02 Nov 2026 08:00:00 +0000 (UTC)',
      },
      {
        name: 'Received',
        value: 'from annan.example (annan.example [192.0.2.9]) by inbound-smtp.eu-north-1.amazonaws.com with x',
      },
    ],
    commonHeaders: { from: ['Kontor <kontor@enskild.example>'], subject: 'Sv' },
  },
  receipt: {
    timestamp: '2026-11-02T08:00:00.000Z',
    processingTimeMillis: 574,
    recipients: ['utfort+abc@kommun.example'],
    spamVerdict: verdict('PASS'),
    virusVerdict: verdict('PASS'),
    spfVerdict: verdict('PASS'),
    dkimVerdict: verdict('PASS'),
    dmarcVerdict: verdict('GRAY'),
    action: {
      type: 'S3',
      topicArn: 'arn:aws:sns:eu-north-1:123456789012:told',
      bucketName: 'incoming',
      objectKeyPrefix: 'in-',
      objectKey,
    },
    ...more,
  },
});

/** What the scanner puts on the bus. */
export const scan = (
  objectKey: string,
  scanResultStatus: string | null = 'NO_THREATS_FOUND',
  scanStatus = 'COMPLETED',
) => ({
  version: '0',
  id: '72c7d362-737a-6dce-fc78-9e27a0171419',
  'detail-type': 'GuardDuty Malware Protection Object Scan Result',
  source: 'aws.guardduty',
  account: '123456789012',
  time: '2026-11-02T08:00:05Z',
  region: 'eu-north-1',
  resources: ['arn:aws:guardduty:eu-north-1:123456789012:malware-protection-plan/b4c7f464ab3a4EXAMPLE'],
  detail: {
    schemaVersion: '1.0',
    scanStatus,
    resourceType: 'S3_OBJECT',
    s3ObjectDetails: {
      bucketName: 'incoming',
      objectKey,
      eTag: 'ASIAI44QH8DHBEXAMPLE',
      versionId: 'd41d8cd98f00b204',
      s3Throttled: false,
    },
    scanResultDetails: { scanResultStatus, threats: null },
  },
});

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
