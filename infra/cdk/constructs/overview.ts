import { Duration } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard, GraphWidget, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { ServiceFunction } from './service-function.ts';

const day = { width: 12, height: 7, period: Duration.minutes(5) };

/** So many alarms have room in one widget; CloudWatch takes a hundred. */
const inOneWidget = 50;

/** Who is hurt now, in as many widgets as it takes. */
const hurtNow = ({ all }: Alarms): IWidget[][] =>
  Array.from({ length: Math.ceil(all.length / inOneWidget) }, (_, n) => {
    const some = all.slice(n * inOneWidget, (n + 1) * inOneWidget);
    return [new AlarmStatusWidget({ title: 'Who is hurt', alarms: some, width: 24, height: 6 })];
  });

/** One page: who is hurt now, how long people wait, how much is done. */
export class Overview extends Dashboard {
  constructor(
    scope: Construct,
    id: string,
    {
      alarms,
      functions,
      table,
      name,
    }: { alarms: Alarms; functions: readonly ServiceFunction[]; table: ITable; name: string },
  ) {
    const widgets: IWidget[][] = [
      ...hurtNow(alarms),
      [
        new GraphWidget({
          ...day,
          title: 'How long people wait (p99)',
          left: functions.map((one) => one.metricDuration({ statistic: 'p99' })),
        }),
        new GraphWidget({ ...day, title: 'How much is done', left: functions.map((one) => one.metricInvocations()) }),
      ],
      [
        new GraphWidget({ ...day, title: 'Turned away for now', left: functions.map((one) => one.metricThrottles()) }),
        new GraphWidget({
          ...day,
          title: 'The table',
          left: [table.metricConsumedReadCapacityUnits(), table.metricConsumedWriteCapacityUnits()],
        }),
      ],
    ];
    super(scope, id, { dashboardName: `utfort-${name}`, widgets });
  }
}
