import type { Entry, EventName, StreamName } from '../../functions/registry.ts';
import { type GroupId, type Reach, reach } from './reach.ts';

type Member = { readonly key: string; readonly entry: Entry };

type Route = { readonly method: string; readonly path: string; readonly everyone: boolean };
export type Timed = { readonly key: string; readonly expression: string; readonly harm: string };

/** The entries that share one function: same capability, same grant profile, same rights. */
export type Group = {
  readonly id: string;
  readonly capability: string;
  readonly profile: Entry['profile'];
  readonly members: readonly Member[];
  readonly routes: readonly Route[];
  readonly schedules: readonly Timed[];
  /** What rings for it, and what it is told. */
  readonly streams: readonly StreamName[];
  readonly events: readonly EventName[];
  /** Who is hurt when it fails, in the registry's words. */
  readonly harms: readonly string[];
  readonly reach: Reach;
};

const capabilityOf = ({ entry }: Entry): string => entry.split('/')[1] ?? '';

const routeOf = ({ on }: Entry): readonly Route[] => {
  if (!('http' in on)) return [];
  const [method = '', path = ''] = on.http.split(' ');
  return [{ method, path, everyone: on.roles === 'everyone' }];
};

const timedOf = ({ key, entry: { on, harm } }: Member): readonly Timed[] =>
  'schedule' in on ? [{ key, expression: on.schedule, harm }] : [];

const isGroup = (id: string, reached: Readonly<Record<string, Reach>>): id is GroupId => Object.hasOwn(reached, id);

/** The registry as functions, in the registry's order. A group without a line in `reach` is a mistake, not a default. */
export function groupsOf(
  registry: Readonly<Record<string, Entry>>,
  reached: Readonly<Record<string, Reach>> = reach,
): readonly Group[] {
  const members = Object.entries(registry).map(([key, entry]) => ({ key, entry }));
  const byId = Map.groupBy(members, ({ entry }) => `${capabilityOf(entry)}-${entry.profile}`);
  return [...byId].map(([id, some]) => {
    const [first] = some;
    if (!first || !isGroup(id, reached)) throw new Error(`infra/cdk/reach.ts has no line for ${id}`);
    return {
      id,
      capability: capabilityOf(first.entry),
      profile: first.entry.profile,
      members: some,
      routes: some.flatMap(({ entry }) => routeOf(entry)),
      schedules: some.flatMap(timedOf),
      streams: some.flatMap(({ entry: { on } }) => ('stream' in on ? [on.stream] : [])),
      events: some.flatMap(({ entry: { on } }) => ('event' in on ? [on.event] : [])),
      harms: [...new Set(some.map(({ entry }) => entry.harm))],
      reach: reached[id] ?? reach[id],
    };
  });
}
