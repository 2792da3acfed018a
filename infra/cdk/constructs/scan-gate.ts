import { Stack } from 'aws-cdk-lib';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { AnyPrincipal, Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

const tag = 's3:ExistingObjectTag/GuardDutyMalwareScanStatus';
const rules = 'rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*';

/** Every file that comes in is scanned, and nobody reads it before it has been found clean. */
export class ScanGate extends Construct {
  constructor(scope: Construct, id: string, { bucket, key }: { bucket: Bucket; key: IKey }) {
    super(scope, id);
    const { partition, region, account } = Stack.of(this);
    const arn = (rest: string) => `arn:${partition}:events:${region}:${account}:${rest}`;
    const managed = { StringEquals: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' } };

    const scanner = new Role(this, 'Scanner', {
      assumedBy: new ServicePrincipal('malware-protection-plan.guardduty.amazonaws.com'),
    });
    for (const statement of [
      new PolicyStatement({
        actions: ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
        resources: [arn(rules)],
        conditions: managed,
      }),
      new PolicyStatement({ actions: ['events:DescribeRule', 'events:ListTargetsByRule'], resources: [arn(rules)] }),
      new PolicyStatement({
        actions: [
          's3:PutObjectTagging',
          's3:GetObjectTagging',
          's3:PutObjectVersionTagging',
          's3:GetObjectVersionTagging',
          's3:GetObject',
          's3:GetObjectVersion',
        ],
        resources: [bucket.arnForObjects('*')],
      }),
      new PolicyStatement({
        actions: ['s3:PutBucketNotification', 's3:GetBucketNotification', 's3:ListBucket'],
        resources: [bucket.bucketArn],
      }),
      // The plan proves its rights by laying a file of its own.
      new PolicyStatement({
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects('malware-protection-resource-validation-object')],
      }),
      new PolicyStatement({ actions: ['kms:GenerateDataKey', 'kms:Decrypt'], resources: [key.keyArn] }),
    ])
      scanner.addToPolicy(statement);

    const plan = new CfnMalwareProtectionPlan(this, 'Plan', {
      role: scanner.roleArn,
      protectedResource: { s3Bucket: { bucketName: bucket.bucketName } },
      actions: { tagging: { status: 'ENABLED' } },
    });
    plan.node.addDependency(scanner);

    const othersThanTheScanner = { ArnNotEquals: { 'aws:PrincipalArn': scanner.roleArn } };
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ReadOnlyWhatIsClean',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [bucket.arnForObjects('*')],
        conditions: { StringNotEquals: { [tag]: 'NO_THREATS_FOUND' }, ...othersThanTheScanner },
      }),
    );
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OnlyTheScannerSaysSo',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [
          's3:PutObjectTagging',
          's3:PutObjectVersionTagging',
          's3:DeleteObjectTagging',
          's3:DeleteObjectVersionTagging',
        ],
        resources: [bucket.arnForObjects('*')],
        conditions: othersThanTheScanner,
      }),
    );
  }
}
