import { Duration, TimeZone } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { Group, Timed as TimedEntry } from '../groups.ts';
import type { Alarms } from './alarms.ts';
import { DeadLetters } from './queue-with-dead-letters.ts';

/** An entry that the clock asks for, by the clock on the wall in Sweden. */
class Timed extends Schedule {
  constructor(
    scope: Construct,
    { key, expression }: TimedEntry,
    { handler, missed }: { handler: IFunction; missed: DeadLetters },
  ) {
    super(scope, `Timed-${key}`, {
      description: key,
      schedule: ScheduleExpression.expression(expression, TimeZone.of('Europe/Stockholm')),
      target: new LambdaInvoke(handler, {
        input: ScheduleTargetInput.fromObject({ job: key }),
        deadLetterQueue: missed,
        retryAttempts: 3,
        maxEventAge: Duration.hours(1),
      }),
    });
  }
}

/**
 * All that the clock asks of one function. The scheduler hands its call over and goes: a call that could not be made, and
 * one that the function could not carry out, are laid in one place, which says whom it hurts.
 */
export function timedIn(
  scope: Construct,
  { id, schedules }: Group,
  around: { handler: IFunction; alarms: Alarms },
): void {
  if (schedules.length === 0) return;
  const harm = `${schedules.map(({ key, harm: hurt }) => `${key}: ${hurt}`).join('; ')}.`;
  const missed = new DeadLetters(scope, `Timed-${id}-Missed`, { alarms: around.alarms, harm });
  around.handler.configureAsyncInvoke({
    onFailure: new SqsDestination(missed),
    retryAttempts: 2,
    maxEventAge: Duration.hours(1),
  });
  for (const timed of schedules) new Timed(scope, timed, { handler: around.handler, missed });
}
