import { describe, expect, it } from 'vitest';
import { registry } from '../../../functions/registry.ts';
import { partitions } from '../../../functions/way-in.ts';
import { ExcusedChecks } from '../../../infra/cdk/excuses.ts';
import { apiRoutes } from '../../../infra/cdk/routes.ts';
import {
  allowedIn,
  aTemplate,
  groups,
  ofType,
  type Resources,
  roleOf,
  type Statement,
  statementsIn,
} from './a-template.ts';

const { app, data, outputs, service, edge, portal, apart } = aTemplate();
const stacks = { data, service, edge, portal };
const everything: Resources = { ...data, ...service, ...edge, ...portal };
const allowed = allowedIn(service);
const groupIds = groups.map(({ id }) => id);
const ofGroup = (id: string): readonly Statement[] => allowed.get(roleOf(id)) ?? [];
/** A reference to something of the data stack, as it stands in the service stack. */
const on = (name: string) => ({ test: ({ Resource }: Statement) => Resource.includes(`FnGetAtt${name}`) });

/** The files of a bucket that end so, by a statement one of whose resources they are. */
const file = (bucket: string, ending: string) => ({
  test: ({ Resource }: Statement) =>
    [JSON.parse(Resource) as unknown]
      .flat()
      .map((one) => JSON.stringify(one))
      .some((one) => one.includes(`FnGetAtt${bucket}`) && one.includes(`"${ending}"`)),
});

/** The functions that may do something, to something. */
const whoMay = (action: string, what?: { test(statement: Statement): boolean }): string[] =>
  groupIds.filter((id) =>
    ofGroup(id).some((statement) => statement.Action.includes(action) && (what?.test(statement) ?? true)),
  );

describe('the whole', () => {
  it('has no finding of AwsSolutions without a reason, and no reason without a finding', () => {
    const checks = new ExcusedChecks();
    expect(checks.validateScope(app).violations.map(({ ruleName }) => ruleName)).toEqual([]);
    expect(checks.unused).toEqual([]);
  });

  it('fits in its stacks, with room for what is to come', () => {
    // CloudFormation takes 500. What a hundred and fifty ways in and eighteen functions more come to: routes.test.ts.
    for (const [name, stack] of apart) expect([name, Object.keys(stack).length <= 400]).toEqual([name, true]);
  });
});

describe('the stacks within the service stack', () => {
  const capabilities = [...new Set(groups.map(({ capability }) => capability))];
  const within = capabilities.map((capability) => [capability, apart.get(capability) ?? {}] as const);
  const own = apart.get('service') ?? {};

  it.each(within)('%s has its own functions with their roles, logs and alarms, and no other', (capability, stack) => {
    const ids = groups.filter((group) => group.capability === capability).map(({ id }) => id);
    const named = (type: string) => ofType(stack, type).map(([id]) => id.replace(/[0-9A-F]{8}$/, ''));
    expect(named('AWS::Lambda::Function')).toEqual(ids.map((id) => id.replace('-', '')));
    expect(named('AWS::Logs::LogGroup')).toEqual(ids.map((id) => `${id.replace('-', '')}Log`));
    const roles = named('AWS::IAM::Role').filter((role) => !role.startsWith('SchedulerRoleForTarget'));
    expect(roles).toEqual(ids.map(roleOf));
    for (const id of ids) expect(named('AWS::CloudWatch::Alarm')).toContain(`${id.replace('-', '')}FailsAlarm`);
  });

  /** That there can be many of, side by side, with names that CloudFormation gives them. */
  const mayStandTwice = [
    ...['CloudWatch::Alarm', 'IAM::Policy', 'IAM::Role', 'Lambda::EventInvokeConfig', 'Lambda::EventSourceMapping'],
    ...['Lambda::Function', 'Lambda::Permission', 'Logs::LogGroup', 'Logs::MetricFilter', 'SQS::Queue'],
    ...['SQS::QueuePolicy', 'Scheduler::Schedule'],
  ].map((type) => `AWS::${type}`);
  const givenNames = ['AlarmName', 'FunctionName', 'LogGroupName', 'Name', 'QueueName', 'RoleName'];

  it.each(within)(
    '%s has nothing that there can be but one of: it is made in one before it leaves another',
    (_, stack) => {
      for (const [id, { Type, Properties }] of Object.entries(stack)) {
        expect(mayStandTwice, id).toContain(Type);
        const given = givenNames.filter((name) => typeof Properties[name] === 'string');
        expect([id, given]).toEqual([id, []]);
      }
    },
  );

  it('leave to it what keeps its name: every route, the sign-in, mail’s domain, and no function of ours', () => {
    const types = ['ApiGatewayV2::Route', 'ApiGatewayV2::Stage', 'Cognito::UserPool', 'SES::EmailIdentity'];
    for (const type of types.map((one) => `AWS::${one}`))
      expect(ofType(own, type).map(([id]) => id)).toEqual(ofType(service, type).map(([id]) => id));
    expect(ofType(own, 'AWS::Lambda::Function').map(([id]) => id)).toEqual([
      'AWS679f53fac002430cb0da5b7982bd22872D164C4C',
    ]);
  });

  it.each(groups)('$id lets the API ask it only where it answers requests, before a route leads to it', (group) => {
    const name = group.id.replace('-', '');
    const isItself = (id: string) => id.replace(/[0-9A-F]{8}$/, '') === name;
    const stack = apart.get(group.capability) ?? {};
    const asked = ofType(stack, 'AWS::Lambda::Permission').filter(([, { Properties }]) =>
      isItself(Properties.FunctionName['Fn::GetAtt'][0]),
    );
    expect(asked.map(([, { Properties }]) => Properties.Principal)).toEqual(
      group.routes.length > 0 ? ['apigateway.amazonaws.com'] : [],
    );
    for (const [, { Properties }] of asked) {
      expect(Properties.Action).toBe('lambda:InvokeFunction');
      expect(JSON.stringify(Properties.SourceArn)).toMatch(/execute-api:eu-north-1:.*referenceto\w+ServiceApiHttp/);
    }
  });
});

