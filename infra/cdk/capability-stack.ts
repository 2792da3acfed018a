import { NestedStack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Bundle } from './bundle.ts';
import type { Alarms } from './constructs/alarms.ts';
import type { Api } from './constructs/api.ts';
import { Doorbell } from './constructs/doorbell.ts';
import type { MailIn } from './constructs/mail-in.ts';
import type { MailOut } from './constructs/mail-out.ts';
import { ServiceFunction } from './constructs/service-function.ts';
import { timedIn } from './constructs/timed.ts';
import type { StackSurroundings } from './environment.ts';
import type { Group } from './groups.ts';

type Props = {
  readonly groups: readonly Group[];
  readonly bundles: readonly Bundle[];
  readonly around: StackSurroundings;
  readonly alarms: Alarms;
  readonly api: Api;
  readonly mailOut: MailOut;
  readonly mailIn: MailIn;
};

/**
 * One capability's functions, with all that is a function's own: its role, log, alarms, schedules, bell, and where what
 * could not be done is laid. It stands within the service stack, and is deployed and rolled back with it, but its
 * resources are counted by themselves, so that a capability more is one resource more there.
 *
 * What moves from one capability to another is made in the one before it is taken away from the other. Therefore nothing
 * here has a name that there can be but one of: routes, names in the sign-in and the like stand in the service stack.
 */
export class CapabilityStack extends NestedStack {
  readonly functions: ReadonlyMap<string, ServiceFunction>;

  constructor(scope: Construct, capability: string, { groups, bundles, around, alarms, api, mailOut, mailIn }: Props) {
    super(scope, capability, { description: `Utfört: ${capability}` });
    this.functions = new Map(
      groups.map((group) => {
        const bundle = bundles.find((one) => one.id === group.id);
        if (!bundle) throw new Error(`nothing was bundled for ${group.id}`);
        const handler = new ServiceFunction(this, group.id, { group, bundle, around, alarms });
        if (group.routes.length > 0) api.letAsk(handler);
        timedIn(this, group, { handler, alarms });
        if (group.reach.mails) mailOut.letSend(handler);
        for (const stream of group.streams)
          new Doorbell(this, `Doorbell-${stream}`, { stream, table: around.stores.table, handler, alarms });
        if (group.events.includes('ses-delivery')) mailOut.tell(handler);
        if (group.events.includes('mail-in')) mailIn.tell(handler);
        return [group.id, handler];
      }),
    );
  }
}
