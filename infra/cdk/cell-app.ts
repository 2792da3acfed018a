import { App, type Stack } from 'aws-cdk-lib';
import type { Bundle } from './bundle.ts';
import { type Cell, frontRegion, region } from './cell.ts';
import { DataStack } from './data-stack.ts';
import { EdgeStack } from './edge-stack.ts';
import type { Group } from './groups.ts';
import { PortalStack } from './portal-stack.ts';
import { ServiceStack } from './service-stack.ts';

/** Ways of newer CDK apps, said here so that every way of starting this one gives the same template. */
const context = {
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:checkSecretUsage': true,
  // What CloudFormation would refuse is an error here, not a warning on the way.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/customresources:installLatestAwsSdkDefault': false,
};

export const newApp = (outdir: string): App => new App({ context, outdir });

/** One municipality's four stacks, in the order that they are deployed. */
export function cellApp(
  app: App,
  { cell, groups, bundles, files }: { cell: Cell; groups: readonly Group[]; bundles: readonly Bundle[]; files: string },
): readonly Stack[] {
  const account = process.env.CDK_DEFAULT_ACCOUNT;
  const here = { env: { account, region }, crossRegionReferences: true };
  const name = (part: string) => `Utfort-${cell.name}-${part}`;

  const data = new DataStack(app, name('Data'), { ...here, cell });
  const service = new ServiceStack(app, name('Service'), { ...here, cell, groups, bundles, stores: data.stores });
  const edge = new EdgeStack(app, name('Edge'), { ...here, env: { account, region: frontRegion }, cell });
  const portal = new PortalStack(app, name('Portal'), {
    ...here,
    cell,
    groups,
    api: service.api.http,
    signIn: service.signIn,
    files,
    incoming: data.stores.incoming,
    documents: data.stores.documents,
    logs: data.logs,
    frontSecret: service.frontSecret,
    certificate: edge.certificate,
    webAclArn: edge.webAclArn,
  });
  return [data, service, edge, portal];
}
