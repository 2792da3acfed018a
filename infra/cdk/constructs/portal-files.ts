import { Size } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { PortalConfig } from '../../../shared/domain/portal-config.ts';

/** What the deployment knows of a portal; whose it is, its colour and whom to call stand in the settings. */
type DeployedConfig = Pick<PortalConfig, 'version' | 'signIn'>;

type Props = {
  readonly site: IBucket;
  /** The folder of the built portal. */
  readonly folder: string;
  readonly config: DeployedConfig;
};

/**
 * The portal's files, and `config.json` beside them. Those with a hash in their name are kept by browsers for a year,
 * and stay in the bucket when the next version comes, for whoever has the old one open; the rest are asked for anew.
 */
export class PortalFiles extends Construct {
  constructor(scope: Construct, id: string, { site, folder, config }: Props) {
    super(scope, id);
    const common = {
      destinationBucket: site,
      prune: false,
      memoryLimit: 256,
      ephemeralStorageSize: Size.mebibytes(512),
    };
    const hashed = new BucketDeployment(this, 'Hashed', {
      ...common,
      sources: [Source.asset(folder, { exclude: ['*', '!assets', '!assets/**'] })],
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    });
    const named = new BucketDeployment(this, 'Named', {
      ...common,
      sources: [Source.asset(folder, { exclude: ['assets'] }), Source.jsonData('config.json', config)],
      cacheControl: [CacheControl.noStore()],
    });
    // A page never names a file that is not there yet.
    named.node.addDependency(hashed);
  }
}
