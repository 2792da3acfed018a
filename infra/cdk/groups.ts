import { type GroupId, reach } from '../../functions/reach.ts';
import type { EventName, Reach, StreamName, WayIn } from '../../functions/way-in.ts';

type Member = { readonly key: string; readonly entry: WayIn };

type Route = { readonly method: string; readonly path: string; readonly everyone: boolean };
export type Timed = { readonly key: string; readonly expression: string; readonly harm: string };

/** The entries that share one function: same capability, same grant profile, same rights. */
export type Group = {
  readonly id: string;
  readonly capability: string;
  readonly profile: WayIn['profile'];
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

const capabilityOf = ({ entry }: WayIn): string => entry.split('/')[1] ?? '';

const routeOf = ({ on }: WayIn): readonly Route[] => {
  if (!('http' in on)) return [];
  const [method = '', path = ''] = on.http.split(' ');
  return [{ method, path, everyone: on.roles === 'everyone' }];
};

const timedOf = ({ key, entry: { on, harm } }: Member): readonly Timed[] =>
  'schedule' in on ? [{ key, expression: on.schedule, harm }] : [];

const isGroup = (id: string, reached: Readonly<Record<string, Reach>>): id is GroupId => Object.hasOwn(reached, id);

/** The registry as functions, in the registry's order. A group without a line in `reach` is a mistake, not a default. */
export function groupsOf(
  registry: Readonly<Record<string, WayIn>>,
  reached: Readonly<Record<string, Reach>> = reach,
): readonly Group[] {
  const members = Object.entries(registry).map(([key, entry]) => ({ key, entry }));
  const byId = Map.groupBy(members, ({ entry }) => `${capabilityOf(entry)}-${entry.profile}`);
  return [...byId].map(([id, some]) => {
    const [first] = some;
    if (!first || !isGroup(id, reached)) throw new Error(`no ways.ts says how far ${id} reaches`);
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
