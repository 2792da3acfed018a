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
