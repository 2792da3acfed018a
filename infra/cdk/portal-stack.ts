import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { version } from '../version.ts';
import type { Cell } from './cell.ts';
import { PortalFiles } from './constructs/portal-files.ts';
import type { SignIn } from './constructs/sign-in.ts';
import { frontHeader } from './front/behind-front.ts';
import type { Group } from './groups.ts';

type Props = StackProps & {
  readonly cell: Cell;
  readonly groups: readonly Group[];
  readonly api: HttpApi;
  readonly signIn: SignIn;
  /** The folder of the built portal. */
  readonly files: string;
  /** Where files are sent to, and where those lie that a page draws. */
  readonly incoming: IBucket;
  readonly documents: IBucket;
  readonly logs: IBucket;
  readonly frontSecret: ISecret;
  readonly certificate: ICertificate;
  readonly webAclArn: string;
};

/** CloudFront takes so many ways to divide a distribution, and one of them is the portal itself. */
const mostPaths = 24;

/** So many letters are enough to tell the API's paths from the portal's own files. */
const tellingLetters = 4;

/** What two paths have in common from their beginning. */
const commonStart = (one: string, other: string): string => {
  const differs = [...one].findIndex((letter, at) => letter !== other[at]);
  return differs === -1 ? one : one.slice(0, differs);
};

/**
 * The first parts of the API's paths: `/orders`, `/months`, …; what begins alike is divided by what it begins with
 * (`/units` and `/unit-pairs` by `/unit`), since there may be only so many.
 */
function pathsOf(groups: readonly Group[]): readonly string[] {
  const firsts = groups.flatMap(({ routes }) => routes.map(({ path }) => `/${path.split('/')[1] ?? ''}`));
  const alike = Map.groupBy(new Set(firsts), (path) => path.slice(0, tellingLetters + 1));
  const paths = [...alike.values()].map((some) => some.reduce(commonStart)).sort();
  if (paths.length > mostPaths) throw new Error(`the front divides at most ${mostPaths} paths, not ${paths.length}`);
  return paths;
}

/** The one door: the portal's files and the API at one address, behind one firewall, over TLS, with headers that bind browsers. */
export class PortalStack extends Stack {
  constructor(scope: Construct, id: string, { cell, groups, api, certificate, webAclArn, ...rest }: Props) {
    const { signIn, files, incoming, documents, logs, frontSecret, ...props } = rest;
    super(scope, id, props);
    const site = new Bucket(this, 'Site', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'site/',
      removalPolicy: RemovalPolicy.RETAIN,
    });

    const responseHeadersPolicy = new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        contentSecurityPolicy: {
          override: true,
          contentSecurityPolicy: [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            `connect-src 'self' ${[signIn.domain, incoming.bucketRegionalDomainName, documents.bucketRegionalDomainName].map((host) => `https://${host}`).join(' ')}`,
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
          ].join('; '),
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'permissions-policy', value: 'camera=(), geolocation=(), microphone=()', override: true },
        ],
      },
    });
    const common = { responseHeadersPolicy, viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS };

    const behind = new HttpOrigin(`${api.apiId}.execute-api.${this.region}.${this.urlSuffix}`, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      customHeaders: { [frontHeader]: frontSecret.secretValue.unsafeUnwrap() },
    });
    const toApi: BehaviorOptions = {
      ...common,
      origin: behind,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    const distribution = new Distribution(this, 'Front', {
      comment: `Utfört ${cell.name}`,
      domainNames: [cell.portal],
      certificate,
      webAclId: webAclArn,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultRootObject: 'index.html',
      defaultBehavior: { ...common, origin: S3BucketOrigin.withOriginAccessControl(site) },
      additionalBehaviors: Object.fromEntries(pathsOf(groups).map((path) => [`${path}*`, toApi])),
    });
    new PortalFiles(this, 'Files', {
      site,
      folder: files,
      config: {
        version,
        signIn: {
          issuer: signIn.issuer,
          authorize: `https://${signIn.domain}/oauth2/authorize`,
          token: `https://${signIn.domain}/oauth2/token`,
          logout: `https://${signIn.domain}/logout`,
          clientId: signIn.clientId,
        },
      },
    });
    new CfnOutput(this, 'FrontAddress', {
      value: distribution.distributionDomainName,
      description: `CNAME of ${cell.portal}`,
    });
  }
}
