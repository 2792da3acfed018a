import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import type { Cell } from '../cell.ts';
import { mailFolder, receiptRuleSet } from '../data-stack.ts';
import type { Alarms } from './alarms.ts';
import { DeadLetters, QueueWithDeadLetters } from './queue-with-dead-letters.ts';

/**
 * Mail in: taken over TLS only, laid as it came, scanned, and put in a queue when the scan has said its word: a mail
 * that is not clean comes there too, and is for a person. Nothing reads the queue yet; the function that does comes
 * with inbound mail. Until then mail is kept for as long as the bucket keeps it, and the queue's age rings.
 */
export class MailIn extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { cell, incoming, alarms }: { cell: Cell; incoming: IBucket; alarms: Alarms },
  ) {
    super(scope, id);
    const set = new CfnReceiptRuleSet(this, 'Rules', { ruleSetName: receiptRuleSet(cell) });
    const rule = new CfnReceiptRule(this, 'Keep', {
      ruleSetName: set.ref,
      rule: {
        enabled: true,
        recipients: [cell.mail],
        scanEnabled: true,
        tlsPolicy: 'Require',
        actions: [{ s3Action: { bucketName: incoming.bucketName, objectKeyPrefix: mailFolder } }],
      },
    });

    const activate = { service: 'SES', physicalResourceId: PhysicalResourceId.of(receiptRuleSet(cell)) };
    const active = new AwsCustomResource(this, 'Active', {
      onUpdate: { ...activate, action: 'setActiveReceiptRuleSet', parameters: { RuleSetName: set.ref } },
      onDelete: { ...activate, action: 'setActiveReceiptRuleSet', parameters: {} },
      policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: AwsCustomResourcePolicy.ANY_RESOURCE }),
      installLatestAwsSdk: false,
    });
    active.node.addDependency(rule);

    const harm = 'mail that providers have sent is not read, and what they sent in time may be taken for late.';
    const waiting = new QueueWithDeadLetters(this, 'Waiting', {
      alarms,
      harm,
      visibilityTimeout: Duration.minutes(30),
    });
    new Rule(this, 'Scanned', {
      description: 'Mail that has come in and been scanned',
      eventPattern: {
        source: ['aws.guardduty'],
        detailType: ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: [incoming.bucketName], objectKey: [{ prefix: mailFolder }] } },
      },
      targets: [
        new SqsQueue(waiting.queue, {
          deadLetterQueue: new DeadLetters(this, 'Unheard', { alarms, harm }),
          retryAttempts: 20,
          maxEventAge: Duration.hours(12),
        }),
      ],
    });
  }
}
