import { describe, expect, it } from 'vitest';
import { reach } from '../../../functions/reach.ts';
import { registry } from '../../../functions/registry.ts';
import type { Reach, WayIn } from '../../../functions/way-in.ts';
import { groupsOf } from '../../../infra/cdk/groups.ts';
import { apiRoutes } from '../../../infra/cdk/routes.ts';
import { router } from '../../../shared/http/router.ts';
import { allowedIn, aTemplate, groups, ofType, type Resources, roleOf } from './a-template.ts';

type Lines = Readonly<Record<string, WayIn>>;

/** The API's choice, as its documentation has it: a full match before one that goes on, what is spelled out first. */
function gateway(lines: Lines) {
  const routes = [...apiRoutes(groupsOf(lines, reachOfAll))].flatMap(([groupId, some]) =>
    some.map((route) => ({ ...route, groupId, on: `${route.method} ${route.path}` })),
  );
  const full = router(routes.filter(({ path }) => !path.endsWith('{proxy+}')));
  const begun = routes.filter(({ path }) => path.endsWith('{proxy+}'));
  return (method: string, path: string) => {
    const found = full(method, path);
    if (found && 'line' in found) return found.line;
    return begun
      .filter((one) => one.method === method && path.startsWith(one.path.replace('{proxy+}', '')))
      .toSorted((one, other) => other.path.length - one.path.length)[0];
  };
}

/** Every way in, asked for as its path may look, arrives where it lives and is found there. */
function lost(lines: Lines): readonly string[] {
  const choose = gateway(lines);
  return groupsOf(lines, reachOfAll).flatMap(({ id, members }) => {
    const inside = router(members.flatMap(({ key, entry: { on } }) => ('http' in on ? [{ on: on.http, key }] : [])));
    return members.flatMap(({ key, entry: { on } }) => {
      if (!('http' in on)) return [];
      const [method = '', path = ''] = on.http.split(' ');
      const asked = path.replaceAll(/\{(\w+)\}/g, 'A-1001');
      const route = choose(method, asked);
      const found = inside(method, asked);
      const isFound = found !== undefined && 'line' in found && found.line.key === key;
      const isGuarded = route?.everyone === (on.roles === 'everyone');
      return route?.groupId === id && isFound && isGuarded ? [] : [`${key} ${on.http}: ${route?.groupId}`];
    });
  });
}

/** As many more as the house is to hold: each beneath one that there is, in the same function. */
function planted(count: number, lines: Lines = registry): Lines {
  const led = Object.values(lines).filter(({ on }) => 'http' in on && on.roles !== 'everyone');
  const more = Array.from({ length: count }, (_, n): [string, WayIn] => {
    const like = led[n % led.length];
    if (!like || !('http' in like.on)) throw new Error('no way in to plant beneath');
    const { http, roles } = like.on;
    const harm = `somebody is hurt by the lack of number ${n}`;
    return [`planted${n}`, { ...like, on: { http: `${http}/planted-${n}`, roles }, harm }];
  });
  return { ...lines, ...Object.fromEntries(more) };
}

/** Three capabilities more, of six functions each: three ways in for each that answers, two times for each that does not. */
const newCapabilities = ['bridges', 'ferries', 'tunnels'];
const newProfiles = {
  read: ['GET /*', 'GET /*/{id}', 'GET /cases/{caseNo}/*'],
  write: ['POST /*', 'POST /*/{id}/opening', 'PUT /*/{id}/closing'],
  identity: ['POST /*/search', 'POST /*/{id}/letters', 'GET /*/{id}/people'],
  sign: ['POST /*/{id}/signature/intent', 'POST /*/{id}/signature', 'DELETE /*/{id}/signature'],
  job: ['rate(1 minute)', 'cron(0 6 * * ? *)'],
  publish: ['rate(1 minute)', 'cron(0 7 * * ? *)'],
} as const satisfies Partial<Record<WayIn['profile'], readonly string[]>>;

function withNewCapabilities(): Lines {
  const more = newCapabilities.flatMap((capability) =>
    Object.entries(newProfiles).flatMap(([profile, all]) =>
      all.map((one, n): [string, WayIn] => {
        const on = one.includes('/') ? { http: one.replace('*', capability), roles: ['officer'] } : { schedule: one };
        const harm = `${capability}: whoever waits for ${profile} number ${n} waits in vain`;
        const line = { on, profile, harm, entry: `functions/${capability}/${profile}-${n}.ts` } as WayIn;
        return [`${capability}${profile}${n}`, line];
      }),
    ),
  );
  return { ...registry, ...Object.fromEntries(more) };
}

