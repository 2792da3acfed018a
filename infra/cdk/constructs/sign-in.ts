import { Duration, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  type CfnUserPool,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  OidcAttributeRequestMethod,
  PasskeyUserVerification,
  ProviderAttribute,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClientIdentityProvider,
  UserPoolIdentityProviderOidc,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Cell } from '../cell.ts';

/**
 * Who somebody is. Staff come by the municipality's own sign-in; a private provider's people by invitation, with a
 * passkey or a one-time code beside the password. What they may do stands in the table, never here.
 */
export class SignIn extends Construct {
  readonly authorizer: HttpJwtAuthorizer;
  readonly domain: string;
  readonly issuer: string;
  readonly clientId: string;

  constructor(scope: Construct, id: string, { cell }: { cell: Cell }) {
    super(scope, id);
    const { region } = Stack.of(this);
    const prefix = `utfort-${cell.name}`;
    this.domain = `${prefix}.auth.${region}.amazoncognito.com`;

    const pool = new UserPool(this, 'People', {
      selfSignUpEnabled: false,
      // A name given once and never changed: the id that memberships are written under.
      signInAliases: { username: true, email: true },
      signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
      passkeyRelyingPartyId: this.domain,
      passkeyUserVerification: PasskeyUserVerification.REQUIRED,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      userInvitation: {
        emailSubject: 'Välkommen till Utfört',
        emailBody: `Du har bjudits in till Utfört. Användarnamn: {username}. Engångslösenord: {####}. Logga in på https://${cell.portal} inom sju dagar.`,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // A passkey that asks for a finger or a code is two factors in one.
    (pool.node.defaultChild as CfnUserPool).webAuthnFactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION';
    pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: prefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });

    const staff =
      cell.staffSignIn &&
      new UserPoolIdentityProviderOidc(this, 'Staff', {
        userPool: pool,
        name: 'kommunen',
        issuerUrl: cell.staffSignIn.issuer,
        clientId: cell.staffSignIn.clientId,
        clientSecret: SecretValue.secretsManager(cell.staffSignIn.clientSecret).unsafeUnwrap(),
        scopes: ['openid', 'email'],
        attributeRequestMethod: OidcAttributeRequestMethod.GET,
        attributeMapping: { email: ProviderAttribute.other('email') },
      });

    const client = pool.addClient('Portal', {
      generateSecret: false,
      authFlows: {},
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(10),
      supportedIdentityProviders: [
        UserPoolClientIdentityProvider.COGNITO,
        ...(staff ? [UserPoolClientIdentityProvider.custom(staff.providerName)] : []),
      ],
      // Code with PKCE: a browser keeps no secret.
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [`https://${cell.portal}/`],
        logoutUrls: [`https://${cell.portal}/`],
      },
    });
    if (staff) client.node.addDependency(staff);
    new CfnManagedLoginBranding(this, 'Look', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    this.clientId = client.userPoolClientId;
    this.issuer = `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`;
    // Of an access token the gateway holds `client_id` against the audience: it names no other.
    this.authorizer = new HttpJwtAuthorizer('Token', this.issuer, { jwtAudience: [this.clientId] });
  }
}
