import type { Group } from './groups.ts';

type Placed = Group['routes'][number] & { readonly groupId: string };

/** A route of the API: one way in by its own path, or everything that begins as a function's ways in do. */
export type ApiRoute = { readonly method: string; readonly path: string; readonly everyone: boolean };

const nounOf = ({ path }: Placed): string => path.split('/')[1] ?? '';
const isBare = (one: Placed): boolean => one.path === `/${nounOf(one)}`;

/**
 * Whether one request could be for either: `/people/search` and `/people/{caseNo}`. A path with a parameter goes before
 * everything that begins so, so that whoever could be caught by it must be spelled out as well.
 */
function mayBeBoth(one: Placed, other: Placed): boolean {
  const [some, others] = [one.path.split('/'), other.path.split('/')];
  const isOpen = (segment: string | undefined) => segment?.startsWith('{') === true;
  return (
    some.length === others.length &&
    some.every((segment, n) => segment === others[n] || isOpen(segment) || isOpen(others[n]))
  );
}

/** Under one method and noun: who has the most ways in gets whatever begins so, and the others their own paths. */
function underNoun(some: readonly Placed[]): readonly Placed[] {
  const led = some.filter((one) => !one.everyone && !isBare(one));
  const byGroup = [...Map.groupBy(led, ({ groupId }) => groupId).values()];
  const [most = []] = byGroup.toSorted((one, other) => other.length - one.length);
  const [first] = most;
  if (!first || most.length < 2) return some;
  const apart = some.filter((one) => !most.includes(one));
  const caught = most.filter((one) => apart.some((other) => mayBeBoth(one, other)));
  return [...apart, ...caught, { ...first, path: `/${nounOf(first)}/{proxy+}` }];
}

/**
 * The routes that lead to each function, by its id. A route for each way in would fill the API and the stack, which hold
 * so many and no more; a function finds its way in by the path itself (`shared/http/router.ts`). What is for everyone has
 * a route of its own, since no token is asked for there; a path spelled out goes before one that is not, whatever the
 * order (API Gateway, "Routing API requests").
 */
export function apiRoutes(groups: readonly Group[]): ReadonlyMap<string, readonly ApiRoute[]> {
  const placed = groups.flatMap(({ id, routes }) => routes.map((route) => ({ ...route, groupId: id })));
  const byNoun = Map.groupBy(placed, (one) => `${one.method} ${nounOf(one)}`);
  const led = [...byNoun.values()].flatMap(underNoun);
  return new Map(groups.map(({ id }) => [id, led.filter(({ groupId }) => groupId === id)]));
}