const signers = ['months-sign', 'months-seal', 'purchases-sign', 'invoices-sign'];

describe('who may do what', () => {
  it.each([
    ['seal with the service’s key', 'kms:Sign', on('SigningKey'), [...signers]],
    // Orders open one for the paper sheet that a private provider gets (S-20), and for nothing else; of a purchase it is
    // read by whoever ordered the help and whoever gives it.
    [
      'open a customer’s identity',
      'kms:Decrypt',
      on('IdentityKey'),
      ['orders-identity', 'people-identity', 'settings-job', 'purchases-identity'],
    ],
    [
      'seal a customer’s identity',
      'kms:GenerateDataKey',
      on('IdentityKey'),
      ['orders-identity', 'people-identity', 'settings-identity', 'settings-job'],
    ],
    [
      'make keyed hashes',
      'kms:GenerateMac',
      on('HmacKey'),
      [
        ...['orders-identity', 'letters-identity', 'people-identity', 'settings-identity', 'settings-job'],
        ...['invoices-write', 'mail-job'],
      ],
    ],
    ['send mail', 'ses:SendRawEmail', undefined, ['letters-identity']],
    [
      'delete an item',
      'dynamodb:DeleteItem',
      undefined,
      [
        ...['orders-identity', 'orders-write', 'switches-write', 'switches-job', 'months-sign', 'months-publish'],
        ...[
          'deadlines-write',
          'people-identity',
          'settings-job',
          'providers-write',
          'caseloads-write',
          'caseloads-job',
          'purchases-job',
          'invoices-write',
          'mail-job',
          'mail-write',
        ],
      ],
    ],
    // What lies there stays there: who signs may not lay a record there before its act is committed.
    ['lay a signed record', 's3:PutObject', file('Records', '/*'), ['months-publish']],
    ['tell of a signing key', 's3:PutObject', file('Records', '/signing-keys.json'), [...signers]],
  ])('%s', (_what, action, what, who) => {
    expect(whoMay(action, what)).toEqual(who);
  });

  it.each([
    ['dynamodb:UpdateItem'],
    ['dynamodb:BatchWriteItem'],
    ['dynamodb:Scan'],
    ['dynamodb:PartiQLSelect'],
    ['dynamodb:PartiQLUpdate'],
    ['dynamodb:DeleteTable'],
    ['s3:DeleteObject'],
    ['s3:DeleteObjectVersion'],
    ['s3:PutObjectRetention'],
    ['s3:BypassGovernanceRetention'],
    ['s3:PutObjectTagging'],
    ['kms:CreateGrant'],
    ['kms:ScheduleKeyDeletion'],
    ['ses:SendEmail'],
    ['sts:AssumeRole'],
  ])('nobody may %s', (action) => {
    expect(
      [...allowed].filter(([, all]) => all.some(({ Action }) => Action.includes(action))).map(([role]) => role),
    ).toEqual([]);
  });

  it('no action is written with a star, in any stack', () => {
    const stars = Object.values(stacks).flatMap((stack) =>
      [...allowedIn(stack)]
        // The CDK's own, which lays the portal's files while deploying; `excuses.ts` says what it may.
        .filter(([role]) => !role.startsWith('CustomCDKBucketDeployment'))
        .flatMap(([role, all]) =>
          all.flatMap(({ Action }) => Action.filter((one) => one.includes('*')).map((one) => `${role} ${one}`)),
        ),
    );
    expect(stars).toEqual([]);
  });

  it('a resource is a star only where its action names none', () => {
    const stars = Object.values(stacks).flatMap((stack) =>
      [...allowedIn(stack)].flatMap(([role, all]) =>
        all
          .filter(({ Effect, Resource }) => Effect === 'Allow' && Resource === '"*"')
          .map(({ Action }) => `${role} ${Action.join(' ')}`),
      ),
    );
    expect(stars.map((one) => one.split(' ').slice(1).join(' ')).sort()).toEqual([
      'dynamodb:ListStreams',
      'dynamodb:ListStreams ses:GetSendQuota',
      'ses:SetActiveReceiptRuleSet',
    ]);
  });

  it('mail goes out from one address, in one configuration', () => {
    const [send] = ofGroup('letters-identity').filter(({ Action }) => Action.includes('ses:SendRawEmail'));
    expect(send?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'utfort@post.utfort.exempel.example' } });
    expect(send?.Resource).toContain('configuration-set/');
    // In the sandbox each recipient's identity is asked for too.
    expect(send?.Resource).toContain(':identity/*');
  });
});

