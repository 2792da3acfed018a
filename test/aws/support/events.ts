/**
 * Events as the services bring them to a function, written by hand from their public documentation; nothing in them
 * is anybody's. What an emulator does not make is proven with these, through the real handlers.
 */

export type Asked = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly base64?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A request through an HTTP API, payload version 2.0, with a JWT authorizer before it. Claims are always text there. */
export function httpEvent(routeKey: string, { claims, path, query, body, base64, headers }: Asked = {}) {
  const [method = '', route = ''] = routeKey.split(' ');
  const rawPath = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path?.[name] ?? ''));
  const asText = Object.fromEntries(Object.entries(claims ?? {}).map(([name, value]) => [name, String(value)]));
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { accept: '*/*', host: 'api.utfort.example', 'x-forwarded-proto': 'https', ...headers },
    ...(query ? { queryStringParameters: query } : {}),
    ...(path ? { pathParameters: path } : {}),
    requestContext: {
      accountId: '123456789012',
      apiId: 'api-id',
      ...(claims ? { authorizer: { jwt: { claims: asText, scopes: null } } } : {}),
      domainName: 'api.utfort.example',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey,
      stage: '$default',
      time: '02/Nov/2026:07:00:00 +0000',
      timeEpoch: 1_793_602_800_000,
    },
    ...(body === undefined ? {} : { body: base64 ? Buffer.from(body).toString('base64') : body }),
    isBase64Encoded: base64 ?? false,
  };
}

/** One change in the table's stream: keys alone, since the bell needs no more. */
export const streamRecord = (pk: string, n: number, eventName: 'INSERT' | 'MODIFY' | 'REMOVE' = 'INSERT') => ({
  eventID: `c4ca4238a0b923820dcc509a6f75849${n}`,
  eventName,
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-north-1',
  dynamodb: {
    ApproximateCreationDateTime: 1_793_602_800,
    Keys: { pk: { S: pk }, sk: { S: 'LETTER' } },
    SequenceNumber: `11100000000000000000${n}`,
    SizeBytes: 26,
    StreamViewType: 'KEYS_ONLY',
  },
  eventSourceARN: 'arn:aws:dynamodb:eu-north-1:123456789012:table/utfort/stream/2026-01-01T00:00:00.000',
});

export const queueRecord = (body: string, n: number) => ({
  messageId: `059f36b4-87a3-44ab-83d2-66197502610${n}`,
  receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
  body,
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '1793602800000',
    SenderId: 'AIDAIENQZJOLO23YVJ4VO',
    ApproximateFirstReceiveTimestamp: '1793602800001',
  },
  messageAttributes: {},
  md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-north-1:123456789012:fates',
  awsRegion: 'eu-north-1',
});

const details: Readonly<Record<string, readonly [detailType: string, part: string, about: object]>> = {
  Delivery: [
    'Email Delivered',
    'delivery',
    { processingTimeMillis: 546, smtpResponse: '250 2.6.0 Message received', reportingMTA: 'mta.example' },
  ],
  Bounce: [
    'Email Bounced',
    'bounce',
    {
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: 'p1@utforare.example', action: 'failed', status: '5.1.1' }],
      feedbackId: '01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000000',
    },
  ],
  Complaint: ['Email Complaint Received', 'complaint', { complainedRecipients: [], feedbackId: 'x' }],
  Reject: ['Email Rejected', 'reject', { reason: 'Bad content' }],
  DeliveryDelay: ['Email Delivery Delayed', 'deliveryDelay', { delayType: 'MailboxFull' }],
};

/** What the mail service tells of a message, as the event bus brings it. */
export function sesEvent(eventType: string, tags: Readonly<Record<string, readonly string[]>>) {
  const [detailType, part, about] = details[eventType] ?? [eventType, 'other', {}];
  return {
    version: '0',
    id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
    'detail-type': detailType,
    source: 'aws.ses',
    account: '123456789012',
    time: '2026-11-02T07:00:05Z',
    region: 'eu-north-1',
    resources: ['arn:aws:ses:eu-north-1:123456789012:configuration-set/letters'],
    detail: {
      eventType,
      mail: {
        timestamp: '2026-11-02T07:00:01.000Z',
        source: 'utfort@kommun.example',
        sendingAccountId: '123456789012',
        messageId: '0100015d7c4d3f7c-3c3e2c6e-0000-4000-8000-000000000000-000000',
        destination: ['p1@utforare.example'],
        headersTruncated: false,
        headers: [],
        commonHeaders: {},
        tags: { 'ses:configuration-set': ['letters'], 'ses:source-ip': ['192.0.2.1'], ...tags },
      },
      [part]: { timestamp: '2026-11-02T07:00:05.000Z', ...about },
    },
  };
}
