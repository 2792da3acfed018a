import type { PolicyValidationPluginReport } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

type Excuse = {
  /** Where in the tree, after the stack's name, and which finding. */
  readonly at: RegExp;
  readonly finding: RegExp;
  readonly because: string;
};

/** Every finding of AwsSolutions that stands, and why. A finding without a line stops the synthesis, and so does a line without a finding. */
const excuses: readonly Excuse[] = [
  {
    at: /^[a-z]+\/[a-z]+-[a-z]+Role\/Resource$/,
    finding: /IAM5\[Resource::.*(Incoming|Documents|Records)\w+\/\*\]$/,
    because:
      'A function reads or writes files whose ids are made as they come; the bucket is the narrowest thing that can be named.',
  },
  {
    at: /^[a-z]+\/[a-z]+-[a-z]+Role\/Resource$/,
    finding: /IAM5\[Resource::.*Documents\w+\/svar-\*\]$/,
    because: 'A kept first answer that is large is a file; its id is made as it comes, and only these files begin so.',
  },
  {
    at: /^(letters\/letters-identity|months\/months-publish)Role\/DefaultPolicy\/Resource$/,
    finding: /IAM5\[Resource::\*\]$/,
    because:
      'dynamodb:ListStreams, which Lambda asks for before it reads a stream, and ses:GetSendQuota name no resource. They list names and tell how fast the account may send; they read nothing.',
  },
  {
    at: /^letters\/letters-identityRole\/DefaultPolicy\/Resource$/,
    finding: /IAM5\[Resource::arn:.*:ses:.*:identity\/\*\]$/,
    because:
      'In the sandbox of the mail service a letter must be allowed for its recipient’s identity too, which the municipality proves by hand; from whom it is sent is held by the condition, which names one address.',
  },
  {
    at: /^[a-z]+\/SchedulerRoleForTarget-\w+\/DefaultPolicy\/Resource$/,
    finding: /IAM5\[Resource::<\w+\.Arn>:\*\]$/,
    because: 'The scheduler may call one function, in any of its versions.',
  },
  {
    at: /^ScanGate\/Scanner\/DefaultPolicy\/Resource$/,
    finding: /IAM5\[Resource::arn:.*DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3\*\]$/,
    because:
      'The scanner names the rule by which it hears of new files itself; the prefix is fixed, and the rule is its own.',
  },
  {
    at: /^ScanGate\/Scanner\/DefaultPolicy\/Resource$/,
    finding: /IAM5\[Resource::<Incoming\w+\.Arn>\/\*\]$/,
    because: 'The scanner reads and marks every file that comes in: that is what it is for.',
  },
  {
    at: /^Api\/Http\/(POST--months--records--verification|GET--.well-known--jwks.json)\/Resource$/,
    finding: /APIG4$/,
    because:
      'For everyone by the registry: anybody may check a signed record against the published keys without being known.',
  },
  {
    at: /^Api\/Http\/GET--settings--public\/Resource$/,
    finding: /APIG4$/,
    because:
      'For everyone by the registry: who the providers are and what they offer is public (L-04), and so are the portal’s colour and whom to call. Nobody is named.',
  },
  {
    at: /^Api\/Http\/GET--deadlines--calendar--\{secret\}\/Resource$/,
    finding: /APIG4$/,
    because:
      'For everyone by the registry: a calendar cannot sign in. The secret of 128 bits in the path is what lets it in; it is kept hashed, expires, can be closed, and opens tasks without case or name. No log on the way holds a path.',
  },
  {
    at: /^FrontSecret\/Resource$/,
    finding: /SMG4$/,
    because:
      'The secret keeps people from going round the firewall; it gives no right to anything. It is changed by deploying, since the front and the functions must change together.',
  },
  {
    at: /(Unheard|Untold|Undone|Missed)\/Resource$/,
    finding: /SQS3$/,
    because: 'It is itself where dead letters are laid.',
  },
  {
    at: /^MailIn\/Active\/CustomResourcePolicy\/Resource$/,
    finding: /IAM5\[Resource::\*\]$/,
    because: 'ses:SetActiveReceiptRuleSet names no resource: which rule set is active is the account’s own state.',
  },
  {
    at: /^AWS679f53fac002430cb0da5b7982bd2287\/ServiceRole\/Resource$/,
    finding: /IAM4\[Policy::.*AWSLambdaBasicExecutionRole\]$/,
    because:
      'The CDK’s own function for one call to AWS while deploying: it logs, and has its one right in a policy of its own.',
  },
  {
    at: /^Custom::CDKBucketDeployment\w+\/ServiceRole\//,
    finding:
      /IAM4\[Policy::.*AWSLambdaBasicExecutionRole\]$|IAM5\[(Action::s3:(GetBucket|GetObject|List|Abort|DeleteObject)\*|Resource::(arn:.*cdk-\w+-assets-.*|<Site\w+\.Arn>)\/\*)\]$/,
    because:
      'The CDK’s own function that copies the portal’s files while deploying: it reads what was uploaded for it, and writes the bucket of public files and no other.',
  },
  {
    at: /^Custom::CDKBucketDeployment\w+\/Resource$/,
    finding: /L1$/,
    because: 'The CDK’s own function, in the runtime that its version of the CDK comes with.',
  },
  {
    at: /^Front\/Resource$/,
    finding: /CFR3$/,
    because:
      'An access log of the front would hold people’s addresses, and paths that name cases. Who did what stands in the journal and the access log; how often and how well, in metrics.',
  },
  {
    at: /^Front\/Resource$/,
    finding: /CFR1$/,
    because:
      'Officers work when they travel, and a country says little of who is behind a request. Everybody signs in.',
  },
];

/** The pack, with what is excused taken out of its report. Templates are read whole, so it runs when they are. */
export class ExcusedChecks extends AwsSolutionsChecks {
  readonly #used = new Set<Excuse>();

  override validateScope(scope: IConstruct): PolicyValidationPluginReport {
    const { violations, ...report } = super.validateScope(scope);
    const left = violations
      .map((violation) => ({
        ...violation,
        violatingResources: violation.violatingResources.filter(
          ({ constructPath = '' }) => !this.#excuses(constructPath, violation.ruleName),
        ),
      }))
      .filter(({ violatingResources }) => violatingResources.length > 0);
    return { ...report, violations: left, success: left.length === 0 };
  }

  /** The lines that excuse nothing: a reason that has outlived what it was the reason for. */
  get unused(): readonly string[] {
    return excuses.filter((one) => !this.#used.has(one)).map(({ at, finding }) => `${at} ${finding}`);
  }

  #excuses(path: string, ruleName: string): boolean {
    const at = path.split('/').slice(1).join('/');
    const found = excuses.find((one) => one.at.test(at) && one.finding.test(ruleName));
    if (found) this.#used.add(found);
    return found !== undefined;
  }
}