describe('the table’s items', () => {
  const tables = groupIds.map(
    (id) =>
      [id, ofGroup(id).filter(({ Action }) => Action.some((one) => /^dynamodb:.*(Item|Query)$/.test(one)))] as const,
  );

  it.each(tables)('%s comes only to its own partitions', (id, statements) => {
    const reach = groups.find((group) => group.id === id)?.reach;
    const keys = (actions: readonly string[]) =>
      statements
        .filter(({ Action }) => Action.some((one) => actions.includes(one)))
        .flatMap(({ Condition }) => Condition['ForAllValues:StringLike']['dynamodb:LeadingKeys'] as string | string[])
        .flat();
    const starred = (some: readonly string[] = []) => some.map((one) => (one.endsWith('#') ? `${one}*` : one));
    expect(new Set(keys(['dynamodb:GetItem', 'dynamodb:Query']))).toEqual(new Set(starred(reach?.reads)));
    expect(new Set(keys(['dynamodb:PutItem']))).toEqual(new Set(starred(reach?.writes)));
    expect(keys(['dynamodb:DeleteItem'])).toEqual(starred(reach?.deletes));
    // "For all values" is true of none: a request without a key must not slip through.
    for (const { Condition } of statements) expect(Condition.Null).toEqual({ 'dynamodb:LeadingKeys': 'false' });
  });

  it('are whole partitions, so that no prefix reaches into another', () => {
    const open = partitions.filter((one) =>
      partitions.some(
        (other) => other !== one && one.endsWith('#') && other.startsWith(one) && !one.startsWith('MONTH#'),
      ),
    );
    expect(open).toEqual([]);
  });

  it('of identity are read and written by identity alone', () => {
    const person = groupIds.filter((id) =>
      ofGroup(id).some(({ Condition }) => JSON.stringify(Condition ?? {}).includes('PERSON#')),
    );
    // Files that are read in, customers with them, are read by the clock; a name in a mail is recognised, and hidden; and one
    // on an invoice is, and the invoice returned (L-42). To recognise is by keyed hashes: nobody is opened.
    const more = ['settings-job', 'invoices-write', 'mail-job'];
    const may = groups.filter(({ id, profile }) => profile === 'identity' || more.includes(id));
    expect(person).toEqual(may.map(({ id }) => id));
  });

  it('cannot be updated in place, and signed rows, access rows, turns and the journal not deleted, by anyone at all', () => {
    const [[, table] = []] = ofType(data, 'AWS::DynamoDB::Table');
    const denied = statementsIn(table?.Properties.ResourcePolicy.PolicyDocument);
    expect(denied.map(({ Effect, Sid }) => [Effect, Sid])).toEqual([
      ['Deny', 'WholeItemsInTransactionsOnly'],
      ['Deny', 'WrittenOnce'],
    ]);
    expect(denied[0]?.Action).toEqual(
      expect.arrayContaining([
        'dynamodb:UpdateItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:PartiQLUpdate',
        'dynamodb:PartiQLDelete',
      ]),
    );
    expect(denied[1]?.Action).toEqual(['dynamodb:DeleteItem']);
    expect(denied[1]?.Condition['ForAnyValue:StringLike']['dynamodb:LeadingKeys']).toEqual([
      'ACCESS#*',
      'CHAIN#*',
      'JOURNAL#*',
      'TURN#*',
    ]);
    expect(JSON.stringify(table?.Properties.ResourcePolicy)).toContain('"Principal":{"AWS":"*"}');
  });
});

