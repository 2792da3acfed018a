import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

/** How long an alarm's text may be. */
export const longestHarm = 1024;

/** Alarms that say who is hurt, to the people who can help. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, { to }: { to: string }) {
    super(scope, id);
    this.#topic = new Topic(this, 'Topic', { enforceSSL: true, displayName: 'Utfört' });
    this.#topic.addSubscription(new EmailSubscription(to));
    // The policy that asks for TLS takes the place of the one that a topic has by itself, which let the account's alarms in.
    const { partition, region, account } = Stack.of(this);
    this.#topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsRing',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.#topic.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudwatch:${region}:${account}:alarm:*` },
        },
      }),
    );
  }

  /** `harm` is what people read first. */
  when(metric: IMetric, { on, id, above, harm }: { on: Construct; id: string; above: number; harm: string }): void {
    if (harm.length > longestHarm) throw new Error(`the harm of ${on.node.path} is longer than an alarm can tell`);
    const alarm = new Alarm(on, `${id}Alarm`, {
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: harm,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
    this.all.push(alarm);
  }
}
