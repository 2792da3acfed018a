import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type IFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Partition, StreamName } from '../../../functions/way-in.ts';
import type { Alarms } from './alarms.ts';
import { DeadLetters } from './queue-with-dead-letters.ts';

type Props = {
  readonly stream: StreamName;
  readonly table: ITable;
  readonly handler: IFunction;
  readonly alarms: Alarms;
};

/** Which new items ring, how many are told of at once, and what happens while nothing rings. */
const rings = {
  letters: {
    partition: 'LETTER#',
    batchSize: 100,
    harm: 'letters wait for the sweep: providers are told of orders a minute later.',
  },
  // A statement's PDF may take seconds.
  records: {
    partition: 'SEALED#',
    batchSize: 10,
    harm: 'signed records wait for the sweep: a statement has its PDF a minute later.',
  },
} as const satisfies Record<StreamName, { partition: Partition; batchSize: number; harm: string }>;

/** Something new in the table rings at once. Only a bell: the sweep each minute is what is relied on. */
export class Doorbell extends Construct {
  constructor(scope: Construct, id: string, { stream, table, handler, alarms }: Props) {
    super(scope, id);
    const { tableStreamArn } = table;
    if (tableStreamArn === undefined) throw new Error('a table without a stream rings no bell');
    const { partition, batchSize, harm } = rings[stream];
    const missed = new DeadLetters(this, 'Missed', { alarms, harm });
    missed.grantSendMessages(handler);
    handler.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [tableStreamArn],
      }),
    );
    handler.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }));

    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: handler,
      eventSourceArn: tableStreamArn,
      startingPosition: StartingPosition.LATEST,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(partition) } } },
        }),
      ],
      batchSize,
      maxBatchingWindow: Duration.seconds(1),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 3,
      maxRecordAge: Duration.hours(1),
      onFailure: new SqsDlq(missed),
    });
    mapping.node.addDependency(handler.role?.node.tryFindChild('DefaultPolicy') ?? handler);
    alarms.when(handler.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(5) }), {
      on: this,
      id: 'Late',
      above: Duration.minutes(10).toMilliseconds(),
      harm,
    });
  }
}