describe('what is kept', () => {
  it('keeps its names: a template that would replace the table, a bucket or a key is red', () => {
    const kept = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key'].flatMap((type) =>
      ofType(data, type).map(([id]) => id),
    );
    expect(kept.sort()).toEqual([
      'DataKey17AFBB84',
      'Documents7E5B2978',
      'HmacKey14D2AB00',
      'IdentityKeyF50EF652',
      'Incoming1ED1B7CF',
      'Logs6819BB44',
      'Records091F6ECA',
      'SigningKeyEEFC2790',
      'TableCD117FA1',
    ]);
    expect(ofType(service, 'AWS::Cognito::UserPool').map(([id]) => id)).toEqual(['SignInPeople26B168CC']);
  });

  it('keeps what would make CloudFormation replace it', () => {
    const [[, table] = []] = ofType(data, 'AWS::DynamoDB::Table');
    expect(table?.Properties.TableName).toBeUndefined();
    expect(table?.Properties.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    for (const [, { Properties }] of ofType(data, 'AWS::S3::Bucket')) expect(Properties.BucketName).toBeUndefined();
  });

  it('outlives its stack', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::Cognito::UserPool'])
      for (const [id, { DeletionPolicy, UpdateReplacePolicy }] of ofType({ ...data, ...service }, type))
        expect([id, DeletionPolicy, UpdateReplacePolicy]).toEqual([id, 'Retain', 'Retain']);
  });

  it('is the table with its past, its protection and its bell', () => {
    const [[, table] = []] = ofType(data, 'AWS::DynamoDB::Table');
    expect(table?.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
      TimeToLiveSpecification: { AttributeName: 'weedAt', Enabled: true },
    });
    for (const { Projection } of table?.Properties.GlobalSecondaryIndexes ?? [])
      expect(Projection).toEqual({ ProjectionType: 'KEYS_ONLY' });
    expect(table?.Properties.GlobalSecondaryIndexes).toHaveLength(3);
  });

  const buckets = Object.values(stacks).flatMap((stack) => ofType(stack, 'AWS::S3::Bucket'));
  it.each(buckets)('%s is shut, encrypted and over TLS only', (id, { Properties }) => {
    const blocked = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    expect(Properties.PublicAccessBlockConfiguration).toEqual(blocked);
    const [rule] = Properties.BucketEncryption.ServerSideEncryptionConfiguration;
    expect(rule.ServerSideEncryptionByDefault.SSEAlgorithm).toBe(/^(Logs|Site)/.test(id) ? 'AES256' : 'aws:kms');
    const policy = ofType(everything, 'AWS::S3::BucketPolicy').find(([, one]) => one.Properties.Bucket.Ref === id);
    const noTls = statementsIn(policy?.[1].Properties.PolicyDocument).filter(
      ({ Effect, Condition }) => Effect === 'Deny' && Condition?.Bool?.['aws:SecureTransport'] === 'false',
    );
    expect(noTls).toHaveLength(1);
    if (!id.startsWith('Logs')) expect(Properties.LoggingConfiguration).toBeDefined();
  });

  it('locks what is signed beyond anybody’s reach, and documents where a case says so', () => {
    const bucket = (name: string) =>
      ofType(data, 'AWS::S3::Bucket').find(([id]) => id.startsWith(name))?.[1].Properties;
    expect(bucket('Records').ObjectLockConfiguration.Rule.DefaultRetention).toEqual({ Days: 2557, Mode: 'COMPLIANCE' });
    expect(bucket('Documents')).toMatchObject({
      ObjectLockEnabled: true,
      VersioningConfiguration: { Status: 'Enabled' },
    });
    expect(bucket('Documents').ObjectLockConfiguration?.Rule).toBeUndefined();
    expect(bucket('Incoming').ObjectLockEnabled).toBeUndefined();
    expect(bucket('Incoming').LifecycleConfiguration.Rules[0]).toMatchObject({
      ExpirationInDays: 30,
      Status: 'Enabled',
    });
  });

  it('lets nobody read what has come in before it is found clean, and nobody say so but the scanner', () => {
    const policy = ofType(data, 'AWS::S3::BucketPolicy').find(([id]) => id.startsWith('Incoming'))?.[1].Properties
      .PolicyDocument;
    const [gate] = statementsIn(policy).filter(({ Sid }) => Sid === 'ReadOnlyWhatIsClean');
    expect(gate).toMatchObject({ Effect: 'Deny', Action: ['s3:GetObject', 's3:GetObjectVersion'] });
    expect(gate?.Condition.StringNotEquals).toEqual({
      's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND',
    });
    expect(JSON.stringify(gate?.Condition.ArnNotEquals)).toContain('ScanGateScanner');
    expect(statementsIn(policy).find(({ Sid }) => Sid === 'OnlyTheScannerSaysSo')).toMatchObject({ Effect: 'Deny' });
    expect(ofType(data, 'AWS::GuardDuty::MalwareProtectionPlan')[0]?.[1].Properties.Actions).toEqual({
      Tagging: { Status: 'ENABLED' },
    });
  });

  it('has one key for each purpose', () => {
    const spec = (name: string) => ofType(data, 'AWS::KMS::Key').find(([id]) => id.startsWith(name))?.[1].Properties;
    expect(spec('SigningKey')).toMatchObject({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    expect(spec('HmacKey')).toMatchObject({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
    expect(spec('IdentityKey')).toMatchObject({ EnableKeyRotation: true });
    expect(spec('DataKey')).toMatchObject({ EnableKeyRotation: true });
  });
});

describe('the ways in', () => {
  const routes = ofType(service, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties);

  it('are those of the API, every one, behind a token unless they are for everyone', () => {
    const wanted = [...apiRoutes(groups).values()].flatMap((some) =>
      some.map(({ method, path, everyone }) => [`${method} ${path}`, everyone ? 'NONE' : 'JWT']),
    );
    expect(routes.map(({ RouteKey, AuthorizationType }) => [RouteKey, AuthorizationType]).sort()).toEqual(
      wanted.sort(),
    );
    for (const { AuthorizationType, AuthorizerId } of routes)
      expect(AuthorizerId !== undefined).toBe(AuthorizationType === 'JWT');
  });

  it('trust one issuer and one audience', () => {
    const [[, authorizer] = []] = ofType(service, 'AWS::ApiGatewayV2::Authorizer');
    expect(authorizer?.Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
    });
    expect(authorizer?.Properties.JwtConfiguration.Audience).toHaveLength(1);
    expect(JSON.stringify(authorizer?.Properties.JwtConfiguration.Issuer)).toContain(
      'https://cognito-idp.eu-north-1.amazonaws.com/',
    );
  });

  it('let nobody in who has not been invited, nor with a password alone', () => {
    const [[, pool] = []] = ofType(service, 'AWS::Cognito::UserPool');
    expect(pool?.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      WebAuthnUserVerification: 'required',
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
      DeletionProtection: 'ACTIVE',
    });
    const [[, client] = []] = ofType(service, 'AWS::Cognito::UserPoolClient');
    expect(client?.Properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
      IdTokenValidity: 15,
    });
  });

  it('are closed to what does not come through the front', () => {
    const [[, front] = []] = ofType(portal, 'AWS::CloudFront::Distribution');
    const { Origins, WebACLId, ViewerCertificate, CacheBehaviors } = front?.Properties.DistributionConfig ?? {};
    expect(WebACLId).toBeDefined();
    expect(ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021');
    const api = Origins.find((origin: { CustomOriginConfig?: object }) => origin.CustomOriginConfig);
    expect(api.CustomOriginConfig.OriginProtocolPolicy).toBe('https-only');
    expect(api.OriginCustomHeaders[0].HeaderName).toBe('x-utfort-front');
    expect(JSON.stringify(api.OriginCustomHeaders[0].HeaderValue)).toContain('resolve:secretsmanager');
    const paths = new Set(
      Object.values(registry).flatMap(({ on }) => ('http' in on ? [`/${on.http.split(/[ /]/)[2]}`] : [])),
    );
    const starts = CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern.slice(0, -1));
    const leads = (path: string) => starts.filter((begins: string) => path.startsWith(begins));
    expect([...paths].filter((path) => leads(path).length !== 1)).toEqual([]);
    for (const begins of starts) expect([...paths].some((path) => path.startsWith(begins))).toBe(true);
    // What is the portal's own is never asked of the API.
    expect(['/index.html', '/config.json', '/icon.svg', '/assets/index.js'].flatMap(leads)).toEqual([]);
    for (const { id, routes: some } of groups) {
      const fn = functionOf(id);
      expect([id, fn?.Properties.Environment.Variables.FRONT_SECRET !== undefined]).toEqual([id, some.length > 0]);
    }
  });

  it('bind the browser', () => {
    const [[, headers] = []] = ofType(portal, 'AWS::CloudFront::ResponseHeadersPolicy');
    const security = headers?.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig;
    expect(security).toMatchObject({
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, Override: true },
      FrameOptions: { FrameOption: 'DENY' },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
    });
    expect(JSON.stringify(security.ContentSecurityPolicy)).toContain("default-src 'none'; script-src 'self'");
  });

  it('let a page fetch a scan from the documents, and nothing write or read there from another address', () => {
    const [[, headers] = []] = ofType(portal, 'AWS::CloudFront::ResponseHeadersPolicy');
    const policy = JSON.stringify(headers?.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig);
    const connect = /connect-src([^;]*);/.exec(policy)?.[1];
    expect(connect).toMatch(/Incoming.*Documents/);
    const rulesOf = (name: string) =>
      ofType(data, 'AWS::S3::Bucket').find(([id]) => id.startsWith(name))?.[1].Properties.CorsConfiguration?.CorsRules;
    const [{ AllowedOrigins }] = rulesOf('Incoming');
    expect(AllowedOrigins).toEqual([expect.stringMatching(/^https:\/\/[\w.-]+$/)]);
    expect(rulesOf('Documents')).toEqual([{ AllowedMethods: ['GET'], AllowedOrigins, MaxAge: 3600 }]);
    expect(rulesOf('Records')).toBeUndefined();
  });

  it('lead to the portal’s files: a year for those with a hash in their names, anew each time for the rest', () => {
    const laid = ofType(portal, 'Custom::CDKBucketDeployment').map(([, { Properties }]) => Properties);
    expect(laid.map(({ SystemMetadata }) => SystemMetadata['cache-control'])).toEqual([
      'public, max-age=31536000, immutable',
      'no-store',
    ]);
    // What is taken away is still asked for by whoever has the version before open.
    expect(laid.map(({ Prune }) => Prune)).toEqual([false, false]);
    const told = JSON.stringify(laid[1]?.SourceMarkers);
    expect(told).toContain('PeoplePortal');
  });

  it('are throttled for each address and each token, and the firewall keeps no sample of a request', () => {
    const [[, acl] = []] = ofType(edge, 'AWS::WAFv2::WebACL');
    const rates = acl?.Properties.Rules.flatMap(
      (rule: { Statement: { RateBasedStatement?: { AggregateKeyType: string } } }) =>
        rule.Statement.RateBasedStatement?.AggregateKeyType ?? [],
    );
    expect(rates).toEqual(['IP', 'CUSTOM_KEYS']);
    expect(JSON.stringify(acl)).not.toContain('"SampledRequestsEnabled":true');
    expect(ofType(service, 'AWS::ApiGatewayV2::Stage')[0]?.[1].Properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 200,
    });
  });

  it('log no path and no person', () => {
    const format = ofType(service, 'AWS::ApiGatewayV2::Stage')[0]?.[1].Properties.AccessLogSettings.Format;
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(/\$context\.(path|identity|authorizer\.claims)/);
  });

  it('by mail are over TLS only, and active', () => {
    expect(ofType(service, 'AWS::SES::ReceiptRule')[0]?.[1].Properties.Rule).toMatchObject({
      TlsPolicy: 'Require',
      Enabled: true,
    });
    expect(ofType(service, 'AWS::SES::ConfigurationSet')[0]?.[1].Properties.DeliveryOptions).toEqual({
      TlsPolicy: 'REQUIRE',
    });
    expect(JSON.stringify(ofType(service, 'Custom::AWS'))).toContain('setActiveReceiptRuleSet');
  });
});

