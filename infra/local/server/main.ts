import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPortal } from '../../portal/build.ts';
import { seedDemo } from '../demo.ts';
import { CannotStart } from './cannot-start.ts';
import { type LocalServer, openLocalServer } from './local-server.ts';
import { demoUsers } from './sign-in/demo-users.ts';

type Environment = Readonly<Record<string, string | undefined>>;

function portIn(environment: Environment, name: string, usual: number): number {
  const text = environment[name] || String(usual);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new CannotStart(`${name} is ${text}; it must be a port number, or 0.`);
  return port;
}

function isEmptyWanted(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { empty: { type: 'boolean' } } }).values.empty ?? false;
  } catch {
    throw new CannotStart('npm start takes one flag: -- --empty (start without the demo municipality).');
  }
}

async function welcome({ base, smtpPort, machine }: LocalServer): Promise<string> {
  const users = await demoUsers(machine.deps.table);
  const logins = users.map(({ user, role, providerId }) => `${user} ${role}${providerId ? ` ${providerId}` : ''}`);
  return [
    `ready ${base}`,
    `  Machine   ${base}/_local`,
    `  SMTP      127.0.0.1:${smtpPort}`,
    `  Mailbox   ${base}/_local/mailbox`,
    `  OpenAPI   ${base}/openapi.json (to read: ${base}/api)`,
    `  Logins    ${logins.slice(0, 12).join(', ')}${logins.length > 12 ? ', …' : ''}`,
    '',
  ].join('\n');
}

/** Opens the machine, says that it is ready, and closes it when it is asked to. */
export async function main(args: readonly string[], environment: Environment): Promise<void> {
  let server: LocalServer | undefined;
  let asked = false;
  const stop = () => {
    if (asked) process.exit(1);
    asked = true;
    server?.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    server = await openLocalServer({
      portal: await buildPortal(),
      folder: resolve(environment.DATA_DIR || '.data'),
      port: portIn(environment, 'PORT', 8080),
      smtpPort: portIn(environment, 'SMTP_PORT', 2525),
      seed: isEmptyWanted(args) ? undefined : seedDemo,
    });
    if (asked) await server.close().then(() => process.exit(0));
    process.stdout.write(await welcome(server));
  } catch (failure) {
    if (!(failure instanceof CannotStart)) throw failure;
    process.stderr.write(`${failure.message}\n`);
    process.exitCode = 1;
  }
}
