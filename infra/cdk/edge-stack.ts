import { Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Cell } from './cell.ts';

const seen = (metricName: string) => ({ cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false });

type Rule = CfnWebACL.RuleProperty;
type By = Pick<CfnWebACL.RateBasedStatementProperty, 'aggregateKeyType' | 'customKeys'>;

const managed = (priority: number, name: string, counted: readonly string[] = []): Rule => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: seen(name),
});

const perFiveMinutes = (priority: number, name: string, limit: number, by: By): Rule => ({
  name,
  priority,
  action: { block: { customResponse: { responseCode: 429 } } },
  statement: { rateBasedStatement: { limit, evaluationWindowSec: 300, ...by } },
  visibilityConfig: seen(name),
});

const token = { header: { name: 'authorization', textTransformations: [{ priority: 0, type: 'NONE' }] } };

/**
 * The firewall and the certificate of the front. They stand in the one region where CloudFront looks for them, and
 * keep nothing of a request: no log and no samples, since both would hold addresses, tokens and case numbers.
 */
export class EdgeStack extends Stack {
  readonly certificate: Certificate;
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, { cell, ...props }: StackProps & { cell: Cell }) {
    super(scope, id, props);
    // The municipality's DNS is its own: deployment waits until the record that it shows has been made.
    this.certificate = new Certificate(this, 'Certificate', {
      domainName: cell.portal,
      validation: CertificateValidation.fromDns(),
    });
    this.webAclArn = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('utfort'),
      rules: [
        perFiveMinutes(0, 'PerAddress', 3000, { aggregateKeyType: 'IP' }),
        perFiveMinutes(1, 'PerToken', 1500, { aggregateKeyType: 'CUSTOM_KEYS', customKeys: [token] }),
        managed(2, 'AWSManagedRulesAmazonIpReputationList'),
        managed(3, 'AWSManagedRulesKnownBadInputsRuleSet'),
        // A month's report stands in a request of megabytes; our own schemas bound it.
        managed(4, 'AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY']),
      ],
    }).attrArn;
  }
}