const functionOf = (id: string) =>
  ofType(service, 'AWS::Lambda::Function').find(
    ([name]) => name.replace(/[0-9A-F]{8}$/, '') === id.replace('-', ''),
  )?.[1];

describe('the functions', () => {
  it.each(groupIds)('%s runs on Node 24 and is told only what it needs', (id) => {
    const fn = functionOf(id)?.Properties;
    expect(fn).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], LoggingConfig: { LogFormat: 'JSON' } });
    expect(Object.keys(fn.Environment.Variables).sort()).toEqual(environment[id]);
  });

  it('answer a request within the API’s half minute, and take their own time where nobody waits', () => {
    for (const { id, routes, schedules, streams, events } of groups) {
      const jobs = schedules.length + streams.length + events.length;
      expect([id, routes.length > 0, jobs > 0]).toEqual([id, jobs === 0, routes.length === 0]);
      expect([id, functionOf(id)?.Properties.Timeout]).toEqual([id, jobs > 0 ? 300 : 29]);
    }
  });

  it('keep their logs for half a year', () => {
    const kept = ofType(service, 'AWS::Logs::LogGroup').map(([, { Properties }]) => Properties.RetentionInDays);
    expect(new Set(kept)).toEqual(new Set([180]));
    for (const id of groupIds) expect(functionOf(id)?.Properties.LoggingConfig.LogGroup).toBeDefined();
  });

  it('say who is hurt when they fail, in the registry’s words', () => {
    const alarms = ofType(service, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    for (const { harm } of Object.values(registry))
      expect(
        alarms.filter(({ AlarmDescription }) => AlarmDescription.includes(harm)),
        harm,
      ).not.toEqual([]);
    for (const { AlarmActions, AlarmDescription } of alarms) {
      expect(AlarmActions).toHaveLength(1);
      expect(AlarmDescription.length).toBeGreaterThan(20);
    }
  });
});

