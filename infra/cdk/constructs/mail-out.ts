import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Cell } from '../cell.ts';
import { senderOf } from '../environment.ts';
import type { Alarms } from './alarms.ts';
import { DeadLetters, QueueWithDeadLetters } from './queue-with-dead-letters.ts';

const told = [
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
];
const details = ['Email Delivered', 'Email Bounced', 'Email Complaint Received', 'Email Rejected'];

/** Letters out, over TLS or not at all, signed by the domain; and what became of them, in a queue. */
export class MailOut extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly #fates: QueueWithDeadLetters;
  readonly #identity: EmailIdentity;
  readonly #sender: string;

  constructor(scope: Construct, id: string, { cell, alarms }: { cell: Cell; alarms: Alarms }) {
    super(scope, id);
    this.#sender = senderOf(cell);
    this.configurationSet = new ConfigurationSet(this, 'Letters', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.#identity = new EmailIdentity(this, 'Domain', {
      identity: Identity.domain(cell.mail),
      configurationSet: this.configurationSet,
      mailFromDomain: `retur.${cell.mail}`,
    });
    this.#identity.dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(this, `Dkim${index + 1}`, { value: `${name} CNAME ${value}` });
    });
    this.configurationSet.addEventDestination('Fates', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: told,
    });

    const harm = 'a letter that bounced is taken for delivered, and a provider is not told of an order.';
    this.#fates = new QueueWithDeadLetters(this, 'FatesQueue', {
      alarms,
      harm,
      visibilityTimeout: Duration.minutes(30),
    });
    new Rule(this, 'FatesRule', {
      description: 'What became of a letter',
      eventPattern: { source: ['aws.ses'], detailType: details },
      targets: [
        new SqsQueue(this.#fates.queue, {
          deadLetterQueue: new DeadLetters(this, 'Unheard', { alarms, harm }),
          retryAttempts: 20,
          maxEventAge: Duration.hours(12),
        }),
      ],
    });
  }

  /** News of letters, ten at a time; one that cannot be taken comes again alone. */
  tell(handler: IFunction): void {
    handler.addEventSource(new SqsEventSource(this.#fates.queue, { batchSize: 10, reportBatchItemFailures: true }));
  }

  /** The right to send, from the one address and in the one way, and to ask how fast. */
  letSend(sender: IFunction & IGrantable): void {
    const { partition, region, account } = Stack.of(this);
    const set = `arn:${partition}:ses:${region}:${account}:configuration-set/${this.configurationSet.configurationSetName}`;
    sender.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        // While the account is in the sandbox, the service asks for the right to each recipient's identity as well.
        resources: [`arn:${partition}:ses:${region}:${account}:identity/*`, set],
        conditions: { StringEquals: { 'ses:FromAddress': this.#sender } },
      }),
    );
    // How fast and how much is the account's own, and names no resource.
    sender.addToRolePolicy(new PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] }));
  }
}
