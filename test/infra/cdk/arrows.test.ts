import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Cell, readCell } from '../../../infra/cdk/cell.ts';
import { keepsAnswers } from '../../../infra/cdk/grants.ts';
import { loadWays } from '../../../infra/local/load-ways.ts';
import { fileDocuments } from '../../../shared/embedded/file-documents.ts';
import { sqliteTable } from '../../../shared/embedded/sqlite-table.ts';
import type { Documents } from '../../../shared/ports/documents.ts';
import { answerStore } from '../../../shared/stores/answer-store.ts';
import {
  allowedIn,
  aTemplate,
  groups,
  ofType,
  type Resources,
  roleOf,
  type Statement,
  statementsIn,
} from './a-template.ts';

const { data, service, edge, portal } = aTemplate();
const stacks: readonly (readonly [string, Resources])[] = Object.entries({ data, service, edge, portal });
/** The logical id that a reference leads to, in the stack itself. */
const idOf = (reference: unknown): string => {
  const one = (reference ?? {}) as { Ref?: string; 'Fn::GetAtt'?: readonly string[] };
  return one.Ref ?? one['Fn::GetAtt']?.[0] ?? '';
};
type Policy = readonly (Statement & { readonly Principal?: { readonly Service?: string | readonly string[] } })[];
const policyOf = (stack: Resources, kind: 'SNS::Topic' | 'SQS::Queue', id: string): Policy =>
  ofType(stack, `AWS::${kind}Policy`)
    .filter(([, { Properties }]) => (Properties.Topics ?? Properties.Queues).some((one: unknown) => idOf(one) === id))
    .flatMap(([, { Properties }]) => statementsIn(Properties.PolicyDocument) as Policy);
/** The statements by which a service may do something, whatever else is denied. */
const lets = (policy: Policy, principal: string, action: string): Policy =>
  policy.filter(
    ({ Effect, Action, Principal }) =>
      Effect === 'Allow' && Action.includes(action) && [Principal?.Service ?? []].flat().includes(principal),
  );
/** A key of the service's own, or none: a customer's key must let the sender in, and the account's default key cannot. */
const isOpenTo = (stack: Resources, key: unknown, principal: string): boolean => {
  if (key === undefined) return true;
  const policy = stack[idOf(key)]?.Properties.KeyPolicy;
  if (!policy) return false;
  const may = (action: string) => lets(statementsIn(policy) as Policy, principal, action).length > 0;
  return may('kms:Decrypt') && (may('kms:GenerateDataKey') || may('kms:GenerateDataKey*'));
};