const http = ['FRONT_SECRET', 'TABLE_NAME'];
/** Where first answers are kept: a large one is a document. */
const answering = ['DOCUMENTS_BUCKET', ...http];
const environment: Readonly<Record<string, readonly string[]>> = {
  'orders-identity': [
    ...['CELL', 'DOCUMENTS_BUCKET', 'FRONT_SECRET', 'HMAC_KEY_ID', 'IDENTITY_KEY_ID', 'INCOMING_BUCKET'],
    ...['PORTAL_URL', 'TABLE_NAME'],
  ],
  'orders-read': http,
  'orders-write': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'INCOMING_BUCKET', 'PORTAL_URL', 'TABLE_NAME'],
  'orders-job': ['PORTAL_URL', 'TABLE_NAME'],
  'choices-read': http,
  'choices-write': answering,
  'switches-read': http,
  'switches-write': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'INCOMING_BUCKET', 'PORTAL_URL', 'TABLE_NAME'],
  'switches-job': ['PORTAL_URL', 'TABLE_NAME'],
  'documents-write': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'INCOMING_BUCKET', 'TABLE_NAME'],
  'months-write': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'INCOMING_BUCKET', 'PORTAL_URL', 'TABLE_NAME'],
  'months-read': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'RECORDS_BUCKET', 'TABLE_NAME'],
  'months-sign': [
    'DOCUMENTS_BUCKET',
    'FRONT_SECRET',
    'INCOMING_BUCKET',
    'PORTAL_URL',
    'RECORDS_BUCKET',
    'SIGNING_KEY_ID',
    'SIGN_IN_CLIENT',
    'SIGN_IN_ISSUER',
    'TABLE_NAME',
  ],
  'months-job': ['DOCUMENTS_BUCKET', 'INCOMING_BUCKET', 'TABLE_NAME'],
  'months-seal': ['RECORDS_BUCKET', 'SIGNING_KEY_ID', 'TABLE_NAME'],
  'months-publish': ['DOCUMENTS_BUCKET', 'RECORDS_BUCKET', 'TABLE_NAME'],
  'deadlines-read': http,
  'deadlines-write': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'PORTAL_URL', 'TABLE_NAME'],
  'deadlines-job': ['PORTAL_URL', 'TABLE_NAME'],
  'letters-job': ['TABLE_NAME'],
  'letters-read': ['FRONT_SECRET', 'TABLE_NAME'],
  'letters-identity': ['CELL', 'HMAC_KEY_ID', 'MAIL_CONFIGURATION_SET', 'MAIL_FROM', 'TABLE_NAME'],
  'letters-write': answering,
  'people-read': http,
  'people-identity': ['CELL', 'FRONT_SECRET', 'HMAC_KEY_ID', 'IDENTITY_KEY_ID', 'TABLE_NAME'],
  'people-write': answering,
  'messages-read': http,
  'messages-write': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'PORTAL_URL', 'TABLE_NAME'],
  'settings-identity': [
    ...['CELL', 'DOCUMENTS_BUCKET', 'FRONT_SECRET', 'HMAC_KEY_ID', 'IDENTITY_KEY_ID', 'PORTAL_URL', 'TABLE_NAME'],
  ],
  'settings-write': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'INCOMING_BUCKET', 'TABLE_NAME'],
  'settings-job': ['CELL', 'HMAC_KEY_ID', 'IDENTITY_KEY_ID', 'INCOMING_BUCKET', 'PORTAL_URL', 'TABLE_NAME'],
  'purchases-read': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'RECORDS_BUCKET', 'TABLE_NAME'],
  'purchases-write': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'INCOMING_BUCKET', 'PORTAL_URL', 'TABLE_NAME'],
  'purchases-identity': ['CELL', 'DOCUMENTS_BUCKET', 'FRONT_SECRET', 'IDENTITY_KEY_ID', 'TABLE_NAME'],
  'purchases-sign': [
    ...['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'PORTAL_URL', 'RECORDS_BUCKET'],
    ...['SIGNING_KEY_ID', 'SIGN_IN_CLIENT', 'SIGN_IN_ISSUER', 'TABLE_NAME'],
  ],
  'caseloads-read': http,
  'caseloads-write': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'PORTAL_URL', 'TABLE_NAME'],
  'caseloads-job': ['PORTAL_URL', 'TABLE_NAME'],
  'bookings-read': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'TABLE_NAME'],
  'bookings-write': answering,
  'purchases-job': ['PORTAL_URL', 'TABLE_NAME'],
  'switches-identity': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'PORTAL_URL', 'TABLE_NAME'],
  'settings-read': http,
  'providers-write': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'PORTAL_URL', 'TABLE_NAME'],
  'providers-read': http,
  'invoices-read': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'RECORDS_BUCKET', 'TABLE_NAME'],
  'invoices-write': [
    ...['CELL', 'DOCUMENTS_BUCKET', 'FRONT_SECRET', 'HMAC_KEY_ID', 'INCOMING_BUCKET', 'PORTAL_URL'],
    ...['RECORDS_BUCKET', 'TABLE_NAME'],
  ],
  'invoices-job': ['TABLE_NAME'],
  'invoices-sign': [
    ...['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'PORTAL_URL', 'RECORDS_BUCKET', 'SIGNING_KEY_ID'],
    ...['SIGN_IN_CLIENT', 'SIGN_IN_ISSUER', 'TABLE_NAME'],
  ],
  'mail-job': ['CELL', 'DOCUMENTS_BUCKET', 'HMAC_KEY_ID', 'INCOMING_BUCKET', 'PORTAL_URL', 'TABLE_NAME'],
  'mail-read': http,
  'mail-write': ['DOCUMENTS_BUCKET', 'FRONT_SECRET', 'MAIL_FROM', 'PORTAL_URL', 'TABLE_NAME'],
};

