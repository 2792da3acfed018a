import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { registry } from '../../../functions/registry.ts';
import { type Bundle, bundle } from '../../../infra/cdk/bundle.ts';
import { behindFront, frontHeader } from '../../../infra/cdk/front/behind-front.ts';
import { knownAs } from '../../../infra/cdk/front/known-as.ts';
import { keepsAnswers } from '../../../infra/cdk/grants.ts';
import { groupsOf } from '../../../infra/cdk/groups.ts';
import { defaultProvider } from '../../../infra/cdk/lean/credentials.ts';

const groups = groupsOf(registry);
const out = mkdtempSync(join(tmpdir(), 'bundle-'));
let bundles: readonly Bundle[] = [];
beforeAll(async () => {
  bundles = await bundle(groups, out);
}, 60_000);
afterAll(() => rmSync(out, { recursive: true }));

const folderOf = (id: string) => bundles.find((one) => one.id === id)?.folder ?? '';
const codeOf = (id: string) =>
  globSync('**/*.mjs', { cwd: folderOf(id) })
    .map((file) => readFileSync(join(folderOf(id), file), 'utf8'))
    .join('\n');

describe('each function is laid with the means of what it may do, and no other', () => {
  it.each([
    ['to send mail', 'SendRawEmail', ['letters-identity']],
    ['to sign', 'ECDSA_SHA_256', ['months-sign', 'months-seal', 'purchases-sign', 'invoices-sign']],
    [
      'to check the sign-in that a signature is made with',
      'the keys of the sign-in cannot be read',
      ['months-sign', 'purchases-sign', 'invoices-sign'],
    ],
    [
      'to open or hash an identity',
      'HMAC_SHA_256',
      [
        ...['orders-identity', 'letters-identity', 'people-identity', 'settings-identity', 'settings-job'],
        ...['purchases-identity', 'invoices-write', 'mail-job'],
      ],
    ],
    [
      'to come to files',
      'GuardDutyMalwareScanStatus',
      // Care plans, documentation and the forms of a choice go into the file of the case (L-53, L-55, S-05); and a large
      // first answer is a file, wherever first answers are kept; a record is laid among the records after its commit.
      groups
        .filter(
          ({ id, reach }) =>
            ['months-read', 'months-job', 'months-publish', 'settings-job'].includes(id) ||
            ['purchases-read', 'purchases-identity', 'bookings-read', 'mail-job'].includes(id) ||
            ['invoices-read', 'invoices-write'].includes(id) ||
            keepsAnswers(reach),
        )
        .map(({ id }) => id),
    ],
    // The paper sheet of an order (S-20), a form of the month (L-28), the statement, and an agreement of two units (H-18).
    ['to set a PDF', 'StructTreeRoot', ['orders-identity', 'months-read', 'months-publish', 'purchases-write']],
  ])('%s', (_means, word, who) => {
    expect(groups.map(({ id }) => id).filter((id) => codeOf(id).includes(word))).toEqual(who);
  });

  it('and none with the chain of credentials, an emulator’s adapters or a source map', () => {
    for (const { id } of groups) {
      const code = codeOf(id);
      const strange = ['sso_start_url', 'CredentialProcess', 'node:sqlite'].filter((word) => code.includes(word));
      expect([id, strange]).toEqual([id, []]);
      expect(globSync('**/*.map', { cwd: folderOf(id) })).toEqual([]);
    }
  });

  it('finds its fonts where it is laid', () => {
    const { resolve } = createRequire(join(folderOf('months-publish'), 'index.mjs'));
    expect(resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')).toContain(out);
  });
});

describe('a bundled handler', () => {
  const ask = async (id: string, event: object): Promise<{ statusCode: number; body: string }> => {
    const module: { handler(event: object, context: object): Promise<{ statusCode: number; body: string }> } =
      await import(/* @vite-ignore */ join(folderOf(id), 'index.mjs'));
    return module.handler(event, {});
  };
  const asking = (route: string, headers: Record<string, string>) => {
    const [method, path = ''] = route.split(' ');
    const rawPath = path.replaceAll(/\{\w+\}/g, 'A-1');
    return { version: '2.0', routeKey: route, rawPath, headers, requestContext: { http: { method } } };
  };

  it.each(groups.filter(({ routes }) => routes.length > 0).map(({ id, members }) => [id, members] as const))(
    '%s starts, lets in what comes through the front, and asks who it is',
    async (id, members) => {
      vi.stubEnv('FRONT_SECRET', 'a-secret');
      vi.stubEnv('TABLE_NAME', 'none');
      vi.stubEnv('AWS_REGION', 'eu-north-1');
      const route = members.flatMap(({ entry: { on } }) =>
        'http' in on && on.roles !== 'everyone' ? [on.http] : [],
      )[0];
      expect(await ask(id, asking(route ?? '', {}))).toMatchObject({ statusCode: 403 });
      expect(await ask(id, asking(route ?? '', { [frontHeader]: 'another' }))).toMatchObject({ statusCode: 403 });
      expect(await ask(id, asking(route ?? '', { [frontHeader]: 'a-secret' }))).toMatchObject({ statusCode: 401 });
    },
  );
});

describe('the front’s secret', () => {
  const inside = behindFront(async (_event: object, _context: object) => 'inside' as const);
  const request = { headers: { [frontHeader]: 'x' }, requestContext: { http: {} } };

  it('lets nothing in over HTTP when there is none', async () => {
    vi.stubEnv('FRONT_SECRET', '');
    expect(await inside(request, {})).toMatchObject({ statusCode: 403 });
    expect(await inside({ ...request, headers: { [frontHeader]: '' } }, {})).toMatchObject({ statusCode: 403 });
  });

  it('is not asked of what comes another way', async () => {
    vi.stubEnv('FRONT_SECRET', '');
    for (const event of [
      { job: 'sendLetters' },
      { Records: [{ eventSource: 'aws:sqs', body: '{}' }] },
      { source: 'aws.ses' },
    ])
      expect(await inside(event, {})).toBe('inside');
  });
});

describe('who somebody is', () => {
  const seen = knownAs(async (event: object, _context: object) => event);
  const asked = (claims: object) => ({ requestContext: { authorizer: { jwt: { claims, scopes: null } } } });
  const subOf = async (claims: object) =>
    JSON.parse(JSON.stringify(await seen(asked(claims), {}))).requestContext.authorizer.jwt;

  it.each([
    ['an invited person, by the name of the invitation', { sub: 'f00d', 'cognito:username': 'M1' }, 'M1'],
    ['staff, by the municipality’s own subject', { sub: 'f00d', 'cognito:username': 'kommunen_a17' }, 'kommunen_a17'],
    ['by the other kind of token too', { sub: 'f00d', username: 'M1' }, 'M1'],
    ['and as what the token says where it says no name', { sub: 'f00d' }, 'f00d'],
  ])('%s', async (_who, claims, sub) => {
    expect(await subOf({ ...claims, nonce: 'n' })).toEqual({ claims: { ...claims, nonce: 'n', sub }, scopes: null });
  });

  it('is never taken from a header, and nobody where nobody has signed in', async () => {
    const event = { headers: { username: 'A1' }, requestContext: { http: {} } };
    expect(await seen(event, {})).toBe(event);
    expect(await seen({ job: 'x' }, {})).toEqual({ job: 'x' });
  });
});

describe('credentials', () => {
  it('are those of the function, or none', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', 'token');
    expect(await defaultProvider()()).toEqual({ accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'token' });
    vi.stubEnv('AWS_ACCESS_KEY_ID', '');
    await expect(defaultProvider()()).rejects.toThrow('no credentials');
  });
});
