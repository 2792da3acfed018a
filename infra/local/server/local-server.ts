import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { idMaker } from '../../../shared/domain/id-kinds.ts';
import { localDns } from '../../../shared/embedded/local-dns.ts';
import { localIdTokens } from '../../../shared/embedded/local-id-tokens.ts';
import { router } from '../../../shared/http/router.ts';
import { version } from '../../version.ts';
import { tickingClock } from '../clock.ts';
import { takeDeliveryEvents } from '../delivery-events.ts';
import type { LoadedWay } from '../load-ways.ts';
import { localMachine, type Machine } from '../machine.ts';
import { mailIn } from '../smtp/mail-server.ts';
import { keptCertificate } from '../smtp/own-certificate.ts';
import { authorizer } from './authorizer.ts';
import { CannotStart } from './cannot-start.ts';
import { clockRoutes } from './clock-routes.ts';
import { failureLog } from './failure-log.ts';
import { fileRoute } from './file-route.ts';
import { firstStart, prepareFolder } from './first-start.ts';
import { lockFolder } from './folder-lock.ts';
import { type Inside, listener } from './listener.ts';
import { type DemoSignature, demoSignature } from './mail/demo-signature.ts';
import { type DnsRecords, dnsRecords } from './mail/dns-records.ts';
import { dnsRoutes } from './mail/dns-routes.ts';
import { mailRoutes } from './mail/mail-routes.ts';
import { messageFolder } from './mail/message-folder.ts';
import { takeOldInbox } from './mail/old-inbox.ts';
import { previewRoutes } from './mail/preview-routes.ts';
import { writeRoutes } from './mail/write-routes.ts';
import { registryRoutes } from './mount.ts';
import { pageRoutes } from './page-routes.ts';
import { portalRoutes } from './portal-routes.ts';
import { signIn } from './sign-in/sign-in.ts';
import { clientId, type SignInKey, signInKey } from './sign-in/sign-in-key.ts';
import { usersRoutes } from './sign-in/users-routes.ts';
import { ticker } from './ticker.ts';
import { uploadRoute } from './upload-route.ts';

export type LocalServerSettings = {
  readonly folder: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly smtpPort: number;
  /** Fills a machine that starts for the first time; left out, it begins with one administrator. */
  readonly seed?: (machine: Machine) => Promise<void>;
  /** The ways in; the whole registry when left out. */
  readonly ways?: readonly LoadedWay[];
  /** The folder of the built portal; without one there is no portal at `/`. */
  readonly portal?: string;
};

export type LocalServer = {
  readonly base: string;
  readonly smtpPort: number;
  readonly machine: Machine;
  close(): Promise<void>;
};

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) =>
      reject(
        failure.code === 'EADDRINUSE'
          ? new CannotStart(`Port ${port} is in use; set PORT to another one, or to 0 for any.`)
          : failure,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });

/** Lets what is being answered be answered, but not for longer than a person would wait. */
const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), 3000);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });

const issuerAt = (base: string): string => `${base}/oidc`;

type MailParts = {
  readonly records: DnsRecords;
  readonly signature: DemoSignature;
  readonly smtp: { readonly port: number; readonly ca: string };
};

function insideOf(
  machine: Machine,
  base: string,
  { folder, portal }: LocalServerSettings,
  key: SignInKey,
  { records, signature, smtp }: MailParts,
): Inside {
  const issuer = issuerAt(base);
  const { deps } = machine;
  const sent = messageFolder(join(folder, 'mail'));
  const authorize = authorizer(key, issuer, deps.idTokens, () => machine.clock.aheadBy());
  const routes = [
    ...registryRoutes(machine, authorize),
    ...pageRoutes(machine, base),
    ...(portal === undefined ? [] : portalRoutes(machine, base, portal, version)),
    ...clockRoutes(machine),
    ...usersRoutes(key, issuer, deps),
    ...mailRoutes(machine, sent, smtp.port),
    ...previewRoutes,
    ...writeRoutes(machine, { sent, signature, smtp }),
    ...dnsRoutes(records, deps),
    uploadRoute(machine),
    fileRoute(machine),
  ];
  return { find: router(routes), signIn: signIn(base, key, deps) };
}

/** The whole machine on its ports. What has been opened is closed again, in the other order, also when it fails halfway. */
export async function openLocalServer(settings: LocalServerSettings): Promise<LocalServer> {
  const { folder } = settings;
  const log = failureLog();
  let inside: Inside | undefined;
  const server: Server = createServer(
    listener(
      () => portOf(server),
      () => inside,
      log,
    ),
  );
  const closing: (() => unknown)[] = [];
  // The doors are shut before anything behind them is.
  const close = async () => {
    await shut(server);
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const lock = lockFolder(folder);
    closing.push(() => lock.release());
    prepareFolder(folder, settings.seed !== undefined);

    await listen(server, settings.port);
    const base = `http://127.0.0.1:${portOf(server)}`;

    mkdirSync(join(folder, 'keys'), { recursive: true });
    const key = await signInKey(join(folder, 'keys', 'sign-in.json'), log);
    const clock = tickingClock(join(folder, 'clock.json'), log);
    const idTokens = localIdTokens({ key: key.public, issuer: issuerAt(base), clientId, aheadBy: clock.aheadBy });
    const records = dnsRecords(join(folder, 'dns.json'), log);
    const machine = await localMachine({
      folder,
      dns: localDns(records.all),
      clock,
      adapters: { idTokens },
      newId: idMaker(Date.now, () => randomBytes(8)),
      portalUrl: base,
      filesUrl: () => `${base}/_local`,
      log,
      ways: settings.ways,
    });
    closing.push(() => machine.close());
    const certificate = keptCertificate(join(folder, 'keys', 'smtp.pem'), ['localhost'], new Date(), log);
    const isOpen = () => inside !== undefined;
    const mail = await mailIn({ port: settings.smtpPort, machine, certificate, isOpen });
    closing.push(() => mail.close());
    await firstStart(folder, machine, settings.seed);
    const signature = await demoSignature(join(folder, 'keys', 'demo-mail.pem'), records, log);
    await signature.publishProviders(machine.deps);
    await takeOldInbox(join(folder, 'inbox'), machine);
    await takeDeliveryEvents(machine.deps, join(folder, 'mail'));
    const ticks = ticker(machine, log);
    closing.push(() => ticks.stop());
    const smtp = { port: mail.port, ca: certificate.cert };
    inside = insideOf(machine, base, settings, key, { records, signature, smtp });
    return { base, smtpPort: mail.port, machine, close };
  } catch (failure) {
    await close();
    throw failure;
  }
}