describe('what nobody waits for', () => {
  it('is timed by the clock in Sweden, every schedule of the registry', () => {
    const wanted = Object.entries(registry).flatMap(([key, { on }]) =>
      'schedule' in on ? [[JSON.stringify({ job: key }), on.schedule, 'Europe/Stockholm']] : [],
    );
    const made = ofType(service, 'AWS::Scheduler::Schedule').map(([, { Properties }]) => [
      Properties.Target.Input,
      Properties.ScheduleExpression,
      Properties.ScheduleExpressionTimezone,
    ]);
    expect(made.sort()).toEqual(wanted.sort());
  });

  it('is laid aside when it cannot be called', () => {
    for (const [id, { Properties }] of ofType(service, 'AWS::Scheduler::Schedule'))
      expect([id, Properties.Target.DeadLetterConfig?.Arn !== undefined]).toEqual([id, true]);
    for (const [id, { Properties }] of ofType(service, 'AWS::Events::Rule'))
      for (const target of Properties.Targets)
        expect([id, target.DeadLetterConfig?.Arn !== undefined]).toEqual([id, true]);
  });

  it('is laid aside when it cannot be done: every function that the clock calls', () => {
    const laid = ofType(service, 'AWS::Lambda::EventInvokeConfig').filter(
      ([, { Properties }]) => Properties.DestinationConfig?.OnFailure?.Destination !== undefined,
    );
    const names = laid.map(([, { Properties }]) => Properties.FunctionName.Ref.replace(/[0-9A-F]{8}$/, ''));
    expect(names.sort()).toEqual(
      groups
        .filter(({ schedules }) => schedules.length > 0)
        .map(({ id }) => id.replace('-', ''))
        .sort(),
    );
  });

  it('is laid aside one by one where it comes in batches', () => {
    const sources = ofType(service, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);
    for (const { FunctionResponseTypes } of sources) expect(FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    const streams = sources.filter(({ StartingPosition }) => StartingPosition);
    for (const stream of streams) {
      expect(stream).toMatchObject({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 3 });
      expect(stream.DestinationConfig.OnFailure.Destination).toBeDefined();
    }
    // A stream is read by two at most.
    expect(streams.map(({ FilterCriteria }) => JSON.parse(FilterCriteria.Filters[0].Pattern)).sort()).toEqual(
      ['SEALED#', 'LETTER#'].map((prefix) => ({
        eventName: ['INSERT'],
        dynamodb: { Keys: { pk: { S: [{ prefix }] } } },
      })),
    );
    const [queue] = sources.filter(({ StartingPosition }) => !StartingPosition);
    const read = service[queue.EventSourceArn['Fn::GetAtt'][0]];
    expect(read?.Properties.RedrivePolicy.maxReceiveCount).toBe(5);
    // Longer than six times what the function may take, or a message is read twice at once.
    const { id } = groups.find(({ events }) => events.length > 0) ?? { id: '' };
    expect(read?.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * functionOf(id)?.Properties.Timeout);
  });

  const queues = ofType(service, 'AWS::SQS::Queue');
  it.each(queues)('%s is encrypted and over TLS only, and rings', (id, { Properties }) => {
    expect(Properties.SqsManagedSseEnabled).toBe(true);
    const policy = ofType(service, 'AWS::SQS::QueuePolicy').find(([, one]) =>
      JSON.stringify(one.Properties.Queues).includes(`"${id}"`),
    );
    const denied = statementsIn(policy?.[1].Properties.PolicyDocument).filter(
      ({ Effect, Condition }) => Effect === 'Deny' && Condition?.Bool?.['aws:SecureTransport'] === 'false',
    );
    expect(denied).toHaveLength(1);
    const alarms = ofType(service, 'AWS::CloudWatch::Alarm').filter(([, one]) =>
      JSON.stringify(one.Properties.Dimensions ?? []).includes(`"${id}"`),
    );
    expect(alarms).toHaveLength(1);
  });
});

describe('changing to another table or key', () => {
  const changed = aTemplate({
    signingKey: 2,
    restoredTable: { name: 'restored', stream: 'arn:aws:dynamodb:eu-north-1:123456789012:table/z' },
  });
  const exportsOf = (outputs: Readonly<Record<string, unknown>>) =>
    Object.keys(outputs).filter((id) => id.startsWith('Exports'));

  it('keeps what was before, and what others hold of it', () => {
    expect(ofType(changed.data, 'AWS::DynamoDB::Table').map(([id]) => id)).toEqual(['TableCD117FA1']);
    expect(Object.keys(changed.data)).toContain('SigningKeyEEFC2790');
    expect(exportsOf(changed.outputs)).toEqual(expect.arrayContaining(exportsOf(outputs)));
  });

  it('leads every function to it', () => {
    const told = ofType(changed.service, 'AWS::Lambda::Function').flatMap(
      ([, { Properties }]) => Properties.Environment?.Variables.TABLE_NAME ?? [],
    );
    expect(new Set(told)).toEqual(new Set(['restored']));
    expect(JSON.stringify(changed.service)).toContain('SigningKey2');
    expect(JSON.stringify(changed.service)).not.toContain('FnGetAttSigningKeyEEFC2790');
  });
});
