import { Duration, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import type { Cell } from '../cell.ts';
import { mailPrefix, receiptRuleSet } from '../data-stack.ts';
import type { Stores } from '../stores.ts';
import type { Alarms } from './alarms.ts';
import { DeadLetters, QueueWithDeadLetters } from './queue-with-dead-letters.ts';

/**
 * Mail in: taken over TLS only, laid as it came, and scanned. The mail service tells to whom it came and what it judges of
 * it, the scanner what it found; both come to one queue, in either order, and one function joins them (`hearOfMail`).
 */
export class MailIn extends Construct {
  readonly #heard: QueueWithDeadLetters;

  constructor(
    scope: Construct,
    id: string,
    { cell, stores: { incoming, dataKey }, alarms }: { cell: Cell; stores: Stores; alarms: Alarms },
  ) {
    super(scope, id);
    const harm = 'mail that providers have sent is not read, and what they sent in time may be taken for late.';
    const { partition, region, account } = Stack.of(this);
    // What it tells names senders and subjects: nobody but the mail service writes it, and it is sealed at rest.
    const told = new Topic(this, 'Told', { enforceSSL: true, masterKey: dataKey });
    const sets = `arn:${partition}:ses:${region}:${account}:receipt-rule-set/${receiptRuleSet(cell)}:receipt-rule/*`;
    const isTold = told.addToResourcePolicy(
      new PolicyStatement({
        sid: 'MailIsTold',
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [told.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': sets } },
      }),
    );

    const set = new CfnReceiptRuleSet(this, 'Rules', { ruleSetName: receiptRuleSet(cell) });
    const rule = new CfnReceiptRule(this, 'Keep', {
      ruleSetName: set.ref,
      rule: {
        enabled: true,
        recipients: [cell.mail],
        scanEnabled: true,
        tlsPolicy: 'Require',
        actions: [
          { s3Action: { bucketName: incoming.bucketName, objectKeyPrefix: mailPrefix, topicArn: told.topicArn } },
        ],
      },
    });
    // The mail service tries what it is told to do when the rule is made.
    if (isTold.policyDependable) rule.node.addDependency(isTold.policyDependable);

    const activate = { service: 'SES', physicalResourceId: PhysicalResourceId.of(receiptRuleSet(cell)) };
    const active = new AwsCustomResource(this, 'Active', {
      onUpdate: { ...activate, action: 'setActiveReceiptRuleSet', parameters: { RuleSetName: set.ref } },
      onDelete: { ...activate, action: 'setActiveReceiptRuleSet', parameters: {} },
      policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: AwsCustomResourcePolicy.ANY_RESOURCE }),
      installLatestAwsSdk: false,
    });
    active.node.addDependency(rule);

    this.#heard = new QueueWithDeadLetters(this, 'Waiting', { alarms, harm, visibilityTimeout: Duration.minutes(30) });
    told.addSubscription(
      new SqsSubscription(this.#heard.queue, {
        rawMessageDelivery: true,
        deadLetterQueue: new DeadLetters(this, 'Untold', { alarms, harm }),
      }),
    );
    new Rule(this, 'Scanned', {
      description: 'Mail that has come in and been scanned',
      eventPattern: {
        source: ['aws.guardduty'],
        detailType: ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: [incoming.bucketName], objectKey: [{ prefix: mailPrefix }] } },
      },
      targets: [
        new SqsQueue(this.#heard.queue, {
          deadLetterQueue: new DeadLetters(this, 'Unheard', { alarms, harm }),
          retryAttempts: 20,
          maxEventAge: Duration.hours(12),
        }),
      ],
    });
  }

  /** News of mail, five at a time; one that cannot be taken comes again alone. */
  tell(handler: IFunction): void {
    handler.addEventSource(new SqsEventSource(this.#heard.queue, { batchSize: 5, reportBatchItemFailures: true }));
  }
}
