import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aLocalServer, type TestServer } from '../support/a-local-server.ts';

let house: TestServer;
beforeAll(async () => {
  house = await aLocalServer();
});
afterAll(() => house.end());

type Heard = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string };

/** `fetch` writes Host and Origin itself; this says exactly what is asked. */
function ask(path: string, { method = 'GET', headers = {}, body = '' } = {}): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const call = request(`${house.base}`, { path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece) => {
        text += piece;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    call.on('error', reject).end(body);
  });
}
const port = () => new URL(house.base).port;

describe('the machine answers only those who sit at it', () => {
  const foreign: readonly [string, () => Record<string, string>, string][] = [
    ['a foreign name that leads here', () => ({ host: 'utfort.example' }), 'foreign-host'],
    ['a foreign name with our port', () => ({ host: `utfort.example:${port()}` }), 'foreign-host'],
    ['our name with another port', () => ({ host: '127.0.0.1:1' }), 'foreign-host'],
    ['our name without its port', () => ({ host: '127.0.0.1' }), 'foreign-host'],
    ['a page from elsewhere', () => ({ origin: 'https://evil.example' }), 'foreign-origin'],
    ['a page on another port here', () => ({ origin: 'http://127.0.0.1:1' }), 'foreign-origin'],
    ['a page without an origin', () => ({ origin: 'null' }), 'foreign-origin'],
    [
      'a picture on a page from elsewhere',
      () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
      'foreign-origin',
    ],
    [
      'a frame on a page from elsewhere',
      () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }),
      'foreign-origin',
    ],
  ];
  it.each(foreign)('refuses %s, on every path', async (_who, headers, code) => {
    for (const path of ['/', '/tasks', '/_local/users', '/oidc/jwks', '/openapi.json', '/nowhere']) {
      const heard = await ask(path, { headers: headers() });
      expect([path, heard.status, JSON.parse(heard.body).code]).toEqual([path, 403, code]);
      expect(heard.headers['content-type']).toContain('application/problem+json');
    }
  });

  const own: readonly [string, () => Record<string, string>][] = [
    ['127.0.0.1', () => ({ host: `127.0.0.1:${port()}`, origin: `http://127.0.0.1:${port()}` })],
    ['localhost', () => ({ host: `localhost:${port()}`, origin: `http://localhost:${port()}` })],
    [
      'a followed link',
      () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
    ],
  ];
  it.each(own)('answers %s', async (_who, headers) => {
    expect((await ask('/_local', { headers: headers() })).status).toBe(200);
  });
});

describe('what does not exist', () => {
  it.each([
    ['an unknown path', '/nowhere', 404],
    ['percent signs that make no sense', '/orders/%E0%A4%A', 404],
    ['an empty id', '/orders/', 404],
    ['a way up', '/_local/mail/..%2f..%2fkeys%2fsign-in.json', 404],
    ['a way to another file', '/_local/mail/sign-in.json', 404],
  ])('%s', async (_what, path, status) => {
    expect((await ask(path)).status).toBe(status);
  });

  it('another method is told which there are', async () => {
    const heard = await ask('/_local/clock', { method: 'DELETE' });
    expect([heard.status, heard.headers.allow, JSON.parse(heard.body).code]).toEqual([
      405,
      'HEAD, GET, PUT',
      'method-not-allowed',
    ]);
  });
});

it('gives every page the headers that keep scripts and frames out', async () => {
  for (const path of ['/', '/api', '/verifiera', '/_local/mailbox', '/openapi.json', '/nowhere']) {
    const { headers } = await ask(path);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
  }
});

it('answers HEAD as GET without the body', async () => {
  const [head, get] = [await ask('/openapi.json', { method: 'HEAD' }), await ask('/openapi.json')];
  expect(head).toMatchObject({ status: 200, body: '' });
  expect(head.headers['content-length']).toBe(get.headers['content-length']);
});

it('refuses a body above six megabytes, and takes one just below', async () => {
  const body = (size: number) => JSON.stringify({ name: 'x'.repeat(size) });
  const large = await ask('/_local/dns', { method: 'PUT', body: body(6_000_000) });
  expect([large.status, JSON.parse(large.body).code]).toEqual([413, 'too-large']);
  expect((await ask('/_local/dns', { method: 'PUT', body: body(5_900_000) })).status).toBe(422);
});
