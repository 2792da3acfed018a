import { connect } from 'node:tls';
import * as z from 'zod';

/**
 * After a deployment: `npm run smoke -- https://<portal> [https://<api id>.execute-api.eu-north-1.amazonaws.com]`.
 * Asks only what anybody may ask; changes nothing. With `http://` what TLS must answer for is passed over.
 */
const [address, apiAddress] = process.argv.slice(2);
if (!address || !z.url().safeParse(address).success) {
  console.error('npm run smoke -- https://utfort.exempel.example [https://abc.execute-api.eu-north-1.amazonaws.com]');
  process.exit(2);
}
const base = address.replace(/\/$/, '');
const overTls = base.startsWith('https://');

type Found = { readonly ok: boolean; readonly told: string };
const found = (ok: boolean, told: string): Found => ({ ok, told });

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${base}${path}`, { headers, redirect: 'manual', signal: AbortSignal.timeout(20_000) });

const unsigned = ['{"alg":"none"}', '{"sub":"A1"}'].map((part) => Buffer.from(part).toString('base64url')).join('.');

async function bindsTheBrowser(): Promise<Found> {
  const { status, headers } = await get('/');
  const wanted = {
    'content-security-policy': /default-src '(none|self)'/,
    'x-content-type-options': /nosniff/,
    'referrer-policy': /no-referrer|same-origin/,
    ...(overTls ? { 'strict-transport-security': /max-age=\d{8}/ } : {}),
  };
  const lacking = Object.entries(wanted).filter(([name, value]) => !value.test(headers.get(name) ?? ''));
  return found(
    status === 200 && lacking.length === 0,
    `${status}, lacks ${lacking.map(([name]) => name).join(', ') || 'nothing'}`,
  );
}

async function publishesKeys(): Promise<Found> {
  const answer = await get('/.well-known/jwks.json');
  const keys = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) }).safeParse(await answer.json());
  return found(answer.status === 200 && keys.success, `${answer.status}, ${keys.data?.keys.length ?? 'no'} keys`);
}

async function refuses(headers: Record<string, string>): Promise<Found> {
  const { status } = await get('/orders', headers);
  return found(status === 401, String(status));
}

async function judgesRecords(): Promise<Found> {
  const answer = await fetch(`${base}/months/records/verification`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const verdict = z.looseObject({ valid: z.boolean() }).safeParse(await answer.json());
  return found(answer.status === 200 && verdict.data?.valid === false, String(answer.status));
}

async function describesItself(): Promise<Found> {
  const { status } = await get('/openapi.json');
  return found(
    status === 200 || status === 403 || status === 404,
    status === 200 ? '200' : `${status}: not published here`,
  );
}

async function leadsToTls(): Promise<Found> {
  const answer = await fetch(base.replace('https://', 'http://'), { redirect: 'manual' });
  return found(
    answer.status === 301 && (answer.headers.get('location') ?? '').startsWith('https://'),
    String(answer.status),
  );
}

const handshake = (maxVersion: 'TLSv1.1' | 'TLSv1.3'): Promise<Found> =>
  new Promise((resolve) => {
    const { hostname } = new URL(base);
    const socket = connect({ host: hostname, port: 443, servername: hostname, maxVersion, minVersion: 'TLSv1' });
    socket.once('secureConnect', () => {
      const days = Math.floor((Date.parse(socket.getPeerCertificate().valid_to) - Date.now()) / 86_400_000);
      resolve(found(days > 14, `${socket.getProtocol()}, ${days} days left`));
      socket.end();
    });
    socket.once('error', (error) => resolve(found(false, error.message)));
  });

async function isShut(api: string): Promise<Found> {
  const { status } = await fetch(`${api.replace(/\/$/, '')}/.well-known/jwks.json`);
  return found(status === 403, String(status));
}

const questions: readonly (readonly [string, () => Promise<Found>])[] = [
  ['the front answers, and binds the browser', bindsTheBrowser],
  ['the signing keys are published', publishesKeys],
  ['nobody comes in without a token', () => refuses({})],
  ['nobody comes in with an unsigned token', () => refuses({ authorization: `Bearer ${unsigned}.` })],
  ['anybody may have a record judged', judgesRecords],
  ['the API describes itself', describesItself],
  ...(overTls
    ? ([
        ['plain HTTP leads to TLS', leadsToTls],
        ['TLS is new, and its certificate stands', () => handshake('TLSv1.3')],
        ['old TLS is refused', async () => ({ ...(await handshake('TLSv1.1')), ok: !(await handshake('TLSv1.1')).ok })],
      ] as const)
    : []),
  ...(apiAddress ? ([['the API is shut to those who go round the front', () => isShut(apiAddress)]] as const) : []),
];

let failed = 0;
for (const [question, ask] of questions) {
  const { ok, told } = await ask().catch((failure: unknown) => found(false, String(failure)));
  if (!ok) failed += 1;
  console.log(`${ok ? 'yes' : 'NO '}  ${question} (${told})`);
}
process.exitCode = failed === 0 ? 0 : 1;
