import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Bundle } from '../bundle.ts';
import { environmentOf, type StackSurroundings } from '../environment.ts';
import { statementsOf } from '../grants.ts';
import type { Group } from '../groups.ts';
import { type Alarms, longestHarm } from './alarms.ts';

/** A request is answered within the API's half minute; what nobody waits for may take longer. */
const timeoutOf = ({ routes }: Group) => Duration.seconds(routes.length > 0 ? 29 : 300);
/** Reading a month's files and setting its PDFs takes a whole processor; the rest waits for the table. */
const memoryOf = ({ capability }: Group) => (capability === 'months' ? 1769 : 1024);

const sentenceOf = (id: string, harms: readonly string[]) => `${id}: ${harms.join('; ')}.`;

/** Every harm of a function, in as many alarms as it takes to say them all. */
function sentencesOf({ id, harms }: Group): readonly string[] {
  const parts: string[][] = [[]];
  for (const harm of harms) {
    const last = parts.at(-1) ?? [];
    if (sentenceOf(id, [...last, harm]).length <= longestHarm) last.push(harm);
    else parts.push([harm]);
  }
  return parts.map((some) => sentenceOf(id, some));
}

/** One Lambda for a capability's entries of one grant profile, allowed exactly what its line of `reach` says. */
export class ServiceFunction extends Lambda {
  constructor(
    scope: Construct,
    id: string,
    { group, bundle, around, alarms }: { group: Group; bundle: Bundle; around: StackSurroundings; alarms: Alarms },
  ) {
    const logGroup = new LogGroup(scope, `${id}Log`, { retention: RetentionDays.SIX_MONTHS });
    const logs = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    // In the role itself: a policy of its own for each would be a resource of its own for each.
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        reach: new PolicyDocument({ statements: [logs, ...statementsOf(group.reach, around.stores)] }),
      },
    });
    super(scope, id, {
      description: `Utfört: ${group.members.map(({ key }) => key).join(', ')}`.slice(0, 256),
      code: Code.fromAsset(bundle.folder),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryOf(group),
      timeout: timeoutOf(group),
      environment: environmentOf(group, around),
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role,
    });

    // A request that fails is answered 500 and logged as an error; a function that fails is an error of its own.
    const logged = logGroup.addMetricFilter('Failed', {
      filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
      metricNamespace: 'Utfort',
      metricName: `${group.id}-failed`,
    });
    const failures = new MathExpression({
      label: `${group.id} fails`,
      expression: 'FILL(errors, 0) + FILL(logged, 0)',
      usingMetrics: { errors: this.metricErrors(), logged: logged.metric({ statistic: 'Sum' }) },
    });
    for (const [index, harm] of sentencesOf(group).entries())
      alarms.when(failures, { on: this, id: index === 0 ? 'Fails' : `Fails${index + 1}`, above: 0, harm });
  }
}