describe.each(stacks)('every arrow from a service to another in the stack %s', (_name, stack) => {
  it('each alarm rings a topic that lets alarms in, of this account alone, and that somebody listens to', () => {
    for (const [id, { Properties }] of ofType(stack, 'AWS::CloudWatch::Alarm')) {
      expect([id, Properties.AlarmActions?.length]).toEqual([id, 1]);
      const topic = idOf(Properties.AlarmActions[0]);
      const [allow] = lets(policyOf(stack, 'SNS::Topic', topic), 'cloudwatch.amazonaws.com', 'sns:Publish');
      expect([id, allow?.Condition]).toEqual([
        id,
        {
          StringEquals: { 'aws:SourceAccount': expect.anything() },
          ArnLike: { 'aws:SourceArn': expect.anything() },
        },
      ]);
      expect(JSON.stringify(allow?.Condition)).toContain(':alarm:*');
      expect(isOpenTo(stack, stack[topic]?.Properties.KmsMasterKeyId, 'cloudwatch.amazonaws.com')).toBe(true);
      const heard = ofType(stack, 'AWS::SNS::Subscription').filter(
        ([, one]) => idOf(one.Properties.TopicArn) === topic,
      );
      expect(heard.map(([, one]) => [one.Properties.Protocol, one.Properties.Endpoint])).toEqual([
        ['email', readCell().alarmsTo],
      ]);
    }
  });

  it('each rule’s queue, and the one for what it could not deliver, lets events in', () => {
    for (const [id, { Properties }] of ofType(stack, 'AWS::Events::Rule'))
      for (const target of Properties.Targets)
        for (const queue of [target.Arn, target.DeadLetterConfig.Arn].map(idOf)) {
          const may = lets(policyOf(stack, 'SQS::Queue', queue), 'events.amazonaws.com', 'sqs:SendMessage');
          expect([id, queue, may.length > 0]).toEqual([id, queue, true]);
          expect(isOpenTo(stack, stack[queue]?.Properties.KmsMasterKeyId, 'events.amazonaws.com')).toBe(true);
        }
  });

  it('the clock may call each function, and lay aside what it could not', () => {
    const allowed = allowedIn(stack);
    for (const [id, { Properties }] of ofType(stack, 'AWS::Scheduler::Schedule')) {
      const { Arn, RoleArn, DeadLetterConfig } = Properties.Target;
      const role = allowed.get(idOf(RoleArn).replace(/[0-9A-F]{8}$/, '')) ?? [];
      const may = (action: string, what: unknown) =>
        role.some(({ Action, Resource }) => Action.includes(action) && Resource.includes(idOf(what)));
      expect([id, may('lambda:InvokeFunction', Arn), may('sqs:SendMessage', DeadLetterConfig.Arn)]).toEqual([
        id,
        true,
        true,
      ]);
    }
  });

  it('each function may lay aside what it could not do, and read the queue that it is told by', () => {
    const allowed = allowedIn(stack);
    const rightsOf = (name: unknown) =>
      allowed.get(idOf(stack[idOf(name)]?.Properties.Role).replace(/[0-9A-F]{8}$/, '')) ?? [];
    const may = (name: unknown, action: string, what: unknown) =>
      rightsOf(name).some(({ Action, Resource }) => Action.includes(action) && Resource.includes(idOf(what)));
    for (const [id, { Properties }] of [
      ...ofType(stack, 'AWS::Lambda::EventInvokeConfig'),
      ...ofType(stack, 'AWS::Lambda::EventSourceMapping'),
    ]) {
      const { FunctionName, DestinationConfig, EventSourceArn } = Properties;
      const laid = DestinationConfig?.OnFailure?.Destination;
      if (laid !== undefined) expect([id, may(FunctionName, 'sqs:SendMessage', laid)]).toEqual([id, true]);
      if (stack[idOf(EventSourceArn)]?.Type === 'AWS::SQS::Queue')
        for (const action of ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'])
          expect([id, action, may(FunctionName, action, EventSourceArn)]).toEqual([id, action, true]);
    }
  });
});

it('mail that comes in is laid in its bucket, and the bucket’s key lets it', () => {
  const [[, rule] = []] = ofType(service, 'AWS::SES::ReceiptRule');
  expect(rule?.Properties.Rule.Actions).toHaveLength(1);
  const policies = ofType(data, 'AWS::S3::BucketPolicy').flatMap(
    ([, { Properties }]) => statementsIn(Properties.PolicyDocument) as Policy,
  );
  expect(lets(policies, 'ses.amazonaws.com', 's3:PutObject')).toHaveLength(1);
  const keys = ofType(data, 'AWS::KMS::Key').flatMap(
    ([, { Properties }]) => statementsIn(Properties.KeyPolicy) as Policy,
  );
  expect(lets(keys, 'ses.amazonaws.com', 'kms:GenerateDataKey')).toHaveLength(1);
  expect(lets(keys, 'ses.amazonaws.com', 'kms:Decrypt')).toHaveLength(1);
});

it('what the mail service tells of it is written by that service’s own rules alone, over TLS, and comes to the queue of the scan', () => {
  const [[, rule] = []] = ofType(service, 'AWS::SES::ReceiptRule');
  const { TopicArn, ObjectKeyPrefix } = rule?.Properties.Rule.Actions[0].S3Action ?? {};
  const topic = idOf(TopicArn);
  const policy = policyOf(service, 'SNS::Topic', topic);
  const [allow, ...others] = policy.filter(({ Effect }) => Effect === 'Allow');
  expect([others, lets(policy, 'ses.amazonaws.com', 'sns:Publish')]).toEqual([[], [allow]]);
  expect(allow?.Condition).toEqual({
    StringEquals: { 'aws:SourceAccount': expect.anything() },
    ArnLike: { 'aws:SourceArn': expect.anything() },
  });
  expect(JSON.stringify(allow?.Condition)).toContain(':receipt-rule-set/utfort-');
  expect(JSON.stringify(policy.filter(({ Effect }) => Effect === 'Deny'))).toContain('aws:SecureTransport');
  expect(JSON.stringify(service[topic]?.Properties.KmsMasterKeyId)).toContain('DataKey');
  const { DependsOn = [] } = (rule ?? {}) as { DependsOn?: unknown };
  expect(JSON.stringify(DependsOn)).toContain('Policy');

  const told = ofType(service, 'AWS::SNS::Subscription').filter(
    ([, { Properties }]) => idOf(Properties.TopicArn) === topic,
  );
  const [scanned] = ofType(service, 'AWS::Events::Rule').filter(([, { Properties }]) =>
    JSON.stringify(Properties.EventPattern).includes('aws.guardduty'),
  );
  const queue = idOf(scanned?.[1].Properties.Targets[0].Arn);
  expect(
    told.map(([, { Properties }]) => [Properties.Protocol, idOf(Properties.Endpoint), Properties.RawMessageDelivery]),
  ).toEqual([['sqs', queue, true]]);
  expect(lets(policyOf(service, 'SQS::Queue', queue), 'sns.amazonaws.com', 'sqs:SendMessage')).toHaveLength(1);
  const dead = JSON.stringify(told[0]?.[1].Properties.RedrivePolicy.deadLetterTargetArn);
  expect(dead).toContain('Untold');
  expect(scanned?.[1].Properties.EventPattern.detail.s3ObjectDetails.objectKey).toEqual([{ prefix: ObjectKeyPrefix }]);
  const readers = ofType(service, 'AWS::Lambda::EventSourceMapping').filter(
    ([, { Properties }]) => idOf(Properties.EventSourceArn) === queue,
  );
  expect(readers.map(([, { Properties }]) => [Properties.FunctionResponseTypes, Properties.BatchSize])).toEqual([
    [['ReportBatchItemFailures'], 5],
  ]);
});

it('what the files’ log is written by may write it, and no key stands in its way', () => {
  const logs = ofType(data, 'AWS::S3::BucketPolicy').flatMap(
    ([, { Properties }]) => statementsIn(Properties.PolicyDocument) as Policy,
  );
  expect(lets(logs, 'logging.s3.amazonaws.com', 's3:PutObject')).not.toEqual([]);
});

it('a cell without somebody who hears its alarms is no cell', () => {
  const { alarmsTo: _, ...deaf } = readCell();
  expect(Cell.safeParse(deaf).success).toBe(false);
  expect(Cell.safeParse({ ...deaf, alarmsTo: '' }).success).toBe(false);
});

describe('a first answer that is large', () => {
  /** What keeping and finding one comes to, of the files: seen, not supposed. */
  async function used(): Promise<readonly string[]> {
    const folder = mkdtempSync(join(tmpdir(), 'answers-'));
    const files = fileDocuments(folder, () => '');
    const seen: string[] = [];
    const documents: Documents = {
      ...files,
      put(bucket, id, ...rest) {
        seen.push(`s3:PutObject ${bucket}/${id}`);
        return files.put(bucket, id, ...rest);
      },
      read(bucket, id) {
        seen.push(`s3:GetObject ${bucket}/${id}`);
        return files.read(bucket, id);
      },
    };
    const table = sqliteTable(':memory:');
    const answers = answerStore({ table, documents, newId: (prefix) => `${prefix}-1` });
    const at = '2026-11-02T07:00:00.000Z';
    const answer = { request: 'x', status: 200, body: { text: 'x'.repeat(400_000) } };
    await table.commit([await answers.keep('O1', 'POST /x', 'key-1', { answer, over: 0, at })]);
    expect((await answers.find('O1', 'POST /x', 'key-1', at)).answer?.body).toEqual(answer.body);
    table.close();
    return seen;
  }

  const allowed = allowedIn(service);
  const may = (id: string, action: string, name: string) =>
    (allowed.get(roleOf(id)) ?? []).some(
      ({ Action, Resource, Effect }) =>
        Effect === 'Allow' &&
        Action.includes(action) &&
        Resource.includes('Documents') &&
        (Resource.includes('/*') || (/^svar-/.test(name) && Resource.includes('/svar-*'))),
    );
  const keeping = groups.filter(({ reach }) => keepsAnswers(reach)).map(({ id }) => id);

  it('is kept by every group with an entry whose first answer is kept', async () => {
    const found = (await loadWays()).filter(
      ({ wayIn, entry }) =>
        entry.kind === 'endpoint' &&
        entry.keepsAnswer &&
        'http' in wayIn.on &&
        wayIn.on.roles !== 'everyone' &&
        !wayIn.on.http.startsWith('GET '),
    );
    const wanted = new Set(found.map(({ wayIn }) => `${wayIn.entry.split('/')[1]}-${wayIn.profile}`));
    expect(keeping.toSorted()).toEqual([...wanted].toSorted());
  });

  it.each(keeping)('%s may put it and get it again, with the key of both', async (id) => {
    for (const one of await used()) {
      const [action = '', place = ''] = one.split(' ');
      expect([id, one, may(id, action, place.split('/')[1] ?? '')]).toEqual([id, one, true]);
    }
    const key = (allowed.get(roleOf(id)) ?? []).find(({ Condition }) => Condition?.StringEquals?.['kms:ViaService']);
    expect(key?.Action).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
    expect(JSON.stringify(key?.Condition)).toContain('s3.');
  });

  it('gives nobody a document that is none', () => {
    // What was set aside for a record too large for its commit is read when it is laid.
    // Of a purchase, the papers that it names itself.
    const others = [
      ...['months-publish', 'months-read', 'orders-identity'],
      ...['bookings-read', 'purchases-identity', 'purchases-read', 'purchases-sign'],
      // The file of an invoice, which is looked at where it is attested, and its statement's.
      ...['invoices-read', 'invoices-write'],
      // A mail that waits for a person, and the files that came with it to be signed for in the portal.
      ...['mail-job', 'mail-write', 'months-sign', 'months-write', 'purchases-write'],
    ];
    const reads = groups.map(({ id }) => id).filter((id) => may(id, 's3:GetObject', 'fil-1'));
    expect(reads.toSorted()).toEqual(others.toSorted());
    const puts = groups.map(({ id }) => id).filter((id) => may(id, 's3:PutObject', 'fil-1'));
    expect(puts.toSorted()).toEqual(
      groups
        .filter(({ reach: { files } }) => files?.writes?.includes('documents'))
        .map(({ id }) => id)
        .toSorted(),
    );
  });
});

describe('a function’s files', () => {
  const allowed = allowedIn(service);

  it.each(groups.map(({ id }) => id))(
    '%s has the key for what it gets and puts, and puts or gets nothing without it',
    (id) => {
      const statements = allowed.get(roleOf(id)) ?? [];
      const does = (action: string) => statements.some(({ Action }) => Action.includes(action));
      const key = statements.find(({ Condition }) => Condition?.StringEquals?.['kms:ViaService']);
      const via = JSON.stringify(key?.Condition ?? {});
      if (does('s3:GetObject'))
        expect([key?.Action.includes('kms:Decrypt'), via.includes('s3.')]).toEqual([true, true]);
      expect(key?.Action.includes('kms:GenerateDataKey') ?? false).toBe(does('s3:PutObject'));
    },
  );
});
