import { randomBytes } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { registry } from '../../functions/registry.ts';
import { idMaker } from '../domain/id-kinds.ts';
import { aboutFailure } from '../http/failure.ts';
import { systemDns } from '../mail/system-dns.ts';
import type { Deps } from '../ports/deps.ts';
import { dynamoTable } from './dynamo-table.ts';
import { lazyPorts, once } from './lazy-ports.ts';
import { requestHandler, type Surroundings } from './setting.ts';

/** Where the functions run: what their entries reach of the outside, and where their work is counted. */
export type Runtime = {
  /** `keys` are the registry keys of the function's entries: only functions that sign reach the signing key. */
  depsOf(keys: readonly string[]): Deps;
  /** A metric for each name. */
  count(entry: string, counts: Readonly<Record<string, number>>): void;
};

const serviceName = 'utfort';
const isKey = (key: string): key is keyof typeof registry => Object.hasOwn(registry, key);
const signs = (key: string): boolean => isKey(key) && registry[key].profile === 'sign';

/**
 * The adapters in some surroundings. Nothing is made before it is used: clients are built once, and each part is loaded
 * with its clients when an entry first uses it; a bundle leaves out the parts that none of its entries use.
 */
export function runtimeIn(around: Surroundings): Runtime {
  const logger = once(() => new Logger({ serviceName }));
  const metrics = once(() => new Metrics({ namespace: 'Utfort', serviceName }));
  const table = once(() => dynamoTable(new DynamoDBClient({ requestHandler }), around.setting('TABLE_NAME')));
  const parts = {
    documents: once(async () => (await import('./parts/documents.ts')).documents(around)),
    sealing: once(async () => (await import('./parts/sealing.ts')).sealingSigner(around)),
    publishing: once(async () => (await import('./parts/publishing.ts')).publishingSigner(around)),
    identity: once(async () => (await import('./parts/identity.ts')).identityKeys(around)),
    idTokens: once(async () => (await import('./parts/id-tokens.ts')).idTokens(around)),
    mail: once(async () => (await import('./parts/mail.ts')).mailer(around)),
  };

  return {
    depsOf: (keys) => ({
      get table() {
        return table();
      },
      documents: lazyPorts.documents(parts.documents),
      signer: lazyPorts.signer(keys.some(signs) ? parts.sealing : parts.publishing),
      mailer: lazyPorts.mailer(parts.mail),
      identityKeys: lazyPorts.identityKeys(parts.identity),
      idTokens: lazyPorts.idTokens(parts.idTokens),
      dns: systemDns,
      clock: around.clock,
      newId: idMaker(Date.now, () => randomBytes(8)),
      randomBytes,
      get portalUrl() {
        return around.setting('PORTAL_URL');
      },
      get mailAddress() {
        return around.setting('MAIL_FROM');
      },
      log: {
        error: (message, { entry, failure }) => logger().error(message, { entry, ...aboutFailure(failure) }),
      },
    }),

    count(entry, counts) {
      for (const [name, count] of Object.entries(counts)) {
        const single = metrics().singleMetric();
        single.addDimension('entry', entry);
        single.addMetric(name, MetricUnit.Count, count);
      }
    },
  };
}

/** On AWS: the functions' own environment, which is read here and nowhere else, and the world's clock. */
export const awsRuntime = runtimeIn({
  setting(name) {
    const value = process.env[name];
    if (!value) throw new Error(`the environment lacks ${name}`);
    return value;
  },
  clock: { now: () => new Date().toISOString() },
  emulated: () => process.env.AWS_ENDPOINT_URL !== undefined,
});
