import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EntryKey, registry } from '../../functions/registry.ts';
import type { WayIn } from '../../functions/way-in.ts';
import { loadWays } from '../../infra/local/load-ways.ts';
import { Role } from '../../shared/domain/roles.ts';
import { en } from '../../shared/messages/en.ts';
import { sv } from '../../shared/messages/sv.ts';
import { aWorld, everyone, unitPeople, type World } from '../support/a-world.ts';

const lines = Object.entries(registry) as [EntryKey, WayIn][];
const routes = lines.flatMap(([key, { on }]) => ('http' in on ? [{ key, http: on.http, roles: on.roles }] : []));
const guarded = routes.flatMap(({ key, http, roles }) => (roles === 'everyone' ? [] : [{ key, http, roles }]));

describe('every line of the registry', () => {
  it('leads to a file that exports it by its key, and is answered or run as it says', async () => {
    for (const { key, wayIn, entry } of await loadWays()) {
      expect(entry.kind, key).toBe('http' in wayIn.on ? 'endpoint' : 'job');
      const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(wayIn.entry, key).toMatch(new RegExp(`^functions/[a-z]+/(?:[a-z-]+/)?${name}\\.ts$`));
    }
  });

  it('has a route of its own, under the plural noun of its capability', () => {
    expect(new Set(routes.map(({ http }) => http)).size).toBe(routes.length);
    const nouns = new Set(routes.map(({ http }) => http.split('/')[1]));
    expect([...nouns].toSorted()).toEqual([
      '.well-known',
      'bookings',
      'caseloads',
      'cases',
      'choices',
      'deadlines',
      'documents',
      'follow-ups',
      'imports',
      'invoices',
      'letters',
      'mail',
      'messages',
      'months',
      'orders',
      'people',
      'providers',
      'purchases',
      'settings',
      'switches',
      'tasks',
      'unit-pairs',
      'units',
    ]);
  });

  it('names the parameters of its path in its shape', async () => {
    for (const { key, wayIn, entry } of await loadWays()) {
      if (entry.kind !== 'endpoint' || !('http' in wayIn.on)) continue;
      const named = [...wayIn.on.http.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const shape = entry.path && 'shape' in entry.path ? Object.keys(entry.path.shape as object) : [];
      expect(shape.toSorted(), key).toEqual(named.toSorted());
    }
  });

  it('only reads when it is a GET, and says who is hurt when it fails', () => {
    for (const [key, { on, profile, harm }] of lines) {
      if ('http' in on && on.http.startsWith('GET ')) expect(profile, key).toBe('read');
      expect(harm, key).toMatch(/^[a-z].{15,}[^.]$/);
    }
  });

  it('what the outside relies on is there, by its name and path', () => {
    const promised = {
      placeOrder: 'POST /orders',
      getOrder: 'GET /orders/{orderId}',
      listOrders: 'GET /orders',
      confirmOrder: 'POST /orders/{orderId}/confirmation',
      startOrder: 'POST /orders/{orderId}/start',
      deferOrder: 'POST /orders/{orderId}/deferral',
      submitMonth: 'POST /months/{month}/submissions',
      checkMonth: 'POST /months/{month}/check',
      getMonth: 'GET /months/{month}/providers/{providerId}',
      decideLine: 'PUT /months/{month}/providers/{providerId}/lines/{caseNo}',
      signReport: 'POST /months/{month}/providers/{providerId}/report',
      sendStatement: 'POST /months/{month}/providers/{providerId}/statement',
      listTasks: 'GET /tasks',
      getJournal: 'GET /cases/{caseNo}/journal',
    };
    const there = Object.fromEntries(routes.map(({ key, http }) => [key, http]));
    expect(there).toMatchObject(promised);
  });
});

describe('who may enter', () => {
  const all = [...everyone, ...unitPeople];
  let world: World;
  beforeAll(async () => {
    world = await aWorld({ hasUnits: true });
  });
  const path = {
    orderId: 'B-1',
    month: '2026-09',
    providerId: 'P1',
    caseNo: 'A-1',
    checkId: 'C',
    recordId: 'R',
    letterId: 'L',
    threadId: 'T',
    reportId: 'R',
    feedId: 'F',
    switchId: 'byte-1',
  };

  it.each(guarded)('$http: nobody without a token', async ({ key }) => {
    expect(await world.call(key, undefined, { path })).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    const stranger = { userId: 'X9', role: 'officer' } as const;
    expect(await world.call(key, stranger, { path })).toMatchObject({ status: 403, body: { code: 'no-role' } });
  });

  it.each(guarded)('$http: $roles and no other role', async ({ key, http, roles }) => {
    expect(new Set(all.map(({ role }) => role))).toEqual(new Set(Role.options));
    for (const person of all) {
      const { status, body } = await world.call(key, person, { path, ...(http.startsWith('GET') ? {} : { body: {} }) });
      if (roles.includes(person.role)) expect([401, 403], `${person.role} ${key}`).not.toContain(status);
      else expect({ status, code: body.code }, person.role).toEqual({ status: 403, code: 'role-not-allowed' });
    }
  });

  it.each(guarded)('$http: no role that one does not hold', async ({ key, roles }) => {
    for (const person of all) {
      for (const role of roles.filter((one) => one !== person.role)) {
        const answer = await world.call(key, person, { path, headers: { 'x-role': role } });
        expect(answer).toMatchObject({ status: 403, body: { code: 'role-not-held' } });
      }
    }
  });

  it.each(routes.filter(({ roles }) => roles === 'everyone'))(
    '$http: everyone, with or without a token',
    async ({ key }) => {
      // Behind a secret that nobody has there is nothing, for whoever asks.
      const status = key === 'readFeed' || key === 'proveAddress' ? 404 : 200;
      for (const person of [undefined, ...all])
        expect((await world.call(key, person, { path: { secret: 'S' }, body: { secret: 'S' } })).status).toBe(status);
    },
  );
});

describe('every code has its sentences', () => {
  const root = join(import.meta.dirname, '../..');
  const files = globSync('{functions,shared}/**/*.ts', { cwd: root }).map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }));
  /** Where a fault's sentence stands beside its code. */
  const withOwnSentences = /municipality-file|file-errors|packs\/settings/;

  const codes = files.flatMap(({ path, text }) => {
    const refused = [
      ...text.matchAll(/refuse\(\s*'\w+',\s*'([^']+)'/g),
      ...text.matchAll(/problem\(\s*\d+,\s*'([^']+)'/g),
    ];
    const unreadable = [...text.matchAll(/unreadable\('\w+', [^,]+, '([A-Z_]+)'/g)];
    const faults = withOwnSentences.test(path)
      ? []
      : [...text.matchAll(/\{ at: (?:`[^`]*`|[^{}`]*?), code: '([^']+)'(?!, message)/g)];
    const tasks = path.endsWith('deadline-kinds.ts')
      ? [...text.matchAll(/^ {2}(D\d\d): \{$/gm)].map(([, code]) => ['', `task-${code}`])
      : [];
    return [...refused, ...faults, ...unreadable, ...tasks].map(([, code]) => ({ path, code: code ?? '' }));
  });

  it('is looked for where it is used', () => {
    const found = new Set(codes.map(({ code }) => code));
    expect([...found]).toEqual(
      expect.arrayContaining([
        'order-not-open',
        'above-granted',
        'not-signed-in',
        'line-undecided',
        'task-D13',
        'bad-settings',
      ]),
    );
    expect(found.size).toBeGreaterThan(50);
  });

  it.each(['sv', 'en'] as const)('in %s', (language) => {
    const catalogue: Readonly<Record<string, string>> = { sv, en }[language];
    const without = codes.filter(({ code }) => !catalogue[code]?.trim());
    expect(without).toEqual([]);
  });

  it('in both languages, and not the same one', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(sv).toSorted());
    for (const code of Object.keys(sv) as (keyof typeof sv)[]) expect(en[code], code).not.toBe(sv[code]);
  });
});
