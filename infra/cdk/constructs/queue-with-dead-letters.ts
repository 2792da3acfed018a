import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';

const shut = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;

/** Where what could not be done waits for a person, for two weeks; one is too many. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, { alarms, harm }: { alarms: Alarms; harm: string }) {
    super(scope, id, { ...shut, retentionPeriod: Duration.days(14) });
    alarms.when(this.metricApproximateNumberOfMessagesVisible(), { on: this, id: 'Any', above: 0, harm });
  }
}

/** A queue whose messages are tried a few times and then laid aside, so that a poisoned one blocks nobody. */
export class QueueWithDeadLetters extends Construct {
  readonly queue: Queue;

  constructor(
    scope: Construct,
    id: string,
    { alarms, harm, ...props }: { alarms: Alarms; harm: string } & Pick<QueueProps, 'visibilityTimeout'>,
  ) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', { alarms, harm });
    this.queue = new Queue(this, 'Queue', {
      ...shut,
      ...props,
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
    });
    const quarter = Duration.minutes(15).toSeconds();
    alarms.when(this.queue.metricApproximateAgeOfOldestMessage(), { on: this.queue, id: 'Old', above: quarter, harm });
  }
}
