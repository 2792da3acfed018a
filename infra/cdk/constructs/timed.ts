import { Duration, TimeZone } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { Timed as TimedEntry } from '../groups.ts';
import type { Alarms } from './alarms.ts';
import { DeadLetters } from './queue-with-dead-letters.ts';

/** An entry that the clock asks for, by the clock on the wall in Sweden. */
export class Timed extends Schedule {
  constructor(
    scope: Construct,
    { key, expression, harm }: TimedEntry,
    { handler, alarms }: { handler: IFunction; alarms: Alarms },
  ) {
    const id = `Timed-${key}`;
    super(scope, id, {
      description: key,
      schedule: ScheduleExpression.expression(expression, TimeZone.of('Europe/Stockholm')),
      target: new LambdaInvoke(handler, {
        input: ScheduleTargetInput.fromObject({ job: key }),
        deadLetterQueue: new DeadLetters(scope, `${id}-Missed`, { alarms, harm: `${key}: ${harm}.` }),
        retryAttempts: 3,
        maxEventAge: Duration.hours(1),
      }),
    });
  }
}
