import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { publicOf, settingsStore } from '../../../shared/stores/settings-store.ts';
import type { Machine } from '../machine.ts';
import { jsonReply, type LocalReply, type LocalRoute } from './route.ts';
import { clientId } from './sign-in/sign-in-key.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv; charset=utf-8',
};

/** The portal's own policy, the same as in the cloud: its own files and this API, nothing inline, nothing foreign. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const hashed = 'public, max-age=31536000, immutable';

const fileReply = (folder: string, name: string): LocalReply => ({
  statusCode: 200,
  headers: {
    'content-type': types[extname(name)] ?? 'application/octet-stream',
    'cache-control': name.startsWith('assets/') ? hashed : 'no-cache',
    'content-security-policy': policy,
  },
  body: readFileSync(join(folder, name)),
});

/** The built portal at `/`, as it is served in the cloud, and what it must know before anybody has signed in. */
export function portalRoutes({ deps }: Machine, base: string, folder: string, version: string): readonly LocalRoute[] {
  const names = globSync('**/*.*', { cwd: folder });
  const files = names.map((name): LocalRoute => ({ on: `GET /${name}`, answer: () => fileReply(folder, name) }));

  const config: LocalRoute['answer'] = async () => {
    const settings = (await settingsStore(deps.table).find())?.entity;
    const oidc = `${base}/oidc`;
    return jsonReply({
      ...publicOf(settings),
      version,
      signIn: {
        issuer: oidc,
        authorize: `${oidc}/auth`,
        token: `${oidc}/token`,
        logout: `${oidc}/session/end`,
        clientId,
      },
      machine: '/_local',
    });
  };

  /** The sign-in knows the machine by one name only: who comes by the other is sent there. */
  const front: LocalRoute['answer'] = ({ headers }) =>
    `http://${headers.host}` === base
      ? fileReply(folder, 'index.html')
      : { statusCode: 307, headers: { location: `${base}/` }, body: '' };

  return [{ on: 'GET /', answer: front }, { on: 'GET /config.json', answer: config }, ...files];
}