/** A new function reaches as far as the widest of its profile. */
const reachOfAll: Readonly<Record<string, Reach>> = {
  ...reach,
  ...Object.fromEntries(
    newCapabilities.flatMap((capability) =>
      Object.keys(newProfiles).map((profile) => {
        const like = Object.entries(reach as Readonly<Record<string, Reach>>)
          .filter(([id]) => id.endsWith(`-${profile}`))
          .map(([, line]) => line)
          .toSorted((one, other) => other.reads.length - one.reads.length)[0];
        if (!like) throw new Error(`nobody has the profile ${profile}`);
        return [`${capability}-${profile}`, like];
      }),
    ),
  ),
};

const now = aTemplate();
const fullLines = planted(150, withNewCapabilities());
const fullGroups = groupsOf(fullLines, reachOfAll);
const full = aTemplate({}, fullGroups);

/** Every stack below our own limit, and what API Gateway and a dashboard take of what grows with the ways in. */
function holds({ apart, service }: ReturnType<typeof aTemplate>): void {
  for (const [name, stack] of apart) {
    const size = Object.keys(stack).length;
    expect([name, size, size <= 400]).toEqual([name, size, true]);
  }
  for (const type of ['Route', 'Integration'])
    expect(ofType(service, `AWS::ApiGatewayV2::${type}`).length).toBeLessThanOrEqual(300);
  // A widget of the dashboard takes a hundred alarms, and a dashboard five hundred widgets.
  const [dashboard] = ofType(service, 'AWS::CloudWatch::Dashboard');
  const inWidgets = JSON.stringify(dashboard).split('Who is hurt').slice(1);
  const alarms = inWidgets.map((widget) => widget.split('Fn::GetAtt').length - 1);
  expect(inWidgets.length).toBeGreaterThan(1);
  expect(Math.max(...alarms.slice(0, -1))).toBeLessThanOrEqual(100);
}

describe('the routes of the API', () => {
  it('lead each way in to its own function, with a token or without as its line says', () => {
    expect(lost(registry)).toEqual([]);
  });

  it('are far fewer than the ways in', () => {
    const ways = Object.values(registry).filter(({ on }) => 'http' in on).length;
    expect([...apiRoutes(groupsOf(registry)).values()].flat().length).toBeLessThan(ways * 0.75);
  });

  it('spell out whom a parameter of another function would catch', () => {
    const line = (profile: WayIn['profile'], http: `POST /${string}`): WayIn => ({
      on: { http, roles: ['officer'] },
      profile,
      harm: 'somebody is hurt by this one not being there',
      entry: 'functions/orders/placing/place-order.ts',
    });
    const lines = {
      a: line('write', 'POST /things/one'),
      b: line('write', 'POST /things/two'),
      c: line('write', 'POST /things/{thingId}/more'),
      d: line('identity', 'POST /things/{thingId}'),
    };
    expect(lost(lines)).toEqual([]);
  });

  it('hold a hundred and fifty more, in the same functions', () => {
    const more = planted(150);
    expect(lost(more)).toEqual([]);
    holds(aTemplate({}, groupsOf(more)));
  });

  it('hold eighteen functions more, and a hundred and fifty ways in beneath them all', () => {
    expect(fullGroups.length).toBe(groups.length + 18);
    expect(lost(fullLines)).toEqual([]);
    holds(full);
  });

  it('give nobody a right more, and everybody hurt an alarm', () => {
    const [before, after] = [allowedIn(now.service), allowedIn(full.service)];
    for (const { id } of groups) expect([id, after.get(roleOf(id))]).toEqual([id, before.get(roleOf(id))]);
    const keys = (id: string, action: string) =>
      (after.get(roleOf(id)) ?? []).flatMap(({ Action, Condition }) =>
        Action.includes(action) ? Condition['ForAllValues:StringLike']['dynamodb:LeadingKeys'] : [],
      );
    for (const { id, reach: line } of fullGroups) {
      const starred = (some: readonly string[] = []) => some.map((one) => (one.endsWith('#') ? `${one}*` : one));
      expect([id, keys(id, 'dynamodb:GetItem')]).toEqual([id, starred(line.reads)]);
      expect([id, keys(id, 'dynamodb:PutItem')]).toEqual([id, starred(line.writes)]);
      expect([id, keys(id, 'dynamodb:DeleteItem')]).toEqual([id, starred(line.deletes)]);
    }
    const alarms = ofType(full.service, 'AWS::CloudWatch::Alarm').map(
      ([, { Properties }]) => Properties.AlarmDescription,
    );
    for (const { harm } of Object.values(fullLines))
      expect(
        alarms.some((text) => text.includes(harm)),
        harm,
      ).toBe(true);
  });

  it('keep their names whoever they lead to, or one would be made while another has its key', () => {
    const ids = (resources: Resources) =>
      new Map(ofType(resources, 'AWS::ApiGatewayV2::Route').map(([id, { Properties }]) => [Properties.RouteKey, id]));
    const [before, after] = [ids(now.service), ids(full.service)];
    const kept = [...before].filter(([key]) => after.has(key));
    expect(kept.length).toBeGreaterThan(30);
    for (const [key, id] of kept) expect([key, after.get(key)]).toEqual([key, id]);
  });
});
