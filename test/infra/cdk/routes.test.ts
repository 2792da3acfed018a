import { describe, expect, it } from 'vitest';
import { registry } from '../../../functions/registry.ts';
import type { WayIn } from '../../../functions/way-in.ts';
import { groupsOf } from '../../../infra/cdk/groups.ts';
import { apiRoutes } from '../../../infra/cdk/routes.ts';
import { router } from '../../../shared/http/router.ts';
import { aTemplate } from './a-template.ts';

type Lines = Readonly<Record<string, WayIn>>;

/** The API's choice, as its documentation has it: a full match before one that goes on, what is spelled out first. */
function gateway(lines: Lines) {
  const routes = [...apiRoutes(groupsOf(lines))].flatMap(([groupId, some]) =>
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
  return groupsOf(lines).flatMap(({ id, members }) => {
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
function planted(count: number): Lines {
  const led = Object.values(registry as Lines).filter(({ on }) => 'http' in on && on.roles !== 'everyone');
  const more = Array.from({ length: count }, (_, n): [string, WayIn] => {
    const like = led[n % led.length];
    if (!like || !('http' in like.on)) throw new Error('no way in to plant beneath');
    const { http, roles } = like.on;
    const harm = `somebody is hurt by the lack of number ${n}`;
    return [`planted${n}`, { ...like, on: { http: `${http}/planted-${n}`, roles }, harm }];
  });
  return { ...registry, ...Object.fromEntries(more) };
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

  it('hold a hundred and fifty more, in the same stack', () => {
    const more = planted(150);
    expect(lost(more)).toEqual([]);
    const { service } = aTemplate({}, groupsOf(more));
    expect(Object.keys(service).length).toBeLessThanOrEqual(480);
  });
});
