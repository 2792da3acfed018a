import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Bundle } from './bundle.ts';
import { CapabilityStack } from './capability-stack.ts';
import type { Cell } from './cell.ts';
import { Alarms } from './constructs/alarms.ts';
import { Api } from './constructs/api.ts';
import { MailIn } from './constructs/mail-in.ts';
import { MailOut } from './constructs/mail-out.ts';
import { Overview } from './constructs/overview.ts';
import { SignIn } from './constructs/sign-in.ts';
import type { Group } from './groups.ts';
import { apiRoutes } from './routes.ts';
import type { Stores } from './stores.ts';

type Props = StackProps & {
  readonly cell: Cell;
  readonly groups: readonly Group[];
  readonly bundles: readonly Bundle[];
  readonly stores: Stores;
};

/** What a municipality's Utfört does: every line of the registry, reachable, allowed what it needs, and watched. */
export class ServiceStack extends Stack {
  readonly api: Api;
  readonly signIn: SignIn;
  readonly frontSecret: ISecret;

  constructor(scope: Construct, id: string, { cell, groups, bundles, stores, ...props }: Props) {
    super(scope, id, props);
    const alarms = new Alarms(this, 'Alarms', { to: cell.alarmsTo });
    this.signIn = new SignIn(this, 'SignIn', { cell });
    this.api = new Api(this, 'Api', { signIn: this.signIn.authorizer, alarms });
    this.frontSecret = new Secret(this, 'FrontSecret', {
      description: 'By which the front shows itself to the functions',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    const mailOut = new MailOut(this, 'MailOut', { cell, alarms });
    const mailIn = new MailIn(this, 'MailIn', { cell, stores, alarms });

    const around = {
      cell,
      stores,
      frontSecret: this.frontSecret.secretValue.unsafeUnwrap(),
      mailConfigurationSet: mailOut.configurationSet.configurationSetName,
      signIn: this.signIn,
    };
    const inside = { bundles, around, alarms, api: this.api, mailOut, mailIn };
    const routes = apiRoutes(groups);
    const functions = [...Map.groupBy(groups, ({ capability }) => capability)].flatMap(([capability, some]) => {
      const made = new CapabilityStack(this, capability, { groups: some, ...inside }).functions;
      // The routes stand here: an API has each but once, and two stacks cannot hand one over to each other.
      for (const [id, handler] of made) this.api.mount(id, routes.get(id) ?? [], handler);
      return [...made.values()];
    });
    new Overview(this, 'Overview', { alarms, functions, table: stores.table, name: cell.name });
    new CfnOutput(this, 'SignInPage', { value: `https://${this.signIn.domain}` });
  }
}
